"""Finding terms: by what is typed, and in running text."""
