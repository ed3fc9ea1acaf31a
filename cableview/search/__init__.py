"""The query language, the search cache, fuzzy matching and ranking."""
