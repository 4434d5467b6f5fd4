"""The tables that the rules read, each with its version and the program that makes it."""
