"""Rows of terms laid out on pages: lines, rows of lines, pages of rows."""
