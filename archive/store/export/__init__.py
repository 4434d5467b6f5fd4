"""The archive given away as a whole: a copy, one that is read only, or one file for replay programs."""
