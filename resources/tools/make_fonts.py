#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Inter as the console needs it: tabular digits by default, TrueType outlines, only the letters that are used.

Qt 6.4 can't ask for a font feature, and it draws CFF outlines too bold on dark ground. So the character map points at
the tabular glyphs, and the outlines become quadratic. The family is renamed to "Inter Tab"; the licence lies beside it.

usage: make_fonts.py inter-folder copyright-file out-folder
"""
import logging
import os
import sys

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

FAMILY = "Inter Tab"
STYLES = ("Regular", "Medium", "SemiBold", "Bold")
UNICODES = (list(range(0x20, 0x7f)) + list(range(0xa0, 0x180)) + list(range(0x2010, 0x2028)) + list(range(0x2030, 0x203b))
            + list(range(0x2190, 0x2196)) + [0x00d7, 0x2007, 0x2009, 0x202f, 0x20ac, 0x2122, 0x2212, 0x2248, 0x2260, 0x2264,
                                             0x2265, 0x221e, 0x25b2, 0x25bc, 0x25cf, 0x2318, 0x21e7, 0x23ce, 0x2713, 0x2715])


def tabular(font):
    mapping = {}
    gsub = font["GSUB"].table
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for sub in gsub.LookupList.Lookup[index].SubTable:
                    mapping.update(getattr(sub, "ExtSubTable", sub).mapping)
    if not mapping:
        sys.exit("this Inter has no tabular digits")
    for table in font["cmap"].tables:
        if table.isUnicode():
            for code, glyph in list(table.cmap.items()):
                if code < 0xE000 and glyph in mapping:
                    table.cmap[code] = mapping[glyph]


def rename(font, style):
    for record in font["name"].names:
        if record.nameID in (1, 16):
            record.string = FAMILY if record.nameID == 16 or style in ("Regular", "Bold") else FAMILY + " " + style
        elif record.nameID == 3:
            record.string = "Valv;InterTab-" + style
        elif record.nameID == 4:
            record.string = FAMILY + " " + style
        elif record.nameID == 6:
            record.string = "InterTab-" + style


def truetype(font):
    glyph_set = font.getGlyphSet()
    order = font.getGlyphOrder()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(glyph_set)
        glyph_set[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    glyf = font["glyf"] = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = glyphs
    for name in order:
        glyphs[name].recalcBounds(glyf)
        width, _ = font["hmtx"][name]
        font["hmtx"][name] = (width, getattr(glyphs[name], "xMin", 0))
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    maxp.maxZones = 1
    for field in ("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements",
                  "maxSizeOfInstructions", "maxComponentElements", "maxPoints", "maxContours", "maxCompositePoints",
                  "maxCompositeContours", "maxComponentDepth"):
        setattr(maxp, field, 0)
    font["post"].formatType = 3.0
    del font["CFF "]
    if "VORG" in font:
        del font["VORG"]
    font.sfntVersion = "\0\1\0\0"


def make(source, style, target):
    font = TTFont(source)
    tabular(font)
    rename(font, style)
    options = subset.Options()
    options.name_IDs = ["*"]  # without 16 and 17 SemiBold would silently become Bold
    options.layout_features = ["kern", "calt", "ccmp", "locl", "mark", "mkmk", "case"]
    options.notdef_outline = True
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=UNICODES)
    subsetter.subset(font)
    truetype(font)
    font.save(target)


def main():
    source, licence, out = sys.argv[1:4]
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    os.makedirs(out, exist_ok=True)
    for style in STYLES:
        make(os.path.join(source, "Inter-%s.otf" % style), style, os.path.join(out, "InterTab-%s.ttf" % style))
    names = TTFont(os.path.join(source, "Inter-Regular.otf"))["name"]
    text = ["%s is made from Inter by resources/tools/make_fonts.py and keeps its licence.\n\n" % FAMILY]
    for name_id in (0, 13, 14):
        text.append((names.getDebugName(name_id) or "") + "\n")
    if os.path.exists(licence):
        with open(licence, encoding="utf-8") as f:
            text += ["\n", f.read()]
    with open(os.path.join(out, "OFL.txt"), "w", encoding="utf-8") as f:
        f.write("".join(text))


main()
