"""Which texts are copies of which, in whole or in part: pure, from the words alone.

`keys` proposes (only texts that share two of them are compared), `comparison` measures,
`relation` decides, and `roles` says what each text of a cluster is to the others.
"""
