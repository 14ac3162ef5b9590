# SPDX-License-Identifier: GPL-3.0-or-later
"""A console at a desk, with the demo estate, and the words and deeds of somebody who listens to it."""
import os
import unittest

import desk as desks
from rules import PRESSED, faults
from screens import SCREENS, said

FIRST_DEMO = 600.0  # seconds: the demo estate's disks and its weeks of backups are made
PATIENCE = 60.0  # for a page to be read and its faults, while that is under way, to go
MENUS = ("menu", "popup menu")


class Console(unittest.TestCase):
    """One console for all tests of a program: it is started with an empty home, as the first time."""
    program = ""
    language = ""
    desk = None

    @classmethod
    def setUpClass(cls):
        if Console.desk is None:
            Console.desk = desks.Desk(cls.program)
            unittest.enterModuleContext(cls.desk)
            cls.desk.bring_demo(os.environ.get("VALV_DEMO_FOLDER", ""))
            process = cls.desk.start("--language", cls.language, "--theme", "light")
            import reader  # finds the bus of the desk
            Console.node = staticmethod(reader.Node)
            Console.reader = reader.Reader(process)
            cls.begin()

    @classmethod
    def begin(cls):
        """Through the first page to the machines of the demo estate."""
        demo = cls.say("Try it with the demo estate", "Prova med demodatorerna")
        cls.reader.find("radio button", demo)
        Console.first_page = cls.reader.window()
        cls.first_page.find("radio button", demo).act("Toggle")
        cls.reader.find("push button", cls.say("Continue", "Fortsätt")).act("Press")
        cls.reader.find("table cell", cls.say("Name: bygg-01", "Namn: bygg-01"), FIRST_DEMO)

    @classmethod
    def say(cls, english, swedish):
        return said((english, swedish), cls.language)

    def open(self, screen):
        """By its link; until its title stands in the frame, what is read last is there, and nothing is amiss."""
        if isinstance(screen, str):
            screen = next(each for each in SCREENS if each.key == screen)
        self.desk.open(screen.link)
        title = screen.title(self.language)
        self.reader.wait(lambda: self.reader.title() == title, lambda: f"“{self.reader.title()}” instead of “{title}”")
        self.assertWell("", screen.sign(self.language))

    def find_dialog(self, title):
        """A blade or the palette, with nothing amiss."""
        return self.assertWell("dialog", title)

    def assertWell(self, role, name):
        """That is on screen, and nothing is wrong with it (the window, for no role) before long."""
        found = []
        missing = [f"there is no {role} “{name}”"]

        def is_well():
            window = self.reader.window()
            node = window.find(role, name)
            found[:] = missing if node is None else faults(node if role else window)
            return node if not found else None
        return self.reader.wait(is_well, lambda: "\n".join(found) + "\n\n" + self.reader.window().tree(), PATIENCE)

    def wait_closed(self, dialog):
        self.reader.wait(lambda: self.reader.window().find("dialog", dialog) is None, f"{dialog} stays")

    def focus(self, role, name):
        node = self.reader.find(role, name)
        node.act("SetFocus")
        self.reader.wait(lambda: "focused" in self.node(node.accessible, alone=True).states, f"{node} takes no focus")
        return node.accessible

    def strike(self, name):
        """The focus goes to the button or link of that name, and Space is struck there."""
        def usable():
            return next((node for node in self.reader.window().walk()
                         if node.name == name and node.role in PRESSED and "enabled" in node.states), None)
        node = self.reader.wait(usable, lambda: f"no “{name}” to press:\n{self.reader.window().tree()}")
        node.act("SetFocus")
        self.reader.wait(lambda: "focused" in self.node(node.accessible, alone=True).states, f"{node} takes no focus")
        self.reader.listen()
        self.reader.shown.clear()
        self.reader.key("Space")
        return node.accessible

    def go_to_the_rows(self):
        """A page with a table begins there. Its first cell is heard once another one was."""
        self.reader.focus_after("Down", role="table cell")
        return self.reader.focus_after("Home", role="table cell")

    def open_menu(self):
        """The one that opens now. It hangs on nothing in the tree: its entries lead to it."""
        self.reader.wait(lambda: any(role in MENUS for role, _ in self.reader.shown), "no menu opens")
        menu = self.node(self.reader.focus_after("Down").get_parent())
        self.assertIn(menu.role, MENUS)
        self.assertEqual(faults(menu), [])
        return menu

    def dialog_around(self, accessible):
        while accessible is not None and accessible.get_role_name() != "dialog":
            accessible = accessible.get_parent()
        return accessible.get_name() if accessible is not None else None
