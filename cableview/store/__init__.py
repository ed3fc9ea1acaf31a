"""The library of cables and the marks of its reader, in SQLite."""
