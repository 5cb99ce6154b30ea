"""What a key costs: the console on a pseudo-terminal, pressed key by key.

The *first* answer is there when the first burst of output after the key has ended: that is what the eye waits for. The
*whole* answer is there when nothing more comes and the program computes nothing: all of it then stands on the screen.
"""
import math
import os
import select
import time
from dataclasses import dataclass

from . import console, firebreak
from .progress import step

BURST = 0.002  # seconds without output after which a picture is drawn
QUIET = 0.15  # seconds without output after which nothing more is to come, where nothing is computed
IDLE = 1  # clock ticks that a program which computes nothing may use meanwhile
NO_ANSWER = 2.0  # a key without any output for this long has changed nothing


@dataclass(frozen=True)
class Action:
    """Keys that are measured, and those that lead to where they are pressed. A tuple is measured key by key."""

    name: str
    before: str
    keys: tuple
    after: str = ""


def actions(needle: str) -> list:
    return [
        Action("cursor move", "2", ("j",) * 40 + ("k",) * 40),
        Action("cursor move that scrolls the list", "G", ("k",) * 80, "g"),
        Action("page", "", ("\x1b[6~",) * 40, "g"),
        Action("filter, a keystroke", "/", tuple(needle) + ("\x7f",) * len(needle) + tuple(needle), "\x1b\x1b"),
        Action("next kind", "", ("\t",) * 12),
        Action("opening the blast radius, known", "", ("b", "q") * 10),
        Action("why, and back", "bj", ("\r", "q") * 10, "q"),
    ]


def measure(folder, needle: str, seed: str, limit: float) -> list:
    """For each action a record: how often, and the figures of its keys."""
    child, terminal = console.start(firebreak.snapshot(folder, "plain"))
    try:
        console.settled(terminal, f"{folder.node_count:,} entities".encode(), limit)
        keyboard = Keyboard(child, terminal)
        for keys in ("i", f'/id:"{seed}"', "\r", "c", "\x15", "\r"):
            keyboard.settle(keys, limit)
        records = [_record(folder, "opening the blast radius, first time", [keyboard.press("b", limit)])]
        keyboard.settle("q\x1b", limit)
        for action in actions(needle):
            step(f"{folder.path.name}: {action.name}")
            keyboard.settle(action.before, limit)
            answers = [answer for key in action.keys if (answer := keyboard.press(key, limit))]
            keyboard.settle(action.after, limit)
            records.append(_record(folder, action.name, answers))
        return records
    finally:
        console.end(child, terminal)


class Keyboard:
    def __init__(self, child, terminal):
        self._child = child
        self._terminal = terminal

    def press(self, key: str, limit: float):
        """Nanoseconds to the first and to the whole answer, and the bytes of the first; nothing where none came."""
        began = time.perf_counter_ns()
        os.write(self._terminal, key.encode())
        first, count = self._burst(min(NO_ANSWER, limit), BURST)
        if not count:
            return None
        return first - began, (self._finished(limit) or first) - began, count

    def settle(self, keys: str, limit: float):
        """Presses keys that are not measured, and waits until all is drawn."""
        if keys:
            os.write(self._terminal, keys.encode())
        self._finished(limit)

    def _finished(self, limit: float) -> int:
        """Waits until nothing is written and nothing computed; when the last byte came, 0 where none did."""
        whole, deadline = 0, time.monotonic() + limit
        while time.monotonic() < deadline:
            spent = self._spent()
            last, count = self._burst(QUIET, BURST)
            if not count and self._spent() - spent <= IDLE:
                break
            whole = last or whole
        return whole

    def _spent(self) -> int:
        """The processor time of the program so far, in clock ticks."""
        with open(f"/proc/{self._child}/stat") as line:
            fields = line.read().rsplit(")", 1)[1].split()
        return int(fields[11]) + int(fields[12])

    def _burst(self, patience: float, gap: float):
        """When the last byte of the next burst came, and how many there were."""
        last, count = 0, 0
        while select.select([self._terminal], [], [], gap if count else patience)[0]:
            try:
                count += len(os.read(self._terminal, 1 << 16))
            except OSError as error:
                raise firebreak.Failed("the console ended while keys were pressed") from error
            last = time.perf_counter_ns()
        return last, count


def _record(folder, name: str, answers: list) -> dict:
    answers = [answer for answer in answers if answer]
    first, whole, count = (sorted(column) for column in zip(*answers)) if answers else ([], [], [])
    return dict(
        graph=folder.path.name, entities=folder.node_count, action=name, keys=len(answers),
        first_p50=quantile(first, 0.5), first_p99=quantile(first, 0.99), whole_p50=quantile(whole, 0.5),
        whole_p99=quantile(whole, 0.99), bytes_p50=quantile(count, 0.5), bytes_max=count[-1] if count else None)


def quantile(ascending: list, part: float):
    """The smallest value that at least this part of all does not exceed."""
    return ascending[max(0, math.ceil(part * len(ascending)) - 1)] if ascending else None
