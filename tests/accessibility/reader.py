# SPDX-License-Identifier: GPL-3.0-or-later
"""What a reader of the screen knows of a console: the tree that is on the accessibility bus, and what happens in it. It
uses libatspi, as Orca does. Import it at a desk (desk.py), since it looks for its bus when it is imported."""
import functools
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 60.0  # seconds: a slow, busy machine
STATES = {name: getattr(Atspi.StateType, name.upper())
          for name in ("checked", "enabled", "expanded", "focusable", "focused", "selected", "showing")}
KEYS = {"Tab": 23, "Return": 36, "Escape": 9, "Space": 65, "Left": 113, "Up": 111, "Right": 114, "Down": 116, "F1": 67,
        "F4": 70, "Home": 110, "End": 115, "Menu": 135, "PageUp": 112, "A": 38, "K": 45,
        "N": 57}  # as X servers of today number them
MODIFIERS = {"Ctrl": 37, "Shift": 50, "Alt": 64}
LEAVES = {"label", "link", "push button", "table cell", "table column header", "list item"}
ITEMS = {"list item", "table cell", "table column header", "tree item"}
CELLS = 80  # of a table or list that are looked at; the rest is made by the same code


class Node:
    """An object as it was when it was read, and those inside it that are on screen, unless it is read alone."""

    def __init__(self, accessible, parent=None, alone=False):
        self.accessible = accessible
        self.parent = parent
        self.children = []
        states = accessible.get_state_set()
        self.states = {name for name, state in STATES.items() if states.contains(state)}
        if parent is not None and "showing" not in self.states:
            return  # each question takes its time
        self.role = accessible.get_role_name()
        self.name = accessible.get_name() or ""
        many = self.role in ("table", "list", "tree")
        count = 0 if alone or self.role in LEAVES else accessible.get_child_count()
        for index in range(min(count, CELLS) if many else count):
            child = accessible.get_child_at_index(index)
            if child is not None:
                node = Node(child, self)
                if "showing" in node.states:
                    self.children.append(node)

    @functools.cached_property
    def description(self):
        return self.accessible.get_description() or ""

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def find(self, role, name):
        """The first of that role ("" for any) and name."""
        for node in self.walk():
            if node.name == name and role in ("", node.role):
                return node
        return None

    def act(self, action):
        """Press, Toggle or SetFocus."""
        actions = self.accessible.get_action_iface()
        for index in range(actions.get_n_actions() if actions is not None else 0):
            if Atspi.Action.get_action_name(actions, index) == action:
                actions.do_action(index)
                return
        raise AssertionError(f"{self} has no action {action}")

    def place(self):
        names = []
        at = self
        while at is not None and at.parent is not None:
            names.append(f"{at.role} “{at.name}”" if at.name else at.role)
            at = at.parent
        return " in ".join(names)

    def __str__(self):
        return f"{self.role} “{self.name}”"

    def tree(self, depth=0):
        marks = " ".join(sorted(self.states - {"showing", "enabled", "focusable"}))
        lines = [f"{'  ' * depth}{self} {self.description!r} {marks}"]
        for child in self.children:
            lines.append(child.tree(depth + 1))
        return "\n".join(lines)


class Reader:
    """Reads the console of a process. Asks anew each time: nothing is kept, so nothing is stale."""

    def __init__(self, process):
        self._process = process
        self._context = GLib.MainContext.default()
        self._listeners = []
        self.focused = []  # what got the focus since it was last emptied, first to last
        self.shown = []  # what came on screen: pairs of role and name
        self.renamed = []  # new names
        Atspi.init()
        desktop = Atspi.get_desktop(0)
        desktop.set_cache_mask(Atspi.Cache.NONE)

        def application():
            for index in range(desktop.get_child_count()):
                child = desktop.get_child_at_index(index)
                if child is not None and child.get_process_id() == process.pid and child.get_child_count() > 0:
                    return child
            return None
        self.application = self.wait(application, "the console is not on the accessibility bus")
        self.application.set_cache_mask(Atspi.Cache.NONE)
        self._listen("object:state-changed:focused", self._on_focus)
        self._listen("object:state-changed:showing", self._on_shown)
        self._listen("object:property-change:accessible-name", self._on_renamed)

    def _listen(self, event, heard):
        listener = Atspi.EventListener.new(heard)
        listener.register(event)
        self._listeners.append(listener)

    def _on_focus(self, event):
        if event.detail1:
            self.focused.append(event.source)

    def _on_shown(self, event):
        if event.detail1:
            try:
                self.shown.append((event.source.get_role_name(), event.source.get_name() or ""))
            except GLib.Error:
                pass  # it is gone already

    def _on_renamed(self, event):
        try:
            self.renamed.append(event.source.get_name() or "")
        except GLib.Error:
            pass

    def listen(self):
        """Takes in what has been sent."""
        while self._context.iteration(False):
            pass

    def wait(self, condition, complaint, patience=PATIENCE):
        """Until the condition gives something, which is returned. What is gone while one reads it is read again."""
        end = time.monotonic() + patience
        while True:
            self.listen()
            began = time.monotonic()
            try:
                result = condition()
                if result:
                    return result
            except GLib.Error as error:
                result = error
            if self._process.poll() is not None:
                raise AssertionError(f"the console ended with {self._process.returncode}: {complaint}")
            if time.monotonic() > end:
                raise AssertionError(complaint() if callable(complaint) else complaint)
            # Who is asked all the time has none left for what is being waited for.
            time.sleep(max(0.01, (time.monotonic() - began) / 2))

    def window(self):
        """The console's window with all that is on screen in it."""
        return Node(self.application.get_child_at_index(0))

    def title(self):
        window = self.application.get_child_at_index(0)
        return (window.get_name() or "") if window else ""  # nothing: it was too busy to answer

    def find(self, role, name, patience=PATIENCE):
        """The node of that role and name, once it is on screen."""
        return self.wait(lambda: self.window().find(role, name),
                         lambda: f"there is no {role} “{name}”:\n{self.window().tree()}", patience)

    def key(self, keys):
        """Strikes keys such as "Shift+Tab"; they go where the X server has the focus."""
        *held, last = keys.split("+")
        for name in held:
            Atspi.generate_keyboard_event(MODIFIERS[name], None, Atspi.KeySynthType.PRESS)
        Atspi.generate_keyboard_event(KEYS[last], None, Atspi.KeySynthType.PRESSRELEASE)
        for name in reversed(held):
            Atspi.generate_keyboard_event(MODIFIERS[name], None, Atspi.KeySynthType.RELEASE)

    def type(self, text):
        Atspi.generate_keyboard_event(0, text, Atspi.KeySynthType.STRING)

    def focus_after(self, keys, leaving=None, role=""):
        """Strikes the keys and says where they lead the focus: past what it leaves and the items of that, to the first
        of a role, if one is given."""
        self.listen()
        self.focused.clear()
        self.key(keys)
        return self.hear_focus(lambda it: it != leaving and not (it.get_role_name() in ITEMS and it.get_parent() == leaving)
                               and role in ("", it.get_role_name()), f"{keys} leads nowhere")

    def hear_focus(self, is_meant, complaint):
        def heard():
            while self.focused:
                it = self.focused.pop(0)
                if is_meant(it):
                    return it
            return None
        return self.wait(heard, complaint)

    def hear_shown(self, role, words):
        """Until something of that role, with those words in its name, has come on screen since they were emptied."""
        return self.wait(lambda: next((name for each, name in self.shown if each == role and words in name), None),
                         lambda: f"no {role} “{words}” in {self.shown}")
