"""Whether a reply says that something is not given, or not to be done."""

import re

# Nothing that denies stands further away: the rest of a long sentence need not be read for each word.
DENIED_WITHIN = 400
# What says that something is not given: before it, or after it.
_DENIED = re.compile(
    r"\b(?:no|not|never|avoid\w*|dont|doesnt|shouldnt|mustnt|cannot|cant|unsafe|dangerous|isnt|arent"
    r"|contraindicated|against|neither|nor|away from|forbidden|banned|beware|unsuitable|nothing(?= (?:in|between|into)\b)"
    r"|(?:without|instead of|rather than|stop|allerg\w+ to)(?= (?:\w+ ){0,3}$)|leave(?= (?:(?:the|your|any|all) )*$))\b[\w ,/()-]{0,60}$"
    r"|(?:不要|不可|不能|不宜|不适合|不建议|还不|不应|不得|避免|避开|切勿|请勿|勿|禁|(?<![特分个区级])别|没有|不需要"
    r"|不用|不使用|不再|不给|不吃|不会|不必|而不是|忌)[^。;!?]{0,18}$"
)
_DENIED_AFTER = re.compile(
    r"^(?:(?!\b(?:if|when|because|until|unless|so|while)\b)[\w ()/-]){0,40}"
    r"(?:, (?!(?:it|this|that|they|he|she|you|if|when|but|so)\b)[\w ]{1,40}){0,4}\b"
    r"(?:(?:(?:is|are|must|should|can|may|do|does) (?:not|never|no longer)|isnt|arent|shouldnt|mustnt|never"
    r"|not (?:safe|suitable|recommended|for|be)|has to wait|must wait)\b(?! (?:be )?(?:expensive|bad|harmful"
    r"|dangerous|a problem|wrong|only|addictive|worry|worried|hesitate|hurt|harm|need|matter|cause|make|mind"
    r"|afraid|(?:taken|given|used) (?:on|without|more than|with(?! (?:child|a child|bab|infant))))\b)|(?<!not )(?<!nothing )(?:unsafe|dangerous|contraindicated|forbidden|banned|unpleasant)\b"
    r"|(?:should|must|best|better)(?: be)? avoided\b|(?:is|are) outdated\b|is a no\b|(?:is|are) out\b(?! of)|away from (?!meals?\b|food|feeds?\b)|(?:can|may|could|do|does|might) (?:do )?harm\b)"
    r"|^[\w ]{0,12}\b(?:cause|bring on|lead to|trigger)[\w ]{0,20}(?:reye|botul)"
    r"|^[^。;,!?]{0,6}(?:引起|导致|造成)[^。;,]{0,6}(?:雷氏|雷耶|肉毒)"
    r"|^[^。;,!?]{0,12}(?:不建议|(?:不可|不能|不要|不应)(?!超过|空腹)|不宜|不适合|禁用|禁止|危险|是禁忌|并不安全"
    r"|不安全)"
    r"|^[^。;,!?]{0,12}(?:,[^。;,!?]{0,6})?(?:应避免|请?避开|列为禁忌|并不宜|(?:儿童|孩子|小孩)不宜)"
    r"|^[^。;!?]{0,14}(?:婴儿|婴幼儿|孩子|儿童|小孩|宝宝)都?(?:不可|不能|不要|请勿)(?!超过|空腹)"
    r"|^[^。;,!?]{0,8}都?别碰|^[^。;!?]{0,14}(?:都|也)要避免"
    r"|^[^.;!?]{0,80}(?<!not )(?<!need to )(?<!reason to )\b(?:avoid (?:them|it|these|both)\b(?! (?:if|when|with))"
    r"|keep (?:them|it|these|both) away from (?:him|her|babies|infants|the baby|small children)\b)"
    r"|^[^。;!?]{0,40}(?:就不要用|帮助有限|没有(?:好处|帮助)|[里中]也有|也含)"
)
# Words that look like a "no", and are none.
_NO_DENIAL = re.compile(
    r"\b(?:(?:do not|dont|never|not|need not|no need to) (?:be )?(?:worry|worried|hesitate|afraid|panic)"
    r"|no (?:harm|problem|risk|danger|reason(?: not)?|fever|objection)|nothing (?:wrong|bad|against)|not only|why not"
    r"|no need to wait|not (?:enough|sufficient|object|mind)|not (?:dangerous|harmful|a problem)|not (?:just|well|eating|sleeping|better|improv\w+|going|gone)"
    r"|(?:cannot|cant) (?:fall|sleep|settle|walk|eat|wait|stop)\w*"
    r"|(?:does|do|did|has|have|is|are) not (?=help|work|go|come|drop|better|improve|settle|sleep|eat|respond|suffice|bring|last|subside)\w*"
    r"|(?:doesnt|dont|didnt|isnt) (?:help|work|go|come|drop|improve|settle|sleep|eat)\w*)\b"
    r"|(?:如果|要是|若是?|假如|万一)[^,。;]{0,12}(?:没|不|未)[^,。;]{0,8},|没有理由不|不反对|不是(?:每个|所有)"
    r"|(?:不用|不必|不需要|无需)等|(?:不用|不必|不要|别)(?:太|过度)?(?:担心|急|怕|害怕|紧张)|没有(?:问题|关系|危险|坏处|发烧|效)|不会有(?:事|问题|害)"
    r"|不退烧|不舒服|不好|不错|不只|不但|不仅|不见好|不退|睡不着|吃不下|没问题"
)
# And of what is only supposed: "should it not be enough, …".
_SUPPOSED = re.compile(r"(?:\b(?:if|when)\b|(?:^|[,;:.] ?|\n)should\b(?! not| never))[^,;:]{0,90},")
_NO = re.compile(r"\b(?:not|no|never|neither|nor|cannot|(?:ca|wo|do|does|did|is|are|has|have)nt)\b")
# What begins anew after a "no": "not that one, give this one".
_ANEW = re.compile(
    r"\bbut (?:the |an? )?$|, (?:so|but|then)\b|(?:,|\bbut\b|\bso\b|\binstead\b|\band\b|:)[\w ]{0,24}"
    r"\b(?:you can|can|may|give|try|use|take|put|rub|have|is fine|offer|go for|let|mix)\b(?! not)"
    r"|(?:,|但是?|而是|就|改)[^,]{0,6}(?:可以|可给|可用|可吃|给|改用|改吃|吃|用|喝|喂|抹|试)|可以"
)
# After a medicine, or before it: what was said of the one before is said of it.
_LIKEWISE_AFTER = re.compile(r"[ ,]*(?:is |are )?(?:likewise|too$)|也(?:是)?(?:一样|如此)|亦然")
_LIKEWISE_BEFORE = re.compile(
    r"\b(?:likewise|same (?:goes|is true|holds|applies) (?:for|of|to))(?: \w+)? $|同样(?:的是)?$"
)


def is_likewise(sentence: str, start: int, end: int) -> bool:
    before = sentence[max(0, start - 40) : start]
    return bool(_LIKEWISE_AFTER.match(sentence, end) or _LIKEWISE_BEFORE.search(before))


def denied(sentence: str, start: int, end: int) -> bool:
    """Whether the words there are what is not to be done."""
    before = sentence[max(0, start - DENIED_WITHIN) : start]
    plain = _NO_DENIAL.sub(lambda match: "~" * len(match[0]), before)
    plain = _SUPPOSED.sub(lambda supposed: _NO.sub("~", supposed[0]), plain)
    if match := _DENIED.search(plain):
        return not _ANEW.search(before[match.start() + 3 :])
    return bool(_DENIED_AFTER.search(sentence[end : end + DENIED_WITHIN]))
