"""Everything about questions."""

import os

# Before any module here loads NumPy, which reads it once: the products of vectors (embedding.py) are
# small, and two threads that wait for each other on a busy machine took five times as long as one.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
