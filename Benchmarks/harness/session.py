"""Workers of one graph that run side by side, and the rounds in which they are asked in turn.

Everyone does a pass over a work's queries, then everyone the next one: what else the machine does meanwhile falls on
all alike. Workers stay loaded from work to work while memory lasts; those that do not fit beside the others take their
turn alone.
"""
from . import progress
from .contestants import Contestant
from .results import Entry, Measured
from .worker import Worker, WorkerFailed, memory, said

ROUNDS = 8  # the first one warms up
ENOUGH_FREE = 0.4  # of all memory: below it nothing more is loaded beside what is there
PATIENCE = 3  # a query that has begun may take this many times the budget; peers/worker.py says the same
LOAD_PATIENCE = 30


class Session:
    def __init__(self, folder, budget: float):
        self.folder, self.budget = folder, budget
        self._live = {}

    def measure(self, work, contestants: list) -> Measured:
        queries = work.queries(self.folder.queries)
        measured = Measured(work.name, self.folder.path.name, len(queries))
        pending = [one for one in contestants if queries]
        while pending:
            batch = []
            for contestant in pending:
                if batch and not self._has_room(contestant, work, keep=batch):
                    break
                batch.append(contestant)
                self._start(contestant, work, measured, keep=batch)
            pending = pending[len(batch):]
            self._rounds(work, [one for one in batch if self._key(one, work) in self._live], queries, measured)
        return measured

    def close(self):
        for worker in self._live.values():
            worker.end()
        self._live.clear()

    def _key(self, contestant: Contestant, work):
        return contestant.name, work.variant if contestant.role == "firebreak" else ""

    def _has_room(self, contestant, work, keep) -> bool:
        if self._key(contestant, work) in self._live:
            return True
        kept = {self._key(one, work) for one in keep}
        for key in [key for key in self._live if key not in kept]:
            if memory("MemAvailable") > ENOUGH_FREE * memory("MemTotal"):
                break
            self._live.pop(key).end()
        return memory("MemAvailable") > ENOUGH_FREE * memory("MemTotal")

    def _start(self, contestant, work, measured, keep):
        key = self._key(contestant, work)
        if key in self._live:
            return
        self._has_room(contestant, work, keep)
        progress.step(f"{measured.work}: starting {contestant.label}")
        try:
            command = contestant.command(self.folder, work.variant, "")
            self._live[key] = Worker(contestant.name, command, LOAD_PATIENCE * self.budget)
        except (WorkerFailed, OSError) as failure:
            measured.left_out[contestant.name] = f"could not be loaded: {said(failure)}"

    def _rounds(self, work, contestants, queries, measured):
        entries = [(one, Entry(one.name, way)) for one in contestants for way in one.ways(work)]
        spent = [0.0] * len(entries)
        for number in range(ROUNDS):
            for turn in range(len(entries)):
                place = (turn + number) % len(entries)  # nobody always comes after the same one
                contestant, entry = entries[place]
                if entry.error or spent[place] >= self.budget or (number and not entry.times):
                    continue
                progress.step(f"{measured.work}: round {number + 1}, {contestant.label} ({entry.way})")
                spent[place] += self._ask(contestant, work, entry, queries, self.budget - spent[place], measured)
        measured.entries += [entry for _, entry in entries]

    def _ask(self, contestant, work, entry, queries, budget, measured) -> float:
        key = self._key(contestant, work)
        if key not in self._live:
            self._start(contestant, work, measured, keep=[])
        worker = self._live.get(key)
        if not worker:
            entry.error = measured.left_out.get(contestant.name, "could not be loaded")
            return 0
        words = [contestant.spell(self.folder, fields) for fields in queries]
        try:
            reply = worker.ask(entry.way, budget, words, PATIENCE * self.budget + 30)
        except (WorkerFailed, OSError) as failure:
            entry.error = said(failure)
            self._live.pop(key).end()
            return self.budget
        entry.add(dict(reply, answers=[contestant.understood(answer) for answer in reply.get("answers", [])]))
        if not entry.times and not entry.error:
            entry.error = f"no query answered within {PATIENCE * self.budget:.0f} s"
        entry.peak = max(entry.peak, worker.peak())
        return sum(reply.get("nanoseconds", [])) / 1e9
