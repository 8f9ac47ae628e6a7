"""How fast texts become vectors, on one core: `python -m tests.benchmarks.embedding`."""

import random
import resource
import sys
import time

from questions import embedding

# Common words, each a piece or two, in no order: what they say does not change the time.
WORDS = (
    "fever child platelet count doctor medicine cough vaccine allergy rash week after should which"
    " dangerous treatment hospital thrombocytopenia antibiotic headache my son has been the for is"
)


def main():
    if not embedding.is_available():
        sys.exit("make embeddings installs the weights")
    started = time.perf_counter()
    embedding.embed(["the first text loads the weights"])
    print(f"first text, weights loaded: {time.perf_counter() - started:.2f} s")  # noqa: T201
    draw = random.Random(1)  # noqa: S311
    for words, texts in ((20, 200), (150, 40)):
        sample = [" ".join(draw.choices(WORDS.split(), k=words)) for _ in range(texts)]
        started = time.process_time()
        embedding.embed(sample)
        rate = texts / (time.process_time() - started)
        print(f"texts of {words} words: {rate:.0f} a second of CPU")  # noqa: T201
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory at most: {peak:.0f} MB, weights mapped among them")  # noqa: T201


if __name__ == "__main__":
    main()
