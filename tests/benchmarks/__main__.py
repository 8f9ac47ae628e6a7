"""`python -m tests.benchmarks`: what is measured rather than asserted. Prints a line for each."""

from tests.benchmarks import question_page

if __name__ == "__main__":
    question_page.main()
