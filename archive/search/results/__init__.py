"""What a request finds, in its order: a page of hits with snippets, or all of them for a file."""
