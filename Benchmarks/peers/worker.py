"""Runs one peer in a process of its own and answers requests, one a line, as Benchmarks/README.md says.

    python -m peers.worker PEER --graph DIR --load arrays|csv|json|store|nothing
    python -m peers.worker PEER --graph DIR --make-store
"""
import argparse
import gc
import importlib
import json
import signal
import sys
import time
from pathlib import Path

from graphs.folder import GraphFolder

from .peer import Peer

# A query that has begun may take this many times the budget; what cannot be interrupted is ended from outside.
PATIENCE = 3


class OverBudget(Exception):
    pass


def _over_budget(*_):
    raise OverBudget


def peer_class(name: str) -> type:
    module = importlib.import_module(f"peers.{name}_peer")
    return next(value for value in vars(module).values()
                if isinstance(value, type) and issubclass(value, Peer) and value.__module__ == module.__name__)


def parsed(work: str, query: str) -> list:
    """A query's fields: numbers, but for the text that a filter looks for; `-` has none."""
    if work.startswith("filter"):
        return [query]
    return [] if query == "-" else [int(field) for field in query.split(",")]


def answer(peer: Peer, method, budget: float, queries: list) -> dict:
    """One pass over the queries, cut short when the budget is used up; at least one is tried."""
    taken, answers = [], []
    deadline = time.monotonic() + budget
    if peer.interruptible:
        signal.setitimer(signal.ITIMER_REAL, PATIENCE * budget)
    try:
        for query in queries:
            fields = parsed(method.work, query)
            began = time.perf_counter_ns()
            result = method(peer, *fields)
            taken.append(time.perf_counter_ns() - began)
            answers.append(result)
            if time.monotonic() > deadline:
                break
    except OverBudget:
        pass
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return dict(nanoseconds=taken, answers=answers)


def serve(peer: Peer, requests):
    works, prepared = peer.works(), set()
    for line in requests:
        name, budget, *queries = line.split()
        method = works[name]
        try:
            if method.prepare and method.prepare not in prepared:
                getattr(peer, method.prepare)()
                prepared.add(method.prepare)
            reply = answer(peer, method, float(budget), queries)
        except Exception as error:  # a peer that fails at one work may still do the next one
            reply = dict(error=f"{type(error).__name__}: {error}"[:300])
        _say(reply)


def _say(value: dict):
    sys.__stdout__.write(json.dumps(value, default=int) + "\n")
    sys.__stdout__.flush()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("peer")
    parser.add_argument("--graph", type=Path, required=True)
    parser.add_argument("--load", choices=["arrays", "csv", "json", "store", "nothing"], default="arrays")
    parser.add_argument("--make-store", action="store_true", help="write the file that the peer opens, and end")
    options = parser.parse_args()
    sys.stdout = sys.stderr  # what a library prints must not get among the answers
    signal.signal(signal.SIGALRM, _over_budget)
    kind = peer_class(options.peer)
    peer = kind(GraphFolder(options.graph))
    gc.disable()  # nothing here makes cycles, and collecting doubles the time of loading
    if options.make_store:
        return peer.make_store()
    began = time.perf_counter_ns()
    if options.load != "nothing":
        getattr(peer, f"load_{options.load}")()
    taken = time.perf_counter_ns() - began
    loads = {load: kind.readers.get(load, "own file" if load == "store" else "own reader") for load in ("csv", "json", "store")
             if hasattr(peer, f"load_{load}")}
    for missing in kind.missing():
        raise SystemExit(missing)
    _say(dict(ready=dict(nanoseconds=taken, nodes=peer.node_count, edges=peer.edge_count), version=kind.version(),
              works=sorted(peer.works()), loads=loads))
    serve(peer, sys.stdin)


if __name__ == "__main__":
    main()
