"""The console on a pseudo-terminal: how long until its first screen stands, and what memory it then has."""
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time

from . import firebreak, places

ROWS, COLUMNS = 60, 200
QUIET = 0.4  # seconds without output after which a screen stands


def first_screen(snapshot, entities: int, limit: float):
    """Nanoseconds from the start of the process to the last byte of its first screen, and its resident bytes then.

    The first screen is the one that says how many entities there are: what is drawn while something loads is not it.
    """
    began = time.perf_counter_ns()
    child, terminal = start(snapshot)
    try:
        last = settled(terminal, f"{entities:,} entities".encode(), limit)
        return last - began, _resident(child)
    finally:
        end(child, terminal)


def start(snapshot):
    """Starts the console on a pseudo-terminal: its process, and the far end of its terminal."""
    if not firebreak.PROGRAM.exists():
        raise firebreak.Failed("firebreak is not built")
    home = places.WORK / "home"
    os.makedirs(home, exist_ok=True)
    child, terminal = pty.fork()
    if child == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        # A home of its own, so that nothing of the user's is read or written.
        environment = {"PATH": os.environ["PATH"], "HOME": str(home), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        os.execve(firebreak.PROGRAM, [str(firebreak.PROGRAM), str(snapshot)], environment)
    return child, terminal


def end(child, terminal):
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(terminal)


def settled(terminal, sign: bytes, limit: float) -> int:
    """When the last byte came of the screen that holds `sign`."""
    last, written, deadline = 0, b"", time.monotonic() + limit
    while time.monotonic() < deadline:
        ready, _, _ = select.select([terminal], [], [], QUIET)
        if not ready and sign in written:
            return last
        if ready:
            try:
                part = os.read(terminal, 1 << 16)
            except OSError as error:
                raise firebreak.Failed("the console ended before it drew a screen") from error
            written += part
            last = time.perf_counter_ns()
    raise firebreak.Failed(f"no screen within {limit:.0f} s")


def _resident(child) -> int:
    with open(f"/proc/{child}/status") as lines:
        return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS:")), 0)
