# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes files of the kinds that articles come in."""

import io
import zipfile

CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="b.opf"/></rootfiles></container>"""
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>{title}</dc:title><dc:language>{language}</dc:language></metadata><manifest><item id="a" href="a.xhtml"/></manifest>
<spine><itemref idref="a"/></spine></package>"""
ODT = """<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text><text:h>{title}</text:h>
<text:p>{text}</text:p></office:text></office:body></office:document-content>"""


def pack(*members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in members:
            archive.writestr(path, text)
    return out.getvalue()


def make_epub(title, language, text):
    return pack(("mimetype", "application/epub+zip"), ("META-INF/container.xml", CONTAINER),
                ("b.opf", PACKAGE.format(title=title, language=language)), ("a.xhtml", f"<html><body><p>{text}</p></body></html>"))


def make_odt(title, text):
    return pack(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", ODT.format(title=title, text=text)))


def make_pdf(title, text, pictures=()):
    """A page with one line, in a font that every reader has, and a picture packed by each of the filters."""
    names = [f"/P{number}" for number in range(len(pictures))]
    stream = f"BT /F 12 Tf 72 700 Td ({text}) Tj ET " + " ".join(f"q 50 0 0 50 72 {100 * number} cm {name} Do Q" for number, name in enumerate(names))
    shown = "".join(f"{name} {number} 0 R" for number, name in enumerate(names, 7))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
               f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<<{shown}>>>>>>",
               f"<</Length {len(stream)}>>stream\n{stream}\nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
               f"<</Title({title})/CreationDate(D:20250528100000Z)>>"]
    objects += [f"<</Subtype/Image/Width 8/Height 8/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/{name}/Length 4>>stream\nabcd\nendstream" for name in pictures]
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj{body}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R/Info 6 0 R>>\nstartxref\n{len(out)}\n%%EOF\n"
    return out.encode("latin-1")
