"""The pages of the reading room, a module each."""
