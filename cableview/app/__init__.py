"""The Textual app: screens, widgets, commands and messages."""
