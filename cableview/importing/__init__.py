"""From sources to the library, in batches, with progress."""
