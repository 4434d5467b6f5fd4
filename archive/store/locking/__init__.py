"""Who may write to the archive, and what work that was cut off left behind."""
