"""What was measured, as it is saved and as the report reads it."""
import json
import os
import statistics
from dataclasses import asdict, dataclass, field

from . import places


@dataclass
class Entry:
    """One way in which one contestant did one work on one graph."""

    contestant: str
    way: str
    # For each query that was answered its times in nanoseconds, round by round.
    times: dict = field(default_factory=dict)
    answers: dict = field(default_factory=dict)
    changed_answers: list = field(default_factory=list)
    peak: int = 0  # bytes resident at the most
    error: str = ""

    def add(self, reply: dict):
        if "error" in reply:
            self.error = reply["error"]
            return
        for place, (taken, answer) in enumerate(zip(reply["nanoseconds"], reply["answers"])):
            self.times.setdefault(place, []).append(taken)
            if self.answers.setdefault(place, answer) != answer:
                self.changed_answers.append(place)

    def median(self, place: int) -> float:
        """Of the rounds; the first one warms up and counts only where there are fewer than three."""
        rounds = self.times[place]
        return statistics.median(rounds[1:] if len(rounds) >= 3 else rounds)

    def figure(self, places=None):
        """The median over the queries of their medians, in nanoseconds; nothing where none was answered."""
        own = [self.median(place) for place in self.times if places is None or place in places]
        return statistics.median(own) if own else None

    @property
    def rounds(self) -> int:
        return max(map(len, self.times.values()), default=0)


@dataclass
class Measured:
    work: str
    graph: str
    queries: int
    entries: list = field(default_factory=list)
    # Who was left out of this work on this graph, and why.
    left_out: dict = field(default_factory=dict)


@dataclass
class Results:
    command: str = ""
    date: str = ""
    machine: dict = field(default_factory=dict)
    limits: dict = field(default_factory=dict)
    versions: dict = field(default_factory=dict)
    missing: dict = field(default_factory=dict)
    graphs: list = field(default_factory=list)  # name, nodes, edges, fingerprint, sizes of the files
    measured: list = field(default_factory=list)
    agreement: dict = field(default_factory=dict)
    latency: list = field(default_factory=list)  # what keys cost: the records of latency.py

    def save(self):
        partial = places.RESULTS.with_suffix(".new")
        partial.write_text(json.dumps(asdict(self), indent=1) + "\n")
        os.replace(partial, places.RESULTS)

    @staticmethod
    def load() -> "Results":
        results = Results(**json.loads(places.RESULTS.read_text()))
        for place, record in enumerate(results.measured):
            measured = Measured(**record)
            measured.entries = [Entry(**entry) for entry in measured.entries]
            for entry in measured.entries:  # JSON's keys are texts
                entry.times = {int(key): value for key, value in entry.times.items()}
                entry.answers = {int(key): value for key, value in entry.answers.items()}
            results.measured[place] = measured
        return results
