"""Flags and cables to each export format, written atomically."""
