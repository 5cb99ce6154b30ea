"""Random draws that depend on the seed alone.

Only the raw 64-bit stream of PCG64 is taken from numpy: that stream is fixed for all versions, whereas numpy's
distributions may change between them. Every distribution needed is made from it here.
"""
import zlib

import numpy as np


class Draws:
    """One independent stream for each purpose, so that a change in one part of a model leaves the others alone."""

    def __init__(self, seed: int, purpose: str):
        self._bits = np.random.PCG64(np.random.SeedSequence([seed, zlib.crc32(purpose.encode())]))

    def uniform(self, count: int) -> np.ndarray:
        """Numbers in [0, 1)."""
        return (self._bits.random_raw(count) >> np.uint64(11)) * 2.0**-53

    def below(self, bound, count: int) -> np.ndarray:
        """Whole numbers in [0, bound); `bound` may differ for each draw."""
        return np.minimum((self.uniform(count) * bound).astype(np.int64), np.maximum(np.asarray(bound) - 1, 0))

    def between(self, low: int, high: int, count: int) -> np.ndarray:
        """Whole numbers in [low, high)."""
        return low + self.below(high - low, count)

    def chance(self, probability, count: int) -> np.ndarray:
        return self.uniform(count) < probability

    def log_normal(self, median: float, spread: float, count: int) -> np.ndarray:
        """Box and Muller's transformation of pairs of uniform numbers."""
        radius = np.sqrt(-2 * np.log(1 - self.uniform(count)))
        return median * np.exp(spread * radius * np.cos(2 * np.pi * self.uniform(count)))

    def poisson(self, mean: float, count: int) -> np.ndarray:
        """By inversion of the distribution function: means stay small here."""
        terms = np.arange(1, int(mean + 12 * mean**0.5 + 20))
        weights = np.cumprod(np.concatenate([[np.exp(-mean)], mean / terms]))
        return np.searchsorted(np.cumsum(weights), self.uniform(count), side="right").clip(0, len(terms))

    def weighted(self, weights: np.ndarray, count: int) -> np.ndarray:
        """Places in `weights`, each as often as its weight says."""
        total = np.cumsum(weights)
        return np.searchsorted(total, self.uniform(count) * total[-1], side="right").clip(0, len(weights) - 1)

    def sample(self, population: int, count: int) -> np.ndarray:
        """`count` different numbers below `population`, in random order."""
        return self.permutation(population)[:count]

    def permutation(self, count: int) -> np.ndarray:
        return np.argsort(self._bits.random_raw(count), kind="stable")

    def repeated(self, mean: float, count: int) -> np.ndarray:
        """The numbers below `count`, each repeated as often as a Poisson draw says."""
        return np.repeat(np.arange(count), self.poisson(mean, count))


class Groups:
    """Members by the group they belong to, to draw a member of a given group."""

    def __init__(self, group_of_member: np.ndarray, group_count: int):
        self._members = np.argsort(group_of_member, kind="stable")
        self._sizes = np.bincount(group_of_member, minlength=group_count)
        self._starts = np.cumsum(self._sizes) - self._sizes

    def draw(self, groups: np.ndarray, draws: Draws, skew: float = 1.0):
        """A member of each of `groups`, and where there was one; a larger skew prefers the first members."""
        sizes = self._sizes[groups]
        found = sizes > 0
        places = (draws.uniform(len(groups)) ** skew * sizes).astype(np.int64)
        places = self._starts[groups] + np.minimum(places, np.maximum(sizes - 1, 0))
        return self._members[np.where(found, places, 0)], found
