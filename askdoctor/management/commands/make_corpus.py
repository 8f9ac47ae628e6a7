"""A large site to measure with: see askdoctor/corpus."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context
from time import monotonic

import django
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from tqdm import tqdm

from askdoctor.content.load_questions import reserve_numbers
from askdoctor.corpus import load
from askdoctor.corpus.subjects import World
from askdoctor.corpus.writing import CHUNK


class Command(BaseCommand):
    help = (
        "Fill an empty database with synthetic questions, to measure with. The same number and seed "
        "give the same questions; run again, it goes on where it was stopped. Similar questions are "
        "left to rebuild_similar."
    )

    def add_arguments(self, parser):
        parser.add_argument("count", type=int, metavar="N", help="how many questions")
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
        parser.add_argument(
            "--into-existing",
            action="store_true",
            help="add them to a database that holds other questions: nothing takes them out again",
        )

        parser.add_argument(
            "--no-search",
            action="store_true",
            help="write no search documents yet; run again without it to have them",
        )

    def handle(self, *, count, seed, processes, into_existing, no_search, **options):
        if count < 1:
            raise CommandError("How many questions? At least 1.")
        started = monotonic()
        world = World(seed, count)
        is_alone = load.is_alone(world)
        if not (is_alone or into_existing):
            raise CommandError(
                f"The database {connection.settings_dict['NAME']} holds questions. Use an empty "
                "one; --into-existing adds synthetic questions beside real ones, for good."
            )
        first = load.first_number(world)
        reserve_numbers(first + count)  # for what is asked here meanwhile
        names = load.write_names(world)
        missing = load.missing_chunks(world, first)
        pool = Pool(world, names, first, processes)
        try:
            if is_alone and missing:
                load.drop_indexes(load.ROWS)
            pool.run("questions", load.load_chunk, missing)
            unindexed = [] if no_search else load.unindexed_chunks(world, first)
            if is_alone and unindexed:
                load.drop_indexes(load.DOCUMENTS)
            pool.run("search documents", load.index_chunk, unindexed)
        except KeyboardInterrupt:
            raise CommandError("Stopped. Run it again to go on.", returncode=130) from None
        finally:
            with tqdm(desc="indexes", disable=None, leave=False) as bar:
                load.restore_indexes(bar.set_postfix_str)
        load.finish()
        seconds = monotonic() - started
        written = min(len(missing) * CHUNK, count)
        self.stdout.write(f"{written:,} questions in {seconds:.0f} s.")


@dataclass(frozen=True)
class Pool:
    """Does chunks, several at a time."""

    world: World
    names: load.Names
    first: int
    processes: int

    def run(self, what: str, work: Callable, numbers: list[int]) -> None:
        total = len(numbers) * CHUNK
        with tqdm(total=total, desc=what, unit="", disable=None, leave=False) as bar:
            for done in self._done(work, numbers):
                bar.update(done)

    def _done(self, work: Callable, numbers: list[int]) -> Iterator[int]:
        if self.processes == 1 or len(numbers) < 2:
            yield from (work(self.world, self.names, self.first, number) for number in numbers)
            return
        # Each process begins anew, so that none shares a connection with another.
        with ProcessPoolExecutor(self.processes, get_context("spawn"), django.setup) as executor:
            parts = (_work, work, self.world.seed, self.world.size, self.names, self.first)
            try:
                futures = [executor.submit(*parts, number) for number in numbers]
                yield from (future.result() for future in as_completed(futures))
            except BaseException:
                executor.shutdown(cancel_futures=True)
                raise


def _work(work: Callable, seed: int, size: int, names: load.Names, first: int, number: int) -> int:
    return work(_world(seed, size), names, first, number)


_world = lru_cache(maxsize=1)(World)
