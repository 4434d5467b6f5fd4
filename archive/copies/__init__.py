"""Which texts are copies of which, in whole or in part: pure, from the words alone.

`keys` proposes (two texts that share none of them are never compared), `comparison` measures,
`relation` decides, and `roles` says what each text of a cluster is to the others.
"""
