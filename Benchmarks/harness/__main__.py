"""The one command: makes, builds, measures, compares and writes."""
import datetime
import json
import os
import shlex
import subprocess
import sys

import graphs
from graphs import files
from graphs import folder as graph_folder

from . import agreement, firebreak, latency, loads, machine, places, report
from .apart import apart
from .contestants import CONTESTANTS
from .options import LATENCY, parse, size_name
from .progress import note
from .results import Measured, Results
from .session import LOAD_PATIENCE, Session
from .worker import Worker, WorkerFailed, said
from .works import WORKS


def main() -> int:
    options = parse()
    page = options.output or (places.PAGE if options.whole else places.WORK / places.PAGE.name)
    if options.report_only:
        report.write(completed(Results.load()), page)
        return 0
    words = [os.path.basename(word) if "/" in word else word for word in sys.argv[1:]]
    results = Results(
        command=shlex.join(["Benchmarks/run", *words]),
        date=datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC"), machine=machine.describe())
    if options.keep:
        keep(options, results)
    build(options, results)
    contestants = present(options, results)
    if any(one.role == "reference" for one in contestants):
        note("measuring the machine")
        results.limits = json.loads(subprocess.run([places.WORK / "reference", "limits"], capture_output=True).stdout)
    expected = json.loads(options.expected.read_text()) if options.expected else None
    for folder in chosen_graphs(options, expected):
        measure(options, folder, contestants, results)
        # After each graph, so that a run that is broken off leaves what it found.
        results.agreement = agreement.check(results.measured, expected and agreement.expected_answers(expected))
        results.save()
        report.write(results, page)
    differences = results.agreement["differences"]
    for one in differences:
        note(f"DIFFERENT: {one}")
    note(f"{results.agreement['compared']} answers compared, {len(differences)} differ; wrote {page}")
    return 1 if differences else 0


def keep(options, results: Results):
    """Takes over what the last run found on graphs that this one does not measure."""
    last = completed(Results.load())
    again = {graph_name(options, shape, size) for shape, size in options.made}
    results.graphs = [graph for graph in last.graphs if graph["name"] not in again]
    results.measured = [record for record in last.measured if record.graph not in again]
    results.latency = [record for record in last.latency if record["graph"] not in again]
    results.versions = last.versions


def graph_name(options, shape: str, size: int) -> str:
    return f"{shape}-{size_name(size)}-{options.seed}"


def build(options, results: Results):
    note("compiling the C reference")
    sources = sorted(map(str, (places.BENCHMARKS / "reference").glob("*.c")))
    command = "gcc -std=c11 -O3 -march=native -Wall -Wextra -o".split()
    try:
        done = subprocess.run([*command, places.WORK / "reference", *sources], capture_output=True, text=True)
        if done.returncode:
            results.missing["c"] = "it could not be compiled: " + done.stderr.strip().splitlines()[-1]
    except OSError:
        results.missing["c"] = "there is no gcc"
    if not options.no_build and (not options.peers or "firebreak" in options.peers):
        note("building Firebreak in release")
        try:
            firebreak.build()
        except (firebreak.Failed, OSError) as failure:
            results.missing["firebreak"] = f"it could not be built: {said(failure)}"


def present(options, results: Results) -> list:
    """Who can be started here; each says its version and what it can do. Who cannot is reported."""
    found = []
    for one in CONTESTANTS:
        if (options.peers and one.name not in options.peers) or one.name in results.missing:
            continue
        try:
            worker = Worker(one.name, one.probe_command(), 120)
        except (WorkerFailed, OSError) as failure:
            results.missing[one.name] = f"it could not be started: {said(failure)}"
            continue
        worker.end()
        one.version, one.works, one.loads = (worker.ready[name] for name in ("version", "works", "loads"))
        results.versions[one.name] = one.version
        found.append(one)
    note("measuring " + ", ".join(one.label for one in found))
    for name, why in results.missing.items():
        note(f"NOT MEASURED: {name}: {why}")
    return found


def chosen_graphs(options, expected):
    for source in options.graph:
        note(f"taking the graph in {source.name}")
        path = graph_folder.place(source.resolve(), places.GRAPHS)
        apart(graphs.adopt, source.resolve(), path, expected)
        yield graphs.GraphFolder(path)
    if not options.graph:
        for shape, size in options.made:
            name = graph_name(options, shape, size)
            note(f"making {name}")
            apart(graphs.make, shape, size, options.seed, places.GRAPHS / name)
            yield graphs.GraphFolder(places.GRAPHS / name)


def measure(options, folder, contestants, results: Results):
    os.makedirs(places.LOGS, exist_ok=True)
    works = [work for work in WORKS if not options.only or work.name in options.only]
    asking = [one for one in contestants if any(work.load in ("", "store") and one.takes_part(work) for work in works)]
    stores = loads.make_stores([one for one in asking if folder.node_count <= one.largest], folder, options.budget)
    session = Session(folder, options.budget)
    try:
        for work in works:
            note(f"{folder.path.name}: {work.name}")
            taking, out = [], dict()
            for one in contestants:
                if not one.takes_part(work):
                    continue
                if folder.node_count > one.largest:
                    out[one.name] = f"left out: {one.why_not_larger}"
                elif one.name in stores and work.load in ("", "store"):
                    out[one.name] = stores[one.name]
                else:
                    taking.append(one)
            if folder.node_count > work.largest and not options.only:
                record = Measured(work.name, folder.path.name, 0)
                out = {one.name: "left out at this size: the JSON alone would be several gigabytes" for one in taking}
            elif work.load:
                record = loads.measure(work, taking, folder, options.budget)
            else:
                record = session.measure(work, [one for one in taking if not unprepared(one, work, folder, out)])
            record.left_out.update(out)
            results.measured.append(record)
            results.save()
    finally:
        session.close()
    if not options.only or LATENCY in options.only:
        press_keys(folder, contestants, results, options.budget)
    results.graphs.append(dict(described(folder), date=results.date, firebreak=results.machine.get("Firebreak")))


def press_keys(folder, contestants, results: Results, budget: float):
    """What keys cost in the console on this graph; the widest seed is declared compromised first."""
    if not any(one.role == "firebreak" for one in contestants):
        return
    note(f"{folder.path.name}: {LATENCY}")
    try:
        if not firebreak.snapshot(folder, "plain").exists():
            firebreak.make_snapshot(folder, "plain", LOAD_PATIENCE * budget)
        row = folder.queries["wide"][0]
        seed = str(row) if firebreak.named_by_row(folder) else folder.node_id(row)
        results.latency += latency.measure(folder, folder.queries["needles"][0], seed, LOAD_PATIENCE * budget)
    except (firebreak.Failed, OSError) as failure:
        note(f"NOT MEASURED: {LATENCY} on {folder.path.name}: {said(failure)}")
    results.save()


def described(folder) -> dict:
    sizes = {name: (folder.path / name).stat().st_size for name in files.FORMATS[1:4] if (folder.path / name).exists()}
    return dict(
        name=folder.path.name, nodes=folder.node_count, edges=folder.edge_count, fingerprint=folder.fingerprint,
        files=sizes)


def completed(results: Results) -> Results:
    """The same with what a run that was broken off did not come to say: of its last graph some works are there."""
    known = {graph["name"] for graph in results.graphs}
    unfinished = [name for name in dict.fromkeys(record.graph for record in results.measured) if name not in known]
    if unfinished:
        results.graphs += [described(graphs.GraphFolder(places.GRAPHS / name)) for name in unfinished]
        results.agreement = agreement.check(results.measured)
    return results


def unprepared(contestant, work, folder, out: dict) -> bool:
    """Makes the snapshot of a variant, which only Firebreak needs; says in `out` why that could not be done."""
    if contestant.role != "firebreak" or work.variant == "plain":
        return False
    try:
        firebreak.make_snapshot(folder, work.variant, LOAD_PATIENCE * 20)
    except firebreak.Failed as failure:
        out[contestant.name] = f"its snapshot could not be made: {said(failure)}"
    return contestant.name in out


if __name__ == "__main__":
    sys.exit(main())
