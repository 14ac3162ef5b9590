#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills the translations from the tables beside this file, and says what is left.

With --lupdate PROGRAM every text of the tree is read into valv_sv.ts and valv_en.ts first. Tables, the first that fits wins:
extra.tsv     English, Swedish, context (class), position comment; the last two may be missing
glossary.tsv  key, English, Swedish, note
errors.tsv    code, when, English, Swedish, English action, Swedish action
A plural is written "%n day|%n days" or "%n day(s)" in English and "%n dag|%n dagar" in Swedish.
What a person translated by hand in the .ts file stays. --again translates anew everything that a table has.
"""
import argparse
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent


def rows(name):
    path = HERE / name
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                yield line.split("\t")


def spellings(english):
    """Ways in which code may spell a plural: as it is, its many form, and with (s)."""
    forms = english.split("|")
    if len(forms) != 2 or "%n" not in english:
        return [english]
    one, many = (form.split(" ") for form in forms)
    both = []
    if len(one) == len(many):
        for a, b in zip(one, many):
            word, tail = re.match(r"(.*?)([^\w]*)$", a).groups()
            both.append(a if a == b else word + "(s)" + tail if b == word + "s" + tail else b)
    return [english, forms[1], " ".join(both)]


class Tables:
    def __init__(self):
        self.swedish = {}
        self.english = {}  # plural source -> [one, many]
        extra = [row + [""] * (4 - len(row)) for row in rows("extra.tsv")]
        for row in extra:
            self.add(row[0], row[1], row[2].split("::")[-1], row[3])
        for row in list(rows("glossary.tsv"))[1:]:
            self.add(row[1], row[2])
        for row in list(rows("errors.tsv"))[1:]:
            self.add(row[2], row[3])
            if len(row) > 5:
                self.add(row[4], row[5])
        for row in extra:  # the word of one class is the last resort of the others
            for source in spellings(row[0]):
                self.swedish.setdefault((source, "", None), row[1])

    def add(self, english, swedish, context="", comment=""):
        for source in spellings(english):
            self.swedish.setdefault((source, context, comment), swedish)
            if comment:
                continue  # a word of one place only
            self.swedish.setdefault((source, context, None), swedish)
            if "|" in english and "%n" in english:
                self.english.setdefault(source, english.split("|"))

    def find(self, source, context, comment):
        name = context.split("::")[-1]
        for key in ((source, name, comment), (source, name, None), (source, "", None)):
            if key in self.swedish:
                return self.swedish[key]
        return None

    def english_forms(self, source):
        if source in self.english:
            return self.english[source]
        if "(s)" not in source:
            return None
        one = source.replace("(s)", "")
        for many_verb, one_verb in (("are", "is"), ("were", "was"), ("have", "has"), ("need", "needs")):
            one = re.sub(rf"\b{many_verb}\b", one_verb, one)
        return [one, source.replace("(s)", "s")]


def write(tree, path):
    ElementTree.indent(tree, "    ")
    text = ElementTree.tostring(tree.getroot(), encoding="unicode")
    path.write_text('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n' + text + "\n", encoding="utf-8")


def fill(path, forms_of, text_of, again):
    tree = ElementTree.parse(path)
    left = []
    for context in tree.getroot().findall("context"):
        name = context.findtext("name")
        for message in context.findall("message"):
            translation = message.find("translation")
            unfinished = translation.get("type") == "unfinished"
            if translation.get("type") in ("obsolete", "vanished") or not (unfinished or again):
                continue
            source, comment = message.findtext("source"), message.findtext("comment") or ""
            if message.get("numerus") == "yes":
                forms = forms_of(source, name, comment)
                if forms:
                    for old in translation.findall("numerusform"):
                        translation.remove(old)
                    for form in forms:
                        ElementTree.SubElement(translation, "numerusform").text = form
                found = bool(forms)
            else:
                text = text_of(source, name, comment)
                found = text is not None
                if found:
                    translation.text = text
            if found:
                translation.attrib.pop("type", None)
            elif unfinished:
                left.append((name, source, comment))
    write(tree, path)
    return left


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lupdate", help="Qt's lupdate: read the sources first")
    parser.add_argument("--again", action="store_true", help="also what is finished already")
    arguments = parser.parse_args()
    swedish, english = HERE / "valv_sv.ts", HERE / "valv_en.ts"
    if arguments.lupdate:
        sources = [str(p) for folder in ("app", "models", "views") for p in sorted((ROOT / folder).rglob("*"))
                   if p.suffix in (".cpp", ".h")]
        listing = HERE / ".sources"
        listing.write_text("\n".join(sources) + "\n", encoding="utf-8")
        includes = [option for folder in ("models", "views", "app") for option in ("-I", str(ROOT / folder))]
        common = [arguments.lupdate, "-silent", "-no-obsolete", "-locations", "none", *includes, "@" + str(listing)]
        try:
            subprocess.run([*common, "-target-language", "sv_SE", "-ts", str(swedish)], check=True, cwd=ROOT)
            subprocess.run([*common, "-pluralonly", "-target-language", "en_GB", "-ts", str(english)], check=True,
                           cwd=ROOT)
        finally:
            listing.unlink()
    tables = Tables()

    def swedish_forms(source, context, comment):
        text = tables.find(source, context, comment)
        forms = text.split("|") if text else None
        return forms * 2 if forms and len(forms) == 1 else forms

    left = fill(swedish, swedish_forms, tables.find, arguments.again)
    left_english = fill(english, lambda source, *_: tables.english_forms(source), lambda *_: None, arguments.again)
    for what, missing in (("Swedish", left), ("English plural", left_english)):
        for context, source, comment in missing:
            print(f"{what} missing: {context}\t{source!r}" + (f"\t({comment})" if comment else ""))
    print(f"{len(left)} Swedish and {len(left_english)} English texts are missing.")
    return 1 if left or left_english else 0


if __name__ == "__main__":
    sys.exit(main())
