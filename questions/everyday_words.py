"""English words of everyday talk, which in the name of a topic tell next to nothing of a question.

Among names they look rare: few topics have "service" or "time" in theirs, and every other letter has
them. Some are abbreviations as well when written in capitals: "hi" greets, "HI" is an ichthyosis.
Chosen from the commonest words of English; what tells of an illness, of a part of the body or of a
treatment is left out.
"""

from functools import cache

from questions.folding import terms

_EVERYDAY = """
able about across act add ago agree air allow along already always amount another answer any apart
appear apply area argue around arrive art article ask aware away bad ball bank base basic be beach
bear beat become before begin behind believe belong best better big bike bill bind bird bit blame
block board boat boo book boss both bottle bottom box branch bridge bring build bun bus business
busy buy call calm cam camp can candle cap capital car card care carry case cash catch cave cent
center certain chance change char charge cheap check chime choice choose church city clam class
clean clear climb clock close clothes clove club coach coat collect college come comfort common
company complete concern confirm confuse connect consider contact continue cook cool cop copy cord
corner correct cost could country couple course cover crash crazy crest cross crowd cup customer dad
daily dark dash date day deal dear decide deep depend describe desk detail did difference different
difficult dig dinner direct dish do door dot double doubt down draw dream dress drive due during
each early earn earth easy echo edge edit effect either else email empty end english enjoy enough
enter entire er especially etc evening event ever every exact example except excuse expect expensive
experience explain express extra fact fair famous far farm fast favor fed few field fight figure
fill final find fine finish fire firm first five fix flat floor folded follow forget form forward
four free fresh friend front full fun future game gap garden gather general get gift give glad glass
go god gold good google great ground group grow guess guide had half hall ham happen happy hard
hardly has hat hate have heavy hello help hem her here hi hide high him his hit hold holiday home
honk hope hot hour house how however huge hundred hurry ice idea if imagine important improve in
include increase information inside instead interest internet into involve issue it item job join
joke judge just keep key kg kid kind king kitchen know lab lack lake lamb land language large last
late laugh law lay lead leaf least leave left less let letter level library lie life lift like
likely line link list listen little live load loc local lock logic long look lord lose lot loud love
low luck lunch mad mail main make manage many map mark market married mat matter maybe me mean meet
member mention message met mg mid middle might mile minute miss mistake mix ml mm modern mom moment
money month moon more morning most motor move movie much mum music must my name nation near
necessary need neither net never new news next nice night nobody nod none nor norse north note
nothing notice now number oak oat obvious occur odd off offer office often ok okay old once one only
open opinion option or order ordinary other ought out outside over own page pair pal pan paper park
part party pass past pay peg pen people perfect perhaps person phone photo pic pick picture piece
place plain plan plane play please plenty plus point police poor possible post pot pound power
practice prefer prepare present pretty price print prob probably problem produce program prom
promise proof prop proper protect proto prove provide public pull push put quality question quick
quiet quite race rain raise ran rather reach ready real rear reason receive recent recommend record
refer regard regular relate remain remember remove repeat reply report request respond rest result
return rich ride right rise road room round rule run safe said same sand save say scarf school scot
sea search second see seem sell send sense sentence separate serious serve service set several shall
shape share she shop short should shout show shut side sign similar simple since sing single sir sit
situation six size skill sky slap slow small smart smile snow soap soft some song soon sorry sort
source south space special specific spend sport spring stand star start state stay step still stone
stop store story strange street strong student study stuff style such sudden suggest summer sun
supply support suppose sure surprise table take tall tar teach team tee tell ten term than thank
that the then there thick thin thing think third this thought thousand three through throw ticket
till time tips title today together tomorrow tonight too tool top torch total toward town train
traps travel tree trip trouble truck true trust try tuna turn two type um under understand unit
until up upon us use usual van various vats very view visit wait wall want warm was wash watch wave
way we wear weather website week weekend well went west wet what wheel when where which while who
whole why wide wild will win wind window winter wish with within without wonder wood word work world
worse worth would wrong yard year yell yes yesterday yet you young yourself zero
"""
# Words that tell something, and as an abbreviation something else: a cat is no CAT scan.
_ALSO_ABBREVIATIONS = """
adult age arm arms ash back bed boy brain cat child cut die dog eye fit gas girl growth horse itch
lap leg med meds men optic pad pap pet red ring sac sad salt skin tumor
"""


@cache
def everyday() -> frozenset[str]:
    """As `folding.terms` gives them."""
    return frozenset(terms(_EVERYDAY))


@cache
def not_abbreviations() -> frozenset[str]:
    """In small letters, as they are typed."""
    return frozenset(_EVERYDAY.split()) | frozenset(_ALSO_ABBREVIATIONS.split())
