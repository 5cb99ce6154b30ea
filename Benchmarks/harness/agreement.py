"""Whether everyone who answered a query gave the same answer."""
from .results import Measured

# Whose answer the others are compared with, where they gave one.
TRUSTED = ("expected", "c", "scipy", "igraph")


def check(measured: list, expected: dict | None = None) -> dict:
    """How many answers were compared, and where they differ. `expected`: answers by work, in the queries' order."""
    compared, differences = 0, []
    for record in measured:
        for place in range(record.queries):
            given = _given(record, place, (expected or {}).get(record.work))
            if len(given) < 2:
                continue
            judge = next((name for name in TRUSTED if name in given), next(iter(given)))
            truth = given.pop(judge)
            for name, answer in given.items():
                compared += 1
                if answer != truth:
                    differences.append(dict(
                        work=record.work, graph=record.graph, query=place, by=name, answer=answer, against=judge,
                        other=truth))
        for entry in record.entries:
            differences += [
                dict(work=record.work, graph=record.graph, query=place, by=f"{entry.contestant} {entry.way}",
                     answer="not the same in every round") for place in entry.changed_answers]
    return dict(compared=compared, differences=differences)


def _given(record: Measured, place: int, expected) -> dict:
    given = {} if expected is None or place >= len(expected) else {"expected": expected[place]}
    for entry in record.entries:
        answer = entry.answers.get(place)
        if answer is not None:
            given[entry.contestant if entry.contestant not in given else f"{entry.contestant} {entry.way}"] = answer
    return given


def expected_answers(document: dict) -> dict:
    """Answers of a file made elsewhere, in the order in which `graphs.queries` asks for them."""
    plain, temporal = document["plain"], document["temporal"]
    half = len(plain) // 2
    return {
        "blast": [item["reached"] for item in plain[:half]],
        "blast-narrow": [item["reached"] for item in plain[half:]],
        "timed": [[item["reached"], item["sum_arrival"]] for item in temporal[:half]],
        "dominators": [[item["reached"], item["nonroot_dominators"]] for item in document["dominators"][:half]],
        "impact": [item["reached"] for item in document["reverse"]],
        "path": [item["hops"] for item in document["shortest_path"]],
        "cut": [item["min_cut"] for item in document["min_cut"]],
    }
