"""Suggestions: the glossary first, then memory, then the machine, then silence."""
