"""The editor's desk: one module for each thing that is done at it, above the term base."""
