"""Booth, a desktop companion for simultaneous interpreters."""

__version__ = "0.1.0"
