"""Deterministic CI/CD identity graphs: shapes, files and the questions asked of them."""
import hashlib
from pathlib import Path

from . import files, folder, queries
from .estate import Estate
from .folder import GraphFolder, save
from .mesh import Mesh
from .tangle import Tangle

SHAPES = {"estate": Estate, "mesh": Mesh, "tangle": Tangle}


def generator_fingerprint() -> str:
    """Changes whenever the code of this package does."""
    digest = hashlib.sha256()
    for source in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def make(shape: str, size: int, seed: int, path: Path) -> GraphFolder:
    """The graph in `path`: as it stands there when this code made it, else made anew."""
    made, generator = GraphFolder(path), generator_fingerprint()
    if (path / "meta.json").is_file() and made.meta.get("generator") == generator:
        return made
    for old in path.glob("**/*"):
        if old.is_file() or old.is_symlink():
            old.unlink()
    made = save(SHAPES[shape](size, seed).graph(), path, generator)
    files.ensure(made, "names.txt")
    queries.write(made)
    return made


def adopt(source: Path, path: Path, expected: dict | None = None) -> GraphFolder:
    """A graph made elsewhere, with the questions asked of it: those that `expected` has answers for."""
    adopted = folder.adopt(source, path)
    queries.write(adopted, expected)
    return adopted
