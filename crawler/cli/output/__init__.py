"""What the verbs print: tables, progress, differences, and what a crawl or an import came to."""
