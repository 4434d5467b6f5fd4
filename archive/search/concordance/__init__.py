"""Every match of a request with what stands beside it (KWIC), and the collocates counted from that."""
