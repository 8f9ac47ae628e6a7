"""Where somebody lives, as it is written in the countries that askers live in."""

from questions.identifier_rules.rule import CJK, NUMERAL, UNIT, Rule

STREET = (
    r"(?i:street|road|avenue|lane|boulevard|crescent|terrace|close|drive|gardens|square|mews|grove|highway"
    r"|parkway)"
)
STREET_SHORT = r"(?:St|Rd|Ave|Ln|Dr|Blvd|Ct|Pl|Cres|Way|Court|Place|Hill|Row|Rise|Walk|Park|Parade|Quay|Wharf|Cottages|Buildings|Mansions)"
# Of an address in Taiwan in English letters: its parts but the road, and the road.
SECTION = r"(?i:sec(?:tion|\.)?)\s?\d"
IN_STREET = (
    r"(?:\d{1,2}(?i:f|(?:st|nd|rd|th)\s(?:floor|fl))\b\.?(?:-\d{1,2})?|(?i:floor)\s\d{1,2}|(?i:no\.?|number|#)\s?\d[\d-]{0,6}"
    r"|(?i:lane|ln\.?|alley|aly\.?)\s?\d{1,4}|(?i:neighbou?rhood)\s\d{1,3})"
)
ROAD = (
    r"[A-Z][\w'’-]{1,16}(?:\s[A-Z][\w'’-]{1,16}){0,2}?\s(?:(?:\d(?:st|nd|rd|th)|[NSEW]\.?|North|South|East|West)\s){0,2}"
    r"(?:Rd|Road|St|Street|Ave|Avenue|Blvd|Boulevard)\b"
)
ADDRESSES = (
    # 3F-2, No. 88, Alley 5, Lane 39, Wenxin South 3rd Road; Guangfu Road Section 2 No. 155, 7th floor
    Rule(
        "address",
        rf"(?<!\w)(?P<x>(?:{IN_STREET},?\s){{1,5}}(?:{SECTION},?\s)?{ROAD}(?:\.?,?\s(?:{SECTION}|{IN_STREET})){{0,5}})(?!\w)",
    ),
    Rule(
        "address",
        rf"(?<!\w)(?P<x>{ROAD}(?:\.?,?\s{SECTION})?(?:\.?,?\s{IN_STREET}){{1,5}})(?!\w)",
    ),
    Rule("address", r"(?<![A-Za-z])(?P<x>(?i:p\.?\s?o\.?\s+box)\s+\d{1,6})"),
    Rule(
        "address",
        rf"(?P<x>(?:(?<!\d)\d{{3}}(?:\d{{2,3}})?\s*(?=[{CJK}]{{1,3}}[市县]))?(?=[{CJK}\d])(?![在于住到往寄是])(?:[{CJK}]{{1,3}}[省市县](?=[{CJK}\s]))?\s*(?:[{CJK}]{{1,4}}?[区乡镇市]\s*)?(?:[{CJK}]{{1,3}}[里村]\s*(?:[\d一二三四五六七八九十]+邻\s*)?)?[{CJK}\d]{{1,5}}?(?:大道|路|街|道|村|段)的?\s*(?:[东西南北]?{NUMERAL}{{1,3}}\s*[段邻]\s*){{0,2}}(?:{NUMERAL}{{1,6}}\s*巷\s*)?(?:{NUMERAL}{{1,6}}\s*弄\s*)?(?:{NUMERAL}{{1,7}}\s*(?:[之-]\s*{NUMERAL}{{1,3}}\s*)?号(?:之\s*{NUMERAL}{{1,3}})?(?:\s*[B地]?{NUMERAL}{{1,3}}\s*[楼层F室](?:\s*之\s*{NUMERAL}{{1,3}})?)?(?:\s*[A-Z\d]{{1,4}}室)?(?:[{CJK}]{{2,8}}?(?:小区|花园|苑|公寓|大厦|社区)[\dA-Z]+(?:号楼|栋|幢|座)(?:\d+单元)?(?:\d+[室楼号]?)?)?|(?<=[巷弄])))",
    ),
    Rule(
        "address",
        rf"(?P<x>(?:[{CJK}]{{1,3}}[省市县区]\s{{0,2}}){{0,3}}[{CJK}]{{2,8}}(?:小区|花园|苑|新村|大厦|屋[邨苑]|邨|社区|公寓|广场)\s*[A-Z\d一二三四五六七八九十]+\s*(?:号楼|栋|幢|座|期|楼|号)(?:\s*[A-Z\d]+\s*(?:单元|座|楼|层|号))?(?:\s*[A-Z\d]+\s*(?:室|号|楼))?)",
    ),
    Rule(
        "address",
        rf"(?P<x>(?:[{CJK}]{{2,3}}[市县]\s*)?[{CJK}]{{1,4}}[乡镇市区]\s*[{CJK}]{{1,4}}[村里]\s*(?:{NUMERAL}{{1,3}}\s*邻\s*)?(?:[{CJK}]{{1,6}})?{NUMERAL}{{1,4}}\s*(?:[之-]\s*{NUMERAL}{{1,3}}\s*)?号)",
    ),
    Rule(
        "address",
        r"(?P<x>(?:\d{1,2}(?i:f|th floor)\.?(?:-\d{1,2})?,?\s+)?(?i:no\.?|#)\s*\d[-\d]*,\s*(?:(?i:lane|ln\.?|alley|aly\.?|sec(?:tion|\.)?)\s*\d+,\s*){0,4}(?:(?i:sec(?:tion|\.)?)\s*\d+,\s*)?[A-Za-z][\w'’]+(?:\s[A-Za-z][\w'’.]*){0,2}\s+(?i:rd|road|st|street|ave|avenue|blvd|boulevard)\b\.?(?:,\s*(?:[A-Z][a-z'’]+(?:\s[A-Z][a-z'’]+)*\.?|[a-z]+ (?:dist|district|city)\.?|[a-z]+ [a-z]+ city)){0,3}(?:\s+\d{3,6})?)",
    ),
    Rule(
        "address",
        r"(?P<x>(?i:blk|block)\.?\s*\d{1,4}[A-Za-z]?,?\s+(?:[A-Z][\w'’]+\s+){1,4}\d{0,3}(?:,?\s*#\d{2}-\d{2,4})?(?:,?\s+Singapore\s+\d{6})?)",
    ),
    Rule(
        "address",
        r"(?P<x>(?:(?i:no\.?|#)\s*\d[-\d]*,?\s*)?(?:(?i:lane|ln\.?|alley|aly\.?|sec(?:tion|\.)?)\s*\d+,?\s*){0,4}(?:(?i:lane|ln\.|alley|aly\.|sec(?:tion|\.))\s*\d+,?\s*)[A-Z][\w'’]+(?:\s[A-Z]?[\w'’]+)?\s+(?:[NSEW]\.?\s+)?(?:Rd|Road|St|Street|Ave|Avenue|Blvd|Boulevard)\b\.?(?:,\s*[A-Z][a-z'’]+(?:\s[A-Z][a-z'’]+)*){0,3})",
    ),
    Rule(
        "address",
        rf"(?<![\w./])(?<!\d[,:])(?P<x>(?:(?i:flat|apt\.?|apartment|unit|suite|room|rm\.?)\s*#?\s*[A-Za-z]?\d+[A-Za-z]?,?\s+|\d{{1,4}}/)?\d{{1,5}}[A-Za-z]?(?:-\d+)?,?\s+(?:[A-Z][\w'’.-]*\s+){{1,4}}(?:{STREET}|{STREET_SHORT})\b\.?(?:,?\s+(?i:flat|apt\.?|apartment|unit|suite|#)\s*#?\s*\w{{1,5}})?(?:,\s*[A-Z][a-z'’-]+(?:\s[A-Z][a-z'’-]+)*){{0,3}}(?:,?\s+(?:[A-Z]{{1,2}}\d[A-Z\d]?\s*\d[A-Z]{{2}}|(?:[A-Z]{{2}}\s+)?\d{{5}}(?:-\d{{4}})?|(?:VIC|NSW|QLD|WA|SA|TAS|ACT|NT)\s+\d{{4}}|\d{{3}}(?!\d)))?)",
    ),
    Rule(
        "address",
        r"(?<![\w./])(?<!\d[,:])(?P<x>\d{1,5}[a-z]?\s+(?:(?!(?i:times?|days?|weeks?|months?|years?|yrs?|hours?|hrs?|minutes?|mins?|kids?|children|people|on|in|of|the|a|to|and|or|mg|ml|kg|cm|at|from|per|blocks?|miles?|km|cars?|down|along|by|near|off|across)\b)[A-Za-z'’-]+\s+){1,2}(?i:street|road|avenue|lane|boulevard|crescent|terrace|close|drive)\b(?:,?\s+[A-Za-z]{1,2}\d[A-Za-z\d]?\s*\d[A-Za-z]{2}\b)?)",
    ),
    Rule(
        "address",
        r"(?<![A-Za-z\d'’])(?P<x>(?:[A-Z][\w'’]{1,20}(?:[ ][A-Z][\w'’]{1,20}){0,2},[ ]){0,3}[A-Z]{1,2}\d[A-Z\d]?\s\d(?!(?:MG|ML|KG|CM|MM|MM|KM|HR|HZ|PM|AM|IU)\b)[A-Z]{2})(?![A-Za-z\d])",
    ),
    Rule(
        "address",
        r"(?<![A-Za-zÄÖÜäöüß-])(?P<x>[A-ZÄÖÜ][A-Za-zäöüß-]{2,30}(?:strasse|straße|str\.|gasse|weg|platz|allee|rain|matte|halde)\s+\d{1,4}[a-z]?(?:,?\s+(?:CH-)?[1-9]\d{3,4}\s+[A-ZÀ-Þ][A-Za-zà-ÿ.-]+)?)",
    ),
    Rule(
        "address",
        r"(?P<x>\d{1,4}(?:bis)?,?\s+(?i:rue|avenue|chemin|route|place|boulevard|impasse|quai|allée|via|viale|calle)\s+(?:(?:de la|de l['’]|des|du|de|della|del|la|le)\s?)?[A-ZÀ-Þ][\wà-ÿ'’-]+(?:\s[A-ZÀ-Þ][\wà-ÿ'’-]+)?(?:,?\s+(?:CH-|F-)?[1-9]\d{3,4}\s+[A-ZÀ-Þ][A-Za-zà-ÿ-]+)?)",
    ),
    Rule(
        "address",
        rf"(?P<x>(?:[{CJK}]{{2,8}})?[^\s,，。A-Za-z\d]{{1,4}}(?:屋?邨|屋苑|花园|苑|大厦|中心|广场)\s*(?:第?[\dA-Z一二三四五六七八九十]+[座期]\s*)?(?:[{CJK}]{{1,4}}[楼阁座轩]\s*)?(?:\d{{1,3}}[楼/][A-Z\d]{{0,3}}\s*)?(?:[A-Z\d]{{1,5}}室|\d{{1,3}}[楼/][A-Z]))",
    ),
    Rule(
        "address",
        r"(?P<x>(?:(?i:no\.?|lot|unit)\s*[\dA-Z-]+,?\s+)?(?i:jalan|jln\.?|lorong|lrg\.?|taman|persiaran)\s+[A-Z][\w/]*(?:\s[A-Z\d][\w/]*){0,3}(?:,\s*(?:\d{5}\s+)?[A-Z][\w]+(?:\s[A-Z][\w]+)*){0,3})",
    ),
    Rule(
        "address",
        rf"(?P<x>[{CJK}]{{2,8}}?\d{{1,3}}座\s*\d{{1,3}}[楼/]\s*[A-Z\d]{{1,3}}室?)",
    ),
    Rule(
        "address",
        r"(?P<x>\d{1,4}(?:/\d{1,4})?,\s+\d{1,2}(?:st|nd|rd|th)\s(?:Cross|Main|Block|Stage|Street)(?:,\s*[A-Z][\w]*(?:\s[A-Z]\w*)*){1,3}(?:\s\d{6})?)",
    ),
    Rule(
        "address",
        r"(?P<x>H\.?\s?No\.?\s*\d[\d/A-Z-]*,\s*[A-Z][\w]*(?:\s[A-Z]\w*)*(?:,\s*[A-Z]\w*(?:\s[A-Z]\w*)*)*(?:\s\d{6})?)",
    ),
    Rule(
        "address",
        r"(?<!\w)(?P<x>[A-Z]\w{1,24}(?:\s[A-Z]\w{1,24})?\s(?:Rd|St|Road|Street)\.?,\s(?:Lane|Alley|Ln\.?|Sec\.?)\s\d+,\s(?:(?:Alley|Aly\.?)\s\d+,\s)?No\.?\s?\d[\d-]*)",
    ),
    Rule(
        "address",
        r"(?<!\d)(?P<x>\d{1,4}(?:-\d+)?,?\s+(?i:neighbou?rhood)\s+\d{1,3},\s+[A-Z][a-z]+\s(?:Village|Li)(?:,\s[A-Z]\w+(?:\s[A-Z]\w+)*){0,3})",
    ),
    Rule("address", r"\b(?P<x>(?i:blk|block)\.?\s\d{1,4}[a-z]?\s(?:\w+\s){1,5}#\d{2}-\d{2,4})"),
    Rule(
        "address",
        r"(?P<x>(?:[A-Z][a-z]+\s(?:Township|District|City|County),\s*)?[A-Z][a-z]+\sVillage,?\sNo\.?\s?\d[\d-]*)",
    ),
    Rule(
        "address",
        r"(?<!\d)(?P<x>\d{1,4}[a-z]?\s[a-z]+(?:\s[a-z]+)?\s(?:terrace|close|street|road|lane|avenue|drive|way|court|crescent|gardens),?\s[a-z]+,?\s[a-z]{1,2}\d[a-z\d]?\s\d[a-z]{2})(?![a-z])",
    ),
    Rule("address", r"(?<![A-Za-z])(?P<x>S\(?(?<=\()\d{6}\))"),
    Rule(
        "address",
        r"(?<!\d)(?P<x>(?:\d{1,5}\s)?(?i:brgy\.?|barangay|sitio|purok)\s+[A-Z][\w.]*(?:\s[A-Z][\w]*)*(?:,\s*(?:Brgy\.?\s+)?[A-Z][\w.]*(?:\s[A-Z][\w]*)*){0,3})",
    ),
    Rule(
        "address",
        r"(?P<x>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?,?\s+(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY])\s+\d{5}(?:-\d{4})?)(?!\d)",
    ),
    Rule(
        "address",
        rf"\b(?P<x>(?i:{UNIT}|[a-z]+teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-]{UNIT})?)\s+(?:[A-Z][\w'’-]+\s+){{1,2}}{STREET}\b)",
    ),
    Rule(
        "address",
        r"(?P<x>(?i:\b(?:rm|room|flat|unit)\.?\s*\d+[A-Za-z]?,?\s+(?:block|tower|building|phase)\s+\w{1,3}\b)(?:,\s*[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,4})?)",
    ),
    # the landlord of no.27 zhongshan 2nd rd; no 46 zhonghua st tamsui 5th floor
    Rule(
        "address",
        r"\b(?P<x>(?i:no\.?|number)\s?\d{1,4}(?:-\d+)?,?\s(?:(?!(?i:on|in|of|at|for|to|is|and|or|from|the)\b)[A-Za-z'’]{2,14}\s){1,2}?(?:(?:(?i:[nsew]\.?|\d(?:st|nd|rd|th)))\s){0,2}(?i:rd|road|st|street|ave|avenue|lane|blvd)\b\.?(?:,?\s\w+)?(?:,?\s\d{1,2}(?:st|nd|rd|th)?\s(?i:floor|fl|f))?)",
    ),
    # 2206 e tamarack st apt 14b
    Rule(
        "address",
        r"(?<![\w./])(?<!\d[,:])(?P<x>\d{2,5}\s(?:[nsew]\.?\s)?(?!(?i:times?|days?|weeks?|months?|years?|yrs?|hours?|hrs?|minutes?|mins?|kids?|people|mg|ml|kg|cm|of|the|to|and|or|in|on)\b)[a-z'’]{4,16}\s(?:st|rd|ave|ln|blvd)\b(?:\s(?:apt|unit|#)\s?\w{1,5})?)",
    ),
    # 5F-2, 71 Guanghua 2nd St, East Dist, Hsinchu
    Rule(
        "address",
        r"(?<![\w./])(?<!\d,)(?P<x>(?:\d{1,2}F(?:-\d{1,2})?,?\s)?\d{1,4}(?:-\d+)?,?\s[A-Z][a-z]{2,14}(?:\s[A-Z][a-z]{2,14})?\s\d(?:st|nd|rd|th)\s(?:St|Rd|Road|Street|Ave)\b\.?(?:,\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?){0,3})",
    ),
    # Ferntree Gully VIC 3156
    Rule(
        "address",
        r"(?<!\w)(?P<x>[A-Z][a-z]{2,14}(?:[ ][A-Z][a-z]{2,14})?,?[ ](?:VIC|NSW|QLD|WA|SA|TAS|ACT|NT)[ ]\d{4})(?!\d)",
    ),
    # Gatineau J8T 0K4
    Rule("address", r"(?<!\w)(?!E\dV\dM\d)(?P<x>[ABCEGHJ-NPRSTVXY]\d[A-Z]\s?\d[A-Z]\d)(?!\w)"),
    # Low Thrushgill Cottage, Thrushgill Lane
    Rule(
        "address",
        rf"(?<!\w)(?P<x>(?:[A-Z][a-z]+\s){{1,3}}(?:Cottage|House|Farm|Farmhouse|Barn|Lodge|Villa),\s(?:[A-Z][a-z]+\s){{1,3}}{STREET}\b)",
    ),
    # 屏東瑪家三和村美園巷92號
    Rule(
        "address",
        rf"(?P<x>[{CJK}]{{2,8}}[村里][{CJK}]{{1,4}}[巷路街]\s?{NUMERAL}{{1,5}}\s?(?:[之-]\s?\d{{1,3}})?号)",
    ),
    # Door No. 4-71/2, Gandhi Nagar 3rd Cross
    Rule(
        "address",
        r"\b(?P<x>(?i:door|house|plot|flat|hse) (?i:no\.?)\s?\d[\d/-]{0,10}[A-Z]?,\s[A-Z]\w+(?:\s[A-Z]\w+)?)",
    ),
    # No. 43 Shuiwei Village
    Rule(
        "address", r"\b(?P<x>(?i:no\.?)\s?\d{1,4}(?:-\d+)?,?\s[A-Z][a-z]{2,14}\s(?:Village|Li)\b)"
    ),
    # 16 Shuiwei, Neighborhood 9
    Rule(
        "address",
        r"(?<![\w./])(?<!\d,)(?P<x>\d{1,4}(?:-\d+)?\s[A-Z][a-z]{2,14},\s(?i:neighbou?rhood)\s\d{1,3})(?!\d)",
    ),
    # Dapu Village, Neighborhood 7, No. 53
    Rule(
        "address",
        r"(?<!\w)(?P<x>[A-Z][a-z'’]+\s(?i:village|li),?\s(?i:neighbou?rhood)\s\d{1,3},?\s(?i:no\.?)\s?\d[\d-]*)",
    ),
    # Hualien County Ji'an Township Beichang village 3rd Street 91
    Rule(
        "address",
        r"(?<!\w)(?P<x>[A-Z][a-z]+\s(?:County|City),?\s[A-Z][a-z'’]+\s(?:Township|District|Dist\.)(?:,?\s[A-Za-z'’\d]+){1,4},?\s\d{1,4}(?!\d))",
    ),
)
