"""DuckDB: a columnar database in the process; reach by recursive queries."""
import duckdb
import numpy as np

from graphs.folder import KEPT

from .peer import Peer, landmarks, work

STORE = "store.duckdb"

# The document is one object as large as the file. Columns are given, and the depth to which DuckDB looks for types all
# the same is the least: that halves the time.
JSON = """
CREATE TEMP TABLE document AS SELECT * FROM read_json(
    $file, format = 'unstructured', maximum_object_size = $size, maximum_depth = 1,
    columns = {graph: 'STRUCT(nodes STRUCT(id VARCHAR, kinds VARCHAR[], properties STRUCT(name VARCHAR))[],
        edges STRUCT("start" STRUCT("value" VARCHAR), "end" STRUCT("value" VARCHAR), kind VARCHAR,
            properties STRUCT(valid_from UINTEGER, valid_until UINTEGER))[])'})
"""
JSON_NODES = """
CREATE TABLE nodes AS SELECT
        (place - 1)::UINTEGER AS id, node.id AS text, node.kinds[1] AS kind, node.properties.name AS name
    FROM (SELECT unnest(graph.nodes) AS node, generate_subscripts(graph.nodes, 1) AS place FROM document)
"""
JSON_EDGES = """
CREATE TABLE edges AS SELECT
        a.id AS src, b.id AS dst, edge.kind AS kind, coalesce(edge.properties.valid_from, 0) AS "from",
        coalesce(edge.properties.valid_until, 4294967295) AS until
    FROM (SELECT unnest(graph.edges) AS edge FROM document)
    JOIN nodes a ON a.text = edge."start"."value" JOIN nodes b ON b.text = edge."end"."value"
"""
NODE_TYPES = "{'id': 'UINTEGER', 'kind': 'VARCHAR', 'name': 'VARCHAR'}"
EDGE_TYPES = "{'src': 'UINTEGER', 'dst': 'UINTEGER', 'kind': 'VARCHAR', 'from': 'UINTEGER', 'until': 'UINTEGER'}"


class DuckDB(Peer):
    distribution = "duckdb"

    def load_arrays(self):
        """The store's file, its edges sorted by source so that whole row groups can be skipped."""
        self.database = duckdb.connect(str(self.folder.path / STORE), read_only=True)
        self.node_count, self.edge_count = self.folder.node_count, self.folder.edge_count

    def load_csv(self, file=":memory:"):
        self.database = duckdb.connect(file)
        for table, types in (("nodes", NODE_TYPES), ("edges", EDGE_TYPES)):
            self.database.execute(
                f"CREATE TABLE {table} AS SELECT * FROM read_csv($1, header = true, columns = {types})",
                [str(self.folder.path / f"{table}.csv")])
        self._count()

    def load_json(self):
        path = self.folder.path / "graph.json"
        self.database = duckdb.connect(":memory:")
        self.database.execute(JSON, dict(file=str(path), size=path.stat().st_size + 1))
        self.database.execute(JSON_NODES)
        self.database.execute(JSON_EDGES)
        self._count()

    def _count(self):
        self.node_count, self.edge_count = (
            self._one(f"SELECT count(*) FROM {table}")[0] for table in ("nodes", "edges"))

    def make_store(self):
        path = self.folder.path / STORE
        path.unlink(missing_ok=True)
        self.load_csv(str(path))
        self.database.execute("CREATE TABLE sorted AS SELECT * FROM edges ORDER BY src")
        self.database.execute("DROP TABLE edges")
        self.database.execute("ALTER TABLE sorted RENAME TO edges")
        self.database.close()

    def load_store(self):
        """How many rows there are, and the first fifty."""
        self.database = duckdb.connect(str(self.folder.path / STORE), read_only=True)
        self.node_count = self._one("SELECT count(*) FROM nodes")[0]
        self.database.execute("SELECT id, kind, name FROM nodes LIMIT 50").fetchall()

    def _one(self, query, *values):
        """The first row, or none; the others are fetched too, as the connection stays busy until the last one is."""
        return next(iter(self.database.execute(query, values).fetchall()), None)

    def _reach(self, near, far, start):
        return self._one(
            f"""WITH RECURSIVE reached(v) AS (SELECT $1::UINTEGER
                UNION SELECT {far} FROM reached JOIN edges ON {near} = v) SELECT count(*) FROM reached""", start)[0]

    @work("blast/union")
    def blast(self, seed):
        return self._reach("src", "dst", seed)

    @work("blast/using_key")
    def blast_keyed(self, seed):
        return self._one(
            """WITH RECURSIVE reached(v) USING KEY (v) AS (SELECT $1::UINTEGER UNION
                SELECT DISTINCT dst FROM reached JOIN edges ON src = v ANTI JOIN recurring.reached old ON old.v = dst
            ) SELECT count(*) FROM reached""", seed)[0]

    @work("impact/union")
    def impact(self, jewel):
        return self._reach("dst", "src", jewel)

    @work("timed/using_key")
    def timed(self, seed, time):
        """The earliest moment of each node; a later round only follows what it made earlier."""
        found = self._one(
            """WITH RECURSIVE reached(v, t) USING KEY (v) AS (SELECT $1::UINTEGER, $2::UINTEGER UNION
                SELECT dst, min(greatest(reached.t, "from")) AS t
                FROM reached JOIN edges ON src = reached.v AND reached.t < until
                LEFT JOIN recurring.reached old ON old.v = dst
                WHERE old.t IS NULL OR greatest(reached.t, "from") < old.t GROUP BY dst
            ) SELECT count(*), sum(t) FROM reached""", seed, time)
        return [found[0], int(found[1])]

    def lifetimes(self):
        """Tables in memory with what the store lacks: how long control lasts, and when nodes begin and end."""
        edges = {name: np.array(self.folder[name]) for name in ("src", "dst", "from", "until", "linger")}
        nodes = {name: np.array(self.folder[name]) for name in ("issued", "expires")}
        nodes["id"] = np.arange(self.node_count, dtype=np.uint32)
        self.database.register("given_edges", edges)
        self.database.register("given_nodes", nodes)
        self.database.execute("""CREATE TEMP TABLE lent AS
            SELECT src, dst, linger, greatest("from", issued)::BIGINT AS a, least(until, expires)::BIGINT AS b,
                expires::BIGINT AS expires FROM given_edges JOIN given_nodes ON id = dst ORDER BY src""")
        # Nothing begins later, so all that is ever reached is reached by then.
        self.horizon = 1 + max(int(part.max()) for part in (edges["from"], nodes["issued"]))

    @work("holds/using_key", prepare="lifetimes")
    def holds(self, seed, time, live_at):
        """Holdings [lo, hi), each start with its longest end; sessions are renewed step by step, up to the horizon."""
        horizon = max(self.horizon, live_at, time) + 1
        found = self._one(
            f"""WITH RECURSIVE held(v, lo, hi) USING KEY (v, lo) AS (
                SELECT id, greatest(issued, $2)::BIGINT, least(expires, {horizon})::BIGINT FROM given_nodes
                    WHERE id = $1 AND greatest(issued, $2) < expires
                UNION SELECT v, lo, max(hi) FROM (
                    SELECT dst AS v, greatest(lo, a) AS lo, least({horizon}, CASE linger WHEN {KEPT} THEN expires
                        ELSE least(least(hi, b) + linger, expires) END) AS hi
                    FROM held JOIN lent ON src = v WHERE greatest(lo, a) < least(hi, b)) new
                WHERE NOT EXISTS (SELECT 1 FROM recurring.held old
                    WHERE old.v = new.v AND old.lo <= new.lo AND old.hi >= new.hi) GROUP BY v, lo
            ) SELECT count(*), sum(lo), count(*) FILTER (WHERE live) FROM
                (SELECT min(lo) AS lo, bool_or(lo <= $3 AND $3 < hi) AS live FROM held GROUP BY v)""",
            seed, time, live_at)
        return [found[0], int(found[1] or 0), found[2]]

    @work("path/using_key")
    def path(self, source, target):
        """Labels nodes with their distance until a round reaches the target."""
        found = self._one(
            """WITH RECURSIVE reached(v, steps) USING KEY (v) AS (SELECT $1::UINTEGER, 0 UNION
                SELECT dst, min(steps + 1) FROM reached JOIN edges ON src = v
                ANTI JOIN recurring.reached old ON old.v = dst
                WHERE NOT EXISTS (SELECT 1 FROM recurring.reached done WHERE done.v = $2) GROUP BY dst
            ) SELECT steps FROM reached WHERE v = $2""", source, target)
        return found[0] if found else -1

    @work("filter/contains")
    def filter(self, needle):
        return self._one("SELECT count(*) FROM nodes WHERE contains(name, $1)", needle)[0]

    def degrees(self):
        """A table in memory: the store itself is open for reading only."""
        self.database.execute(
            """CREATE TEMP TABLE sortable AS SELECT id, name, coalesce(n, 0)::UINTEGER AS degree FROM nodes LEFT JOIN
                (SELECT v, count(*) AS n FROM (SELECT src AS v FROM edges UNION ALL SELECT dst FROM edges) GROUP BY v)
                ON v = id""")

    @work("sort-name/order_by", prepare="degrees")
    def sort_name(self):
        rows = self.database.execute("SELECT id FROM sortable ORDER BY name").fetchnumpy()["id"]
        return [int(rows[place]) for place in landmarks(len(rows))]

    @work("sort-number/order_by", prepare="degrees")
    def sort_number(self):
        values = self.database.execute("SELECT id, degree FROM sortable ORDER BY degree DESC").fetchnumpy()["degree"]
        return [int(values[place]) for place in landmarks(len(values))]
