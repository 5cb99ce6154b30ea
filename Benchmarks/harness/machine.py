"""What the measurements were made on, without the names of anything private."""
import os
import platform
import subprocess

from . import places
from .worker import memory


def describe() -> dict:
    return {
        "processor": _processor(),
        "processors": len(os.sched_getaffinity(0)),
        "memory": f"{memory('MemTotal') / 2**30:.0f} GiB",
        "system": _release(),
        "kernel": platform.release(),
        "huge pages": _chosen(_read("/sys/kernel/mm/transparent_hugepage/enabled")),
        "load at the start": f"{os.getloadavg()[0]:.2f}",
        "compilers": ", ".join(filter(None, [_first_line("gcc", "--version"), _first_line("swift", "--version")])),
        "Firebreak": _first_line("git", "-C", str(places.REPOSITORY), "describe", "--always", "--dirty"),
    }


def _read(path: str) -> str:
    try:
        with open(path) as file:
            return file.read()
    except OSError:
        return ""


def _chosen(choices: str) -> str:
    """The one in brackets."""
    return choices.partition("[")[2].partition("]")[0]


def _processor() -> str:
    fields = dict(line.split(":", 1) for line in _read("/proc/cpuinfo").split("\n\n")[0].splitlines() if ":" in line)
    fields = {key.strip(): value.strip() for key, value in fields.items()}
    name = fields.get("model name") or platform.machine()
    caches = f", {fields['cache size']} cache" if "cache size" in fields else ""
    return name + caches


def _release() -> str:
    fields = dict(line.split("=", 1) for line in _read("/etc/os-release").splitlines() if "=" in line)
    return fields.get("PRETTY_NAME", platform.system()).strip('"')


def _first_line(*command) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except OSError:
        return ""
    return done.stdout.splitlines()[0].strip() if done.returncode == 0 and done.stdout else ""
