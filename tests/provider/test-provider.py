#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The answers to the shell's search, on a bus of their own that starts the service.

Usage: test-provider.py PROVIDER; prints TAP.
"""

import os
import subprocess
import sys
import time

from gi.repository import Gio, GLib
from provider_bus import Bus

APP = "io.github.alliance_atlas.AllianceAtlas"
APP_PATH = "/io/github/alliance_atlas/AllianceAtlas"


class App:
    """Takes the place of the app on the bus, and keeps what it is called with."""

    XML = """<node><interface name="org.freedesktop.Application">
      <method name="Open"><arg type="as" direction="in"/><arg type="a{sv}" direction="in"/></method>
      <method name="ActivateAction"><arg type="s" direction="in"/><arg type="av" direction="in"/><arg type="a{sv}" direction="in"/></method>
    </interface></node>"""

    def __init__(self, bus):
        self.calls = []
        self.connection = bus.connection
        interface = Gio.DBusNodeInfo.new_for_xml(self.XML).interfaces[0]
        self.connection.register_object(APP_PATH, interface, self.on_call, None, None)
        self.connection.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                                  GLib.Variant("(su)", (APP, 0)), None, Gio.DBusCallFlags.NONE, -1, None)

    def on_call(self, connection, sender, path, interface, method, arguments, invocation):
        self.calls.append((method, arguments.unpack()))
        invocation.return_value(None)

    def wait_call(self):
        end = time.monotonic() + 15
        while not self.calls and time.monotonic() < end:
            GLib.MainContext.default().iteration(False)
            time.sleep(0.01)
        return self.calls.pop()


def test_a_country_says_what_it_belongs_to(program):
    with Bus(program) as bus:
        assert bus.find("Kazakhstan")[0] == "country/KZ", bus.find("Kazakhstan")
        meta = bus.meta("country/KZ")
        assert meta["id"] == "country/KZ" and meta["name"] == "Kazakhstan", meta
        assert meta["description"].startswith("CSTO: member · SCO: member · BRICS: partner"), meta
        assert meta["gicon"] == APP, meta


def test_an_organisation_says_who_belongs(program):
    with Bus(program) as bus:
        assert bus.find("CSTO")[0] == "organisation/CSTO", bus.find("CSTO")
        meta = bus.meta("organisation/CSTO")
        assert meta["name"] == "CSTO", meta
        assert meta["description"].startswith("Collective Security Treaty Organization · 6 members"), meta


def test_more_words_narrow_it_down(program):
    with Bus(program) as bus:
        first = bus.find("south")
        further = bus.call("GetSubsearchResultSet", "(asas)", first, ["south", "korea"])[0]
        assert "country/KR" in further and len(further) < len(first), (first, further)
        assert bus.find("") == [] and bus.find("zzzzqq") == []
        assert bus.call("GetResultMetas", "(as)", ["country/QQ", "nonsense", ""])[0] == []


def test_it_speaks_the_reader_s_language(program):
    with Bus(program, "sv_SE.UTF-8") as bus:
        assert bus.find("kazakstan")[0] == "country/KZ"
        meta = bus.meta("country/KZ")
        assert meta["name"] == "Kazakstan" and "SCO: medlem" in meta["description"], meta


def test_what_is_chosen_opens_in_the_app(program):
    with Bus(program) as bus:
        app = App(bus)
        bus.call("ActivateResult", "(sasu)", "country/KZ", ["Kazakhstan"], 77)
        method, (links, platform) = app.wait_call()
        assert (method, links) == ("Open", ["alliance-atlas:country/KZ"]), (method, links)
        assert platform["desktop-startup-id"] == "_TIME77", platform
        bus.call("LaunchSearch", "(asu)", ["security", "treaty"], 78)
        method, (action, parameters, platform) = app.wait_call()
        assert (method, action, parameters) == ("ActivateAction", "search", ["security treaty"]), (method, action, parameters)


def test_it_ends_when_nobody_asks(program):
    with Bus(program) as bus:
        bus.find("Armenia")
        assert bus.runs()
        end = time.monotonic() + 60
        while bus.runs():
            assert time.monotonic() < end, "it runs for a minute after the last question"
            time.sleep(0.2)
        # And comes back.
        assert bus.find("Armenia")[0] == "country/AM"


def test_data_that_cannot_be_read(program):
    env = dict(os.environ, ATLAS_DATA_DIR="/nowhere", G_DEBUG="")
    done = subprocess.run([program], env=env, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1 and "/nowhere" in done.stderr, (done.returncode, done.stderr)


def main():
    tests = [value for name, value in sorted(globals().items()) if name.startswith("test_")]
    failed = 0
    print(f"1..{len(tests)}")
    for number, test in enumerate(tests, 1):
        name = test.__name__.removeprefix("test_").replace("_", " ")
        try:
            test(sys.argv[1])
            print(f"ok {number} - {name}", flush=True)
        except Exception as problem:
            failed += 1
            print(f"not ok {number} - {name}", flush=True)
            print(f"# {type(problem).__name__}: {problem}".replace("\n", "\n# "), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
