"""Medicines by all their names, as the checks of replies know them."""

# Everything that is one medicine, a name to a line or side by side; a comma divides.
_WRITTEN = {
    "paracetamol": """paracetamol, acetaminophen, tylenol, panadol, calpol, apap, tempra, scanol,
        acetominophen, paracetemol, doliprane, efferalgan, dafalgan, ben-u-ron, benuron,
        普拿疼, 对乙酰氨基酚, 扑热息痛, 乙醯胺酚, 乙酰胺酚, 乙酰氨酚, 泰诺林, 泰诺, 百服宁, 安佳热, 必理痛, 斯耐普""",
    "ibuprofen": """ibuprofen, nurofen, brufen, advil, motrin, ibuprophen,
        布洛芬, 异布洛芬, 美林, 伊普芬, 伊普, 依普芬, 爱舒芬, 布洛芬悬液""",
    "aspirin": """aspirin, acetylsalicylic acid, asa, disprin, bokey, asprin, aspro, alka-seltzer, alka seltzer, excedrin,
        salicylates, 水杨酸类,
        阿司匹林, 阿斯匹林, 阿斯匹灵, 阿司匹灵, 乙酰水杨酸, 伯基""",
    "codeine": """codeine, dihydrocodeine, co-codamol, co-dydramol, tylenol #3, tylenol no. 3,
        可待因, 甘草止咳水""",
    "tramadol": "tramadol, tramal, ultram, ultracet, 及通安, 曲马多, 特拉吗窦, 特拉玛窦",
    "honey": "honey, manuka, 蜂蜜, 蜜糖, 龙眼蜜, 荔枝蜜, 百花蜜, 麦卢卡, 沾蜜, 蜜水",
    "loperamide": "loperamide, imodium, 洛哌丁胺, 易蒙停, 乐必宁",
    "promethazine": "promethazine, phenergan, 异丙嗪, 非那根",
    "benzocaine": "benzocaine, orajel, 苯佐卡因",
    "teething lidocaine": """viscous lidocaine, lidocaine gel, lidocaine oral gel,
        利多卡因凝胶, 利多卡因胶, 利多卡因口腔凝胶, 利多卡因的口腔凝胶, 利多卡因的凝胶""",
    "choline salicylate": "choline salicylate, bonjela, 水杨酸胆碱",
    "doxycycline": """doxycycline, tetracycline, tetracyclines, minocycline,
        四环素, 四环霉素, 四环黴素, 多西环素, 去氧羟四环素, 米诺环素""",
    "cough medicine": """dextromethorphan, guaifenesin, cough syrup, cough suppressant,
        cough medicine, cold medicine, pseudoephedrine, phenylephrine, robitussin, dayquil, delsym, decongestant syrup, decongestant syrups,
        oral decongestant, oral decongestants,
        右美沙芬, 止咳糖浆, 止咳药水, 止咳药, 感冒糖浆, 伪麻黄碱""",
    "bismuth": "bismuth subsalicylate, pepto-bismol, pepto bismol, 次水杨酸铋",
    "metoclopramide": "metoclopramide, primperan, maxolon, 甲氧氯普胺, 胃复安",
    "domperidone": "domperidone, motilium, 多潘立酮, 吗丁啉, 每舒胃",
    "nimesulide": "nimesulide, 尼美舒利",
    "diphenhydramine": "diphenhydramine, benadryl, 苯海拉明",
    "chloramphenicol": "chloramphenicol, 氯霉素, 氯黴素",
    "fluoroquinolone": """ciprofloxacin, cipro, ofloxacin, levofloxacin, moxifloxacin, norfloxacin,
        环丙沙星, 左氧氟沙星, 诺氟沙星""",
    "camphor": "camphor, vicks, vaporub, mentholatum, 曼秀雷敦, 面速力达母, 薄荷膏, 樟脑, 薄荷脑, 绿油精, 白花油, 万金油",
    "star anise": "star anise, 八角茶, 八角水",
    "valproate": "valproate, valproic acid, depakine, 丙戊酸, 帝拔癫",
    # Of these only how a dose is written is looked at.
    "amoxicillin": "amoxicillin, amoxil, 阿莫西林, 安莫西林",
    "co-amoxiclav": "co-amoxiclav, amoxicillin-clavulanate, augmentin, 安灭菌, 阿莫西林克拉维酸",
    "adrenaline": "adrenaline, epinephrine, epipen, 肾上腺素",
    "montelukast": "montelukast, singulair, 孟鲁司特, 欣流",
    "chlorphenamine": """chlorphenamine, chlorpheniramine, chlor-trimeton, piriton, 氯苯那敏, 扑尔敏""",
    "topical steroid": "topical steroid, topical steroids, topical corticosteroid, 外用类固醇, 类固醇药膏, 外用激素",
    "immunoglobulin": "immunoglobulin, ivig, 免疫球蛋白",
    "cefalexin": "cefalexin, cephalexin, cefixime, cefaclor, 头孢氨苄, 头孢克肟, 头孢",
    "azithromycin": "azithromycin, zithromax, clarithromycin, 阿奇霉素, 克拉霉素",
    "cetirizine": "cetirizine, zyrtec, 西替利嗪, 驱特异, 胜克敏",
    "loratadine": "loratadine, claritin, clarityn, clarityne, 开瑞坦, 氯雷他定",
    "prednisolone": "prednisolone, prednisone, dexamethasone, 泼尼松, 泼尼松龙, 强的松, 地塞米松, 类固醇糖浆",
    "antihistamine": """antihistamine, antihistamines, cyproheptadine, 抗组织胺, 抗组胺,
        赛庚啶, 希普利敏""",
    "nasal steroid": """nasal steroid, nasal steroids, intranasal steroid, intranasal steroids,
        steroid nasal spray, steroid nasal sprays, nasal corticosteroids, 鼻喷类固醇, 鼻喷剂类固醇, 类固醇鼻喷剂,
        鼻喷激素""",
    "mucolytic": "ambroxol, mucosolvan, acetylcysteine, carbocisteine, 氨溴索, 安布索, 乙酰半胱氨酸, 化痰药",
    "salbutamol": "salbutamol, albuterol, ventolin, 沙丁胺醇, 万托林, 泛得林",
    "ondansetron": "ondansetron, zofran, 昂丹司琼",
    "diazepam": "diazepam, midazolam, 地西泮, 咪达唑仑",
    "oseltamivir": "oseltamivir, tamiflu, 奥司他韦, 克流感",
    "iron": "ferrous sulfate, ferrous sulphate, iron drops, iron syrup, 硫酸亚铁, 铁剂",
    "melatonin": "melatonin, 褪黑素, 褪黑激素",
    "fever medicine": "fever medicine, fever syrup, fever drops, 退烧滴剂, 退热滴剂, 退烧药水, 退烧糖浆, 退热药水, 退热糖浆",
}
# The first name of each is how it is called in findings.
MEDICINES = {
    name: tuple(each.strip() for each in written.split(",")) for name, written in _WRITTEN.items()
}
NO_MEDICINE = {"honey", "star anise"}
# What is measured and given like those above, and of which no more is known: a word for any medicine, or a name
# without rules of its own. They all are one "medicine" here.
_OTHERS = """medicine, medicines, medication, syrup, suspension, oral solution, oral liquid, antibiotic, antibiotics,
    antiviral, antifungal, antiemetic, sedative, steroid, steroids, laxative, painkiller, painkillers, dewormer,
    penicillin, phenoxymethylpenicillin, penicillin v, ampicillin, flucloxacillin, cloxacillin, erythromycin, clindamycin,
    trimethoprim, co-trimoxazole, bactrim, nitrofurantoin, metronidazole, flagyl, ceftriaxone, cefuroxime, cefdinir,
    gentamicin, vancomycin, rifampicin, isoniazid, aciclovir, acyclovir, valacyclovir, fluconazole, griseofulvin, terbinafine,
    ivermectin, praziquantel, furosemide, spironolactone, propranolol, captopril, enalapril, digoxin, warfarin,
    omeprazole, esomeprazole, lansoprazole, ranitidine, famotidine, lactulose, senna, macrogol, miralax, movicol, racecadotril,
    dimenhydrinate, phenobarbital, phenobarbitone, phenytoin, carbamazepine, oxcarbazepine, levetiracetam, keppra, topiramate,
    lamotrigine, clobazam, lorazepam, methylphenidate, ritalin, concerta, atomoxetine, risperidone, aripiprazole, fluoxetine,
    sertraline, imipramine, clonidine, hydroxyzine, ketotifen, theophylline, terbutaline, levothyroxine, metformin,
    hydrocortisone, desmopressin, naproxen, diclofenac, mefenamic acid, ponstan, morphine, oxycodone,
    抗生素, 药水, 糖浆, 药粉, 药物, 药剂, 口服液, 悬液, 混悬液, 冲剂, 颗粒剂, 止痛药, 消炎药, 退烧药, 退热药, 镇静剂,
    类固醇, 泻药, 软便剂, 止泻药, 止吐药, 抗病毒药, 驱虫药, 打虫药,
    青霉素, 盘尼西林, 氨苄西林, 红霉素, 克林霉素, 磺胺, 甲硝唑, 头孢曲松, 利福平, 异烟肼, 阿昔洛韦, 氟康唑,
    呋塞米, 普萘洛尔, 地高辛, 华法林, 奥美拉唑, 法莫替丁, 雷尼替丁, 乳果糖, 苯巴比妥, 卡马西平, 左乙拉西坦, 托吡酯, 拉莫三嗪,
    哌甲酯, 利他能, 利他林, 利培酮, 茶碱, 左甲状腺素, 氢化可的松, 萘普生, 双氯芬酸, 吗啡"""
OTHERS = {each.strip() for each in _OTHERS.split(",")}
# By a pen, before help comes.
GIVEN_ONCE = {"adrenaline"}
# Dosed by age, whatever the weight.
BY_AGE = {"melatonin", "cetirizine", "loratadine", "nasal steroid"}
# What has several medicines under one heading: their names are no second name of the same.
GROUPS = {
    *("honey", "star anise", "cough medicine", "doxycycline", "fluoroquinolone", "camphor", "iron"),
    *("cefalexin", "azithromycin", "prednisolone", "diazepam", "teething lidocaine"),
    *("antihistamine", "nasal steroid", "topical steroid", "mucolytic", "immunoglobulin"),
    "fever medicine",  # whichever it is
}
