"""Word documents (.docx): XML in a zip container."""
