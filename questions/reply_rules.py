"""The rules that a reply is checked by, as data with their sources: see questions/reply_checks/."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from questions.models.asker import AgeBand

REVIEWED_ON = date(2026, 11, 26)


@dataclass(frozen=True)
class Rule:
    """What may be wrong, in words for the doctor, and where that is said."""

    id: str
    label: Promise
    source: str
    is_dangerous: bool = False
    reviewed_on: date = REVIEWED_ON


SPOONS = Rule(
    "ambiguous-unit",
    _(
        "A spoon, a dropper, a drop or a cap holds what it likes: say millilitres, and how strong the medicine is."
    ),
    "AAP, Metric Units and the Preferred Dosing of Orally Administered Liquid Medications (2015)",
)
MISREAD = Rule(
    "misread-number",
    _("“.5” is read as 5, and “5.0” as 50: write 0.5, and 5."),
    "ISMP, List of Error-Prone Abbreviations, Symbols, and Dose Designations",
)
NO_WEIGHT = Rule(
    "dose-without-weight",
    _("A dose without the weight it is for: a child of another size may get too much."),
    "WHO Model Formulary for Children (2010); BNF for Children",
)
NO_INTERVAL = Rule(
    "dose-without-interval",
    _(
        "A dose without how often: say after how many hours at the earliest, and how often a day at most."
    ),
    "WHO Model Formulary for Children (2010); BNF for Children",
)
TOO_MUCH = Rule(
    "more-than-usual",
    _("More than the usual maximum for a child. Please calculate again."),
    "BNF for Children, paracetamol: 15 mg/kg and 1 g at a time, 75 mg/kg and 4 g a day; ibuprofen: "
    "10 mg/kg and 400 mg at a time, 40 mg/kg and 2.4 g a day; by age, where no weight is said",
    is_dangerous=True,
)
TOO_OFTEN = Rule(
    "too-often",
    _("More often than is usual for a child: paracetamol after 4 hours, ibuprofen after 6."),
    "BNF for Children, paracetamol and ibuprofen",
    is_dangerous=True,
)
NO_SOURCE = Rule(
    "claim-without-source",
    _(
        "Studies are said to show it, and no source stands below: add it, or say it as your own view."
    ),
    "Health On the Net Foundation, HONcode principle 4",
)
NO_ATTACHMENT = Rule(
    "missing-attachment", _("An attachment is mentioned that is not there."), "The site's own"
)
TWO_NAMES = Rule(
    "two-names",
    _("One medicine under two names: parents may give it twice. Say that both are the same."),
    "ISMP, acetaminophen under several names; FDA, Don't Double Up on Acetaminophen",
)
OTHER_LINE = Rule(
    "other-line",
    _("Reply and explanation say different lines of treatment: first, second or third?"),
    "The site's own",
)


@dataclass(frozen=True)
class NeverFor:
    """A medicine or food that a child younger than so many months does not get."""

    medicine: str
    below_months: int
    rule: Rule


def _never(
    medicine: str, months: int, rule: str, label: Promise, source: str, **fields
) -> NeverFor:
    fields.setdefault("is_dangerous", True)
    return NeverFor(medicine, months, Rule(rule, label, source, **fields))


YEARS = 12
NEVER_FOR = (
    _never(
        *("aspirin", 19 * YEARS, "aspirin-under-19"),
        _("Aspirin under 19 years: with a fever it may bring on Reye's syndrome."),
        "MHRA (2002: under 16); AAP, Red Book; CDC (under 19)",
    ),
    _never(
        *("honey", 12, "honey-under-12-months"),
        _("Honey under 12 months: it may carry the spores of infant botulism."),
        "CDC, Botulism Prevention; NHS, Foods to avoid giving babies",
    ),
    _never(
        *("codeine", 12 * YEARS, "codeine-under-12"),
        _("Codeine under 12 years: breathing may stop in those who turn it into morphine fast."),
        "EMA (2015); FDA Drug Safety Communication (2017)",
    ),
    _never(
        *("tramadol", 12 * YEARS, "tramadol-under-12"),
        _("Tramadol under 12 years: breathing may stop."),
        "FDA Drug Safety Communication (2017)",
    ),
    _never(
        *("ibuprofen", 3, "ibuprofen-under-3-months"),
        _("Ibuprofen under 3 months."),
        "BNF for Children",
    ),
    _never(
        *("loperamide", 4 * YEARS, "loperamide-under-4"),
        _("Loperamide in a small child: the bowel may stop."),
        "BNF for Children; WHO, The treatment of diarrhoea (2005)",
    ),
    _never(
        *("promethazine", 2 * YEARS, "promethazine-under-2"),
        _("Promethazine under 2 years: breathing may stop."),
        "FDA, boxed warning (2004)",
    ),
    _never(
        *("diphenhydramine", 2 * YEARS, "diphenhydramine-under-2"),
        _("Diphenhydramine under 2 years: it may stun or excite, and breathing may stop."),
        "FDA, Should You Give Kids Medicine for Coughs and Colds?",
    ),
    _never(
        *("benzocaine", 2 * YEARS, "benzocaine-under-2"),
        _("Benzocaine on the gums under 2 years: methaemoglobinaemia."),
        "FDA Drug Safety Communication (2018)",
    ),
    _never(
        *("teething lidocaine", 3 * YEARS, "lidocaine-for-teething"),
        _("Lidocaine gel on the gums of a small child: seizures and harm to the heart."),
        "FDA Drug Safety Communication (2014)",
    ),
    _never(
        *("choline salicylate", 16 * YEARS, "salicylate-gel-under-16"),
        _("A salicylate gel in the mouth under 16 years is a salicylate, as aspirin is."),
        "MHRA (2009)",
    ),
    _never(
        *("bismuth", 12 * YEARS, "bismuth-under-12"),
        _("Bismuth subsalicylate in a child is a salicylate, as aspirin is."),
        "FDA, label of bismuth subsalicylate",
    ),
    _never(
        *("cough medicine", 4 * YEARS, "cough-medicine-under-4"),
        _("Cough and cold medicines under 4 years: no benefit, and known harm."),
        "AAP (2018); MHRA (2009: under 6)",
    ),
    _never(
        *("metoclopramide", 12, "metoclopramide-under-1"),
        _("Metoclopramide under 1 year: movements that cannot be held back."),
        "EMA (2013)",
    ),
    _never(
        *("domperidone", 12 * YEARS, "domperidone-under-12"),
        _("Domperidone under 12 years: no better than placebo, and the heart may be harmed."),
        "MHRA (2019)",
        is_dangerous=False,
    ),
    _never(
        *("nimesulide", 12 * YEARS, "nimesulide-under-12"),
        _("Nimesulide under 12 years: the liver may fail."),
        "EMA (2007); NMPA of China (2011)",
    ),
    _never(
        *("chloramphenicol", 1, "chloramphenicol-newborn"),
        _("Chloramphenicol in a newborn: grey baby syndrome. (Eye drops may be meant: say so.)"),
        "BNF for Children",
    ),
    _never(
        *("camphor", 2 * YEARS, "camphor-under-2"),
        _("Camphor or menthol under 2 years: seizures, and the larynx may close."),
        "AAP, Camphor Revisited (1994); label of Vicks VapoRub",
    ),
    _never(
        *("star anise", 12, "star-anise-under-1"),
        _("Star anise tea in an infant: seizures."),
        "FDA (2003)",
    ),
    _never(
        *("valproate", 2 * YEARS, "valproate-under-2"),
        _("Valproate under 2 years: the liver may fail."),
        "FDA, boxed warning",
    ),
    _never(
        *("doxycycline", 8 * YEARS, "tetracycline-under-8"),
        _("A tetracycline under 8 years stains teeth; short doxycycline has exceptions."),
        "AAP, Red Book",
        is_dangerous=False,
    ),
    _never(
        *("fluoroquinolone", 18 * YEARS, "fluoroquinolone-under-18"),
        _("A fluoroquinolone in a child: tendons and joints; there are few reasons for it."),
        "EMA (2018); AAP (2016)",
        is_dangerous=False,
    ),
)


@dataclass(frozen=True)
class Harmful:
    """Something done, in folded text, that harms a child younger than so many months."""

    pattern: str
    below_months: int
    rule: Rule


def _harm(id: str, label: Promise, source: str, pattern: str, below: int = 18 * YEARS) -> Harmful:
    return Harmful(pattern, below, Rule(id, label, source, is_dangerous=True))


HARMFUL = (
    _harm(
        "made-to-vomit",
        _("To make a child vomit what was swallowed burns or drowns a second time."),
        "AAP, Poison Treatment in the Home (2003); WHO, Guidelines for poison control",
        r"\b(?:induce|provoke|trigger)\w* (?:\w+ ){0,2}vomiting|\bmake (?:\w+ ){1,2}(?:vomit|throw up)"
        r"|\bfingers? (?:\w+ ){0,3}down (?:his|her|their|the) throat|\bipecac\w*|催吐|让(?:他|她|孩子|宝宝)吐出?来",
    ),
    _harm(
        "alcohol-on-the-skin",
        _("Alcohol on the skin of a child with a fever is taken up and poisons."),
        "AAP, Fever and Antipyretic Use in Children (2011); NICE NG143",
        r"\b(?:sponge|rub|wipe|bathe?)\w* [\w ]{0,30}\b(?:with|in) (?:rubbing alcohol|alcohol|surgical spirits?)\b"
        r"|\balcohol (?:rub|bath|sponging)s?\b|酒精(?:擦浴|擦身|擦拭身体|擦澡|泡澡)"
        r"|\balcohol (?:wipe|pad|swab)s?\b[^,]{0,60}\b(?:fever|temperature|cool)"
        r"|\b(?:fever|temperature|cool)\w*\b[^,]{0,60}\balcohol (?:wipe|pad|swab)s?\b"
        r"|(?:烧|降温|退热)[^。;]{0,20}酒精(?:棉[片球])?擦|用酒精[^。;]{0,8}(?:退烧|降温)",
    ),
    _harm(
        "into-the-mouth-in-a-seizure",
        _("Nothing goes into the mouth of a child who has a seizure."),
        "NICE NG217; CDC, Seizure First Aid",
        r"\b(?:put|place|force|hold)\w* [\w ]{0,25}(?:between (?:his|her|their|the) teeth|(?:in|into) "
        r"(?:his|her|their|the|your \w+) mouth)[\w ]{0,25}\b(?:seizure|fit|convuls\w+)"
        r"|\b(?:put|place|wedge|slip|push|force)\w* (?:\w+ ){0,2}(?:spoon|pencil|cloth|stick|spatula|towel|something) "
        r"(?:\w+ ){0,2}between (?:his|her|their|the) teeth"
        r"|(?:抽搐|痉挛|癫痫|抽筋)[^。;]{0,16}咬[住着](?:毛巾|汤匙|筷子|手帕|布|东西)"
        r"|(?:抽搐|痉挛|癫痫|抽筋)[^。;]{0,16}(?:毛巾|汤匙|筷子|手帕|布)[^。;]{0,8}咬[住着]"
        r"|(?:抽搐|痉挛|癫痫|抽筋)[^。;]{0,16}(?:塞|放|垫)[^。;]{0,10}(?:嘴|口中|牙|舌)",
    ),
    _harm(
        "asleep-on-the-stomach",
        _("An infant sleeps on the back: on the stomach sudden death is more frequent."),
        "AAP, Safe Infant Sleep (2022); NHS",
        r"\bsleep\w* (?:\w+ ){0,2}on (?:his|her|their|its|the|your \w+) (?:tummy|stomach|front|belly)\b"
        r"|\bsleep\w* (?:face[- ]down|prone)\b"
        r"|\b(?:put|place|lay)\w* (?:\w+ ){0,3}(?:prone|face[- ]down)\b(?! (?:while|when) awake)|趴睡|趴着睡|俯卧睡",
        12,
    ),
    _harm(
        "water-in-the-first-months",
        _("Water to drink in the first months: too little salt in the blood, and seizures."),
        "WHO, Infant and young child feeding; AAP",
        r"\b(?:give|offer|feed)\w* (?:\w+ ){0,3}(?:plain |sugar |extra |boiled )*water\b"
        r"|\b(?:ounces?|oz|ml|c\.?c\.?|sips?|little|bottle) of (?:cooled |plain |sugar |boiled )+water\b(?![^,]{0,40}\b(?:scoop|formula|powder))"
        r"|\b(?:plain|boiled) water between (?:the )?feeds"
        r"|喝(?:一?[些点])?(?:\d{1,4}\s*(?:c\.?c\.?|毫升|ml)\s*的?(?:温?水|白?开水)|白?开水|葡萄糖水|糖水)"
        r"|(?:喂|餵|给(?:他|她|宝宝|婴儿|新生儿)喝?)(?:一?[些点])?(?:白?开水|葡萄糖水|糖水|水)(?!肿|痘|疱)",
        3,
    ),
)


@dataclass(frozen=True)
class Maximum:
    """The usual maximum of a medicine for a child: mg/kg and mg, hours between, times a day."""

    per_kg: float
    per_kg_a_day: float
    at_a_time: float
    a_day: float
    hours: float
    times: int
    by_age: dict[str, float]  # mg at a time, where no weight is said


MAXIMA = {
    "paracetamol": Maximum(
        *(15, 75, 1_000, 4_000, 4, 5),
        {
            AgeBand.NEWBORN: 60,
            AgeBand.ONE_TO_TWO_MONTHS: 60,
            AgeBand.THREE_TO_ELEVEN_MONTHS: 120,
            AgeBand.ONE_TO_TWO: 180,
            AgeBand.THREE_TO_FIVE: 250,
            AgeBand.SIX_TO_NINE: 375,
            AgeBand.TEN_TO_TWELVE: 750,
        },
    ),
    "ibuprofen": Maximum(
        *(10, 40, 400, 2_400, 6, 4),
        {
            AgeBand.THREE_TO_ELEVEN_MONTHS: 50,
            AgeBand.ONE_TO_TWO: 100,
            AgeBand.THREE_TO_FIVE: 150,
            AgeBand.SIX_TO_NINE: 200,
            AgeBand.TEN_TO_TWELVE: 400,
        },
    ),
}
# How young, in months, somebody of a band may be. Imported decades say little: of a child under ten
# only that it is under ten.
YOUNGEST = {
    AgeBand.NEWBORN: 0,
    AgeBand.ONE_TO_TWO_MONTHS: 1,
    AgeBand.THREE_TO_ELEVEN_MONTHS: 3,
    AgeBand.ONE_TO_TWO: 12,
    AgeBand.THREE_TO_FIVE: 36,
    AgeBand.SIX_TO_NINE: 72,
    AgeBand.TEN_TO_TWELVE: 120,
    AgeBand.THIRTEEN_TO_SEVENTEEN: 156,
    AgeBand.DECADE_0: 108,
    AgeBand.DECADE_10: 120,
}
RULES = {
    rule.id: rule
    for rule in (
        *(SPOONS, MISREAD, NO_WEIGHT, NO_INTERVAL, TOO_MUCH, TOO_OFTEN),
        *(NO_SOURCE, NO_ATTACHMENT, TWO_NAMES, OTHER_LINE),
        *(each.rule for each in (*NEVER_FOR, *HARMFUL)),
    )
}
