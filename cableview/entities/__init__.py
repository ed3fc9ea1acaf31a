"""Cable to mentions: pure functions over gazetteers."""
