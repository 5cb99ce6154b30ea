"""ripgrep: a process for each keystroke over a file of names."""
import os
import shutil
import subprocess

from .peer import Peer, work


class Ripgrep(Peer):
    program, options = "rg", ("--count", "--fixed-strings", "--no-config")

    @classmethod
    def missing(cls):
        return [] if shutil.which(cls.program) else [f"{cls.program} is not installed"]

    @classmethod
    def version(cls):
        said = subprocess.run([cls.program, "--version"], capture_output=True, text=True).stdout
        return said.splitlines()[0].split()[-1 if cls.program == "grep" else 1]

    def load_arrays(self):
        super().load_arrays()
        self.file = str(self.folder.path / "names.txt")
        self.environment = dict(os.environ, LC_ALL="C")  # bytes are compared as bytes

    @work("filter/process")
    def filter(self, needle):
        command = [self.program, *self.options, "-e", needle, self.file]
        return int(subprocess.run(command, stdout=subprocess.PIPE, env=self.environment).stdout or 0)
