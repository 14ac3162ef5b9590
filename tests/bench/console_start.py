#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a program takes to its window, and what it weighs then.

console_start.py RUNS NAME COMMAND...   (under a display of its own: console_bench.sh)

A window counts when it is mapped on the root and large enough to work in. "mapped" is from the start of the process to
that moment; "drawn" to the last change of its pixels before a second went by without one: what a person waits for. The
memory is that of the whole process tree, two seconds after that. One run before those that count, so that files are in
the page cache. Prints one row of a Markdown table: medians.
"""
import ctypes
import os
import signal
import statistics
import subprocess
import sys
import time
import zlib

X = ctypes.CDLL("libX11.so.6")
SUBSTRUCTURE_NOTIFY = 1 << 19
MAP_NOTIFY = 19
Z_PIXMAP = 2
SMALLEST = (300, 200)
STILL = 1.0  # seconds without a change
LONGEST = 120.0


class Attributes(ctypes.Structure):
    _fields_ = [("x", ctypes.c_int), ("y", ctypes.c_int), ("width", ctypes.c_int), ("height", ctypes.c_int),
                ("rest", ctypes.c_ubyte * 256)]


class Image(ctypes.Structure):
    _fields_ = [("width", ctypes.c_int), ("height", ctypes.c_int), ("xoffset", ctypes.c_int), ("format", ctypes.c_int),
                ("data", ctypes.c_void_p), ("byte_order", ctypes.c_int), ("unit", ctypes.c_int),
                ("bit_order", ctypes.c_int), ("pad", ctypes.c_int), ("depth", ctypes.c_int),
                ("bytes_per_line", ctypes.c_int)]


class MapEvent(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send", ctypes.c_int),
                ("display", ctypes.c_void_p), ("event", ctypes.c_ulong), ("window", ctypes.c_ulong),
                ("override", ctypes.c_int)]


class Event(ctypes.Union):
    _fields_ = [("type", ctypes.c_int), ("map", MapEvent), ("pad", ctypes.c_long * 24)]


X.XOpenDisplay.restype = ctypes.c_void_p
X.XOpenDisplay.argtypes = [ctypes.c_char_p]
X.XDefaultRootWindow.restype = ctypes.c_ulong
X.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
X.XSelectInput.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_long]
X.XPending.argtypes = [ctypes.c_void_p]
X.XNextEvent.argtypes = [ctypes.c_void_p, ctypes.POINTER(Event)]
X.XGetWindowAttributes.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.POINTER(Attributes)]
X.XGetImage.restype = ctypes.POINTER(Image)
X.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int, ctypes.c_uint, ctypes.c_uint,
                        ctypes.c_ulong, ctypes.c_int]
X.XDestroyImage.argtypes = [ctypes.POINTER(Image)]
HANDLER = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
ignore = HANDLER(lambda display, error: 0)  # a window may go while it is looked at
X.XSetErrorHandler(ignore)


def size_of(display, window):
    attributes = Attributes()
    if not X.XGetWindowAttributes(display, window, ctypes.byref(attributes)):
        return None
    return attributes.width, attributes.height


def look(display, window):
    """A number for what the window shows."""
    size = size_of(display, window)
    image = X.XGetImage(display, window, 0, 0, *size, ~0 & (2**64 - 1), Z_PIXMAP) if size else None
    if not image:
        return None
    seen = zlib.crc32(ctypes.string_at(image.contents.data, image.contents.bytes_per_line * image.contents.height))
    X.XDestroyImage(image)
    return seen


def tree_of(pid):
    """The process and all below it."""
    children = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat") as stat:
                    parent = int(stat.read().rsplit(")", 1)[1].split()[1])
                children.setdefault(parent, []).append(int(name))
            except OSError:
                pass
    found = [pid]
    for each in found:
        found.extend(children.get(each, []))
    return found


def memory_of(pid):
    """(resident, proportional) in MiB: what is shared with other programs counts fully in the first, in part in the
    second."""
    resident = proportional = 0
    for each in tree_of(pid):
        try:
            with open(f"/proc/{each}/smaps_rollup") as rollup:
                for line in rollup:
                    if line.startswith("Rss:"):
                        resident += int(line.split()[1])
                    elif line.startswith("Pss:"):
                        proportional += int(line.split()[1])
        except OSError:
            pass
    return resident / 1024, proportional / 1024


def run(command):
    begun = time.monotonic()
    while not (display := X.XOpenDisplay(None)):  # a busy machine's Xvfb takes its time
        if time.monotonic() - begun > LONGEST:
            sys.exit("There is no display.")
        time.sleep(0.1)
    X.XSelectInput(display, X.XDefaultRootWindow(display), SUBSTRUCTURE_NOTIFY)
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        window = mapped = None
        while window is None:
            if time.monotonic() - start > LONGEST or process.poll() is not None:
                sys.exit(f"{command[0]} showed no window.")
            if not X.XPending(display):
                time.sleep(0.002)
                continue
            event = Event()
            X.XNextEvent(display, ctypes.byref(event))
            if event.type == MAP_NOTIFY and not event.map.override:
                size = size_of(display, event.map.window)
                if size and size[0] >= SMALLEST[0] and size[1] >= SMALLEST[1]:
                    window, mapped = event.map.window, time.monotonic()
        drawn, seen = mapped, look(display, window)
        while time.monotonic() - drawn < STILL and time.monotonic() - start < LONGEST:
            time.sleep(0.01)
            now = look(display, window)
            if now != seen:
                drawn, seen = time.monotonic(), now
        time.sleep(2)
        return mapped - start, drawn - start, *memory_of(process.pid)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()
        X.XCloseDisplay(ctypes.c_void_p(display))


def main():
    runs, name, command = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
    run(command)
    figures = [run(command) for _ in range(runs)]
    mapped, drawn, resident, proportional = (statistics.median(column) for column in zip(*figures))
    load = open("/proc/loadavg").read().split()[0]
    print(f"| {name} | {mapped * 1000:.0f} | {drawn * 1000:.0f} | {resident:.0f} | {proportional:.0f} | {load} |", flush=True)


main()
