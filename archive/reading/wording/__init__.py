"""What the pages say, in Chinese and English: the strings of the interface, queries, notes and reasons."""
