"""Names as they occur in such estates: some words many times, a short number that makes each one unique."""
from .draws import Draws

OWNERS = ("atlas borealis cinder delta ember fjord granite harbor iris juniper kestrel lumen meridian nimbus onyx "
          "pylon quartz ridge summit tundra umbra vertex willow zephyr").split()
SUBJECTS = ("accounting assets bookings calendar claims contracts customers documents events fleet forecasts identity "
            "invoices loyalty messages metering offers parcels payroll quotes reports routing sessions shipping "
            "signals stock tariffs tickets tracking vouchers warehouse").split()
TASKS = ("analyse archive assemble backup benchmark compile coverage deliver deploy docs fuzz image integration lint "
         "mirror notarize package preview provision publish refresh release scan seed sign smoke test verify").split()


def names(count: int, seed: int) -> list:
    """A name for each row, such as `harbor-invoices-deploy-0f3c21`."""
    draws = Draws(seed, "names")
    owners, subjects, tasks = (draws.below(len(words), count).tolist() for words in (OWNERS, SUBJECTS, TASKS))
    return [f"{OWNERS[o]}-{SUBJECTS[s]}-{TASKS[t]}-{row:06x}"
            for row, (o, s, t) in enumerate(zip(owners, subjects, tasks))]
