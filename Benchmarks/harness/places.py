"""Where things are."""
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
BENCHMARKS = REPOSITORY / "Benchmarks"
WORK = REPOSITORY / ".build-benchmarks"  # ignored by git: graphs, stores, programs, results
GRAPHS = WORK / "graphs"
LOGS = WORK / "logs"
RESULTS = WORK / "results.json"
PAGE = REPOSITORY / "docs" / "PERFORMANCE.md"
TEMPLATE = BENCHMARKS / "PERFORMANCE.template.md"
RELEASE = REPOSITORY / ".build" / "release"
