"""Files, pages, tables and archives to documents, lazily and under limits."""
