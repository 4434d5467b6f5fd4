"""What mirrors did that converted to Traditional by replacing bytes of GBK, and how it is undone."""
