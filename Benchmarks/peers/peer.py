"""What all peers have in common: a graph folder, ways to load it, and the works they can do with it."""
import importlib.metadata
import platform

from graphs.folder import GraphFolder


def work(name, prepare=None):
    """Marks a method that answers one query of a work. `name` may say which way it takes: `cut/pruned`.

    The method named `prepare` is called once before, and is not timed.
    """
    def mark(method):
        method.work, method.prepare = name, prepare
        return method
    return mark


def landmarks(count: int) -> list:
    """Places of a sorted column by which two orders are compared: both ends and the quarters."""
    return [0, count // 4, count // 2, count * 3 // 4, count - 1]


class Peer:
    # The distribution that it comes from.
    distribution: str | None = None
    # What reads the files, where that is not the peer itself.
    readers: dict = {}
    # Whether its works run in Python, so that a signal can stop one that takes too long.
    interruptible = False

    def __init__(self, folder: GraphFolder):
        self.folder = folder
        self.node_count = self.edge_count = 0

    @classmethod
    def version(cls) -> str:
        """Which version answers."""
        return importlib.metadata.version(cls.distribution) if cls.distribution else platform.python_version()

    @classmethod
    def missing(cls) -> list:
        """What this machine lacks to run it, in words."""
        return []

    def load_arrays(self):
        """From numpy arrays: the shortest way to ask questions. Not measured."""
        self.node_count, self.edge_count = self.folder.node_count, self.folder.edge_count

    # A peer that can be measured at it also has load_csv, load_json, make_store or load_store.

    def works(self) -> dict:
        methods = (getattr(type(self), name) for name in dir(type(self)))
        return {method.work: method for method in methods if hasattr(method, "work")}
