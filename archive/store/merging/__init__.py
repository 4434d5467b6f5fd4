"""Taking another archive in: its captures, and what was removed from it."""
