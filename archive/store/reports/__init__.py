"""What an archive tells of its sites, its runs and single addresses."""
