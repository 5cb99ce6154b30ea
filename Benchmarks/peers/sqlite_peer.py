"""SQLite: the database that is everywhere; reach by recursive queries over an index."""
import csv
import sqlite3

from .peer import Peer, landmarks, work

STORE = "store.sqlite"


class SQLite(Peer):
    interruptible = True

    @classmethod
    def version(cls):
        return sqlite3.sqlite_version

    def load_arrays(self):
        self._open()
        self.node_count, self.edge_count = self.folder.node_count, self.folder.edge_count

    def _open(self):
        self.database = sqlite3.connect(f"file:{self.folder.path / STORE}?mode=ro", uri=True)
        self.database.execute("PRAGMA mmap_size = 4000000000")

    def load_csv(self, file=":memory:"):
        self.database = sqlite3.connect(file, isolation_level=None)
        execute = self.database.execute
        execute("PRAGMA journal_mode = OFF")
        execute("PRAGMA synchronous = OFF")
        execute("CREATE TABLE nodes (id INTEGER PRIMARY KEY, kind TEXT, name TEXT)")
        execute('CREATE TABLE edges (src INTEGER, dst INTEGER, kind TEXT, "from" INTEGER, until INTEGER)')
        execute("BEGIN")
        for table, places in (("nodes", "?,?,?"), ("edges", "?,?,?,?,?")):
            with open(self.folder.path / f"{table}.csv", newline="") as file:
                rows = csv.reader(file)
                next(rows)
                self.database.executemany(f"INSERT INTO {table} VALUES ({places})", rows)
        execute("CREATE INDEX forward ON edges (src, dst)")
        execute("CREATE INDEX backward ON edges (dst, src)")
        execute("COMMIT")
        self.node_count, self.edge_count = (
            execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("nodes", "edges"))

    def make_store(self):
        path = self.folder.path / STORE
        path.unlink(missing_ok=True)
        self.load_csv(str(path))
        self.database.execute("ANALYZE")
        self.database.close()

    def load_store(self):
        """How many rows there are, and the first fifty."""
        self._open()
        self.node_count = self.database.execute("SELECT max(id) + 1 FROM nodes").fetchone()[0]
        self.database.execute("SELECT id, kind, name FROM nodes LIMIT 50").fetchall()

    def _reach(self, near, far, start):
        return self.database.execute(
            f"""WITH RECURSIVE reached(v) AS (VALUES (?) UNION SELECT {far} FROM reached JOIN edges ON {near} = v)
                SELECT count(*) FROM reached""", (start,)).fetchone()[0]

    @work("blast/union")
    def blast(self, seed):
        return self._reach("src", "dst", seed)

    @work("impact/union")
    def impact(self, jewel):
        return self._reach("dst", "src", jewel)

    @work("filter/instr")
    def filter(self, needle):
        return self.database.execute("SELECT count(*) FROM nodes WHERE instr(name, ?)", (needle,)).fetchone()[0]

    @work("sort-name/order_by")
    def sort_name(self):
        rows = [row for row, in self.database.execute("SELECT id FROM nodes ORDER BY name")]
        return [rows[place] for place in landmarks(len(rows))]
