"""Names of people in English sentences, beside a word that says that one comes.

What stands first wins.
"""

from questions.identifier_rules.given_names import SYLLABLE
from questions.identifier_rules.names import (
    ADJECTIVES,
    ANY_EN,
    KIN_EN,
    MINE,
    NAME_EN,
    NO_NAME,
    NO_OPENING,
    UPPER,
    WORD,
)
from questions.identifier_rules.rule import Rule

ENGLISH_NAMES = (
    # From: Angela Ng, Kowloon
    Rule(
        "name",
        rf"(?im:^(?:from|sent by|parent|signed))\s?:\s?(?P<x>{NAME_EN})(?=,|\s*$|\n)",
        "unknown",
    ),
    # thanks, shu-fen
    Rule(
        "name",
        r"(?i:thanks|thank you|thx|regards|best|cheers|love)[,.!]?\s(?P<x>[a-z]{2,6}-[a-z]{2,6})[.!]?\s*$",
        "romanised",
    ),
    # my baby girl is named 'Xiomara'; at home she is "Doudou"
    Rule(
        "name",
        r"(?i:\b(?:named|called|nick ?named|name is|goes by|(?:he|she) is|he['’]s|she['’]s)\s)[\"'‘“](?P<x>[A-Z][\w'’-]{1,20}(?: [A-Z][\w'’-]{1,20})?)[\"'’”]",
        "unknown",
    ),
    # a 6 week old called marnie
    Rule(
        "name",
        r"(?i:\b(?:sons?|daughters?|boy|girl|baby|kid|child|toddler|little one|old|newborn|twin)\s(?:called|named)\s)(?P<x>[a-z]{3,12})(?![\w'’-])",
        "unknown_word",
    ),
    # my boy Will won't stop co
    Rule(
        "name",
        rf"{KIN_EN},?[ ]+(?P<x>April|May|June|Will|August)(?=\s+(?:has|is|keeps|had|was|started|got|who|and|won)\b|[,.])",
    ),
    # is called April and she is 22
    Rule(
        "name",
        r"(?i:\b(?:name (?:is|was)|named|is called))\s+(?P<x>April|May|June|Will|August)\b",
    ),
    Rule(
        "name",
        r"\b(?i:(?:his|her|my|their|(?:son|daughter|baby|child)(?:['’]?s)?)\s+name\s+(?:is|was))\s+(?P<x>(?!(?:NOT|NO|CONFIDENTIAL|PRIVATE|SECRET|WITHHELD|HIDDEN|SPELLED|SPELT|THE)\b)[A-Z]{3,12})\b",
    ),
    # call me Gus, and I coach
    Rule(
        "name",
        rf"(?i:\b(?:nicknamed|named|called|christened|calls?)\s+(?:her|him|them|me|our\s+[a-z]+))\s+(?P<x>{NAME_EN})",
        "is",
    ),
    # aka Tofu (he's that pa
    Rule(
        "name",
        rf"(?i:\b(?:go(?:es)? by|post(?:ing)? as|short for|a\.?k\.?a\.?|known (?:at home |to us |as )*as|answers (?:only )?to|(?:english|chinese|pet|nick|baby|milk) ?name(?: is|:)?))[ ]+[\"“]?(?P<x>{NAME_EN}|Ah[ ][A-Z][a-z]+)",
        "is",
    ),
    # Mikkel Østergaard
    Rule("name", rf"[-–—,(][ ]?(?P<x>{NAME_EN}|Ah[ ][A-Z][a-z]+)(?=[ ]for short|[ )]*$)", "signed"),
    # Rory, my eldest, b
    Rule(
        "name",
        rf"(?<![\wÀ-ỹ'’.@/-])(?P<x>{NAME_EN})(?=,\s+(?:my|our|his|her|their)\s+{ADJECTIVES}{MINE}\b)",
        "unknown",
    ),
    # his name Haoran, born 27+3, h
    Rule(
        "name",
        rf"(?i:\b(?:his|her|their|my) name)[ ]+(?P<x>{NAME_EN})|(?i:\bnick ?names?)[ ](?P<y>{NAME_EN}(?:[ ]and[ ]{NAME_EN})?)",
        "is",
    ),
    # call me jasmine. my question
    Rule("name", r"(?i:\bcall (?:me|him|her))[ ](?P<x>[a-z]{3,15})(?=[ .,!]|$)", "given_small"),
    # my elder boy jun kit 7 yr old he g
    Rule(
        "name",
        rf"{KIN_EN},?[ ]+(?P<x>[a-z]{{2,12}}(?:[ ][a-z]{{2,12}})?)(?=,?[ ]\d{{1,2}}[ ]?(?:yrs?|y/?o|years?|mths?|months?|mo)\b)",
        "unknown",
    ),
    # Zhang laoshi say my
    Rule("name", r"(?<![\w-])(?P<x>[A-Z][a-z]{1,9})(?=[ ][Ll]aoshi\b)"),
    # Ah-Mei) wont poo on
    Rule("name", r"(?<![\w-])(?P<x>Ah?-[A-Z][a-z]+)"),
    # nicknamed tank by his granda
    Rule(
        "name",
        r"(?i:\bnicknamed)\s+[\"“]?(?P<x>[a-z]{3,12})(?=\s+(?:by|because|since|as)\b|[\"”,.])",
    ),
    # name of child (as on passport) HUANG YU-TING
    Rule(
        "name",
        r"(?i:\bname)[^\n:(]{0,20}[(][^\n)]{0,30}[)]\s+(?P<x>[A-Z]{2,}(?:[ -][A-Z]{2,}){1,3})(?![A-Za-z])",
    ),
    # first name - Everly
    Rule(
        "name",
        rf"(?i:\b(?:first|last|full|given|family|sur)\s?name(?:\s*[(][^)]*[)])?\s*[-–—:=]\s*)(?P<x>{NAME_EN}(?:\s+(?:bin|binte|binti|bte)\s+{WORD})?)|(?:^|\n)\s*name[ :]+(?P<y>[a-z]{{3,15}}(?:[ ][a-z]{{3,15}})?)\s*(?=\n|$)",
    ),
    # thanks, hannah
    Rule(
        "name",
        r"(?i:\b(?:thx|thanks|ty|tia|cheers|regards|tq))\s*[-–—,!.\s]+(?P<x>[a-z]{3,15})\s*$",
        "unknown",
    ),
    # teacher ying-chu
    Rule(
        "name",
        rf"(?i:\b(?:teacher|dr\.?|doctor|nurse|i am|i['’]?m|this is|auntie?)\s+)(?P<x>(?:[a-z]{{2,6}}\s)?{SYLLABLE}-{SYLLABLE})(?![\w-])",
    ),
    # LIN, YU-CHEN
    Rule("name", r"(?<![A-Za-z])(?P<x>[A-Z]{2,6}, [A-Z]{2,6}-[A-Z]{2,6})(?![A-Za-z])"),
    # REYNOLDS, OPHELIA - but the pha
    Rule("name", r"(?<![A-Za-z])(?P<x>[A-Z]{3,20}, [A-Z]{3,20})(?![A-Za-z])", "given_last"),
    # Haddad, our GP, wrot
    Rule(
        "name",
        rf"(?<![\wÀ-ỹ'’.@/-])(?P<x>{NAME_EN})(?=,[ ](?:my|our|his|her|the)[ ](?:[a-z-]+[ ]){{0,2}}(?:gp|GP|doctor|surgeon|midwife|dentist|paediatrician|pediatrician|consultant|nurse|teacher|therapist|specialist|physio|health visitor)\b)",
        "unknown",
    ),
    # Squidge (that's what
    Rule(
        "name",
        rf"(?<![\wÀ-ỹ'’.@/-])(?P<x>{NAME_EN})(?=[ ][(](?:that['’]s (?:what|the|his|her)|as we call|we call)|[.,]?[ ][Tt]hat['’]?s[ ](?:his|her)[ ]name)",
        "unknown",
    ),
    # Thank you, Chiara
    Rule(
        "name",
        rf"(?i:\b(?:thanking you|thank you|thanks))[,.!]?[ ]+(?:[A-Z]\.[ ]?){{0,2}}(?P<x>{NAME_EN})\s*$|[.?!][ ](?:[-–—][ ]?)?(?:[A-Z][a-z]?\.[ ]?){{1,2}}(?P<y>{NAME_EN})\s*$",
        "unknown",
    ),
    # Philippa Marchetti
    Rule(
        "name",
        rf"\n\s*(?P<x>{NAME_EN}(?:[ ]?[(&][ ]?{NAME_EN}[)]?)?)\s*$|[ ][-–—~]+[ ](?P<y>{NAME_EN})\s*$",
        "signed",
    ),
    # key worker: Clementine Adeyemi
    Rule(
        "name",
        rf"(?i:\b(?:applicant|key ?worker|name of (?:the )?(?:child|patient|parent|baby|mother|father)|emergency contact|next of kin|parent/guardian|carer|social worker)\s*[:：-])\s*(?P<x>{NAME_EN})",
        "unknown",
    ),
    # little one, Xin Yi?
    Rule(
        "name",
        rf"(?i:\b(?:(?:middle|little|older|younger|other|big|first|second) one|eldest|youngest|oldest|assistant)),?[ ](?P<x>{NAME_EN})(?=[ ,.]|$)",
        "unknown",
    ),
    # nurse kylie said dont bur
    Rule(
        "name",
        r"\b(?:doctor|nurse)[ ]+(?P<x>[a-z][a-z-]{3,20})(?=[ ](?:who|said|says|told|at|from|thinks|on|yesterday|today|last|about)\b)",
        "unknown",
    ),
    # myself Lakshmi, my child is
    Rule(
        "name",
        rf"(?i:\bmyself)[:,]?\s+(?:[A-Z]\.[ ]?)*(?P<x>{NAME_EN})|(?i:\b(?:sur|first|last|family|given|middle|full|christian)\s?name)[ ]+(?P<y>{NAME_EN})",
        "unknown",
    ),
    # Nurse Adaeze
    Rule(
        "name",
        rf"(?i:\b(?:hubby|hubs|wifey|maid|helper|nanny|cousin|midwife|sitter|neighbou?r|nurse|teacher|doctor|godmother|godfather|surrogate|landlady|landlord|room ?mate|flat ?mate|boss|employer|principal|headmistress|head ?teacher))\s*[(]?(?P<x>{NAME_EN})(?=[ ,.)'’:;!?]|$)",
        "unknown",
    ),
    # Child: Jonah Stubbs
    Rule(
        "name",
        rf"(?i:\b(?:surgeon|consultant|physician|paediatrician|pediatrician|doctor|gp|referred by|seen by|reported by|attending|teacher|midwife|nurse|guardian|child|mother|father|contact person|signed|pt|patient|(?:your|full|child['’]?s?) name)\s*[:：=])\s*(?:(?i:dr|mrs?|ms|miss)\.?\s+)?(?:[A-Z]\.\s*){{0,2}}(?P<x>(?:[A-Z][a-z]+,\s+(?=[A-Z][a-z]+-))?{NAME_EN}|[A-Z]{{2,}}(?:[ -][A-Z]{{2,}}){{1,3}}(?![A-Za-z]))",
        "unknown",
    ),
    # Sir Ramil, the adviser
    Rule(
        "name",
        rf"\b(?i:cikgu|ustazah?|puan|encik|cik|kuya|ate|tita|tito|makcik|pakcik|nenek|sensei|laoshi|mdm|madam|matron|pastor|imam|bidan|sir|coach|sister|brother|auntie|aunty|kak|bang|mbak|mas)[ ]+(?P<x>{NAME_EN})",
        "unknown",
    ),
    # the Pham family next d
    Rule(
        "name",
        rf"(?<![\wÀ-ỹ'’.@/-])(?P<x>{NAME_EN})(?=[ ](?:sensei|yisheng|ayi|jie ?jie|Sensei)\b)|\bthe[ ](?P<y>{NAME_EN})(?=[ ](?:family|twins|household|kids|boys|girls)\b)",
        "unknown",
    ),
    # name - Raghunathan
    Rule(
        "name",
        rf"(?i:\bpatient)\s+(?P<x>{NAME_EN})(?=,\s*(?:[FM]\b|\d|aged|male|female)|\s*[(])|(?i:name\s*(?:-|–|—|\.{{2,}})\s*)(?P<y>{NAME_EN})",
        "unknown",
    ),
    # pet name: Gugu. age: 10 mths
    Rule(
        "name",
        rf"(?i:\b(?:nick ?name|pet name|xiao ?ming|panggil(?:an)?|nama(?:nya)?)(?:[ ](?:nya|dia|is|saya|anak|ialah))?)[:,]?[ ]+(?P<x>{NAME_EN})",
        "unknown",
    ),
    # name's Huw. my little on
    Rule(
        "name",
        rf"(?i:\b(?:name\s*[’']\s*s|(?:full |first |last |sur|real |given |family |middle |nick ?|pet ?)?name\s+(?:is|was)|goes by|names?\s+are))\s+(?i:mr\.?\s+|mrs\.?\s+|ms\.?\s+|dr\.?\s+)?(?P<x>{ANY_EN})",
    ),
    # Name: Tan Zhi Hao
    Rule(
        "name",
        rf"(?i:\b(?:(?:patient|child|baby|parent|mother|father|guardian|asker|full|first|last|sur|son|daughter|contact)(?:[’']?s)?\s*(?:full\s+)?name|name|patient|parent|guardian|mother|father|pt)\s*[:：=]\s*)(?i:mr\.?\s+|mrs\.?\s+|ms\.?\s+|dr\.?\s+)?(?P<x>{ANY_EN})",
    ),
    # NAME: PHILIPPA GREENSLADE
    Rule(
        "name",
        r"(?i:\b(?:(?:patient|child|baby|full|given|parent)(?:['’]?s)?\s*name|name|patient|surname)\s*[:：=]\s*)(?P<x>[A-Z]{2,}(?:[ -][A-Z]{1,}){0,3})(?![A-Za-z])",
    ),
    # aka Tofu (he's that pa
    Rule(
        "name",
        rf"(?i:\b(?:called|named|aka|nicknamed|calls? (?:him|her|me|us)|we call (?:him|her))\s+)(?P<x>{NAME_EN})",
        "called",
    ),
    # I'm Sarah, and I am wor
    Rule(
        "name",
        rf"\b(?:I am|I'm|I’m|i am|im|This is|this is)\s+(?P<x>{NAME_EN})(?=\s*(?:,|\.|;|\band\b|\bfrom\b|$|—|–|\())",
        "i_am",
    ),
    # her mother, Hsiao-chun
    Rule(
        "name",
        rf"{KIN_EN}(?:(?:,|:|,? namely|,? (?:a|the)(?= M| D))?[ ]+(?:(?i:mrs?|ms|miss|dra?|docteur)\b\.?[ ])?(?P<x>{NAME_EN}(?:(?:,\s+|\s+and\s+|\s*&\s*|,\s+and\s+){NAME_EN}){{0,3}})(?=[\s,.;:!?)(’']|$)|\s*\((?P<y>{NAME_EN})(?=\)|,\s*\d))",
        "after_kin",
    ),
    # MY SON ETHAN HAS SWALLOWED
    Rule("name", rf"{KIN_EN},?[ ]+(?P<x>[A-Z]{{3,}})\b", "given_small"),
    # my aunt hanh put toothpast
    Rule(
        "name",
        rf"{KIN_EN},?[ ]+(?P<x>[a-zà-ÿ-]{{3,15}}|[A-Z]{{4,15}})(?=[ ](?:is|has|had|was|who|will|keeps?|just|ate|won['’]?t|and|put|says?|said|got|gets|can['’]?t|started|fell|needs|on|in)\b|[,.])",
        "unknown",
    ),
    # Ms Tay called me dow
    Rule(
        "name",
        rf"\b(?:(?:Dr|dr|DR|Prof|Mr|Mrs|Ms|Mx)\b\.?|Doctor|doctor|Professor|professor|Nurse|nurse|Miss|Mister|Master|Midwife|midwife|Teacher|teacher|Aunt|Auntie|Uncle|Grandma|Sister)[ ]+(?P<x>(?:(?:van|von|de|der|den|del|la|le|di|el|al|bin|ten)\s+){{0,3}}{NAME_EN})",
        "titled",
    ),
    # Many thanks, Carys
    Rule(
        "name",
        rf"(?i:\b(?:regards|rgds|tq|thx|xoxo|tia|faithfully|truly|sincerely|yours|cheers|many thanks|thanks(?: so much| a lot| again)?|thank you(?: so much| very much| in advance)?|love|signed|best wishes|respect|respectfully|cordially|best))\s*[,!.:\n–—-]+\s*(?:[(]?(?i:mrs?|ms|miss|mdm|dr)\b\.?[)]?[ ]+)?(?P<x>(?:[A-Z]{{1,2}}\.?[ ]?){{0,2}}{NAME_EN})\s*(?:[(](?:Mrs?|Ms|Miss)\.?[)]|(?:&|and) family)?\s*$",
        "sign_off",
    ),
    # uncle Gwil is dyslexic
    Rule(
        "name",
        rf"\b(?i:grandma|grandmother|granny|grandpa|grandad|granddad|papa|nanny|babysitter|sitter|childminder|cousin|uncle|auntie|aunt|midwife|physio(?:therapist)?|health visitor|coach|p(?:a)?ediatrician|therapist|teacher|surgeon|dietitian|dentist|consultant|neighbou?r)(?:,|[ ]is(?:[ ]called)?|[ ]called)?[ ]+(?:(?i:mr|mrs|ms|miss|dr)\b\.?\s+)?(?P<x>{NAME_EN})",
        "titled",
    ),
    # Philippa Marchetti
    Rule(
        "name",
        rf"\n\s*(?:[-–—~*]+\s*)?(?P<x>{NAME_EN})\s*(?:x+|\.|,)?\s*$|[.!?)\s]\s*[-–—~]+\s*(?P<y>{NAME_EN})\s*(?:x+|\.)?\s*$",
        "signed",
    ),
    # My lad is Declan, he's twelve
    Rule(
        "name",
        rf"{KIN_EN}(?:['’]s|[ ]is|[ ]are|[ ]was)[ ]+(?P<x>{NAME_EN}(?:(?:,[ ]|[ ]and[ ]|,[ ]and[ ]){NAME_EN}){{0,3}})(?=[ ]*[,.;:!?)(]|[ ]+(?:and|who|\d)|[ ]*$)",
        "is",
    ),
    # a son, Ezekiel, 26 months, w
    Rule(
        "name",
        rf"(?i:\b(?:(?:one|two|three|four|2|3|4|a|the)\s+(?:[a-z-]+\s+)?(?:children|kids|boys|girls|sons|daughters|child|boy|girl|son|daughter)|triplets|twins)\s*[:,]\s+)(?P<x>{NAME_EN}(?:(?:,[ ]|[ ]and[ ]|,[ ]and[ ]){NAME_EN}){{0,3}})(?=[ ]*[,.;:!?)(]|[ ]+(?:and|who|\d))",
        "is",
    ),
    # call me Gus, and I coach
    Rule(
        "name",
        rf"(?i:\b(?:(?:s?he|that)(?:['’]s|[ ]is)(?:[ ]just)?|we (?:named|called)[ ](?:him|her)|(?:we|they|i|everyone|everybody) calls?|call(?:ed|s)?[ ](?:him|her|them|me|us)|by the name of|answers to|goes by|namely|for whom|nicknamed|real name)[ ]+)(?P<x>{NAME_EN})(?=[ ]*[,.;:!?)(]|[ ]+(?:and|to|at|because|but|who|for short|when|since)\b|[ ]*$)",
        "is",
    ),
    # Dra. Magbanua, gave salbuta
    Rule(
        "name",
        r"(?i:\b(?:dra|docteur|frau|herr|señora?|madame)\b\.?)[ ]+(?P<x>[A-ZÀ-Þ][\wà-ÿ'’]+(?:-[A-ZÀ-Þ][\wà-ÿ]+)?)",
    ),
    # Rory, my eldest, b
    Rule(
        "name",
        rf"(?:^|[.!?\n]\s*)(?!(?:{NO_OPENING})\b)(?P<x>{NAME_EN})(?=,\s+(?:my|our|his|her|their)\s+{ADJECTIVES}{MINE}\b|\s+is\s+(?:my|our)\s+{ADJECTIVES}{MINE}\b(?!['’]s))",
        "aged",
    ),
    # Kwame here, father
    Rule(
        "name",
        rf"(?:^|[.!?,;\n]\s*)(?!(?:{NO_OPENING})\b)(?P<x>{NAME_EN})(?=[ ](?:for short|by name|here\b)|[ ]\((?:my|our)[ ])",
        "aged",
    ),
    # Tuấn has hepatitis
    Rule(
        "name",
        rf"(?<![\wÀ-ỹ'’.@/-])(?=[A-Za-z]*[À-ỹ])(?P<x>{NAME_EN})",
        "unknown",
    ),
    # Finn has a barking
    Rule(
        "name",
        rf"(?<![\wÀ-ỹ'’.@/-])(?=(?P<x>{WORD}(?:[ ]{NO_NAME}{WORD}){{0,2}})){UPPER}",
        "given",
    ),
    # im kayleigh btw. so yeah
    Rule(
        "name",
        rf"(?:{KIN_EN},?[ ]+|(?i:\b(?:i[ ]?['’]?m|i am|this is|about|named|called|name['’]?s|and his brother|and her sister)\s+))(?P<x>[a-zà-ÿ]{{3,}})\b(?!['’-])",
        "given_small",
    ),
    # Ji-ho is staying wi
    Rule(
        "name",
        rf"(?<![\wÀ-ỹ-])(?P<x>(?:{UPPER}[a-z]{{1,7}}[ ])?{UPPER}{SYLLABLE}-(?i:{SYLLABLE})(?:[ ]{UPPER}[a-z]{{1,7}})?)(?![\w-])",
        "romanised",
    ),
    # my boy kai-wen 2yrs old keep
    Rule(
        "name",
        rf"(?:{KIN_EN},?[ ]+|(?i:\b(?:about|named|called|is|i['’]?m)\s+))(?P<x>{SYLLABLE}-{SYLLABLE})(?![\w-])(?=\s*[,(\d]|\s+(?:is|has|had|was|keeps?|who|and)\b)",
    ),
)
