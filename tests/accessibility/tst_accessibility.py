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

from console import Console  # noqa: E402
from rules import SPOKEN, faults  # noqa: E402
from screens import BLADES, SCREENS  # noqa: E402

STEPS = 3  # of the Tab key on each screen and blade; tst_keyboard goes all the way round each


class Screens(Console):
    def test_the_first_page_is_spoken(self):
        self.assertEqual(faults(self.first_page), [])

    def test_each_screen_is_spoken(self):
        for screen in SCREENS:
            with self.subTest(screen.key):
                self.open(screen)
                self.walk()

    def test_each_blade_is_spoken_and_closed_by_escape(self):
        for blade in BLADES:
            with self.subTest(blade.key):
                self.open(blade.screen)
                title = blade.title(self.language)
                table = blade.table(self.language)
                opener = self.press(blade, table)
                self.find_dialog(title)
                if blade.is_read:
                    self.assertEqual(self.reader.focus_after("Escape"), opener)
                    self.wait_closed(title)
                    continue
                stops = self.walk()
                last = self.reader.focus_after("Shift+Tab", leaving=stops[0])
                for _ in range(STEPS):  # past the first one, or before it: in the end again
                    self.assertStopIsSpoken(last)
                    stops.append(last)
                    last = self.reader.focus_after("Shift+Tab", leaving=last)
                for stop in stops:
                    self.assertEqual(self.dialog_around(stop), title)
                self.assertEqual(self.reader.focus_after("Escape"), opener)
                self.wait_closed(title)

    def press(self, blade, table):
        """What opens it, and has the focus again afterwards."""
        for step, is_struck in blade.before(self.language):
            if is_struck:
                self.strike(step)
            else:
                self.reader.key(step)
        opener = blade.opener(self.language)
        if blade.opens:
            stop = self.reader.focus_after("Tab")
            self.reader.key(blade.opens)
            return stop
        return self.choose(table, opener) if table else self.strike(opener)

    def choose(self, table, entry):
        """An entry of the menu of a table's first row. The table has the focus again afterwards."""
        opener = self.reader.focus_after("Tab")
        while opener.get_name() != table:
            opener = self.reader.focus_after("Tab", leaving=opener)
        self.reader.focus_after("Down", role="table cell")
        self.reader.listen()
        self.reader.shown.clear()
        self.reader.key("Menu")
        menu = self.open_menu()
        entries = [each.name for each in menu.children if each.role == "menu item"]
        self.assertIn(entry, entries)
        at = next(each for each in menu.children if "focused" in each.states or "selected" in each.states).accessible
        while at.get_name() != entry:
            at = self.reader.focus_after("Down", leaving=at, role="menu item")
        self.reader.key("Return")
        return opener

    def walk(self):
        """A few stops there and back again."""
        stops = []
        for _ in range(STEPS):
            stops.append(self.reader.focus_after("Tab", leaving=stops[-1] if stops else None))
            self.assertStopIsSpoken(stops[-1])
        for stop, after in zip(reversed(stops[:-1]), reversed(stops)):
            self.assertEqual(self.reader.focus_after("Shift+Tab", leaving=after), stop)
        return stops

    def assertStopIsSpoken(self, stop):
        node = self.node(stop, alone=True)
        self.assertIn("showing", node.states, f"out of sight: {node.place()}")
        self.assertIn(node.role, SPOKEN, node.place())
        self.assertTrue(node.name, f"no name: {node.place()}")


class Heard(Console):
    """What changes while one works: menus, days, results, notifications."""

    def test_what_a_filter_leaves_is_said(self):
        self.open("machines")
        self.focus("text", self.say("Filter by name or tag", "Filtrera på namn eller tagg"))
        self.reader.listen()
        self.reader.renamed.clear()
        self.reader.type("bygg-")
        count = self.say("1 of 16 machines", "1 av 16 datorer")
        self.reader.wait(lambda: count in self.reader.renamed, lambda: f"not “{count}” but {self.reader.renamed}")
        self.reader.key("Escape")

    def test_the_choices_of_a_pill_are_heard(self):
        self.open("machines")
        pill = self.strike(self.say("Region: all", "Region: alla"))
        menu = self.open_menu()
        self.assertEqual([each.name for each in menu.children if "checked" in each.states], [self.say("all", "alla")])
        self.assertIn(self.say("Sweden Central", "Sverige, centrala"), [each.name for each in menu.children])
        self.assertEqual(self.reader.focus_after("Escape"), pill)

    def test_the_menu_of_a_row_is_heard(self):
        self.open("items")
        cell = self.go_to_the_rows()
        self.assertEqual(cell.get_name(), self.say("Name: ad-dc-01", "Namn: ad-dc-01"))
        self.reader.key("Menu")
        menu = self.open_menu()
        commands = [each for each in menu.children if each.role == "menu item"]
        entries = {each.name: "enabled" in each.states for each in commands}
        self.assertEqual(entries, {self.say("Pin to the overview", "Fäst på översikten"): True,
                                   self.say("Back up now", "Säkerhetskopiera nu"): True,
                                   self.say("Restore VM", "Återställ virtuell dator"): True,
                                   self.say("Change policy", "Ändra princip"): True,
                                   self.say("Stop backup", "Stoppa säkerhetskopiering"): True,
                                   self.say("Resume backup", "Återuppta säkerhetskopiering"): False,
                                   self.say("Delete backup data", "Ta bort säkerhetskopierade data"): False,
                                   self.say("Undelete", "Ångra borttagning"): False,
                                   self.say("Copy as az command", "Kopiera som az-kommando"): True})
        why = {each.name: each.description for each in commands}
        self.assertEqual(why[self.say("Resume backup", "Återuppta säkerhetskopiering")],
                         self.say("Only for items whose backup has been stopped.",
                                  "Endast för objekt vars säkerhetskopiering har stoppats."))
        self.assertEqual([each.name for each in commands if bool(each.description) == ("enabled" in each.states)], [])
        while self.reader.focus_after("Down", role="menu item").get_name() != self.say("Resume backup",
                                                                                       "Återuppta säkerhetskopiering"):
            pass  # the keyboard comes to what can't be used, too
        self.reader.focus_after("Escape", role="table")

    def test_the_commands_for_ticked_rows_are_heard(self):
        self.open("items")
        self.go_to_the_rows()
        self.reader.key("Space")
        more = self.strike(self.say("More commands", "Fler kommandon"))
        menu = self.open_menu()
        entries = {each.name: "enabled" in each.states for each in menu.children if each.role == "menu item"}
        self.assertTrue(entries[self.say("Stop backup", "Stoppa säkerhetskopiering")])
        self.assertFalse(entries[self.say("Undelete", "Ångra borttagning")])
        self.assertTrue(entries[self.say("Export selected", "Exportera markerade")])
        self.assertEqual(self.reader.focus_after("Escape"), more)

    def test_the_choices_of_a_combo_box_are_heard(self):
        self.open("settings")
        name = self.say("Language: English", "Språk: Svenska")
        box = self.focus("combo box", name)
        choice = self.reader.focus_after("Space", role="list item")  # the one that holds, perhaps the last
        choices = self.node(choice.get_parent())
        self.assertEqual(faults(choices), [])
        self.assertIn(choice.get_name(), [each.name for each in choices.children])
        self.assertEqual(self.reader.focus_after("Escape"), box)
        self.reader.find("combo box", name)  # nothing was chosen

    def test_the_values_of_a_chart_are_heard(self):
        self.open("vault")
        for title in (self.say("Storage growth", "Lagringstillväxt"), self.say("Jobs per day", "Jobb per dygn")):
            with self.subTest(title):
                chart = self.reader.find("chart", title)
                values = [each.name for each in chart.children]
                self.assertGreater(len(values), 10)
                chart.act("SetFocus")
                self.reader.hear_focus(lambda it: it.get_role_name() == "list item", "no value is heard")
                value = self.reader.focus_after("Home", role="list item")
                self.assertEqual(value.get_name(), values[0])
                self.assertEqual(self.reader.focus_after("Right", role="list item").get_name(), values[1])

    def test_what_the_palette_finds_is_heard(self):
        self.open("machines")
        opened = self.reader.focus_after("Ctrl+K", role="text")
        self.assertEqual(opened.get_name(), self.say("Search resources and commands", "Sök resurser och kommandon"))
        palette = self.find_dialog(self.say("Command palette", "Kommandopalett"))
        self.assertTrue(palette.find("list", self.say("Results", "Resultat")).children)
        self.reader.type("sql-")
        first = self.reader.hear_focus(lambda it: (it.get_name() or "").startswith("sql-"), "no result is heard")
        second = self.reader.focus_after("Down", leaving=first, role="list item")
        chosen = self.reader.wait(lambda: [each.name for each in self.node(second.get_parent()).children
                                           if "selected" in each.states], "no result is chosen")
        self.assertEqual(chosen, [second.get_name()])
        self.assertEqual(self.reader.focus_after("Up", leaving=second, role="list item"), first)
        self.reader.key("Escape")
        self.wait_closed(palette.name)

    def test_days_and_the_end_of_a_job_are_heard(self):
        self.open("item")
        title = self.say("Back up now", "Säkerhetskopiera nu")
        self.strike(title)
        self.find_dialog(title)
        self.focus("text", self.say("Keep the recovery point through", "Behåll återställningspunkten till och med"))
        day = self.reader.focus_after("F4", role="list item")
        self.assertEqual(day.get_name(), self.say("Friday, 18 January 2019", "fredag 18 januari 2019"))
        days = {each.name: each for each in self.node(day.get_parent()).children}
        self.assertEqual(len(days) % 7, 0)
        self.assertEqual([name for name, each in days.items() if "selected" in each.states], [day.get_name()])
        self.assertTrue(all("enabled" in each.states for each in days.values()))
        later = self.reader.focus_after("Right", leaving=day, role="list item")
        self.assertEqual(later.get_name(), self.say("Saturday, 19 January 2019", "lördag 19 januari 2019"))
        earlier = [self.reader.focus_after("PageUp", role="list item") for _ in range(2)][-1]
        self.assertEqual(earlier.get_name(), self.say("Thursday, 20 December 2018", "torsdag 20 december 2018"))
        days = {each.name: each for each in self.node(earlier.get_parent()).children}
        gone = days[self.say("Wednesday, 19 December 2018", "onsdag 19 december 2018")]
        self.assertNotIn("enabled", gone.states)
        self.assertIn(earlier.get_name(), gone.description)  # why: it is before that

        self.reader.listen()
        self.reader.shown.clear()
        self.reader.window().find("dialog", title).find("push button", title).act("Press")
        self.reader.hear_shown("notification", "sql-prod-01")  # that it begins, or has begun
        done = self.reader.hear_shown("notification", self.say("Backup of sql-prod-01 completed",
                                                               "Säkerhetskopieringen av sql-prod-01 har slutförts"))
        self.assert_told_again(done)

    def assert_told_again(self, notification):
        """In the panel of all notifications."""
        title = self.say("Notifications", "Meddelanden")
        self.reader.key("Ctrl+Shift+N")
        panel = self.find_dialog(title)
        self.assertIn(notification, [node.name for node in panel.walk() if node.role == "notification"])
        self.reader.key("Escape")
        self.wait_closed(title)


if __name__ == "__main__":
    Console.program, Console.language = os.path.abspath(sys.argv[1]), sys.argv[2]
    unittest.main(argv=sys.argv[:1] + sys.argv[3:], verbosity=2, warnings="ignore")
