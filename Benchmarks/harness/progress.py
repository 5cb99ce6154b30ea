"""What the benchmark is doing, on standard error: a line a step of note, and on a terminal what happens within it."""
import shutil
import sys

_live = sys.stderr.isatty()


def note(words: str):
    _clear()
    print(words, file=sys.stderr, flush=True)


def step(words: str):
    if _live:
        _clear()
        print(words[:shutil.get_terminal_size().columns - 1], end="\r", file=sys.stderr, flush=True)


def _clear():
    if _live:
        print("\x1b[K", end="", file=sys.stderr)
