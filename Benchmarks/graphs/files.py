"""Writes a graph folder's text files. Each appears whole or not at all."""
import contextlib
import os

from .folder import KEPT, GraphFolder
from .graph import OPEN
from .names import names
from .relations import FOREIGN_NODE_KINDS

CHUNK = 500_000
FORMATS = ("names.txt", "nodes.csv", "edges.csv", "graph.json", "graph-holds.json")


def ensure(folder: GraphFolder, *files: str):
    """Writes those of `files` that are not there."""
    for file in files:
        if not (folder.path / file).exists():
            with _whole(folder.path / file) as out:
                _WRITERS[file](folder, out)


@contextlib.contextmanager
def _whole(path):
    partial = path.with_name(path.name + ".new")
    with open(partial, "w") as out:
        yield out
    os.replace(partial, path)


def _write_names(folder, out):
    out.writelines(name + "\n" for name in names(folder.node_count, folder.meta["seed"]))


def _named(folder):
    ensure(folder, "names.txt")
    return folder.names()


def _write_nodes(folder, out):
    kinds, label = folder.meta["kinds"], _named(folder)
    out.write("id,kind,name\n")
    out.writelines(f"{row},{kinds[kind]},{label[row]}\n" for row, kind in enumerate(folder["nkind"].tolist()))


def _edge_rows(folder, *columns):
    """The named columns as tuples of plain numbers, without all of them in memory at once."""
    arrays = [folder[column] for column in columns]
    for start in range(0, folder.edge_count, CHUNK):
        yield from zip(*(array[start:start + CHUNK].tolist() for array in arrays))


def _write_edges(folder, out):
    kinds = folder.meta["edge_kinds"]
    out.write("src,dst,kind,from,until\n")
    out.writelines(f"{source},{target},{kinds[kind]},{start},{end}\n" for source, target, kind, start, end
                   in _edge_rows(folder, "src", "dst", "ekind", "from", "until"))


def _write_json(folder, out, holds=False):
    meta, label = folder.meta, _named(folder)
    kinds = meta["kinds"]
    ids = [f"{kinds[kind]}:{row}" for row, kind in enumerate(folder["nkind"].tolist())]
    out.write('{"graph":{"nodes":[\n')
    _separated(out, _nodes(folder, ids, label, holds))
    out.write('\n],"edges":[\n')
    _separated(out, _edges(folder, ids, holds))
    out.write("\n]}}\n")


def _separated(out, parts):
    first = next(parts, None)
    if first is not None:
        out.write(first)
        out.writelines(",\n" + part for part in parts)


def _nodes(folder, ids, label, holds):
    meta, jewels = folder.meta, set(folder.meta["jewels"])
    heads = []
    for kind in meta["kinds"]:
        revocable = ',"revocable":true' if kind in meta["cuttable"] else ""
        ours = FOREIGN_NODE_KINDS.get(kind, kind)
        heads.append((f'"kinds":["{kind}"],"properties":{{"firebreak_kind":"{ours}"{revocable},"name":"', kind))
    issued, expires = folder["issued"], folder["expires"]
    for row, kind in enumerate(folder["nkind"].tolist()):
        tail = '"' + (',"crown_jewel":true' if row in jewels else "")
        if holds and issued[row]:
            tail += f',"issued_at":{issued[row]}'
        if holds and expires[row] != OPEN:
            tail += f',"expires_at":{expires[row]}'
        yield f'{{"id":"{ids[row]}",{heads[kind][0]}{label[row]}{tail}}}}}'


def _edges(folder, ids, holds):
    kinds = folder.meta["edge_kinds"]
    columns = ("src", "dst", "ekind", "from", "until") + (("linger",) if holds else ())
    for source, target, kind, start, end, *linger in _edge_rows(folder, *columns):
        tail = (f',"valid_from":{start}' if start else "") + (f',"valid_until":{end}' if end != OPEN else "")
        if linger:
            tail += _hold(linger[0])
        yield (f'{{"start":{{"value":"{ids[source]}"}},"end":{{"value":"{ids[target]}"}},"kind":"{kinds[kind]}",'
               f'"properties":{{"traversable":true{tail}}}}}')


def _hold(linger):
    if linger == KEPT:
        return ',"hold":"keep"'
    return f',"hold":"session","session_seconds":{linger}' if linger else ',"hold":"borrow"'


_WRITERS = {
    "names.txt": _write_names, "nodes.csv": _write_nodes, "edges.csv": _write_edges, "graph.json": _write_json,
    "graph-holds.json": lambda folder, out: _write_json(folder, out, holds=True),
}
