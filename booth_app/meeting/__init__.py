"""A meeting: its agenda, its people, its clock and its turns."""
