"""Facts that ship with cableview (TAGS, stations, serials, acronyms), loaded on first use."""
