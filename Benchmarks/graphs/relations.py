"""What each generated edge kind stands for in Firebreak's table of relations, and how long control by it lasts.

The plain graphs leave this out: there every edge is a kind of its own, crossed once and kept. The variant with holdings
writes it on each edge.
"""
from typing import NamedTuple

KEEP, BORROW, SESSION = 0, 1, 2
SESSION_SECONDS = 3600


class Meaning(NamedTuple):
    relation: str
    hold: int


EDGE_KINDS = {
    # structure
    "OWNS": Meaning("organization owns repository, secret, runner group", KEEP),
    "HAS_WORKFLOW": Meaning("repository contains workflow", BORROW),
    "DEFINES": Meaning("workflow defines job", BORROW),
    "HAS_RUNNER": Meaning("runner group contains runner", KEEP),
    "MANAGES": Meaning("resource hosts runner, through the account that manages the pool", KEEP),
    # executions
    "TRIGGERS": Meaning("workflow triggers run", KEEP),
    "EXECUTED": Meaning("runner executed run", BORROW),
    "RAN_ON": Meaning("run ran on runner", KEEP),
    "INSTANCE_OF": Meaning("run instance of job", BORROW),
    "ACTS_ON": Meaning("run or job acts on repository", KEEP),
    "PRODUCED": Meaning("run writes artifact", KEEP),
    "RESTORED_BY": Meaning("artifact restored by run", KEEP),
    # secrets and credentials
    "READS": Meaning("job or run reads secret", BORROW),
    "DEPLOYS_TO": Meaning("job deploys to environment", BORROW),
    "GRANTS": Meaning("environment grants secret", BORROW),
    "CAN_READ": Meaning("service account can read secret", BORROW),
    "HOLDS": Meaning("secret or agent holds token", KEEP),
    "UNLOCKS": Meaning("token, of which the slot knows nothing more, authenticates as service account", BORROW),
    "MAY_ASSUME": Meaning("job may assume service account", SESSION),
    "CAN_ASSUME": Meaning("service account can assume service account", SESSION),
    "AUTHENTICATES_AS": Meaning("token authenticates as service account or person", BORROW),
    "CAN_ACCESS": Meaning("service account can access resource", BORROW),
    # code
    "CAN_WRITE": Meaning("token, team, agent can write repository", KEEP),
    "ADMINISTERS": Meaning("token administers organization", KEEP),
    "CAN_PUBLISH": Meaning("token can publish package", KEEP),
    "PUBLISHES": Meaning("repository publishes action, package", KEEP),
    "USED_BY": Meaning("action used by job", BORROW),
    "CONSUMED_BY": Meaning("package consumed by job", BORROW),
    "PULLED_BY": Meaning("package consumed by run", KEEP),
    "MEMBER_OF": Meaning("person member of team", BORROW),
    # agents
    "INVOKES": Meaning("job invokes agent", BORROW),
    "INSTRUCTS": Meaning("repository instructs agent", BORROW),
}

# Kinds of graphs made elsewhere: what is not named here is kept.
FOREIGN_EDGE_KINDS = {
    "EXECUTES": BORROW, "ACTS_AS": BORROW, "TAINTS": KEEP, "PUSHES": KEEP, "USES": BORROW, "FEEDS": KEEP,
    "DEPLOYS": BORROW, "EXPOSES": BORROW, "ASSUMES": SESSION, "CALLS": BORROW, "WRITES": KEEP, "ADMINS": KEEP,
    "ACCESSES": BORROW, "CONTAINS": KEEP,
}

FOREIGN_NODE_KINDS = {
    "org": "organization", "repo": "repository", "pool": "runner_group", "role": "service_account",
    "env": "environment",
}

# An edge of one of these kinds lasts exactly as long as the run at its far end.
RUN_SPANS = ("EXECUTED", "EXECUTES")


def hold_of(edge_kind: str) -> int:
    """How long the far end stays held once an edge of this kind was crossed."""
    if edge_kind in EDGE_KINDS:
        return EDGE_KINDS[edge_kind].hold
    return FOREIGN_EDGE_KINDS.get(edge_kind, KEEP)
