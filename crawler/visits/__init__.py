"""What one visit of an address shows: a list, a text or no page; where it leads, and when to come again."""
