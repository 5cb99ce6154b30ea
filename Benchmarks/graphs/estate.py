"""The estate of one enterprise: organizations that share a platform team's build machines.

Organizations own teams' repositories; workflows define jobs; jobs run, mostly a few of them very often. A run takes
place on a hosted machine of its own or on a runner of the team's, the organization's or the platform's pool. Jobs read
secrets of their repository and organization, deploy to environments and assume cloud accounts; secrets and agents hold
tokens; tokens write to repositories; accounts reach resources. Organizations touch through the platform's runners and a
few shared accounts, so a runner of the platform reaches a third to two thirds of everything, others little.
"""
import numpy as np

from .draws import Draws, Groups
from .graph import DAY, OPEN, WINDOW_DAYS, WINDOW_START, Graph, GraphBuilder

PLATFORM_RUNNERS = 40  # at every size: a larger estate has busier platform runners, not more of them
JOB_PLATFORM, JOB_ORGANIZATION, JOB_TEAM = 0.04, 0.12, 0.44  # shares of jobs by pool; the others run on hosted machines


class Estate:
    def __init__(self, size: int, seed: int):
        self.size, self.seed = size, seed
        self.builder = GraphBuilder("estate", seed)

    def graph(self) -> Graph:
        self._ownership()
        self._pools()
        self._runs()
        self._secrets()
        self._accounts()
        self._tokens()
        self._agents()
        busiest = np.argsort(-np.bincount(self.run_runner, minlength=self.standing_runners), kind="stable")
        busiest = busiest[busiest < self.standing_runners]
        shared = self.runner_pool[busiest] == 0
        return self.builder.build(
            ("runner", busiest[shared]), ("runner", busiest[~shared][::7][:200]), ("resource", self.jewels))

    def _share(self, fraction: float, least: int = 1) -> int:
        return max(least, int(self.size * fraction))

    def _ownership(self):
        draws, builder = Draws(self.seed, "ownership"), self.builder
        organizations = self._share(0.0003, 4)
        repositories = self._share(0.025, 60)
        teams = max(organizations, repositories // 12)
        weights = 1 / np.arange(1, organizations + 1) ** 0.8
        self.team_organization = np.concatenate([
            np.arange(organizations), draws.weighted(weights, teams - organizations)])
        self.repository_team = draws.weighted(draws.log_normal(1, 0.6, teams), repositories)
        self.repository_organization = self.team_organization[self.repository_team]
        self.workflow_repository = np.repeat(np.arange(repositories), 1 + draws.poisson(1.2, repositories))
        workflows = len(self.workflow_repository)
        self.job_workflow = np.repeat(np.arange(workflows), 1 + draws.poisson(1.0, workflows))
        self.job_repository = self.workflow_repository[self.job_workflow]
        self.job_team = self.repository_team[self.job_repository]
        self.job_organization = self.team_organization[self.job_team]
        for kind, count in (("organization", organizations), ("repository", repositories),
                            ("workflow", workflows), ("job", len(self.job_workflow))):
            builder.nodes(kind, count)
        builder.edges("OWNS", "organization", self.repository_organization, "repository", np.arange(repositories))
        builder.edges("HAS_WORKFLOW", "repository", self.workflow_repository, "workflow", np.arange(workflows))
        builder.edges("DEFINES", "workflow", self.job_workflow, "job", np.arange(len(self.job_workflow)))

    def _pools(self):
        """Pool 0 is the platform's; one for each organization follows, then one for six teams of ten."""
        draws, builder = Draws(self.seed, "pools"), self.builder
        organizations, teams = builder.count("organization"), len(self.team_organization)
        owners = np.flatnonzero(draws.chance(0.6, teams))
        pools = 1 + organizations + len(owners)
        team_pool = 1 + self.team_organization
        team_pool[owners] = 1 + organizations + np.arange(len(owners))
        self.team_pool = team_pool
        self.clean_pool = draws.chance(0.4, pools)  # machines made anew for each run keep nothing of it
        self.clean_pool[0] = True
        weights = draws.log_normal(1, 0.8, pools)
        weights[0], weights[1:1 + organizations] = 0, weights[1:1 + organizations] * 4
        others = max(0, self._share(0.01) - PLATFORM_RUNNERS - pools)
        self.runner_pool = np.concatenate([
            np.zeros(PLATFORM_RUNNERS, np.int64), np.arange(1, pools), draws.weighted(weights, others)])
        self.standing_runners = len(self.runner_pool)
        where = draws.uniform(len(self.job_workflow))
        bounds = np.cumsum([JOB_PLATFORM, JOB_ORGANIZATION, JOB_TEAM])
        self.job_pool = np.select(
            [where < bounds[0], where < bounds[1], where < bounds[2]],
            [0, 1 + self.job_organization, team_pool[self.job_team]], -1)
        builder.nodes("runner_group", pools)
        builder.edges("OWNS", "organization", np.arange(organizations), "runner_group", 1 + np.arange(organizations))
        builder.edges("OWNS", "organization", self.team_organization[owners], "runner_group", team_pool[owners])
        self.pool_runners = Groups(self.runner_pool, pools)

    def _runs(self):
        draws, builder = Draws(self.seed, "runs"), self.builder
        jobs, runs = len(self.job_workflow), self._share(0.52)
        self.run_job = draws.weighted(draws.log_normal(1, 1.5, jobs), runs)
        self.run_repository = self.job_repository[self.run_job]
        start = WINDOW_START + draws.below(WINDOW_DAYS * DAY, runs)
        end = start + 10 + np.minimum(draws.log_normal(240, 1.2, runs), 6 * 3600).astype(np.int64)
        self.span = lambda rows: (start[rows], end[rows])
        pool = self.job_pool[self.run_job]
        hosted = pool < 0
        self.run_runner = self.standing_runners + np.cumsum(hosted) - 1
        self.run_runner[~hosted] = self.pool_runners.draw(pool[~hosted], draws, skew=2)[0]
        builder.nodes("run", runs, start, end)
        builder.nodes("runner", self.standing_runners + int(hosted.sum()))
        every = np.arange(runs)
        builder.edges("HAS_RUNNER", "runner_group", self.runner_pool, "runner", np.arange(self.standing_runners))
        builder.edges("TRIGGERS", "workflow", self.job_workflow[self.run_job], "run", every, (start, start + 1))
        builder.edges("EXECUTED", "runner", self.run_runner, "run", every, (start, end))
        builder.edges("INSTANCE_OF", "run", every, "job", self.run_job, (start, end))
        dirty = np.flatnonzero(~hosted & ~self.clean_pool[pool])
        builder.edges("RAN_ON", "run", dirty, "runner", self.run_runner[dirty], self.span(dirty))
        writing = np.flatnonzero(draws.chance(0.12, jobs)[self.run_job])
        builder.edges("ACTS_ON", "run", writing, "repository", self.run_repository[writing], self.span(writing))
        # What a run leaves in the cache is restored by the repository's next ones.
        order = np.lexsort((start, self.run_repository))
        for step, share in ((1, 0.9), (2, 0.6), (5, 0.5)):
            earlier, later = order[:-step], order[step:]
            same = self.run_repository[earlier] == self.run_repository[later]
            same &= draws.chance(share, len(earlier))
            first = start[later[same]]
            builder.edges("RESTORED_BY", "run", earlier[same], "run", later[same], (first, first + 1))

    def _secrets(self):
        """A slot belongs to a repository, to an environment of a team, or to an organization."""
        draws, builder = Draws(self.seed, "secrets"), self.builder
        secrets, jobs = self._share(0.05), len(self.job_workflow)
        teams, organizations = len(self.team_organization), builder.count("organization")
        self.secret_scope = draws.weighted(np.array([0.6, 0.22, 0.18]), secrets)
        owner = draws.below(builder.count("repository"), secrets)
        self.secret_team = self.repository_team[owner]
        of_repository, of_environment, of_organization = (np.flatnonzero(self.secret_scope == s) for s in range(3))
        by_repository = Groups(owner[of_repository], builder.count("repository"))
        organization = self.team_organization[self.secret_team]
        by_organization = Groups(organization[of_organization], organizations)
        builder.nodes("secret", secrets)
        builder.edges("OWNS", "organization", organization[of_organization], "secret", of_organization)
        runs = np.arange(len(self.run_job))
        for kind, members, mean, repository, organization_of, span in (
            ("job", np.arange(jobs), 3, self.job_repository, self.job_organization, None),
            ("run", runs, 1, self.run_repository, self.job_organization[self.run_job], self.span),
        ):
            for group, own, groups, skew in (
                (repository, of_repository, by_repository, 1), (organization_of, of_organization, by_organization, 3)
            ):
                rows = members[draws.repeated(mean, len(members))]
                chosen, found = groups.draw(group[rows], draws, skew)
                builder.edges("READS", kind, rows, "secret", own[chosen], span and span(rows), found)
        environments = self._share(0.008)
        environment_team = draws.below(teams, environments)
        by_team = Groups(environment_team, teams)
        builder.nodes("environment", environments)
        rows = draws.repeated(0.4, jobs)
        chosen, found = by_team.draw(self.job_team[rows], draws)
        builder.edges("DEPLOYS_TO", "job", rows, "environment", chosen, keep=found)
        rows = np.tile(of_environment, 2)
        chosen, found = by_team.draw(self.secret_team[rows], draws)
        builder.edges("GRANTS", "environment", chosen, "secret", rows, keep=found)

    def _accounts(self):
        draws, builder = Draws(self.seed, "accounts"), self.builder
        teams, organizations = len(self.team_organization), builder.count("organization")
        accounts, resources = self._share(0.012, 8), self._share(0.006, 24)
        account_team, resource_team = draws.below(teams, accounts), draws.below(teams, resources)
        by_team = Groups(account_team, teams)
        by_organization = Groups(self.team_organization[account_team], organizations)
        self.accounts_by_team = by_team
        builder.nodes("service_account", accounts)
        builder.nodes("resource", resources)

        def drawn(kind, source_kind, rows, groups, group, target_kind="service_account", skew=1.0):
            chosen, found = groups.draw(group, draws, skew)
            builder.edges(kind, source_kind, rows, target_kind, chosen, keep=found)

        jobs = len(self.job_workflow)
        rows = draws.repeated(0.5, jobs)
        drawn("MAY_ASSUME", "job", rows, by_team, self.job_team[rows], skew=1.5)
        rows = np.flatnonzero(draws.chance(0.002, jobs))  # accounts that several organizations share
        builder.edges("MAY_ASSUME", "job", rows, "service_account", draws.below(accounts, len(rows)))
        rows = draws.repeated(0.25, accounts)
        drawn("CAN_ASSUME", "service_account", rows, by_team, account_team[rows])
        rows = draws.repeated(0.02, accounts)
        drawn("CAN_ASSUME", "service_account", rows, by_organization, self.team_organization[account_team[rows]])
        rows = draws.repeated(0.3, accounts)
        drawn("CAN_READ", "service_account", rows, Groups(self.secret_team, teams), account_team[rows], "secret")
        rows = np.flatnonzero(draws.chance(0.02, accounts))
        builder.edges("MANAGES", "service_account", rows, "runner_group", self.team_pool[account_team[rows]])
        rows = draws.repeated(4, accounts)
        drawn("CAN_ACCESS", "service_account", rows, Groups(resource_team, teams), account_team[rows], "resource")
        self.jewels = draws.sample(resources, max(16, resources // 50))
        rows = np.repeat(self.jewels, draws.between(6, 41, len(self.jewels)))
        chosen, found = by_organization.draw(self.team_organization[resource_team[rows]], draws)
        builder.edges("CAN_ACCESS", "service_account", chosen, "resource", rows, keep=found)
        rows = np.flatnonzero(draws.chance(np.array([0.08, 0.2, 0.02])[self.secret_scope], len(self.secret_scope)))
        drawn("UNLOCKS", "secret", rows, by_team, self.secret_team[rows])

    def _tokens(self):
        """Most tokens write to a few repositories of a team, some to many, three of a hundred to an organization's."""
        draws, builder = Draws(self.seed, "tokens"), self.builder
        teams, organizations, tokens = len(self.team_organization), builder.count("organization"), self._share(0.015)
        self.token_team = draws.below(teams, tokens)
        issued = WINDOW_START + 20 * DAY - draws.below(420 * DAY, tokens)
        expires = np.minimum(issued + np.array([30, 60, 90, 180, 365])[draws.below(5, tokens)] * DAY, OPEN - 1)
        builder.nodes("token", tokens, issued, expires)
        self.tokens_by_team = Groups(self.token_team, teams)
        self.repositories_by_team = Groups(self.repository_team, teams)
        by_organization = Groups(self.repository_organization, organizations)
        reach = draws.weighted(np.array([0.85, 0.12, 0.03]), tokens)
        least, span = np.array([1, 5, 40])[reach], np.array([3, 11, 111])[reach]
        rows = np.repeat(np.arange(tokens), least + draws.below(span, tokens))
        near, near_found = self.repositories_by_team.draw(self.token_team[rows], draws)
        far, far_found = by_organization.draw(self.team_organization[self.token_team[rows]], draws)
        wide = reach[rows] == 2
        builder.edges(
            "CAN_WRITE", "token", rows, "repository", np.where(wide, far, near), (issued[rows], expires[rows]),
            np.where(wide, far_found, near_found))
        rows = np.flatnonzero(draws.chance(0.15, tokens))
        chosen, found = self.accounts_by_team.draw(self.token_team[rows], draws)
        builder.edges(
            "AUTHENTICATES_AS", "token", rows, "service_account", chosen, (issued[rows], expires[rows]), found)
        rows = np.flatnonzero(draws.chance(0.004, tokens))
        builder.edges(
            "ADMINISTERS", "token", rows, "organization", self.team_organization[self.token_team[rows]],
            (issued[rows], expires[rows]))
        rows = np.flatnonzero(draws.chance(np.array([0.25, 0.2, 0.02])[self.secret_scope], len(self.secret_scope)))
        chosen, found = self.tokens_by_team.draw(self.secret_team[rows], draws)
        builder.edges("HOLDS", "secret", rows, "token", chosen, keep=found)

    def _agents(self):
        draws, builder = Draws(self.seed, "agents"), self.builder
        teams, agents = len(self.team_organization), self._share(0.002, 4)
        team = draws.below(teams, agents)
        builder.nodes("agent", agents)
        rows = draws.repeated(0.05, len(self.job_workflow))
        chosen, found = Groups(team, teams).draw(self.job_team[rows], draws)
        builder.edges("INVOKES", "job", rows, "agent", chosen, keep=found)
        for kind, target, mean, groups in (
            ("HOLDS", "token", 1.5, self.tokens_by_team), ("CAN_WRITE", "repository", 2, self.repositories_by_team)
        ):
            rows = draws.repeated(mean, agents)
            chosen, found = groups.draw(team[rows], draws)
            builder.edges(kind, "agent", rows, target, chosen, keep=found)
        rows = np.repeat(np.arange(agents), 3)
        chosen, found = self.repositories_by_team.draw(team[rows], draws)
        builder.edges("INSTRUCTS", "repository", chosen, "agent", rows, keep=found)
