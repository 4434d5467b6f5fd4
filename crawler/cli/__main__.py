"""`python -m crawler.cli`, where the command is not on the path."""

from crawler.cli import main

main()
