"""The frozen records that every layer speaks: cables, marks, queries, batches."""
