"""Which articles a request selects: its words, its filters, and the counts by facet."""
