"""GNU grep, likewise."""
from .ripgrep_peer import Ripgrep


class Grep(Ripgrep):
    program, options = "grep", ("--count", "--fixed-strings")
