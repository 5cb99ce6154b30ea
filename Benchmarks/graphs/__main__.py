"""Makes one graph without measuring anything: `python -m graphs --shape estate --nodes 100000 --seed 7 --out DIR`."""
import argparse
from pathlib import Path

from . import SHAPES, files, make

parser = argparse.ArgumentParser(prog="graphs", description=__doc__)
parser.add_argument("--shape", choices=SHAPES, default="estate")
parser.add_argument("--nodes", type=int, default=100_000)
parser.add_argument("--seed", type=int, default=7)
parser.add_argument("--out", type=Path, required=True)
parser.add_argument("--holds", action="store_true", help="also write graph-holds.json, with holds and lifetimes")
options = parser.parse_args()

folder = make(options.shape, options.nodes, options.seed, options.out)
files.ensure(folder, *(file for file in files.FORMATS if options.holds or file != "graph-holds.json"))
print(f"{folder.node_count} nodes, {folder.edge_count} edges, {folder.fingerprint}")
