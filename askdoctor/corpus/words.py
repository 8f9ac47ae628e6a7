"""A vocabulary: words that everybody knows, and as many again as a large collection of texts holds.

A word's place in the list is its rank, and how often it is used follows from the rank (Zipf's law
with Mandelbrot's shift). Rare words are put together from a few hundred parts, as medical ones are,
so that they share runs of letters with each other.
"""

from itertools import accumulate
from random import Random

# From the commonest on. The order is a guess that does no harm.
COMMON = """
the and to of a my in is it for i child pain was with fever he that has on have not be but this are she her his at
or as had from so what we after there been no can they by when if day days an all will me you one
two is doctor old years very now about since would still any do does year up out
he's months daughter son more weeks than which just baby blood time only also like some given three
should could your our because into before night over how then took today again week normal test
said other cough skin get medicine treatment too even help morning were first last every please
who did right left tell feel side feels during stomach head eyes eye back eat water body red small
same month well much started being their him hours took hospital chest question few need taking
while got goes food sleep since mother father family high low bad good better worse infection cold
swollen swelling rash itch itchy throat ear nose mouth leg arm hand foot knee neck vomiting diarrhea
headache dizzy tired weak weight loss pressure sugar heart lung liver kidney bone joint muscle tooth
allergy asthma diabetes vaccine antibiotic tablet dose drops cream milk bottle birth pregnant born
school age tests result results report scan surgery operation disease symptoms symptom problem cause
caused causes safe dangerous serious normal worried afraid thank thanks advice suggest know think
stop start stopped check checked show showed shows found find come comes came went another both
always never sometimes often once twice almost around between under through without against until
""".split()  # noqa: SIM905 - as prose it can be read

BEGINNINGS = """
a ab ad an ana anti auto bi bio brachy circum co contra de dia dis dys ec endo epi ex extra hemi
hetero homo hyper hypo in infra inter intra iso macro mal mega meso meta micro mono multi neo non
oligo pan para per peri poly post pre pro pseudo re retro semi sub super supra syn tachy trans tri
ultra un
""".split()  # noqa: SIM905
ROOTS = """
abdomin aden adip adren alveol angi arter arthr articul audi axill bacill bacter bil blephar bronch
bucc burs calc cantel carcin cardi carot caud cephal cerebr cervic chol chondr chrom cili col colp
condyl corne coron cost crani cut cyst cyt dent derm digit dolv duct encephal enter eosin erythr
esoph esthes fasci febr femor fibr flex foll fort frand galact gangli gastr genl gingiv gland gloss
glyc gnath gon gran gravid gynec hem hepat hidr hist humer hydr hyster immun inguin iri isch jejun
kel kerat ket kin labi lacrim lact lapar laryng leuk ling lip lith lumb lymph mamm mandib mast maxill
medull melan mening mict mor muc myc myel my myx narc nas necr nephr neur nod nyct ocul odont onc
onych oophor ophthalm orchi orb oss oste ot ov palat palpebr pancreat papill path pect ped pelv
pharyng phleb phot phren pil plas pleur pneum pod proct prost psych pulm pupill pyel pylor py rachi
rect ren retin rhin sacr salping sanguin sarc scapul scler seb semin sial sigm sin som spermat sphen
spin splen spondyl squam stap sten stern stomat stri synov tars ten testicul thorac thromb thym thyr
tibi tonsill trache trich tub tympan ulcer umbilic ung ur uter vagin valv varic vas ven ventr vertebr
vesic vestibul visc vit vulv xanth xer zyg
""".split()  # noqa: SIM905
ENDINGS = """
a able ac al algia an ant ar ary ase asis ate ation ative cele centesis cide cyte dynia ectasis
ectomy emia ent er esis form gen genic gram graphy ia iac ial iasis ic ical ide ile in ine ion ism
ist itis ity ive ization ize lysis malacia megaly ment meter odynia oid ol ologist ology oma one or
ory ose osis ostomy otomy ous pathy penia pexy phagia phasia phobia plasty plegia pnea ptosis rrhagia
rrhaphy rrhea s scope scopy se sis spasm stasis stomy tic tion tomy tripsy trophy um ure us y
""".split()  # noqa: SIM905

Weights = list[float]


def zipf(count: int, *, exponent: float = 1.0, shift: float = 0.0) -> Weights:
    """Cumulative weights of the ranks 1 to `count`, as `random.choices` takes them."""
    return list(accumulate((rank + shift) ** -exponent for rank in range(1, count + 1)))


def latin_words(rng: Random, count: int) -> list[str]:
    """`count` words, the commonest first; short ones are used more often than long ones."""
    common = dict.fromkeys(COMMON)
    made: dict[str, None] = {}
    while len(common) + len(made) < count:
        word = rng.choice(ROOTS)
        if rng.random() < 0.5:
            word = f"{word}o{rng.choice(ROOTS)}"
        if rng.random() < 0.3:
            word = rng.choice(BEGINNINGS) + word
        if rng.random() < 0.9:
            word += rng.choice(ENDINGS)
        if word not in common:
            made[word] = None
    return [*common, *sorted(made, key=lambda word: len(word) + rng.uniform(0, 10))]


def chinese_words(rng: Random, count: int) -> list[str]:
    """`count` words of two or three of the commoner traditional characters, the commonest first."""
    characters = _level_one_of_big5()
    rng.shuffle(characters)
    weights = zipf(len(characters), exponent=0.8)
    made: dict[str, None] = {}
    while len(made) < count:
        length = 2 if rng.random() < 0.75 else 3
        made["".join(rng.choices(characters, cum_weights=weights, k=length))] = None
    return list(made)


def _level_one_of_big5() -> list[str]:
    """The 5,401 characters that Big5 puts first, because they are the ones in daily use."""
    low = [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
    codes = (bytes([high, end]) for high in range(0xA4, 0xC7) for end in low)
    return [code.decode("big5") for code in codes if code <= b"\xc6\x7e"]
