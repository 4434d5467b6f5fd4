"""What Datasette needs to serve the pages: answers in time, tables, and which addresses are its own."""
