"""Where in a text as printed a query's words stand, however each character is written."""
