"""Runs everyone on the same work, compares their answers, and writes down what it took."""
