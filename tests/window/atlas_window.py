# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the real window and reads and drives it as a person would.

The window is read through AT-SPI, the interface of screen readers, and driven
with a real pointer and real keys.  Every message that the program writes is
kept; a warning or worse that allowed-messages.txt does not name is a failure.
"""

import math
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

APP = "io.github.alliance_atlas.AllianceAtlas"
HERE = Path(__file__).resolve().parent
# Places in the main menu.
ARTICLES, OPEN, PASTE, SAVE_PICTURE, PRINT, FULL_SCREEN, TIMELINE, BORDERS, REPORT, PREFERENCES, SHORTCUTS, ABOUT = range(12)
PATIENCE = 15  # seconds; generous, since nothing here asserts speed


def wait_for(what, condition, patience=PATIENCE):
    """The first true value of `condition`, or an AssertionError naming `what`."""
    end = time.monotonic() + patience
    while True:
        value, problem = None, None
        try:
            value = condition()
        except (GLib.Error, AttributeError, IndexError, StopIteration) as error:
            problem = error  # the widget went away while it was read, or is still empty
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"waited {patience} s in vain for {what}") from problem
        time.sleep(0.05)


def allowed_messages():
    lines = (HERE / "allowed-messages.txt").read_text().splitlines()
    return [re.compile(line) for line in lines if line and not line.startswith("#")]


def mercator(lat):
    return math.asinh(math.tan(math.radians(lat)))


def ctl(home, *args):
    """What atlasctl says, with the library of a home for the app."""
    environment = dict(os.environ, HOME=home, XDG_DATA_HOME=f"{home}/data", LANGUAGE="en")
    command = [os.environ["ATLASCTL"], *args]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


def fill_library(home=None, folder=HERE / "articles"):
    """Brings articles into the library of a home for the app, and gives the home."""
    home = home or tempfile.mkdtemp(prefix="atlas-home-")
    ctl(home, "library", "import-folder", str(folder))
    return home


def call_app(method, signature, *arguments):
    """Calls the program over the session bus, as a desktop does."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    path = "/" + APP.replace(".", "/")
    bus.call_sync(APP, path, "org.freedesktop.Application", method, GLib.Variant(signature, arguments), None, Gio.DBusCallFlags.NONE, -1)


def write_article(folder, key, body, **fields):
    """Writes a file that fill_library() takes."""
    lines = ["---", f"key: own-{key}", *(f"{name}: {value}" for name, value in fields.items()), "---", "", body, ""]
    Path(folder, f"own-{key}.md").write_text("\n".join(lines))


class Node:
    """One accessible object."""

    _roles = {}  # by path; GTK gives a path to one object only, and its role never changes

    def __init__(self, accessible):
        self.accessible = accessible

    @property
    def name(self):
        return self.accessible.get_name() or ""

    @property
    def description(self):
        return self.accessible.get_description() or ""

    @property
    def role(self):
        path = self.accessible.path
        if path not in self._roles:
            self._roles[path] = self.accessible.get_role_name()
        return self._roles[path]

    @property
    def text(self):
        iface = self.accessible.get_text_iface()
        if not iface:
            return ""
        # An entry gives nothing for -1.
        end = Atspi.Text.get_character_count(iface) if self.role in ("entry", "text") else -1
        return Atspi.Text.get_text(iface, 0, end)

    def has_state(self, state):
        return self.accessible.get_state_set().contains(state)

    @property
    def showing(self):
        return self.has_state(Atspi.StateType.SHOWING)

    @property
    def focused(self):
        return self.has_state(Atspi.StateType.FOCUSED)

    def children(self):
        for index in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(index)
            if child is not None:
                yield Node(child)

    def walk(self):
        yield self
        for child in self.children():
            yield from child.walk()

    def find_all(self, role=None, name=None, showing=True):
        """All below (and this) that match; `name` is a string or a pattern."""
        for node in self.walk():
            if role is not None and node.role != role:
                continue
            if isinstance(name, str) and node.name != name:
                continue
            if isinstance(name, re.Pattern) and not name.search(node.name):
                continue
            if showing and not node.showing:
                continue
            yield node

    def find(self, role=None, name=None, showing=True):
        return next(self.find_all(role, name, showing), None)

    def nearest(self, role, matches=lambda node: True):
        """The showing node of that role that matches, with the fewest nodes above it.

        What lies over the window is found soon, however much there is on the page.
        """
        level = [self]
        while level:
            for node in level:
                if node.role == role and node.showing and matches(node):
                    return node
            level = [child for node in level for child in node.children()]
        return None

    def words(self):
        """The texts of the labels and links in here."""
        return [node.text for node in self.walk() if node.role in ("label", "link") and node.showing]

    def extents(self):
        """x, y, width and height in pixels of the window's surface.

        GTK counts the border of a window without a compositor twice; what it
        says of the window itself, which truly begins at 0, 0, undoes that.
        """
        box = self._box(self.accessible)
        frame = self._box(self._frame())
        return box.x - 2 * frame.x, box.y - 2 * frame.y, box.width, box.height

    @staticmethod
    def _box(accessible):
        return accessible.get_component_iface().get_extents(Atspi.CoordType.WINDOW)

    def _frame(self):
        """The window that this stands in: the child of the application."""
        node = self.accessible
        while node.get_parent().get_role() != Atspi.Role.APPLICATION:
            node = node.get_parent()
        return node

    def attributes(self, offset):
        """How the character at an offset of the text is written: {"weight": "700"}."""
        return Atspi.Text.get_attribute_run(self.accessible.get_text_iface(), offset, False)[0]

    def put(self, words):
        """Puts words into an entry, in whatever script."""
        assert Atspi.EditableText.set_text_contents(self.accessible.get_editable_text_iface(), words)

    def activate(self):
        self.accessible.get_action_iface().do_action(0)

    def dump(self, indent=0):
        print("# " + "  " * indent + f"{self.role} {self.name!r} {self.text[:60]!r}")
        for child in self.children():
            child.dump(indent + 1)


class Window:
    """A running app with one window at the top left of the screen.

    A size of None leaves the window as the app made it.
    """

    def __init__(self, *args, size=(1200, 760), language="en_GB.UTF-8", env=None, home=None, report=True):
        self.size = size
        self._report = report
        self.process = None
        self.messages = []
        self.printed = []
        self.home = home or tempfile.mkdtemp(prefix="atlas-home-")
        try:
            self._start(args, language, env or {})
        except BaseException:
            self._give_up()
            raise

    def _start(self, args, language, env):
        environment = dict(os.environ)
        environment.pop("LC_ALL", None)
        environment.update(
            HOME=self.home,
            XDG_CONFIG_HOME=f"{self.home}/config",
            XDG_DATA_HOME=f"{self.home}/data",
            XDG_CACHE_HOME=f"{self.home}/cache",
            LANG=language,
            LANGUAGE=language.split(".")[0].split("_")[0],
            G_DEBUG="fatal-criticals",
            GSETTINGS_BACKEND="keyfile",
        )
        environment.update(env)
        self.environment = environment
        report = ("--report-painted",) if self._report else ()
        command = [os.environ["ATLAS_PROGRAM"], *report, *args]
        self.process = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for stream, lines in ((self.process.stdout, self.printed), (self.process.stderr, self.messages)):
            threading.Thread(target=self._keep, args=(stream, lines), daemon=True).start()
        self.root = wait_for("the app on the accessibility bus", self._find_app)
        self.frame = wait_for("the window", lambda: self.root.find("frame") or self.root.find("window"))
        self._place()
        self.wait_painted()
        self._wait_placed()

    @staticmethod
    def _keep(stream, lines):
        for line in stream:
            lines.append(line.rstrip("\n"))

    def _find_app(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the app ended with {self.process.returncode}:\n" + "\n".join(self.messages))
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(index)
            if app is not None and self._is_ours(app):
                return Node(app)
        return None

    def _is_ours(self, app):
        """Whether an application on the accessibility bus is the one that was started."""
        return app.get_process_id() == self.process.pid

    def _which_window(self):
        """What tells the window on the screen from others, for xdotool."""
        return "--pid", str(self.process.pid)

    def _place(self):
        found = lambda: self._xdotool("search", "--onlyvisible", *self._which_window()).split()
        self.xid = wait_for("the window on the screen", found)[-1]
        if self.size:
            self._xdotool("windowsize", "--sync", self.xid, *map(str, self.size))
        self._xdotool("windowmove", self.xid, "0", "0")
        self._xdotool("windowactivate", "--sync", self.xid)
        time.sleep(0.3)

    def _wait_placed(self):
        """Waits until the map has its place: what is clicked on it lies where it is painted."""
        def seen():
            # Its name is in the window's language, which may be anything.
            return [node.extents() for node in self.root.find_all("frame")], self.view()

        def still():
            before = seen()
            time.sleep(0.15)
            return seen() == before

        if self._report:
            wait_for("the map to come to rest", still)

    @staticmethod
    def _xdotool(*args):
        done = subprocess.run(["xdotool", *args], capture_output=True, text=True, timeout=20)
        return done.stdout

    def hand_over(self, *args):
        """Calls the program a second time; the running one gets the options."""
        command = [os.environ["ATLAS_PROGRAM"], *args]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=60)

    def wait_painted(self, since=0):
        """Waits until the map has painted what the state asks for."""
        wait_for("the painted map", lambda: any("painted" in line for line in self.printed[since:]))

    def mark(self):
        """A place in what the program prints, for wait_painted()."""
        return len(self.printed)

    # Pointer and keys

    def origin(self):
        geometry = self._xdotool("getwindowgeometry", "--shell", self.xid)
        values = dict(line.split("=") for line in geometry.split() if "=" in line)
        return int(values["X"]), int(values["Y"])

    def screen_size(self):
        """Width and height of the window on the screen."""
        geometry = self._xdotool("getwindowgeometry", "--shell", self.xid)
        values = dict(line.split("=") for line in geometry.split() if "=" in line)
        return int(values["WIDTH"]), int(values["HEIGHT"])

    def wait_still(self):
        """Waits until what moves into place, such as a sheet, stands there."""
        def places():
            return [node.extents() for node in self.root.find_all("heading")] + [self.map().extents()]

        def still():
            before = places()
            time.sleep(0.25)
            return places() == before

        wait_for("the window to come to rest", still)

    def move(self, x, y):
        left, top = self.origin()
        self._xdotool("mousemove", str(int(left + x)), str(int(top + y)))
        time.sleep(0.05)

    def click(self, x, y, button=1):
        self.move(x, y)
        self._xdotool("click", str(button))

    def click_node(self, node):
        """Holds the button down for as long as a person does: GTK's own widgets may lose
        a shorter click while the window is busy, see atlas-click.c."""
        x, y, width, height = node.extents()
        self.move(x + width / 2, y + height / 2)
        self._xdotool("mousedown", "1", "sleep", "0.06", "mouseup", "1")

    def tab_to(self, node, steps=80):
        """Moves the focus to a node by the keyboard alone."""
        for _ in range(steps):
            if node.focused:
                return
            self.key("Tab")
        raise AssertionError(f"Tab does not reach {node.role} {node.name!r} in {steps} steps")

    def follow(self, link):
        """Follows a link, or the first one in a label, by the keyboard alone."""
        self.tab_to(link)
        self.key("Return")

    def click_link(self, link, done):
        """Clicks a link until `done`.

        GTK leaves the padding of what lies around a widget out of its extents,
        so the link is somewhat lower and further right than they say.
        """
        x, y, width, height = link.extents()
        for further in range(0, 48, 6):
            self.click(x + min(width / 2, 45) + further / 2, y + height / 2 + further)
            try:
                return wait_for("the page behind the link", done, patience=0.5)
            except AssertionError:
                continue
        raise AssertionError(f"a click on {link.name!r} does nothing")

    def drag(self, x0, y0, x1, y1, steps=12):
        self.move(x0, y0)
        self._xdotool("mousedown", "1")
        for step in range(1, steps + 1):
            self.move(x0 + (x1 - x0) * step / steps, y0 + (y1 - y0) * step / steps)
        self._xdotool("mouseup", "1")

    def key(self, *keys):
        for key in keys:
            self._xdotool("key", "--clearmodifiers", key)
            time.sleep(0.08)

    def type(self, text):
        self._xdotool("type", "--delay", "30", text)

    # The map

    def view(self):
        """Longitude and latitude of the map's centre, and its zoom."""
        line = [line for line in self.printed if "map-painted" in line][-1]
        values = dict(part.split("=", 1) for part in line.split() if "=" in part)
        return float(values["lon"]), float(values["lat"]), float(values["zoom"])

    def shown(self):
        """Lens, date, compared day and selection of what the map last painted."""
        line = [line for line in self.printed if line.startswith("map-painted")][-1]
        values = dict(part.split("=", 1) for part in line.split()[1:])
        return tuple(values[key] for key in ("lens", "date", "compared", "selection"))

    def map(self):
        return self.find("frame", re.compile("^(Map of|Karta över)"))

    def place(self, lon, lat):
        """Where a longitude and a latitude lie in the window, by Web Mercator."""
        centre_lon, centre_lat, zoom = self.view()
        world = 256 * 2**zoom
        left, top, width, height = self.map().extents()
        turn = (lon - centre_lon + 180) % 360 - 180
        x = left + width / 2 + turn / 360 * world
        y = top + height / 2 - (mercator(lat) - mercator(centre_lat)) / (2 * math.pi) * world
        return x, y

    def click_place(self, lon, lat):
        self.click(*self.place(lon, lat))

    # Reading

    def heading(self):
        """The heading of the page."""
        return self.root.find("heading")

    def title(self):
        """What the page is called; None while there is none."""
        heading = self.heading()
        return heading.name if heading else None

    def wait_page(self, title):
        """Waits until the page of that title is there, and gives its heading."""
        return wait_for(f"the page {title!r}", lambda: self.root.find("heading", title))

    def find(self, role=None, name=None, patience=PATIENCE):
        return wait_for(f"{role or 'something'} named {name!r}", lambda: self.root.find(role, name), patience)

    def texts(self):
        """Everything that a screen reader could read now."""
        words = []
        for node in self.root.walk():
            if node.showing:
                words += [node.name, node.text]
        return [word for word in words if word]

    def says(self, text):
        return any(text in word for word in self.texts())

    def wait_says(self, text, patience=PATIENCE):
        wait_for(f"the words {text!r}", lambda: self.says(text), patience)

    def wait_toast(self, text, patience=PATIENCE):
        """Waits for a toast, and gives all that it says.

        Reading the whole window may take longer than a toast stays.
        """
        find = lambda: self.root.nearest("label", lambda node: text in node.name)
        return wait_for(f"a toast that says {text!r}", find, patience).name

    def dialog(self):
        """The dialog that lies over the window, or None."""
        return self.root.nearest("dialog")

    def wait_dialog(self):
        """The dialog, once it has taken the focus."""
        dialog = wait_for("a dialog", self.dialog)
        wait_for("the focus in the dialog", lambda: any(node.focused for node in dialog.walk()))
        return dialog

    def wait_no_dialog(self):
        wait_for("the dialog to close", lambda: self.dialog() is None)

    def open_from_menu(self, item):
        """Opens a dialog by its place in the main menu; GTK names no items."""
        self.key("F10")
        items = wait_for("the main menu", self.menu_items)
        items[item].activate()
        return self.wait_dialog()

    def choose(self, dialog, row, *keys):
        """Takes another entry of a combo row by the keyboard."""
        found = wait_for(f"the row {row}", lambda: dialog.find(None, re.compile(f"^{row}")))
        self.tab_to(found)
        for key in ("Return", *keys, "Return"):
            self.key_that_moves(key)

    def key_that_moves(self, key):
        """Presses a key that moves the focus; a list that is just opening
        takes none, so once more where nothing has moved."""
        before = wait_for("the focus", self.focused)
        for _ in range(3):
            self.key(key)
            try:
                wait_for(f"the focus to move by {key}", lambda: not before.focused, patience=2)
                return wait_for("the focus", self.focused)
            except AssertionError:
                continue
        raise AssertionError(f"{key} moves no focus away from {before.role} {before.name!r}")

    def menu_items(self):
        return [node for node in self.root.walk() if node.role in ("menu item", "check menu item") and node.showing]

    def focused(self):
        return next((node for node in self.root.walk() if node.focused), None)

    def screenshot(self, path):
        subprocess.run(["import", "-window", "root", str(path)], check=True, timeout=60)

    def pixel(self, x, y):
        """Red, green and blue (0 to 255) of a place in the window."""
        return self.pixels(x, y, 1, 1)[0]

    def pixels(self, x, y, width, height):
        """Red, green and blue of each place in a part of the window."""
        left, top = self.origin()
        place = f"{int(width)}x{int(height)}+{int(left + x)}+{int(top + y)}"
        done = subprocess.run(
            ["import", "-window", "root", "-crop", place, "-depth", "8", "rgb:-"],
            capture_output=True, check=True, timeout=60,
        )
        return [tuple(done.stdout[at:at + 3]) for at in range(0, len(done.stdout), 3)]

    # The end

    def close(self):
        """Ends the app and fails where it said what it must not say."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.process.kill()
        time.sleep(0.1)
        bad = self.bad_messages()
        assert not bad, "the app said:\n" + "\n".join(bad)
        assert self.process.returncode in (0, -15), f"the app ended with {self.process.returncode}"

    def bad_messages(self):
        allowed = allowed_messages()
        loud = [line for line in self.messages if re.search(r"WARNING|CRITICAL|ERROR \*\*|Sanitizer", line)]
        return [line for line in loud if not any(pattern.search(line) for pattern in allowed)]

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind is None:
            self.close()
            return
        self._give_up()

    def _give_up(self):
        """Ends the app, which another one could not be started beside, and tells what it said."""
        if self.process is None:
            return
        self.process.kill()
        self.process.wait()
        for line in ("what the app said:", *self.messages[-40:]):
            print(line, file=sys.stderr)


def run(tests):
    """Runs functions as TAP cases, or those that the command line names; the exit code
    is for a person's shell."""
    wanted = sys.argv[1:]
    tests = [test for test in tests if not wanted or test.__name__ in wanted]
    print(f"1..{len(tests)}")
    failed = 0
    for number, test in enumerate(tests, 1):
        name = test.__name__.removeprefix("test_").replace("_", " ")
        try:
            test()
            print(f"ok {number} - {name}")
        except Exception:
            failed += 1
            print(f"not ok {number} - {name}")
            traceback.print_exc()  # Meson shows what goes to stderr
        sys.stdout.flush()
    return 1 if failed else 0
