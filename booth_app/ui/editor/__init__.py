"""The terminology editor: its window and panels."""
