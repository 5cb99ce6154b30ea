"""Kùzu: a graph database in the process, asked in Cypher."""
import kuzu

from .peer import Peer, work

STORE = "store.kuzu"
DEEPEST = 20_000  # longer than any chain in the graphs; the default of 30 steps would end searches early


class Kuzu(Peer):
    distribution = "kuzu"

    def load_arrays(self):
        self._open(self.folder.path / STORE, read_only=True)
        self.node_count, self.edge_count = self.folder.node_count, self.folder.edge_count

    def _open(self, path, read_only=False):
        self.database = kuzu.Database(str(path), read_only=read_only)
        self.connection = kuzu.Connection(self.database)
        self.connection.execute(f"CALL var_length_extend_max_depth = {DEEPEST}")

    def load_csv(self, path=":memory:"):
        self._open(path)
        execute = self.connection.execute
        execute("CREATE NODE TABLE Entity(id INT64 PRIMARY KEY, kind STRING, name STRING)")
        execute("CREATE REL TABLE Leads(FROM Entity TO Entity, kind STRING, valid_from INT64, valid_until INT64)")
        execute(f"COPY Entity FROM '{self.folder.path / 'nodes.csv'}' (HEADER=true)")
        execute(f"COPY Leads FROM '{self.folder.path / 'edges.csv'}' (HEADER=true)")
        self.node_count = self._one("MATCH (e:Entity) RETURN count(*)")
        self.edge_count = self._one("MATCH (:Entity)-[l:Leads]->(:Entity) RETURN count(*)")

    def make_store(self):
        path = self.folder.path / STORE
        path.unlink(missing_ok=True)
        self.load_csv(path)
        self.connection.close()
        self.database.close()

    def load_store(self):
        """How many entities there are, and the first fifty."""
        self.database = kuzu.Database(str(self.folder.path / STORE), read_only=True)
        self.connection = kuzu.Connection(self.database)
        self.node_count = self._one("MATCH (e:Entity) RETURN count(*)")
        self.connection.execute("MATCH (e:Entity) RETURN e.id, e.kind, e.name LIMIT 50").get_all()

    def _one(self, query, **values):
        return self.connection.execute(query, values).get_next()[0]

    @work("blast/shortest")
    def blast(self, seed):
        """The seed itself is not among the results."""
        return 1 + self._one(
            f"MATCH (a:Entity)-[:Leads* SHORTEST 1..{DEEPEST}]->(b:Entity) WHERE a.id = $seed AND b.id <> $seed "
            "RETURN count(*)", seed=seed)

    @work("impact/shortest")
    def impact(self, jewel):
        return 1 + self._one(
            f"MATCH (a:Entity)<-[:Leads* SHORTEST 1..{DEEPEST}]-(b:Entity) WHERE a.id = $jewel AND b.id <> $jewel "
            "RETURN count(*)", jewel=jewel)

    @work("path/shortest")
    def path(self, source, target):
        found = self.connection.execute(
            f"MATCH (a:Entity)-[steps:Leads* SHORTEST 1..{DEEPEST}]->(b:Entity) WHERE a.id = $a AND b.id = $b "
            "RETURN length(steps)", dict(a=source, b=target))
        return found.get_next()[0] if found.has_next() else -1

    @work("filter/contains")
    def filter(self, needle):
        return self._one("MATCH (e:Entity) WHERE contains(e.name, $needle) RETURN count(*)", needle=needle)
