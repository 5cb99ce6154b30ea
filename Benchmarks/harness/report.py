"""Writes docs/PERFORMANCE.md: the template's words with the run's tables in place of its marks."""
import re

from . import places
from .contestants import CONTESTANTS
from .results import Entry, Measured, Results
from .targets import MILLION, TARGETS, Field, best, faster
from .works import BY_NAME, WORKS

LABELS = {one.name: one.label for one in CONTESTANTS}
PEERS = {one.name for one in CONTESTANTS if one.role == "peer"}
MARK = re.compile(r"^<!-- (\w+)(?: ([\w-]+))? -->$", re.MULTILINE)


def write(results: Results, page):
    text = MARK.sub(lambda mark: _SECTIONS[mark[1]](results, *filter(None, [mark[2]])), places.TEMPLATE.read_text())
    page.write_text(text)


def duration(nanoseconds) -> str:
    """In milliseconds, to three digits."""
    if nanoseconds is None:
        return "–"
    value = nanoseconds / 1e6
    if value >= 99.95:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 9.995 else f"{value:.2f}" if value >= 0.9995 else f"{value:.2g}"


def times(value: float) -> str:
    if value != value:
        return "–"
    return f"{value:,.0f}×" if value >= 9.95 else f"{value:.1f}×" if value >= 0.095 else f"{value:.2g}×"


def bytes_text(count: int) -> str:
    return f"{count / 1e9:.2f} GB" if count >= 1e9 else f"{count / 1e6:.0f} MB"


def table(head: list, rows: list) -> str:
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def _header(results: Results) -> str:
    machine = [f"- {name}: {value}" for name, value in results.machine.items() if value]
    versions = ", ".join(
        f"{LABELS[name]} {version}" for name, version in results.versions.items() if name != "firebreak")
    graphs = [[graph["name"], f"{graph['nodes']:,}", f"{graph['edges']:,}", _sizes(graph), f"`{graph['fingerprint']}`",
               _when(graph, results)] for graph in results.graphs]
    return "\n".join([
        f"Written by `{results.command}` on {results.date}; do not edit (the words are in "
        "`Benchmarks/PERFORMANCE.template.md`).", "", *machine, f"- compared with: {versions}",
        *(f"- **not measured**: {LABELS.get(name, name)}: {why}" for name, why in results.missing.items()), "",
        table(["graph", "entities", "relations", "files", "fingerprint", "measured"], graphs)])


def _when(graph: dict, results: Results) -> str:
    """When, and which commit of Firebreak's."""
    commit = graph.get("firebreak") or results.machine.get("Firebreak")
    return f"{graph.get('date') or results.date}, {commit}"


def _sizes(graph) -> str:
    return ", ".join(f"{name} {bytes_text(size)}" for name, size in graph["files"].items())


def _limits(results: Results) -> str:
    if not results.limits:
        return "Not measured in this run."
    rows = [[name.replace("_per_s", "/s").replace("_", " ").replace("MB", " MB").replace("  ", " "), value]
            for name, value in results.limits.items()]
    return table(["one thread", "value"], rows)


def _agreement(results: Results) -> str:
    compared, differences = results.agreement.get("compared", 0), results.agreement.get("differences", [])
    if not differences:
        return f"{compared:,} answers were compared with another program's answer to the same query: all agree."
    lines = [f"{compared:,} answers were compared; **{len(differences)} differ**:", ""]
    for one in differences[:20]:
        against = f"; {LABELS.get(one['against'], one['against'])} says {one['other']}" if "against" in one else ""
        where = f"{one['work']} on {one['graph']}, query {one['query'] + 1}"
        lines.append(f"- {where}: {one['by']} says {one['answer']}{against}")
    return "\n".join(lines)


def _records(results: Results, work: str) -> list:
    return [record for record in results.measured if record.work == work and (record.entries or record.left_out)]


def _work(results: Results, name: str) -> str:
    """One row for each way, the fastest first; in brackets how many times longer than Firebreak or the reference."""
    records = _records(results, name)
    if not records:
        return "Not measured in this run."
    ways = {(entry.contestant, entry.way) for record in records for entry in record.entries}
    rows = [[_label(*way)] + [_cell(record, way) for record in records] for way in sorted(ways, key=_order(records))]
    notes = [f"- {LABELS[who]} on {record.graph}: {why}" for record in records for who, why in record.left_out.items()]
    notes += [f"- {_label(entry.contestant, entry.way)} on {record.graph}: {entry.error}"
              for record in records for entry in record.entries if entry.error]
    queries = max(record.queries for record in records)
    unit = f"ms, median of {queries} queries" if queries > 1 else "ms"
    memory = ", peak memory" if BY_NAME[name].load else ""
    head = [unit + memory] + [record.graph for record in records]
    return "\n".join(([table(head, rows), ""] if rows else []) + notes).strip()


def _label(contestant: str, way: str) -> str:
    return f"{LABELS[contestant]} ({way.split('/', 1)[1]})"


def _find(record: Measured, way) -> Entry | None:
    return next((entry for entry in record.entries if (entry.contestant, entry.way) == way and entry.times), None)


def _order(records):
    def key(way):
        figures = [(_find(record, way) or Entry("", "")).figure() for record in reversed(records)]
        return [figure if figure is not None else float("inf") for figure in figures]
    return key


def _cell(record: Measured, way) -> str:
    entry = _find(record, way)
    if not entry:
        return "–"
    base = best(record, {"firebreak"}) or best(record, {"c"})
    text = duration(entry.figure())
    if base and base is not entry:
        text += f" ({times(faster(base, entry))})"
    if len(entry.times) < record.queries:
        text += f" *{len(entry.times)} of {record.queries}*"
    return text + (f", {bytes_text(entry.peak)}" if BY_NAME[record.work].load and entry.peak else "")


def _summary(results: Results) -> str:
    """Each target on each graph of about a million entities."""
    rows = []
    for graph in results.graphs:
        if not MILLION[0] <= graph["nodes"] <= MILLION[1]:
            continue
        for target in TARGETS:
            record = next((one for one in _records(results, target.work) if one.graph == graph["name"]), None)
            if record:
                rows.append(_verdict(target, record, graph))
    if not rows:
        return "No graph of a million entities was measured in this run."
    head = ["work", "graph", "Firebreak ms", "best peer", "ms", "ratio", "C reference ms", "ratio", "target", "met"]
    return table(head, rows)


def _verdict(target, record: Measured, graph) -> list:
    ours = best(record, {"firebreak"}, ways=target.way and {target.way})
    peer, reference = best(record, PEERS, beside=ours), best(record, {"c"}, beside=ours)
    ratio = lambda other: times(faster(ours, other)) if ours and other else "–"
    met = target.met(Field(ours, PEERS, record, graph["files"])) if ours else None
    return [target.work, graph["name"], duration(ours and ours.figure()),
            _label(peer.contestant, peer.way) if peer else "–", duration(peer and peer.figure()), ratio(peer),
            duration(reference and reference.figure()), ratio(reference), target.words,
            {True: "yes", False: "**no**", None: "–"}[met]]


def _growth(results: Results) -> str:
    """What ten times as large a graph costs: the figure at ten millions over the one at a million."""
    rows = []
    for work in WORKS:
        records = {record.graph: record for record in _records(results, work.name)}
        for small, large in ((name, name.replace("-1m-", "-10m-")) for name in records if "-1m-" in name):
            if large in records:
                cells = [_growth_of(records[small], records[large], who) for who in ({"firebreak"}, {"c"}, PEERS)]
                rows.append([work.name, small, *cells])
    head = ["work", "graph", "Firebreak", "C reference", "best peer"]
    return table(head, rows) if rows else "Not measured in this run."


def _growth_of(small: Measured, large: Measured, who: set) -> str:
    first, then = best(small, who), best(large, who)
    return times(then.figure() / first.figure()) if first and then else "–"


def _latency(results: Results) -> str:
    """What a key costs: one row an action on a graph."""
    if not results.latency:
        return "Not measured in this run."
    head = ["key", "graph", "keys", "first answer ms, p50", "p99", "whole answer ms, p50", "p99", "bytes, p50", "most"]
    order = list(dict.fromkeys(record["action"] for record in results.latency))
    records = sorted(results.latency, key=lambda record: (order.index(record["action"]), record["entities"]))
    rows = [[record["action"], record["graph"], record["keys"],
             *(duration(record[name]) for name in ("first_p50", "first_p99", "whole_p50", "whole_p99")),
             *("–" if record[name] is None else f"{record[name]:,}" for name in ("bytes_p50", "bytes_max"))]
            for record in records]
    return table(head, rows)


_SECTIONS = {"header": _header, "limits": _limits, "agreement": _agreement, "work": _work, "summary": _summary,
             "growth": _growth, "latency": _latency}
