"""The booth view: what an interpreter looks at while speaking."""
