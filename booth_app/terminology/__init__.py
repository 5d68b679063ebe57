"""Concepts, their terms, and the glossaries they are kept in."""
