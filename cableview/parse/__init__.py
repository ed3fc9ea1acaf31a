"""Text of a cable to a Cable and its problems: pure functions, no disk, no network."""
