"""The command line."""
import argparse
from pathlib import Path

from graphs import SHAPES

from .contestants import CONTESTANTS
from .works import WORKS

LATENCY = "latency"  # no work that peers share: what a key costs in the console

SIZES = {"k": 1_000, "m": 1_000_000}

# What the whole run measures, the graphs of the targets first: a run that is broken off leaves what it found.
WHOLE = [("estate", 1_000_000), ("mesh", 1_000_000), ("estate", 100_000), ("estate", 10_000_000)]


def size(text: str) -> int:
    unit = SIZES.get(text[-1:].lower())
    try:
        count = int(float(text[:-1]) * unit) if unit else int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of nodes such as 100k, 1m or 250000") from None
    if count < 1:
        raise argparse.ArgumentTypeError("a graph has at least one node")
    return count


def size_name(count: int) -> str:
    for unit, factor in (("m", 1_000_000), ("k", 1_000)):
        if count % factor == 0:
            return f"{count // factor}{unit}"
    return str(count)


def listed(convert, known=None):
    def parse(text: str) -> list:
        parts = [convert(part) for part in text.split(",")]
        for part in parts:
            if known is not None and part not in known:
                raise argparse.ArgumentTypeError(f"{part!r} is none of {', '.join(known)}")
        return parts
    return parse


def parse(arguments=None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="Benchmarks/run",
        description="Measures Firebreak, its peers and the C reference on the same work, compares their answers, "
                    "and writes docs/PERFORMANCE.md. A run narrowed by --only, --peers, --graph, --sizes or --shape "
                    "writes .build-benchmarks/PERFORMANCE.md instead, unless --output says otherwise.")
    works, peers = [work.name for work in WORKS] + [LATENCY], [one.name for one in CONTESTANTS]
    parser.add_argument("--sizes", type=listed(size), help="nodes, such as 100k,1m,10m (default: these three, and the mesh at 1m)")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--shape", type=listed(str, SHAPES), help=f"of {', '.join(SHAPES)} (default with --sizes: estate)")
    parser.add_argument("--graph", type=Path, action="append", default=[], metavar="DIR",
                        help="measure on a graph made elsewhere; repeatable. Replaces the graphs made here")
    parser.add_argument("--expected", type=Path, metavar="FILE", help="answers for --graph to compare with")
    parser.add_argument("--peers", type=listed(str, peers), help=f"only these of {', '.join(peers)}")
    parser.add_argument("--only", type=listed(str, works), metavar="WORK,…", help=f"only these of {', '.join(works)}")
    parser.add_argument("--budget", type=float, default=3, metavar="SECONDS",
                        help="for each way of each contestant at each work (default: 3)")
    parser.add_argument("--no-build", action="store_true", help="take the programs in .build/release as they are")
    parser.add_argument("--keep", action="store_true",
                        help="with --sizes or --shape: what the last run found on other graphs stays in the page")
    parser.add_argument("--report-only", action="store_true", help="write the page again from the last results")
    parser.add_argument("--output", type=Path, metavar="FILE", help="where to write the page")
    options = parser.parse_args(arguments)
    if options.expected and len(options.graph) != 1:
        parser.error("--expected needs one --graph")
    if options.budget <= 0:
        parser.error("--budget has to be more than nothing")
    if options.keep and (options.graph or options.peers or options.only):
        parser.error("--keep goes with graphs that are made here, and with all peers and works")
    options.whole = options.keep or not (
        options.sizes or options.shape or options.graph or options.peers or options.only)
    options.made = [
        (shape, size) for size in options.sizes or [100_000, 1_000_000, 10_000_000]
        for shape in options.shape or ["estate"]
    ] if options.sizes or options.shape else WHOLE
    return options
