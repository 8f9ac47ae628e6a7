"""Words that parents and doctors use for the same thing, so that questions meet that say it differently.

A line is a group; its first word stands for all of it. These are everyday words and word forms that
stemming does not join ("vomit", "throwing", "emesis"), and what people ask for ("cause", "why"). They
only serve comparison (profile.py): nobody reads them, and search does not use them. Names of
conditions and medicines belong to the tags and their synonyms.
"""

from questions.folding import fold, stem

ENGLISH = """
baby babies infant infants newborn newborns neonate neonatal toddler
child children kid kids
son boy
daughter girl
mother mom mum mommy
father dad daddy
doctor physician gp doc doctors specialist
medicine medicines medication medications drug drugs pill pills tablet tablets meds med remedy
treat treatment treatments treated therapy therapies cure cured curable manage management managed heal healed
cause causes caused causing reason reasons why etiology trigger triggers due
symptom symptoms sign signs indication indications
diagnose diagnosed diagnosis diagnosing detect detected detection test tests tested testing check checked examination investigation investigations screening identify
prognosis outlook survival expectancy
prevent prevention preventing avoid avoiding avoided stop precaution precautions
risk risks danger dangers dangerous harmful harm safe unsafe safety complication complications hazard
side effect effects adverse
pain pains painful ache aches aching hurt hurts hurting sore soreness
belly abdomen abdominal tummy stomach stomachache gut
vomit vomiting vomited vomits puke puking throwing emesis
nausea nauseous nauseated queasy
diarrhea diarrhoea loose
constipation constipated
poop stool stools feces faeces bowel poo bm bms
pee urine urinate urination urinating peeing
fever temperature feverish febrile
rash rashes hives spots eruption
itch itchy itching itches pruritus
swell swollen swelling edema oedema inflamed inflammation puffy
bruise bruises bruising bruised hematoma
bleed bleeding bleeds blood hemorrhage haemorrhage
breathe breathing breath dyspnea breathless breathlessness
cough coughing coughs
flu influenza
cold colds
vaccine vaccines vaccination vaccinations vaccinated immunization immunisation immunizations shot shots jab
heart cardiac cardiovascular
kidney kidneys renal
liver hepatic
lung lungs pulmonary
brain cerebral
skin dermal
eye eyes ocular vision
ear ears otitis earache
throat tonsil tonsils tonsillitis
tooth teeth dental dentist teething
bone bones skeletal
hair hairs scalp
cancer cancers malignancy malignant tumor tumors tumour tumours carcinoma
surgery surgeries operation operations operated surgical
pregnant pregnancy pregnancies preg conceive conceived conceiving conception
miscarriage miscarriages miscarried mc
period periods menstruation menstrual menses menstruating cycle cycles spotting
sex sexual intercourse
birth delivery labor labour childbirth
breastfeed breastfeeding nursing lactation lactating breastfed breast
penis penile
vagina vaginal
testicle testicles testis testicular
erection erectile ed impotence
sperm semen
sugar glucose
diabetes diabetic diabetics
hypertension bp
cholesterol lipid lipids
obese obesity overweight weight fat
diet food foods eat eating nutrition
depression depressed depressive
anxiety anxious worry worried nervous
sleep sleeping insomnia sleepless
tired tiredness fatigue fatigued exhaustion exhausted weakness weak
dizzy dizziness vertigo lightheaded lightheadedness
seizure seizures epilepsy epileptic convulsion convulsions fit fits
headache headaches migraine migraines
allergy allergies allergic
asthma asthmatic wheeze wheezing
arthritis arthritic joint joints
inherit inherited inheritance hereditary genetic genetics familial
contagious infectious transmitted transmission spread
infection infections infected infect
antibiotic antibiotics amoxicillin penicillin
virus viral viruses
bacteria bacterial
dose doses dosage
normal okay ok alright fine
help suggest advise advice recommend recommended recommendation
information info learn know tell educate
long duration
lump lumps bump bumps nodule nodules cyst mass
injury injured injuries trauma
break broken fracture fractured
burn burns burning burned
lose losing loss lost
gain gaining increase increased increases raise raised
lower decrease decreased reduce reduced reducing reduction down
fast faster quick quickly soon early
start started begin began beginning
old age aged years yrs yr
woman women female lady
man men male guy
death die dying died fatal mortality deadly
disease disorder disorders illness condition conditions syndrome
hospital er emergency
exercise exercises workout gym
alcohol alcoholic drinking beer
smoke smoking smoker cigarette cigarettes tobacco
frequency common prevalence affected incidence
research trial trials study studies
paracetamol acetaminophen tylenol panadol
ibuprofen advil motrin nurofen
kindergarten preschool nursery daycare creche preschooler
school classroom
eczema dermatitis atopic neurodermatitis
cortisone hydrocortisone corticosteroid corticosteroids steroid steroids
jaundice yellow bilirubin
wart warts verruca verrucas
lice louse nits
nosebleed nosebleeds epistaxis
anemia anaemia anemic hemoglobin haemoglobin
gastroenteritis stomachflu
myopia nearsighted nearsightedness shortsighted
bedwetting wetting enuresis
limp limping limps
formula bottle
walk walking crawl crawling
milk dairy
acne pimple pimples zit zits blackhead blackheads
contraceptive contraceptives contraception
infertility infertile fertility fertile sterile
pcos pcod polycystic
tantrum tantrums meltdown meltdowns childish misbehave misbehaving misbehavior
weird strange odd unusual abnormal
husband wife spouse boyfriend girlfriend partner
teen teens teenager teenagers teenage adolescent adolescents
nose nasal nostril nostrils
stuffy congested congestion blocked runny snot mucus phlegm sputum
gum gums gingiva gingivitis
muscle muscles muscular
cramp cramps cramping spasm spasms
numb numbness tingling tingle tingly
sweat sweating sweats sweaty perspiration
thirst thirsty dehydrated dehydration
hunger hungry appetite
angry anger aggressive aggression
adhd hyperactive hyperactivity
autism autistic asd
speech talk talking speak speaking
grow growth growing height
blister blisters blistering
scar scars scarring scarred
wound wounds cut cuts
ultrasound sonogram scan scans
xray radiograph
hormone hormones hormonal
thyroid hypothyroid hypothyroidism hyperthyroid hyperthyroidism
std stds sti stis chlamydia gonorrhea
masturbate masturbation masturbating
pus discharge oozing ooze
smell smelly odor odour stink stinks
pale pallor paleness
faint fainted fainting syncope
swallow swallowing swallowed dysphagia
snore snoring apnea apnoea
gallbladder gallstone gallstones
uti cystitis bladder
reflux gerd heartburn acidity indigestion
gas bloating bloated flatulence gassy wind burp burping
worm worms pinworm pinworms threadworm threadworms parasite parasites
bite bites bitten sting stings stung
insect insects bug bugs mosquito mosquitoes
vitamin vitamins supplement supplements
marijuana weed cannabis
inject injection injections injected
mole moles freckle freckles
nail nails toenail toenails fingernail fingernails
herbal homeopathy homeopathic homeopath ayurvedic natural alternative
result results report level levels reading readings
hearing deaf deafness hear
sight blind blindness
sprain sprained strain strained twisted
effective work works efficacy
night nighttime nights bedtime
"""

# Of these the longest at a place counts: 怎麼治療 is one, and hides 治療.
CHINESE = """
寶寶 小孩子 小孩 孩子 小兒 兒童 嬰兒 嬰幼兒 幼兒 寶貝 小朋友 娃娃 新生兒 小寶寶 嬰孩 孩童 小嬰兒
怎麼辦 咋辦 怎麼治療 如何治療 怎樣治療 怎麼治 咋治 怎麼處理 如何處理 怎麼調理 治療方法 怎麼醫治 治療 該怎麼辦
為什麼 什麼原因 怎麼回事 咋回事 是什麼原因 原因 為何 怎麼引起 是啥原因
能不能 可不可以 可以嗎 能否 可否 是否可以 能嗎 行嗎 可以
什麼藥 啥藥 哪種藥 什麼藥物 哪些藥 用藥 吃藥 服藥
多久 多長時間 幾天 多少天
症狀 表現 徵兆 現象 反應
嚴重嗎 要緊嗎 有沒有危險 危險嗎 有事嗎 要不要緊
發燒 發熱 高燒 低燒 高熱 低熱 發高燒
拉肚子 腹瀉 拉稀 水瀉
肚子疼 腹痛 肚子痛 腹部疼痛 胃痛 胃疼
感冒 傷風 著涼 受涼
咳嗽 乾咳 咳
嘔吐 吐奶 噁心
喉嚨痛 嗓子疼 咽喉痛 嗓子痛 喉嚨疼 咽痛
頭痛 頭疼
疫苗 預防針 打針 接種
副作用 不良反應 影響
傳染 感染
飲食 吃什麼 食物 食療
注意什麼 注意事項 注意些什麼 注意哪些
預防 防止 避免
檢查 化驗 檢測 查 檢驗 篩檢
醫院 醫生 大夫 醫師
懷孕 妊娠 孕婦 孕期 懷孕期間
月經 例假 大姨媽 經期 生理期
女性 女人 婦女 女的
男性 男人 男士 男的
老人 老年人 中老年人
疼痛 疼 痛
紅疹 疹子 皮疹 小紅點 紅點
癢 瘙癢 發癢
醫治 治好 治癒 根治 康復 痊癒
患者 病人
需要 要不要 用不用 需不需要
會不會 會 是否會
遺傳 傳給
手術 開刀
引起 導致 造成
"""


def english() -> dict[str, str]:
    """The stem of each word of a group (a stop word as it is) -> the first word of the group."""
    return {stem(word) or word: first for word, first in _words(ENGLISH)}


def chinese() -> dict[str, str]:
    """Each word of a group -> the first word of the group, both folded."""
    return {fold(word): fold(first) for word, first in _words(CHINESE)}


def _words(groups: str) -> list[tuple[str, str]]:
    """(word, first word of its group), later groups first: of two the earlier one is to stand."""
    lines = [line.split() for line in groups.strip().splitlines()]
    return [(word, line[0]) for line in reversed(lines) for word in line]
