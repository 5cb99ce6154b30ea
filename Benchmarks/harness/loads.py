"""Works that are a load: each round is a process of its own, so that its peak memory is the load's."""
import time

from graphs import files

from . import console, firebreak, places, progress
from .apart import apart
from .results import Entry, Measured
from .session import LOAD_PATIENCE
from .worker import Worker, WorkerFailed, said

ROUNDS = {"json": 3, "csv": 3, "store": 7}
# No contestant starts another round once its rounds have taken this many budgets.
BUDGETS = 2


def measure(work, contestants: list, folder, budget: float) -> Measured:
    measured = Measured(work.name, folder.path.name, 1)
    apart(files.ensure, folder, *{"json": ["graph.json"], "csv": ["nodes.csv", "edges.csv"], "store": []}[work.load])
    entries = [(one, Entry(one.name, way)) for one in contestants for way in _ways(one, work)]
    spent = [0.0] * len(entries)
    for number in range(ROUNDS[work.load]):
        for place, (contestant, entry) in enumerate(entries):
            if entry.error or (number and spent[place] >= BUDGETS * budget):
                continue
            progress.step(f"{work.name}: round {number + 1}, {contestant.label}")
            began = time.monotonic()
            try:
                _once(contestant, entry, work, folder, LOAD_PATIENCE * budget)
            except (WorkerFailed, firebreak.Failed, OSError) as failure:
                entry.error = said(failure)
            spent[place] += time.monotonic() - began
    measured.entries = [entry for _, entry in entries]
    return measured


def _ways(contestant, work) -> list:
    """Firebreak is measured as its users run it, from the start of the process."""
    if contestant.role != "firebreak":
        return [f"{work.name}/{contestant.loads[work.load]}"]
    return ["open/console", "open/inventory"] if work.load == "store" else [f"{work.name}/whole process"]


def _once(contestant, entry, work, folder, limit):
    if contestant.role != "firebreak":
        worker = Worker(contestant.name, contestant.command(folder, work.variant, work.load), limit)
        ready, peak = worker.ready["ready"], worker.peak_after_load
        worker.end()
        taken = ready["nanoseconds"]
        answer = ready["nodes"] if work.load == "store" else [ready["nodes"], ready["edges"]]
    elif entry.way == "open/console":
        taken, peak = console.first_screen(firebreak.snapshot(folder, "plain"), folder.node_count, limit)
        answer = None  # its screen is not read
    elif entry.way == "open/inventory":
        taken, peak, answer = firebreak.first_rows(folder, limit)
    else:
        target = folder.path / f"import-{work.load}.firebreak"
        taken, peak, answer = firebreak.timed_import(folder, work.load, target, limit)
    entry.peak = max(entry.peak, peak)
    entry.add(dict(nanoseconds=[taken], answers=[answer]))


def make_stores(contestants: list, folder, budget: float) -> dict:
    """Writes what each one opens, where it is not there from an earlier run; who could not, and why."""
    failed = {}
    apart(files.ensure, folder, "nodes.csv", "edges.csv")
    for contestant in contestants:
        mark = folder.path / f".{contestant.name}-store"
        if "store" not in contestant.loads:
            continue
        if contestant.role != "firebreak" and mark.exists() and mark.read_text() == contestant.version:
            continue
        progress.step(f"writing the store of {contestant.label}")
        try:
            if contestant.role == "firebreak":
                firebreak.make_snapshot(folder, "plain", LOAD_PATIENCE * budget)
            else:
                firebreak.finished(contestant.store_command(folder), LOAD_PATIENCE * budget, places.BENCHMARKS)
            mark.write_text(contestant.version)
        except firebreak.Failed as failure:
            failed[contestant.name] = f"its store could not be written: {failure}"
    return failed
