"""The tests, a package by name: an installed dependency brings a `tests` of its own.

Without this file that one would win, and neither `python -m tests.pictures`, nor the benchmarks,
nor a child process that runs a function of a test could be found.
"""
