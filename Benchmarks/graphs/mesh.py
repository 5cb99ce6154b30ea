"""A mesh of small suppliers: flat ownership, packages that build on packages, long chains of cached builds, a few hubs.

Repositories stand in one line, from the bottom of the supply chain to its top. What one publishes is consumed further
up: half of it nearby, half of it everywhere (the hubs). Control therefore flows one way and no large component forms:
whoever alters a package gains what stands above it. A job's builds restore one another's artifacts in chains, of which
only the first build is triggered by the workflow, so that following one to its end takes hundreds of steps.
"""
import numpy as np

from .draws import Draws, Groups
from .graph import DAY, OPEN, WINDOW_DAYS, WINDOW_START, Graph, GraphBuilder

NEARBY = 0.004  # how far down the line a job looks for half of what it consumes, as a share of the line
HUB_SKEW = 6.0  # how strongly the popular packages are preferred


class Mesh:
    def __init__(self, size: int, seed: int):
        self.size, self.seed = size, seed
        self.builder = GraphBuilder("mesh", seed)

    def graph(self) -> Graph:
        self._repositories()
        self._supply()
        self._builds()
        self._people()
        self._secrets()
        self._accounts()
        return self.builder.build(
            ("package", self._published_between(0.3, 0.7)), ("package", self._published_between(0.88, 0.995)),
            ("resource", self.jewels))

    def _share(self, fraction: float, least: int = 1) -> int:
        return max(least, int(self.size * fraction))

    def _published_between(self, low: float, high: float) -> np.ndarray:
        """Packages from a stretch of the line, those that are used most first."""
        place = self.package_repository / self.builder.count("repository")
        rows = np.flatnonzero((place >= low) & (place < high))
        return rows[np.argsort(-self.package_uses[rows], kind="stable")]

    def _repositories(self):
        draws, builder = Draws(self.seed, "repositories"), self.builder
        repositories = self._share(0.06, 60)
        teams = max(4, repositories // 15)
        self.repository_team = np.arange(repositories) * teams // repositories
        self.repositories_by_team = Groups(self.repository_team, teams)
        self.job_repository = np.repeat(np.arange(repositories), 1 + draws.poisson(1.2, repositories))
        jobs = len(self.job_repository)
        builder.nodes("team", teams)
        for kind, count in (("repository", repositories), ("workflow", repositories), ("job", jobs)):
            builder.nodes(kind, count)
        every = np.arange(repositories)
        builder.edges("HAS_WORKFLOW", "repository", every, "workflow", every)
        builder.edges("DEFINES", "workflow", self.job_repository, "job", np.arange(jobs))
        builder.edges("CAN_WRITE", "team", self.repository_team, "repository", every)
        rows = np.flatnonzero(draws.chance(0.25, jobs))
        builder.edges("ACTS_ON", "job", rows, "repository", self.job_repository[rows])

    def _supply(self):
        draws, builder = Draws(self.seed, "supply"), self.builder
        repositories, jobs = builder.count("repository"), len(self.job_repository)
        packages, actions = self._share(0.09, 80), self._share(0.004, 12)
        self.package_repository = np.sort(draws.below(repositories, packages))
        builder.nodes("package", packages)
        builder.edges("PUBLISHES", "repository", self.package_repository, "package", np.arange(packages))
        rows = draws.repeated(9, jobs)
        # Packages stand in their publishers' order, so all that a job may use come before its own repository's.
        below = np.searchsorted(self.package_repository, self.job_repository[rows])
        near = np.minimum(below, max(2, int(packages * NEARBY)))
        rank = draws.permutation(packages)
        hub = rank[(draws.uniform(len(rows)) ** HUB_SKEW * packages).astype(np.int64)]
        chosen = np.where(draws.chance(0.5, len(rows)), below - 1 - draws.below(near, len(rows)), hub)
        fits = (chosen >= 0) & (chosen < below)
        builder.edges("CONSUMED_BY", "package", chosen, "job", rows, keep=fits)
        self.package_uses = np.bincount(chosen[fits], minlength=packages)
        builder.nodes("action", actions)
        publisher = draws.below(repositories, actions)
        builder.edges("PUBLISHES", "repository", publisher, "action", np.arange(actions))
        rows = draws.repeated(1.5, jobs)
        chosen = (draws.uniform(len(rows)) ** 3 * actions).astype(np.int64)
        fits = publisher[chosen] < self.job_repository[rows]
        builder.edges("USED_BY", "action", chosen, "job", rows, keep=fits)

    def _builds(self):
        """Builds of a job, in order of time; each leaves an artifact that the next one restores."""
        draws, builder = Draws(self.seed, "builds"), self.builder
        jobs, runs = len(self.job_repository), self._share(0.27)
        run_job = np.sort(draws.weighted(draws.log_normal(1, 1.6, jobs), runs))
        start = WINDOW_START + draws.below(WINDOW_DAYS * DAY, runs)
        order = np.lexsort((start, run_job))
        start = start[order]
        end = start + 20 + np.minimum(draws.log_normal(180, 1.0, runs), 3 * 3600).astype(np.int64)
        span = lambda rows: (start[rows], end[rows])
        every = np.arange(runs)
        follows = np.flatnonzero(run_job[1:] == run_job[:-1]) + 1
        chained = follows[draws.chance(0.5, jobs)[run_job[follows]]]
        builder.nodes("run", runs, start, end)
        builder.edges("INSTANCE_OF", "run", every, "job", run_job, span(every))
        free = np.ones(runs, bool)
        free[chained] = False
        free = np.flatnonzero(free)
        workflow = self.job_repository[run_job]
        builder.edges("TRIGGERS", "workflow", workflow[free], "run", free, (start[free], start[free] + 1))
        builder.nodes("artifact", runs)
        builder.edges("PRODUCED", "run", every, "artifact", every, span(every))
        builder.edges("RESTORED_BY", "artifact", follows - 1, "run", follows, (start[follows], start[follows] + 1))
        below = np.searchsorted(self.package_repository, self.job_repository[run_job])
        rows = free[draws.chance(0.5, len(free))]
        near = np.minimum(below[rows], max(2, int(builder.count("package") * NEARBY)))
        chosen = below[rows] - 1 - draws.below(near, len(rows))
        builder.edges("PULLED_BY", "package", chosen, "run", rows, (start[rows], start[rows] + 1), chosen >= 0)

    def _people(self):
        draws, builder = Draws(self.seed, "people"), self.builder
        people, teams = self._share(0.03, 12), builder.count("team")
        home = draws.below(teams, people)
        self.people_by_team = Groups(home, teams)
        builder.nodes("person", people)
        builder.edges("MEMBER_OF", "person", np.arange(people), "team", home)
        rows = np.flatnonzero(draws.chance(0.05, people))
        builder.edges("MEMBER_OF", "person", rows, "team", np.minimum(home[rows] + 1, teams - 1))

    def _secrets(self):
        draws, builder = Draws(self.seed, "secrets"), self.builder
        repositories, jobs, teams = builder.count("repository"), len(self.job_repository), builder.count("team")
        secrets, tokens = self._share(0.08, 40), self._share(0.05, 30)
        owner = draws.below(repositories, secrets)
        by_repository = Groups(owner, repositories)
        builder.nodes("secret", secrets)
        rows = draws.repeated(2, jobs)
        chosen, found = by_repository.draw(self.job_repository[rows], draws)
        builder.edges("READS", "job", rows, "secret", chosen, keep=found)
        token_repository = draws.below(repositories, tokens)
        by_team = Groups(self.repository_team[token_repository], teams)
        issued = WINDOW_START + 25 * DAY - draws.below(500 * DAY, tokens)
        expires = np.where(draws.chance(0.3, tokens), OPEN, issued + draws.between(30, 400, tokens) * DAY)
        builder.nodes("token", tokens, issued, expires)
        rows = np.flatnonzero(draws.chance(0.5, secrets))
        chosen, found = by_team.draw(self.repository_team[owner[rows]], draws)
        builder.edges("HOLDS", "secret", rows, "token", chosen, keep=found)
        rows = draws.repeated(1.2, tokens)
        chosen, found = self.repositories_by_team.draw(self.repository_team[token_repository[rows]], draws)
        builder.edges("CAN_WRITE", "token", rows, "repository", chosen, (issued[rows], expires[rows]), found)
        rows = draws.repeated(0.6, tokens)
        chosen, found = Groups(self.package_repository, repositories).draw(token_repository[rows], draws)
        builder.edges("CAN_PUBLISH", "token", rows, "package", chosen, (issued[rows], expires[rows]), found)
        rows = np.flatnonzero(draws.chance(0.02, tokens))
        chosen, found = self.people_by_team.draw(self.repository_team[token_repository[rows]], draws)
        builder.edges("AUTHENTICATES_AS", "token", rows, "person", chosen, (issued[rows], expires[rows]), found)

    def _accounts(self):
        draws, builder = Draws(self.seed, "accounts"), self.builder
        repositories, jobs = builder.count("repository"), len(self.job_repository)
        accounts, resources = self._share(0.02, 12), self._share(0.02, 24)
        home = np.sort(draws.below(repositories, accounts))
        by_team = Groups(self.repository_team[home], builder.count("team"))
        builder.nodes("service_account", accounts)
        builder.nodes("resource", resources)
        rows = draws.repeated(0.3, jobs)
        chosen, found = by_team.draw(self.repository_team[self.job_repository[rows]], draws)
        builder.edges("MAY_ASSUME", "job", rows, "service_account", chosen, keep=found)
        # Accounts assume one another along the line, mostly upwards; some pairs go both ways.
        rows = draws.repeated(0.6, accounts)
        chosen = np.minimum(rows + 1 + draws.below(6, len(rows)), accounts - 1)
        builder.edges("CAN_ASSUME", "service_account", rows, "service_account", chosen)
        back = draws.chance(0.05, len(rows))
        builder.edges("CAN_ASSUME", "service_account", chosen[back], "service_account", rows[back])
        rows = draws.repeated(3, accounts)
        place = rows * resources // accounts + draws.below(max(2, resources // 100), len(rows))
        builder.edges("CAN_ACCESS", "service_account", rows, "resource", np.minimum(place, resources - 1))
        self.jewels = draws.sample(resources, max(16, resources // 50))
