"""A terminal reader for U.S. diplomatic cables."""

__version__ = "0.1.0"
