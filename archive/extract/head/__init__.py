"""What a page states of itself for programs: meta tags, JSON-LD, microdata."""
