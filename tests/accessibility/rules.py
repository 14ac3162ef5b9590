# SPDX-License-Identifier: GPL-3.0-or-later
"""What every screen must tell its readers, as questions to the nodes that were read. Each fault is one line."""
# What can have the focus, as a reader speaks it. A "filler" or "panel" there would be said as nothing.
SPOKEN = {"push button", "toggle button", "check box", "radio button", "link", "text", "password text", "spin button",
          "combo box", "list", "list item", "table", "table cell", "chart", "menu", "menu item", "check menu item",
          "radio menu item", "slider", "page tab", "notification", "alert", "dialog", "tree", "tree item"}
ITEMS = {"table cell", "table column header", "list item"}
PRESSED = {"push button", "toggle button", "check box", "radio button", "link"}


def faults(window):
    return [fault for node in window.walk() if node is not window for fault in _of(node, window)]


def _of(node, window):
    must_be_named = "focusable" in node.states or node.role in ITEMS or node.role in PRESSED
    if must_be_named and not node.name.strip(" :"):
        yield f"no name: {node.place()}"
    if "focusable" in node.states and node.role not in SPOKEN:
        yield f"a {node.role} has the focus at times: {node.place()}"
    if "focused" in node.states and "focusable" not in node.states \
            and not any("focused" in each.states for each in node.walk() if each is not node):
        yield f"the focus is on what can't have it: {node.place()}"
    if node.role == "frame":
        yield f"is said as a window: {node.place()}"
    if node.role in ("chart", "list") and not node.children:
        yield f"a {node.role} without children: {node.place()}"
    if node.role in ("chart", "dialog") and not node.name:
        yield f"a {node.role} without a name: {node.place()}"
    if node.role == "combo box" and ": " not in node.name:
        yield f"says its value alone, or nothing: {node.place()}"
    if node.role == "table":
        yield from _of_table(node)


def _of_table(node):
    """Each cell says its column with its text: Qt 6.4 has no interface of a cell on the bus that would lead to its
    header, but the table knows it."""
    table = node.accessible.get_table_iface()
    if table.get_n_rows() == 0:
        return  # then the bridge does not know the headers; they are children as well
    for column in range(table.get_n_columns()):
        header = table.get_column_header(column)
        heading = (header.get_name() or "") if header is not None else ""
        if not heading:
            yield f"column {column + 1} has no heading: {node.place()}"
        for row in range(min(2, table.get_n_rows())):
            cell = table.get_accessible_at(row, column)
            text = (cell.get_name() or "") if cell is not None else ""
            if not text:
                yield f"row {row + 1}, “{heading}” says nothing: {node.place()}"
            elif heading and not text.startswith(heading):
                yield f"row {row + 1}, “{heading}” says “{text}”: {node.place()}"
