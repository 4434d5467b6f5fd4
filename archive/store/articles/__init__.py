"""Writing the articles: each with all rows that are made of its text, its versions and its take-downs."""
