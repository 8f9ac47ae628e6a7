"""A large site that nobody wrote: questions to measure with, of the shape that real ones have.

`words` makes a vocabulary, `subjects` says what is asked about and by whom it is answered, `writing`
writes the questions of it, and `load` puts them into the database. The same seed and the same number
give the same site. `manage.py make_corpus` calls it, never anything else.
"""
