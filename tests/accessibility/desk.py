# SPDX-License-Identifier: GPL-3.0-or-later
"""A place of its own for a console and somebody who reads its screen: an X server without a screen, a session bus, the
accessibility bus that is started on it, and a home folder that is new. Nothing of the person's own is read or written.
"""
import ctypes
import glob
import os
import shutil
import signal
import socket
import subprocess
import tempfile

SERVERS_TRIED = 5
PROGRAMS = ("Xvfb", "dbus-daemon")
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
OF_ANOTHER_DESK = ("AT_SPI_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "NO_AT_BRIDGE", "QT_ACCESSIBILITY",
                   "QT_QPA_PLATFORM", "QT_SCALE_FACTOR", "WAYLAND_DISPLAY", "XAUTHORITY")


def missing():
    """What must be installed for a desk, as a list of words; empty: all is there."""
    lacking = [name for name in PROGRAMS if shutil.which(name) is None]
    if not any(map(os.path.exists, LAUNCHERS)):
        lacking.append("at-spi-bus-launcher")
    try:
        import gi
        gi.require_version("Atspi", "2.0")
    except (ImportError, ValueError):
        lacking.append("Python's Atspi (gir1.2-atspi-2.0, python3-gi)")
    return lacking


def end_with_the_test():
    """Also when it is killed, by whoever finds that it takes too long."""
    set_death_signal = 1  # PR_SET_PDEATHSIG
    ctypes.CDLL(None).prctl(set_death_signal, signal.SIGTERM)


class Desk:
    """Use with `with`. The environment of this process becomes the desk's, as libatspi looks there for its bus."""

    def __init__(self, console):
        self.program = console
        self._started = []
        self._has_opened = False
        self.folder = ""

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="valv-desk-")  # short: sockets are in it
        try:
            self._prepare()
        except BaseException:
            self.__exit__()
            raise
        return self

    def _prepare(self):
        run = os.path.join(self.folder, "run")
        os.mkdir(run, 0o700)
        for name in OF_ANOTHER_DESK:
            os.environ.pop(name, None)
        os.environ.update(HOME=self.folder, TMPDIR=self.folder, XDG_RUNTIME_DIR=run,
                          XDG_DATA_HOME=os.path.join(self.folder, "data"),
                          XDG_CONFIG_HOME=os.path.join(self.folder, "config"),
                          XDG_CACHE_HOME=os.path.join(self.folder, "cache"),
                          LC_ALL="C.UTF-8", TZ="Europe/Stockholm",
                          QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
        os.environ["DISPLAY"] = next(filter(None, (self._start_server() for _ in range(SERVERS_TRIED))))
        # What it starts for others (the accessibility bus and its registry) inherits this environment, and goes with it.
        bus = self._start(["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True)
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()

    def _start_server(self):
        """Its display; empty where another server took the number at the same moment."""
        ours, theirs = os.pipe()
        server = self._start(["Xvfb", "-displayfd", str(theirs), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
                             stderr=subprocess.DEVNULL, pass_fds=[theirs])
        os.close(theirs)
        with os.fdopen(ours) as answer:
            number = answer.readline().strip()
        with socket.socket(socket.AF_UNIX) as door:
            is_open = number and door.connect_ex(f"/tmp/.X11-unix/X{number}") == 0
        return f":{number}" if is_open and server.poll() is None else ""

    def _start(self, command, **how):
        process = subprocess.Popen(command, preexec_fn=end_with_the_test, **how)
        self._started.append(process)
        return process

    def bring_demo(self, made):
        """The demo estate, if it was made before, where the console will look for it: it then only opens it."""
        if os.path.isdir(made):
            data = os.path.join(os.environ["XDG_DATA_HOME"], "valv")
            os.makedirs(data)
            subprocess.run(["cp", "-aT", "--reflink=auto", "--sparse=always", made, os.path.join(data, "demo")], check=True)

    def start(self, *options):
        """Starts the console; its messages go where the test's go."""
        return self._start([self.program, *options])

    def open(self, link):
        """Hands a link to the console that is there: as a browser does, by another start of it, the first time. Then
        without one, by what such a start does."""
        if not self._has_opened:
            self._has_opened = True
            subprocess.run([self.program, "--open", link], check=True, timeout=120)
            return
        with socket.socket(socket.AF_UNIX) as bell:
            bell.connect(glob.glob(os.path.join(self.folder, "valv-*"))[0])
            bell.sendall(f"{link}\n".encode())

    def __exit__(self, *_):
        for process in reversed(self._started):
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
                try:
                    process.wait(30)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
            if process.stdout is not None:
                process.stdout.close()
        shutil.rmtree(self.folder, ignore_errors=True)
