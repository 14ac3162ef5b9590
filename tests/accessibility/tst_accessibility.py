#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The console as somebody hears it who can't see it: the real program with the demo estate on a real accessibility bus.

tst_accessibility.py CONSOLE en|sv   (77: what it needs is not installed)

The offscreen platform that the other tests use never reaches the bus. What Qt 6.4's bridge does not have there is not
asked for: the interface of a table's cell (its header is asked of the table), announcements (a notification is heard as
an object that is shown), and relations of groups.
"""
import os
import sys
import unittest

import desk as desks

NOTHING_TO_TEST_WITH = 77

if __name__ == "__main__":
    lacking = desks.missing()
    if lacking:
        print("skipped, this is missing: " + ", ".join(lacking))
        sys.exit(NOTHING_TO_TEST_WITH)

from rules import PRESSED, SPOKEN, faults  # noqa: E402
from screens import BLADES, SCREENS, said  # noqa: E402

FIRST_DEMO = 600.0  # seconds: the demo estate's disks and its weeks of backups are made
PATIENCE = 10.0  # seconds for faults to go by themselves, while a page is being read


class Console(unittest.TestCase):
    """One console for all: it is started with an empty home, as the first time."""
    program = ""
    language = ""

    @classmethod
    def setUpClass(cls):
        cls.desk = desks.Desk(cls.program)
        cls.enterClassContext(cls.desk)
        process = cls.desk.start("--language", cls.language, "--theme", "light")
        import reader  # finds the bus of the desk
        cls.reader = reader.Reader(process)
        cls.begin()

    @classmethod
    def begin(cls):
        """Through the first page to the machines of the demo estate."""
        cls.reader.find("radio button", cls.say("Try it with the demo estate", "Prova med demodatorerna"))
        cls.first_page = cls.reader.window()
        cls.first_page.find("radio button", cls.say("Try it with the demo estate", "Prova med demodatorerna")).act("Toggle")
        cls.reader.find("push button", cls.say("Continue", "Fortsätt")).act("Press")
        cls.reader.find("table cell", cls.say("Name: bygg-01", "Namn: bygg-01"), FIRST_DEMO)

    @classmethod
    def say(cls, english, swedish):
        return said((english, swedish), cls.language)

    def open(self, screen):
        """By its link; until its title stands in the frame and what is read last is there."""
        self.desk.open(screen.link)
        title = screen.title(self.language)
        self.reader.wait(lambda: self.reader.title() == title, lambda: f"“{self.reader.title()}” instead of “{title}”")
        self.reader.find("", screen.sign(self.language))

    def assertNoFaults(self, look, patience=PATIENCE):
        """Nothing is wrong with what look gives, before long."""
        found = []

        def is_well():
            found[:] = faults(look())
            return not found
        self.reader.wait(is_well, lambda: "\n".join(found), patience)

    def test_the_first_page_is_spoken(self):
        self.assertEqual(faults(self.first_page), [])

    def test_each_blade_is_spoken_and_closed_by_escape(self):
        for blade in BLADES:
            with self.subTest(blade.key):
                self.open(blade.screen)
                title = blade.title(self.language)
                opener = self.strike(blade.opener(self.language))
                self.reader.find("dialog", title)
                self.assertNoFaults(lambda: self.reader.window().find("dialog", title) or self.reader.window())
                for stop in self.walk_round():
                    self.assertEqual(self.dialog_around(stop), title)
                self.assertEqual(self.reader.focus_after("Escape"), opener)
                self.reader.wait(lambda: self.reader.window().find("dialog", title) is None, f"{title} stays")

    def test_what_a_filter_leaves_is_said(self):
        self.open(self.screen("machines"))
        self.reader.find("text", self.say("Filter by name or tag", "Filtrera på namn eller tagg")).act("SetFocus")
        self.reader.listen()
        self.reader.renamed.clear()
        self.reader.type("bygg-")
        count = self.say("1 of 16 machines", "1 av 16 datorer")
        self.reader.wait(lambda: count in self.reader.renamed, lambda: f"not “{count}” but {self.reader.renamed}")
        self.reader.key("Escape")

    def screen(self, key):
        return next(each for each in SCREENS if each.key == key)

    def strike(self, name):
        """The focus goes to the button or link of that name, and Space is struck there."""
        def usable():
            return next((node for node in self.reader.window().walk()
                         if node.name == name and node.role in PRESSED and "enabled" in node.states), None)
        node = self.reader.wait(usable, lambda: f"no “{name}” to press:\n{self.reader.window().tree()}")
        node.act("SetFocus")
        self.reader.wait(lambda: "focused" in type(node)(node.accessible).states, f"{node} takes no focus")
        self.reader.listen()
        self.reader.shown.clear()
        self.reader.key("Space")
        return node.accessible

    def dialog_around(self, accessible):
        while accessible is not None and accessible.get_role_name() != "dialog":
            accessible = accessible.get_parent()
        return accessible.get_name() if accessible is not None else None

    def walk_round(self):
        """Where Tab leads, from its first stop until it is there again."""
        import reader
        stops = []
        while True:
            stop = self.reader.focus_after("Tab")
            if stops and stop == stops[0]:
                return stops
            self.assertNotIn(stop, stops, f"Tab goes in circles at “{stop.get_name()}”")
            self.assertLess(len(stops), 200)
            node = reader.Node(stop)
            self.assertIn("showing", node.states, f"out of sight: {node}")
            self.assertIn(node.role, SPOKEN, f"{node}")
            self.assertTrue(node.name, f"no name: {node.role} after “{stops[-1].get_name() if stops else ''}”")
            stops.append(stop)


if __name__ == "__main__":
    Console.program, Console.language = os.path.abspath(sys.argv[1]), sys.argv[2]
    unittest.main(argv=sys.argv[:1] + sys.argv[3:], verbosity=2, warnings="ignore")
