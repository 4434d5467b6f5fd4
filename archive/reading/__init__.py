"""What the browser's pages show, as frozen data; `datasette/plugins` are only the routes to it."""
