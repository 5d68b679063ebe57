"""Numbers as they are typed, heard, said and written in the four languages."""
