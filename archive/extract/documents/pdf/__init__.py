"""PDF documents: their text layer."""
