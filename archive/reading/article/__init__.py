"""The parts of what is shown of one article."""
