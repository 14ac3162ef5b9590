#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""tokens.json and icons.txt -> tokens.inc and icons.inc (X-macros) and look.qrc (icons, fonts, tokens).

usage: make_tokens.py tokens.json icons.txt icon-folder font-folder out-folder
"""
import json
import os
import re
import sys
from xml.sax.saxutils import escape


def argb(text):
    """#rrggbb or rgba(r,g,b,a) as 0xAARRGGBB."""
    if text.startswith("#"):
        return "0xff" + text[1:].lower()
    r, g, b, a = re.fullmatch(r"rgba\((\d+),(\d+),(\d+),([\d.]+)\)", text).groups()
    return "0x%02x%02x%02x%02x" % (round(float(a) * 255), int(r), int(g), int(b))


def upper_first(name):
    return name[0].upper() + name[1:]


def write(path, text):
    """Keeps the time of a file that did not change, so that nothing is compiled for nothing."""
    if os.path.exists(path):
        with open(path, encoding="utf-8") as f:
            if f.read() == text:
                return
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


def tokens_inc(tokens):
    light, dark = tokens["color"]["light"], tokens["color"]["dark"]
    if list(light) != list(dark):
        sys.exit("tokens.json: light and dark have different roles")
    head = "// Made from resources/design/tokens.json by resources/tools/make_tokens.py.\n"
    macros = ["ROLE", "SIZE", "SPACE", "RADIUS", "MOTION", "BREAKPOINT", "CHART", "TYPE"]
    out = [head] + ["#ifndef VALV_%s\n#define VALV_%s(...)\n#endif\n" % (m, m) for m in macros]
    for role in light:
        out.append("VALV_ROLE(%s, %s, %s, %s)\n" % (upper_first(role), role, argb(light[role]), argb(dark[role])))
    for name, value in tokens["size"].items():
        if isinstance(value, dict):
            for part, v in value.items():
                out.append("VALV_SIZE(%s%s, %d)\n" % (name, part.upper(), v))
        else:
            out.append("VALV_SIZE(%s, %d)\n" % (name, value))
    for group in ("space", "radius", "breakpoint"):
        for name, value in tokens[group].items():
            out.append("VALV_%s(%s, %d)\n" % (group.upper(), name, value))
    for name, value in tokens["motion"].items():
        if isinstance(value, int):
            out.append("VALV_MOTION(%s, %d)\n" % (name, value))
    for name, value in tokens["chart"].items():
        out.append("VALV_CHART(%s, %s)\n" % (name, value))
    for name, t in tokens["type"].items():
        out.append("VALV_TYPE(%s, %s, %d, %d, %d, %s)\n"
                   % (upper_first(name), name, t["px"], t["line"], t["weight"], str(t.get("upper", False)).lower()))
    out += ["#undef VALV_%s\n" % m for m in macros]
    return "".join(out)


def read_icons(path):
    icons = []
    with open(path, encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            words = line.split("#")[0].split()
            if not words:
                continue
            if len(words) < 2 or len(words) > 4:
                sys.exit("%s:%d: expected: Meaning file [file-on [factor]]" % (path, number))
            on = words[2] if len(words) > 2 and words[2] != "-" else ""
            icons.append((words[0], words[1], on, words[3] if len(words) > 3 else "1"))
    return icons


def main():
    tokens_path, icons_path, icon_dir, font_dir, out = sys.argv[1:6]
    os.makedirs(out, exist_ok=True)
    with open(tokens_path, encoding="utf-8") as f:
        tokens = json.load(f)
    write(os.path.join(out, "tokens.inc"), tokens_inc(tokens))

    icons = read_icons(icons_path)
    files = sorted({name for i in icons for name in i[1:3] if name})
    missing = [name for name in files if not os.path.exists(os.path.join(icon_dir, name + ".svg"))]
    if missing:
        sys.exit("icons.txt: not in %s: %s" % (icon_dir, ", ".join(missing)))
    write(os.path.join(out, "icons.inc"),
          "// Made from resources/icons/icons.txt by resources/tools/make_tokens.py.\n"
          + "".join('VALV_ICON(%s, "%s", "%s", %s)\n' % i for i in icons) + "#undef VALV_ICON\n")

    qrc = ['<RCC><qresource prefix="/valv">\n',
           '<file alias="tokens.json">%s</file>\n' % escape(os.path.abspath(tokens_path))]
    for name in files:
        qrc.append('<file alias="icons/%s.svg">%s</file>\n' % (name, escape(os.path.join(icon_dir, name + ".svg"))))
    for name in ("Regular", "Medium", "SemiBold", "Bold"):
        qrc.append('<file alias="fonts/%s.ttf">%s</file>\n' % (name, escape(os.path.join(font_dir, "InterTab-%s.ttf" % name))))
    qrc.append('<file alias="fonts/OFL.txt">%s</file>\n' % escape(os.path.join(font_dir, "OFL.txt")))
    qrc.append("</qresource></RCC>\n")
    write(os.path.join(out, "look.qrc"), "".join(qrc))


main()
