"""The near end of a worker: starts it, asks it, watches its memory, ends it."""
import json
import os
import selectors
import signal
import subprocess
import time

from . import places

LEAST_FREE = 0.06  # of all memory: below it the worker is ended rather than the machine


class WorkerFailed(Exception):
    """In words for the report."""


def said(failure: Exception) -> str:
    """Why something failed, without the paths of this machine."""
    if isinstance(failure, OSError):
        return f"{os.path.basename(str(failure.filename or 'it'))}: {failure.strerror}"
    return str(failure).replace(str(places.REPOSITORY) + "/", "")


def memory(name: str) -> int:
    """A field of /proc/meminfo, in bytes."""
    with open("/proc/meminfo") as lines:
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(name + ":"))


class Worker:
    def __init__(self, name: str, command: list, limit: float):
        """Starts the process and waits until it is ready, for `limit` seconds at most."""
        self.name, self._buffer = name, b""
        os.makedirs(places.LOGS, exist_ok=True)
        self._log = places.LOGS / f"{name}.log"
        with open(self._log, "ab") as log:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, cwd=places.BENCHMARKS,
                start_new_session=True)
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._process.stdout, selectors.EVENT_READ)
        self.ready = self._reply(limit)
        self.peak_after_load = self.peak()

    def ask(self, request: str, budget: float, queries: list, limit: float) -> dict:
        self._process.stdin.write(f"{request} {budget:.3f} {' '.join(queries)}\n".encode())
        self._process.stdin.flush()
        return self._reply(limit)

    def _reply(self, limit: float) -> dict:
        deadline = time.monotonic() + limit
        while b"\n" not in self._buffer:
            if time.monotonic() > deadline:
                self._fail(f"no answer within {limit:.0f} s")
            if memory("MemAvailable") < LEAST_FREE * memory("MemTotal"):
                self._fail("ran out of memory")
            if self._selector.select(0.1):
                part = os.read(self._process.stdout.fileno(), 1 << 20)
                if not part:
                    self._fail(self._last_words())
                self._buffer += part
        line, _, self._buffer = self._buffer.partition(b"\n")
        return json.loads(line)

    def _last_words(self) -> str:
        with open(self._log, "rb") as log:
            log.seek(max(0, os.path.getsize(self._log) - 2000))
            lines = log.read().decode(errors="replace").strip().splitlines()
        return lines[-1][:200] if lines else "ended without a word"

    def _fail(self, why: str):
        self.end()
        raise WorkerFailed(why)

    def peak(self) -> int:
        """The most resident memory that the process had so far, in bytes."""
        return self._status("VmHWM")

    def _status(self, field: str) -> int:
        try:
            with open(f"/proc/{self._process.pid}/status") as lines:
                return next((int(line.split()[1]) * 1024 for line in lines if line.startswith(field + ":")), 0)
        except FileNotFoundError:
            return 0

    def end(self):
        if self._process.poll() is None:
            try:
                os.killpg(self._process.pid, signal.SIGKILL)  # a session of its own: nothing else is in it
            except ProcessLookupError:
                pass
        self._process.wait()
        self._selector.close()
        for pipe in (self._process.stdin, self._process.stdout):
            try:
                pipe.close()
            except BrokenPipeError:
                pass
