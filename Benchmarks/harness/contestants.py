"""Who is measured, and how each is started."""
import sys
from dataclasses import dataclass, field

from graphs.folder import GraphFolder

from . import firebreak, places
from .works import Row, Work

LARGE = 2_000_000


@dataclass
class Contestant:
    name: str
    label: str
    # Firebreak is what is judged, the reference is the machine's measure, all others are peers.
    role: str = "peer"
    # Larger graphs are left out, and the report says so.
    largest: int = 10**9
    why_not_larger: str = ""
    version: str = ""
    works: list = field(default_factory=list)
    # The ways in which it can be loaded, each with what reads the files.
    loads: dict = field(default_factory=dict)

    def takes_part(self, work: Work) -> bool:
        if work.load:
            return work.load in self.loads
        return bool(self.ways(work))

    def ways(self, work: Work) -> list:
        """The requests by which this one does the work; some know several ways."""
        return [name for name in self.works if name.split("/")[0] == work.request]

    def probe_command(self) -> list:
        return self._python("--graph", ".", "--load", "nothing")

    def command(self, folder: GraphFolder, variant: str, load: str) -> list:
        return self._python("--graph", folder.path, "--load", load or "arrays")

    def store_command(self, folder: GraphFolder) -> list:
        return self._python("--graph", folder.path, "--make-store")

    def _python(self, *arguments) -> list:
        return [sys.executable, "-m", "peers.worker", self.name, *map(str, arguments)]

    def spell(self, folder: GraphFolder, fields: tuple) -> str:
        return ",".join(map(str, fields)) or "-"

    def understood(self, answer):
        """An answer in everyone's terms."""
        return answer


class Reference(Contestant):
    program = places.WORK / "reference"

    def probe_command(self):
        return [str(self.program), "works"]

    def command(self, folder, variant, load):
        return [str(self.program), str(folder.path)]


class Firebreak(Contestant):
    def probe_command(self):
        return [str(firebreak.MEASURE), "works"]

    def command(self, folder, variant, load):
        return [str(firebreak.MEASURE), str(firebreak.snapshot(folder, variant))]

    def store_command(self, folder):
        return firebreak.import_command(folder, "plain", firebreak.snapshot(folder, "plain"))

    def spell(self, folder, fields):
        by_row = firebreak.named_by_row(folder)
        return ",".join(
            str(field) if by_row or not isinstance(field, Row) else folder.node_id(field) for field in fields) or "-"

    def understood(self, answer):
        """Its ids end with the row."""
        if isinstance(answer, list):
            return [self.understood(part) for part in answer]
        return int(answer.rpartition(":")[2]) if isinstance(answer, str) else answer


MINUTES = "loading alone takes minutes and most of the memory"

CONTESTANTS = [
    Firebreak("firebreak", "Firebreak", role="firebreak"),
    Reference("c", "C reference", role="reference"),
    Contestant("scipy", "SciPy"),
    Contestant("duckdb", "DuckDB"),
    Contestant("polars", "Polars"),
    Contestant("numpy", "numpy by hand"),
    Contestant("kuzu", "Kùzu"),
    Contestant("networkit", "NetworKit", largest=LARGE, why_not_larger=MINUTES),
    Contestant("igraph", "igraph"),
    Contestant("simdjson", "pysimdjson + SciPy"),
    Contestant("sqlite", "SQLite", largest=LARGE, why_not_larger=MINUTES),
    Contestant("python", "Python by hand", largest=LARGE, why_not_larger=MINUTES),
    Contestant("rustworkx", "rustworkx", largest=LARGE, why_not_larger=MINUTES),
    Contestant("networkx", "NetworkX", largest=LARGE, why_not_larger=MINUTES),
    Contestant("ripgrep", "ripgrep"),
    Contestant("grep", "GNU grep"),
]
