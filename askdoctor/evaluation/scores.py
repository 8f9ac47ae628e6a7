"""The usual measures of a ranking. Numbers only.

Recall, reciprocal rank and precision as in any textbook; nDCG with gains of 2^grade - 1 and a discount
of log2(place + 1) (Burges et al. 2005).
"""

from collections.abc import Mapping, Sequence
from math import log2
from statistics import fmean

from askdoctor.evaluation.sets import Labelled

SHOWN = 4


def score(labels: Sequence[Labelled], run: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """The mean of each measure over all queries; one that is missing from the run counts 0."""
    found: dict[str, list[float]] = {}
    for label in labels:
        ranked = [pk for pk in run.get(label.id, ()) if pk != label.id]
        for name, value in _measures(label, ranked).items():
            found.setdefault(name, []).append(value)
    return {name: fmean(values) for name, values in found.items()}


def _measures(label: Labelled, ranked: Sequence[str]) -> dict[str, float]:
    relevant = label.grades
    measures = {}
    if relevant:
        for depth in (5, 10):
            hits = len(relevant.keys() & set(ranked[:depth]))
            measures[f"recall@{depth}"] = hits / len(relevant)
        places = [place for place, pk in enumerate(ranked, start=1) if pk in relevant]
        measures["MRR"] = 1 / places[0] if places else 0.0
        measures["nDCG@10"] = _gain([relevant.get(pk, 0) for pk in ranked[:10]]) / _gain(
            sorted(relevant.values(), reverse=True)[:10]
        )
        for depth in (3, SHOWN):
            measures[f"hit@{depth}"] = float(bool(relevant.keys() & set(ranked[:depth])))
    if label.judged is not None:
        measures |= _precision(label.judged, relevant, ranked)
    return measures


def _precision(judged: set, relevant: Mapping, ranked: Sequence[str]) -> dict[str, float]:
    """Of the first four: over four places, over those shown, and over those that were judged."""
    top = ranked[:SHOWN]
    known = [pk for pk in top if pk in judged]
    hits = sum(pk in relevant for pk in top)
    measures = {"P@4": hits / SHOWN, "judged@4": len(known) / SHOWN, "shown": float(len(top))}
    if top:
        measures["P of shown"] = hits / len(top)
    if known:
        measures["P@4j"] = hits / len(known)
    return measures


def _gain(grades: Sequence[float]) -> float:
    return sum((2**grade - 1) / log2(place + 2) for place, grade in enumerate(grades))
