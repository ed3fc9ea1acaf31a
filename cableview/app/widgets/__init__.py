"""The widgets of the main screen, one job each."""
