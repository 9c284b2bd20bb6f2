# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A catalogue in which every translated string is marked.

What a window shows without the marks was never given to gettext.
"""

import os
import re
import subprocess
from pathlib import Path

OPEN, CLOSE = "⟦", "⟧"
TOP = Path(__file__).resolve().parents[2]


def template(folder):
    """Extracts the strings of the sources as they are now."""
    pot = folder / "pseudo.pot"
    subprocess.run(
        ["xgettext", "--from-code=UTF-8", "--files-from=po/POTFILES.in", f"--output={pot}",
         "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2", "--keyword=NC_:1c,2",
         "--keyword=ngettext:1,2", "--keyword=g_dngettext:2,3", "--keyword=g_dpgettext2:2c,3",
         "--add-comments"],
        cwd=TOP, check=True, stderr=subprocess.DEVNULL,
    )
    return pot


def marked(text):
    """The string, still escaped, between marks; blanks and line ends that it
    begins or ends with stay outside, as msgfmt wants them."""
    leading, core, trailing = re.fullmatch(r"((?:\s|\\n)*)(.*?)((?:\s|\\n)*)", text, re.S).groups()
    return f"{leading}{OPEN}{core}{CLOSE}{trailing}"


def blocks(text):
    return [block for block in text.split("\n\n") if block.strip()]


def joined(lines):
    """The string that one or more quoted lines make, still escaped."""
    return "".join(re.search(r'"(.*)"\s*$', line).group(1) for line in lines)


def field(block, keyword):
    """The escaped string of a keyword in an entry, or None."""
    found = re.search(rf'^{re.escape(keyword)} (".*"(?:\n".*")*)', block, re.M)
    return joined(found.group(1).splitlines()) if found else None


def translated(block):
    """An entry of the template with its translation."""
    singular, plural = field(block, "msgid"), field(block, "msgid_plural")
    head = re.split(r"^msgstr", block, maxsplit=1, flags=re.M)[0]
    if singular == "":
        header = 'msgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
        return head + header
    if plural is None:
        return f'{head}msgstr "{marked(singular)}"\n'
    return f'{head}msgstr[0] "{marked(singular)}"\nmsgstr[1] "{marked(plural)}"\n'


def make(folder, language):
    """Writes a locale folder for `language` below `folder`."""
    folder = Path(folder)
    entries = blocks(template(folder).read_text())
    po = folder / "pseudo.po"
    po.write_text("\n\n".join(translated(entry) for entry in entries) + "\n")
    target = folder / language / "LC_MESSAGES"
    os.makedirs(target)
    subprocess.run(["msgfmt", str(po), "-o", str(target / "alliance-atlas.mo")], check=True)
    return folder
