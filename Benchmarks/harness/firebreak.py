"""Firebreak's own programs, run as its users run them."""
import json
import os
import signal
import subprocess
import tempfile
import threading
import time

from graphs import files

from . import places
from .apart import apart
from .worker import Worker, said

PROGRAM = places.RELEASE / "firebreak"
MEASURE = places.RELEASE / "firebreak-measure"

# From this size on the snapshot comes from the CSV pair: the JSON would be several gigabytes.
CSV_ABOVE = 2_000_000


class Failed(Exception):
    pass


def build():
    """Both programs, in release; raises with the last lines of what the build says."""
    done = subprocess.run(["make", "build", "measure"], cwd=places.REPOSITORY, capture_output=True, text=True)
    if done.returncode:
        raise Failed("\n".join((done.stdout + done.stderr).splitlines()[-5:]))


def named_by_row(folder) -> bool:
    """Whether the snapshot's ids are plain rows, as in the CSV pair, or the JSON's `kind:row`."""
    return folder.node_count > CSV_ABOVE


def sources(folder, variant: str) -> list:
    if variant == "holds":
        return ["graph-holds.json"]
    return ["nodes.csv", "edges.csv"] if named_by_row(folder) else ["graph.json"]


def snapshot(folder, variant: str):
    return folder.path / f"{variant}.firebreak"


def import_command(folder, names, target) -> list:
    return [str(PROGRAM), "import", *(str(folder.path / name) for name in names), "-o", str(target)]


def make_snapshot(folder, variant: str, limit: float):
    names = sources(folder, variant)
    apart(files.ensure, folder, *names)
    finished(import_command(folder, names, snapshot(folder, variant)), limit)


def timed_import(folder, load: str, target, limit: float):
    """Nanoseconds from start to end of the process, its peak memory, and how many entities and relations there are."""
    target.unlink(missing_ok=True)
    names = ["graph.json"] if load == "json" else ["nodes.csv", "edges.csv"]
    taken, peak, _ = finished(import_command(folder, names, target), limit)
    return taken, peak, _counts(target, limit)


def first_rows(folder, limit: float):
    command = [str(PROGRAM), "inventory", str(snapshot(folder, "plain")), "--limit", "50", "--format", "json"]
    taken, peak, output = finished(command, limit)
    return taken, peak, json.loads(output)["total"]


def _counts(target, limit) -> list:
    worker = Worker("firebreak", [str(MEASURE), str(target)], limit)
    worker.end()
    return [worker.ready["ready"]["nodes"], worker.ready["ready"]["edges"]]


def finished(command: list, limit: float, folder=places.REPOSITORY):
    """Runs a process to its end: nanoseconds, peak resident bytes and standard output."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        began = time.perf_counter_ns()
        try:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=errors, cwd=folder)
        except OSError as error:
            raise Failed(said(error)) from error
        watch = threading.Timer(limit, os.kill, (process.pid, signal.SIGKILL))
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        taken = time.perf_counter_ns() - began
        watch.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            words = _text(errors).strip().splitlines()
            late = taken > limit * 1e9 and f"did not end within {limit:.0f} s"
            raise Failed(late or (words[-1][:200] if words else f"ended with status {process.returncode}"))
        return taken, usage.ru_maxrss * 1024, _text(output)


def _text(file) -> str:
    file.seek(0)
    return file.read().decode(errors="replace")
