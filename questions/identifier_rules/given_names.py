"""Given names, by which a person is known where the words around are no sign of a name.

From public statistics of given names (births of England and Wales, Ireland, the United States, France,
Germany, Spain, Poland, Turkey, India, Indonesia, the Philippines, Vietnam, Japan, Korea, Nigeria, Ghana and
Taiwan): the common ones of each. In small letters.
"""

# Nothing but names.
GIVEN_NAMES = """
bartholomew anselm oluwaseyi everly yusra jolene chutki ophelia
doreen hyacinth prudence winnie benedikt liselotte ulrike revathi karthik kostas ozzie kaiya meiling fatimah nirmala jayanthi rosnah
putri intan wulandari teo rufus abdulrahman camila guadalupe persephone ottoline seraphina makena fajar rizky
aaliyah aanya aarav aarohi aaron aarush abbie abby abdi abdirahman abdul abdullah abeer abena
abigail abram achieng adaeze adam adanna addison adebayo adeel adel adelina aditi aditya adjoa
adrian adriana adrien advait advik adwoa afnan afonso agata agnes agnieszka ahana ahlam ahmad
ahmed ahmet aida aidan aiko aileen ailsa aimee aisha aishah aishwarya aisyah ajay akari akash
akiko akira akshara akua alaia alan alana albert alberto albie alec aleena alejandra alejandro
aleksander aleksandra alena alessandra alessandro alessia alex alexander alexandra alexandre
alexei alexia alexis alfie alfonso alfred alfredo alice alicia alina alisa alisha alison alistair
aliyah allan allie allison alondra althea alvaro alyson alyssa amaan amaka amal amalia amanda
amara amarachi amaya ameena ameer amelia amelie amina aminata amir amira amit amma amna amos amy
ana anahi anais analyn ananya anas anastasia anders andre andrea andreas andreea andrei andres
andrew andrzej andy aneesa angelica angelika angelina angelo angkasa angus anh anika anil anisa
anita aniyah anjali anjana anka ankit ann anna annabel annabelle annabeth anneke annelise annette
annika annisa anouk anouska ansh anthony antoine anton antonella antonia antonio anushka anya
aoife aparna apinya aqsa arabella arash archie arda areeba ariana arianna arielle arif arjun
arlene arlo armaan armando armin arnav arnel arnold aron arooj arthur arturo arun arya aryan asad
aseel asha asher ashleigh ashley ashok asif asiya asma astrid athanasios atharv athena atticus
aubrey audrey augustin aurelia aurora ava avery aviva avni ayaan ayaka ayako ayana ayat ayesha
ayla aylah aylin ayman ayodele ayse aysha ayub ayumi azaan azhar aziz azlan azra babatunde bagus
bambang barbara barnaby barney barry bartek bartosz bashir basma bassam bayani bayu beatrice
beatrix beatriz beckett ben benedict benicio benjamin bennett benny bernadette bernard bernie
bertha beth bethan bethany betsy betty bhavna bianca bilal bjarne bjorn blanca bobby bogdan boris
boubacar brad bradley bram brandon brayden bree brenda brendan brett bria brian brianna bridget
bronwyn bryan bryce brynn bryony burak bushra caio caitlin caleb calista callum calvin
cameron camila camilla camille candice carl carla carlos carly carmen carol caroline carolyn
carolyne carrie carson casey casimir caspar casper cassandra cassidy catalina catarina caterina
catherine cathy cayden cecile cecilia cecily cedric celeste celia celine cem cerys chaim chaitanya
chanel chantal charlene charles charlie cherie chetan chiamaka chiara chidera chidi chike
chimamanda chinedu chioma chloe chris christina christine christopher chukwu ciara cillian cindy
claire clara clarissa claude claudia claudine clemence clemens cleo clint clive cody colby colette
colin colleen colton conall connie connor constance constantin corazon cordelia corinne cormac
cornelia cory cosmo craig cristian cristina curtis cynthia cyril cyrus dafydd dagmar daisuke
damian damien damilola dan dana dani dania daniel daniela daniele daniella danielle danilo danny
danuta daphna daphne darcey darcy daria darius darlene darragh darren darsh daryl daryna
dashiell dave david davide deandre deanna deb debbie deborah declan deepa deepak deepika deirdre
delia della delphine demetrius demi demir denis denise deniz dennis derek derrick dervla
desmond devansh devika dexter dhriti dhruv dian diana diane diego dieter dietrich dilan
dilara dimas dimitri dina dinah dinesh divya dmitri dmytro dohyun dolly dolores dominic
dominik dominika dominique donald donna donovan dorian doris dorothea dorothy doug dougie douglas
duc dulce duncan dunya dwayne dylan eamon eamonn earnest ebba ebenezer eddie eddy edgar edie edina
edith edna edoardo eduardo edward edwin efua eileen eira eitan ekaterina ekin elaina elaine
eleanor elena eleni elhadj elias elif elijah elin elina elinor eliot eliott elis elisabeth
elise eliza elizabeth ella ellen ellery ellie elliot elliott ellis ellison elodie eloise elroy
elton elvira eman emeka emery emi emil emilia emiliano emilie emilio emily emine emir emma
emmanuel emmett emmie emmy emre enis enrico enrique enzo ephraim eric erica erik erika erlinda
ernest ernestina ernesto erwin eshaan esmeralda esperanza esra esteban estelle esther ethan ethel
etienne etta eugene eunice eunji eva evan evangeline evelina evelyn everett evie ewa ewan eylul
ezekiel ezinne ezra fabian fabienne fabio faisal faiza fajr farah faraz farhan farid farida farouk
fartun fatema fatima fatin fatma fatou fatoumata faye federica federico felicity felipe felix femi
ferdinand fergus fernanda fernando finlay finley finnegan finola fiona fiorella fitri florian
florrie folake frances francesca francesco francine francis francisca francois francoise franz
fraser fred freda freddie freddy frederick frederik freya frida frieda friedrich funmi gabby gabi
gabriel gabriela gabriele gabriella gabrielle gareth garrett gary gaurav gauri gavin gayatri gemma
genevieve geoff geoffrey george georgie georgina gerald geraldine gerard gerardo gerda gertrude
ghazal gianna gideon gigi gilda giles gillian gina ginny giorgia giorgio giovanni gita
giulia giulietta giuseppe gladys glenda glenn gloria gordana gordon gracie graciela graham greer
greg gregg gregor gregory greta gretchen gretel grzegorz guadalupe guido guilherme guillaume
guillermo gulsen gunnar gunther gustav gustavo gusti gwen gwendolyn habiba hadi hadiza hafiz hafsa
haider hailee hailey hajar hakan hala halima halle hamid hamish hamza hana hanako hanan hania
hanin haniya hanna hannah hans harald hari harini hariprasad haris harish harlow harold haroon
haroun harri harriet harrison harry harshita haruka haruki haruto harvey hasan hashim hasna hassan
hattie haya hayato hayden haydn hayley hayoon hector hedda heidi heike helen helena helene helga
helmut heloise hendra hendrik henrietta henrik henry herbert herman hermione hiba hibo hikari hila
hilary hilda hilde hina hinata hira hiroshi hiroto hoang hodan holger horace huda hudson hugh hugo
huma humaira humphrey hussain hussein huyen hyejin iain ian ibrahim idan idris ifeanyi ifeoma
ifrah iftikhar iggy ignacio igor ike iker ilana ilaria ilse ilya imani imelda imogen imran inaya
indra ines inga ingeborg ingrid inigo ioana ioannis iona iqra irena irene irfan irina isaac isaak
isabel isabela isabella isabelle isadora isaiah isha ishaan ishani ishaq ishita isidora isidore
isla ismael ismail isobel isolde istvan itzel ivan ivana ivo ivor iwan iwona izaan izabela jace
jacinta jackie jacob jacqueline jacques jaden jahnavi jaiden jaime jaimie jake jakob jakub jamal
jameela james jamie jamila jana jane janelle janet janice janine jannah jannik jared jarek jarrod
jasmin jasmina jason javier jawad jaxon jaxson jaya jayda jayden jayla jaylen jeanette jeanne jeff
jeffrey jelena jemima jemma jenna jennifer jenny jens jenson jerald jeremiah jeremias jeremy
jermaine jerome jerry jesse jessica jessie jett jhanvi jhoanna jia jian jiaxin jiho jihoon jill
jillian jim jimena jimmy jiri jisoo jiwon jiwoo joan joana joanna joanne joao joaquin jocelyn
jodie jody joe joel joelle joey johan johann johanna johannes john johnny jomar jon jonah jonas
jonathan jono joonas jordi jorge jose josef josefina joseph josephine josh joshua josie josue
jovan jovelyn juana juanita judah judith judy julia julian juliana julianna julie julien
julieta juliette julio julius junaid junho jurgen justin justine justyna kabir kacper kaden kai
kaia kaitlyn kaito kaleb kallum kamal kamala kamau kamil kamila kamran karan kareem kareema karen
karim karin karina karl karla karolina karsten kartik kartika kasey kasia kaspar katarina
katarzyna kate katelyn katelynn katharina katherine kathleen kathrin kathryn kathy katie katja
katrina katya kaushik kavita kavya kawthar kayden kayla kayleigh kazuki keanu keaton keegan keely
keiko keira keith kelan kelechi kellie kelly kelsey kemal ken kenan kendra kenji kenneth kenny
kenta kenzie kerem kerri ketut kevin keya khadija khadijah khaled khalid khanh khloe kiaan kian
kiara kieran kimberly kinga kinsley kiran kirsten kirsty kitty klara klaudia klaus klay kobe koen
kofi kojo komang krish krishna kristen kristi kristian kristin kristina kristine kristof kristy
kriti krzysztof kulsum kunal kwabena kwaku kwame kwesi kyla kyle kylie kyra lachlan laetitia laiba
laila lainey lakshmi lamar lana lance landon larissa lars lasse laszlo latifah latoya laura lauren
laurence laurent lauri lavanya lavinia lawrence layla lea leah leander leandro leanne leena leigh
leila leilani lena lennart lennon lenny lenora leo leon leona leonard leonardo leonie leonor
leopold lerato leroy lesley leslie lestari leticia letitia levi lewis lexi leyla liam liana lidia
lieke lieselotte liesl liezel lila lilah lilia lilian liliana lillian lilly lina linda lindiwe
lindsay lindsey linh linnea linus lionel lior lisa lise liv livia liz lizzie lloyd logan lois
lonnie loren lorena lorenz lorenzo loretta lori lorna lorraine lotte lottie louie louisa louise
lubna luc luca lucas lucia luciana luciano lucie lucien lucinda lucy ludovic ludwig luella luigi
luis luisa luka lukas luke lulu luuk lydia lyla lyle lynette lynn mabel mable maciej mackenzie
macy maddie maddison madeleine madeline madhav madhavi madina mads maeve magda magdalena magnus
mahesh mahira mahmoud mahnoor maia mairi maisie maja majid makayla malachi malaika malak malcolm
maliha malik malika malin mallory malte mamadou manahil manav mandeep mandla mandy manish manisha
manon mansi manuel manuela mara marc marcel marcela marcelo marcia marcin marco marcos marcus
maren margaret margarita margaux margie margot marguerite maria mariah mariam mariama marian
mariana marianna marianne maribel maribeth maricar maricel marie marieke mariella marika marilou
marion marisa marisol marit marites marius mariya marjorie marla marlene marley marlon marta
martha martina martine martyna marvin marwa marwan mary maryam maryum masha massimo mateo mateusz
mathias mathieu mathilda mathilde matias matilda matteo matthew matthias matthieu mattie matty
maud maude maureen maurice mauricio mauro mavis max maxim maxime maximilian maximiliano maxine
maxwell maya mayang maysa mayumi meera megan meghan mehdi mehmet melanie melina melinda melissa
meltem melvin meredith meriem merle merve meryem mia micaela micah michael michaela michal michel
michele michelle miguel mihai mikael mikaela mike mikey mikhail mikkel mikolaj mila milana
milena millicent millie milly milo mina minato mindy minh minha minhtuan minji minjun minnie
minseo mio miranda mireille miri miriam mirko misaki misbah mitch mitchell moana mohamed mohammad
mohammed mohan mohit mohsen mohsin moira moises molly mona monica monika monique monty moritz
morris moshe moussa mpho mubarak muhammad muhammed muna murad muriel musa mustafa mwangi mya
mykola myles myra myriam nabil nadeem nadia nadine nadira nadja naeem nafisa naia naima naina
naman namrata nanang nancy nandi nandini nandita nanette naoki naomi narges nashwa nasreen nasser
natalia natalie natasha nathalia nathalie nathan nathaniel naveed navya nawal nayeli nazir neela
neelam neha neil nell nelly nettie nevaeh ngoc ngozi nguyen nia niall niamh nicholas nick nicky
nico nicola nicolas nicole nida niels nigel nikhil nikita nikki niklas nikolai nikolaos nikos nils
nimisha nina ninh nining ninon niral nirav nisha nishant nithya njeri nneka noa noah noel noelle
noemi nomsa noor nora norah norbert noreen norman nour noura nuno nuraini nuria nurul nyoman
obinna octavia odette ofelia oisin ojas olaf ole olena olga oliver olivia olivie olivier ollie olu
olumide oluwaseun omaima omar omari omer ondrej oona ophelia orla orlagh orson oscar oskar oskari
osman otieno otis ottilie owen ozan pablo padma padraig paige palesa paloma pamela paola paolo
parisa parth parvati pascal patricia patrick patrik patryk patsy patti paul paula paulina pauline
paulo pavel pawel payton pedro peggy penelope perla peter petra petros petrus peyton phil philip
philipp philippa philippe phillip philomena phoebe phuoc phuong phyllis pia pierre pieter pihu
pilar piotr pippa polly pooja prakash pranav pranavi prashant preeti priscilla prisha priya
priyanka przemek quentin quinn quynh rabia rachael rachel rachelle radek radhika rae raegan rafael
rafaela raffaele raghav raheela raheem rahmat rahul raimund raina raj rajan rajesh rajiv rakesh
ralph ramesh ramiro ramon ramona ramya rana randall rania ranveer raphael raquel raquelle
rasha rashid ratna ravi rayan raymond raymundo rayyan rebecca rebekah reece reem refilwe reggie
reham reid reina reinhard remi remington remy rena renata renate rene renee renzo reuben reyansh
reyhan reynaldo rhea rhiannon rhoda rhona rhonda rhys ricardo riccardo richard richie rick ricky
riddhi ridwan rikke riku riley rimsha rina rishi rita ritchie riya riyaan riyansh rizal rizki
rizky robbie robert roberta roberto robyn rocio rodel roderick rodney rodrigo rogelio roger rohan
rohini rohit roisin roland rolf rollo romain romeo rommel romy ronald ronan ronja ronnie rory rosa
rosalie rosalind rosalinda rosalyn rosamund rosanna rosario roseann roseanne rosemarie rosetta
rosie rosina rowel rowena roxana roxanne roxie royce ruairi ruben rudolf rudra rudy rufus rui
rukhsana rupert ruqayyah russell ruth ruthie ryan ryker ryo ryota ryza saanvi saara saba sabah
sabina sabine sabrina sacha sachin sadaf sade sadia sadie sadiq saeed safa safiya sagal sahana
sahil saira sakshi sakura salim sally salma salman salome salvador salwa sam samaira samantha
samar samara sameer sameera samia samina samir samira samuel sanaa sandeep sandra sandro sania
sanjay sanna sanne santino sanvi saoirse sara sarah sarita sasha saskia saul scarlett sean
sebastiaan sebastian sebastien segun selim selin seline selma senthil seoyeon serafina serena
serge sergei sergio serkan seth shabnam shahd shahid shaima shanaya shane shani shania shanice
shannon shanti sharanya sharif sharon shaun shauna shaurya shawn shay shayla shazia shea sheila
shelagh shelby shelley sherman sheryl shilpa shira shirin shirley shiv shivani shivansh shona
shourya shreya shruti sian sibel siddharth sidney sidra sidrah sienna sigrid silas silke silvia
silvio simon simona simone simran sindre sinead siobhan sipho sita siya skylar skyler sloane sneha
sobia sofia sofie sofija soham solange solveig somchai sonia sonja sophia sophie sophy soraya
soren sota soufiane stacey stacy stanislav stefan stefani stefania stefanie stefano stella stephan
stephanie stephen steve steven stevie stewart stuart subhan subhash suhail suhana sujata sujin
sukma sulaiman sulastri sumaiya sumaya sumit sunil sunita suresh surya susan susana susanna
susanne susilo suzanne suzie svea sven svend svetlana swati sybil sydnee sylvia sylvie tabitha
tadeo tadhg taha tahmina takeshi tala talha talia tallulah talulah tamara tameka tami tamika tammy
tamsin tania tanisha tanja tanush tanvi tanya tara tarek tarik tariq tariro tarquin tasha tasnim
tatiana tatjana tayyab teagan ted tegan tejas temi temitope tendai terence teresa terri tess tessa
thabiso thabo thad thaddeus thalia thandi thandiwe thanh thea thelma themba theo theodor theodora
theodore theresa therese thiago thierry thijs thilo thomas thora thorsten thuong thuy tiago tiana
tiffany tilda tilly tim timo timothy tina tirza tobey tobi tobias toby todd tom tomas tomasz tommy
toni tony torsten toyin tracey tracy trang travis trent trevor tricia trisha tristan tristram
trixie triyono tshepo tunde tuyet tyler tyra tyrone tyson uche uchenna uday udo ulrich ulrike
umair umar ursula usha ushma usman uwe uzma vaishnavi valentin valentina valentino valeria valerie
valter vance vanessa vanja vansh varun vasilis vedant veer vernon veronica veronika vicente
vicki vicky victor vidya viggo vihaan vijay vikas vikki vikram viktor viktoria vince vincent
vincenzo vinod violeta viraj virgil vishal vivaan vivi vivian viviana vivienne vlad vladimir
vojtech wafa wahyu wajid waleed walid wally walter wambui wanda wangari wanjiku wanjiru waqar
warda warren wasim wayan wayne wendell wendy wenhui wes wesley widya wiktoria wilbur wilf wilfred
wilfried wilhelm wilhelmina willa willem william willie willis wilma winifred winston wojciech
wolfgang wulan wyatt xander xavi xavier ximena xiomara yaa yaakov yael yahya yaman yan yana yann
yannick yanti yaqub yara yasemin yash yashika yasin yasmin yasmina yasmine yassin yasuko yehuda
yetunde yewande yigit yishai yoko yolanda yolande yosef yossi yousra youssef yousuf ysabel yui
yuka yuki yuko yulia yuliana yuliya yumna yuna yuni yunus yuri yusron yusuf yuto yuvraj yvette
yvonna yvonne zac zach zachary zack zahra zaid zain zaina zainab zainul zakaria zakariya zaki
zander zane zanele zara zayd zayn zaynab zaynah zeeshan zeke zelda zena zeynep zhenya zia zita
ziva zobia zoe zoey zofia zola zoltan zora zosia zsofia zubair zuleika zunaira zuri zuzanna
"""

# Words as well: names with a capital inside a sentence.
ALSO_WORDS = """
abel agung agus aiden ali alma anak andi angela aoi archer aria art asahi axel ayu bailey bao beau
bella binh blessing bliss bola bonnie boyd brandy brook brooke brooklyn bruno budi cami
carter chad chau chelsey chen citra clementine cole conor cora courtney cuong daisy dale dalia dao
delilah destiny dewi duong ebony eka eli elle emerald erin esme faith fajar finn
fletcher fleur floyd frankie gaia gede giang grace griffin harper hazel hien hieu hoa holly holt
howard huong iman indah indie indigo intan ira isa issa ivy jack jade jasmine jasper jean jeong
jess jhon jie jin juan juno kadek kelvin kerry khoa kien kim kirk kurt lev lily ling lola lou
louis lovely luz lyra mace madison mae mai malt mari marina martin maverick mays mel midori
ming mira morgan moses muhamad myrtle nelson neve nghia nhan nhi nhung nile norma otto pam perry
phuc piper porter putra quang quoc ramsey randy reese ren reva ria rin ripley robin roman ross
rowan roy ruby ryder sabin sai saif sander sandy santos sawyer scott sierra siti skye slamet
spencer stanley syed taiwo tatum taylor thi thien thinh thu tien tori tran tri troy truc tyne
udin uyen vaughn vinh violet vy wati willow xenia xiao
"""

# Before and after a hyphen in names that are written as they sound in Chinese: Yu-ting, Wei-Lun.
SYLLABLE = (
    r"(?:ch|zh|sh|ts|tz|hs|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:[iu]?ang|i?ung|iong|ueng|iao|ien|ing|iuh|uai|ueh|eng|ong|iou|iu|ieh?|i?ao|[iu]?an|ia|ih?|in|uo|u[ine]?"
    r"|ua|[aeo]i|ou|eh?|en|er|ee|oo|a|o)"
)

# Of given names in Chinese, one simplified character for each traditional one: what is in names more than
# in anything else, and what stands beside it.
OFTEN = (
    "銮栋秀兰莲菊玉美丽英春珠诚雯甯闻磊凡梦惜澈沐芮苒蔓曼姣婧姝娉琬璎璐晗宥翔恩睿柏廷妍芯晴萱涵彤昕禹谦泽佑祐皓浩轩博翰霖奕逸弈凯楷恺杰俊豪哲嘉佳雅怡婷慧淑芬玲惠珍芳芝芷蓁瑜瑄璇琪琳珊珮佩姗诗欣妤娴茹"
    "颖筠筑羽沛沁沂洁泓澄湘滢恬悦岚崴伦倩俐侑俞伶劭勋卉卿姵娜娟媛嫣孟宛宸寰岱彦彬彰恒晋晖曜曦朔柔桐桓桢梓梵楠榕荣樱歆毅汶沅洛浚渲烨焕煜熙燕玟珂珈珣琇琰瑞瑟瑾璟甄甫睦瞳祈祥祺祯竣筱纬绍绮维缇羲翊翎"
    "翠耀肇胤舒舜艾苓苡茉茵荃莉莎莛莹菁菲葳蓉蕙蕾薇蘅誉谚贤贞鑫铭锦闵霆霓霏韦韶颐馨馥骏鸿鹏麒麟黛萍琴凤霞艳娇嫦娥桃薰骅骐骥炜炘灏瀚淇淳渝渊妮妶姿婉婕媚婵妡羚绫绢纶纭绎绚骞昊昱昀昶晟晨晏旻旭暄𬀩杏"
    "梅楚榆栩桂邦郁郡峻峰岳岑嵘崇宏宗宪家宜宣建志伟信勇忠孝仁义智圣修承冠品育庭弘强立威武文明丞羿禾芃芸瑀咏芊澔墨玥汝沄妘宬葶忻晞旗侨彗彧翌莳睎竑旸珩祤栎蒨叡濬阡玚韵霈畇芩苹萩旼祎褆婗媗嫚莼玹竤钰"
    "铨钧镔锜𬭎棠枫臻萦嬅嬿菀莘芙茜諠伃佟佶侃俋俍倢倧俪冀冉乔垚堃奎奂娣娅媞宓寯巽弼斐晁晢晧枋枃梃棣棻桦毓泠泱洵湛渼溱潼沣烜焄煊熹玎玠玨珞珧琛琤琨琮玮瑢璁琏矞祁祉禔禛竫筝緁缙翃耘芍苑茗菡萁蔚虞襄谌"
    "赟轼邺铉鋕锟𬭚锴镕铎闳靖靓颀𫖮颢馡鲲鹃喆濠诠晙莞蕥妁妏姸婈媃嫒瑈瑭琋琁珺嗣夙铠儒涔灿岭谊鹰钊璧瑗珉煌炯琅弦屹"
)
BESIDE = (
    "千然国金水山米满哈妙弥涛波刚军玫云丹弟妹洲江迪以亭菱齐尧舟航星语安可子心月君如宇辰思静若仪清源润洋海念忆惟允元光克勤力升又名向启和善喜圆坤培士大天夫奇学定宝容富小少尚展川州巧平年幸庆康廉延德恭悠"
    "愉意愿成朋朗望朝木本杉东松林果柯柳森植乐橙正民永汉法泰津灵照爱牧理生由登盈盛真知石祖福秋科章竹笙纯紫经群良花华蓝虹行裕言诺谨谷贝超跃辉达远连道采铃锋镇长阳陆隆雄雨雪青音颂风飞黎鼎予亚亦伊依仲"
    "任儿尔均城夏孜宁守彩律扬时书有希帆慈懿晓敏敬昌景树玄球琦璃璋瑶琼白益盼硕秉程策纪绪翼聪茂葵蓓萌凌冰冬南昭叶之乃仕伯佐倪先全兴其再钟棋榛蕴翘翟诣赞励凰亘兆卓屏昆帛庾徽懋戬捷敦畅杭桀漪溥炫珀玺皇"
    "禄笃绣缨荏荞萤丰迦遥邑饴驹莺潍仑传匡厚喻宽密帅彭振映晶胜征悟"
)
# Of the first, those that prose has often as well; the others tell of a name wherever they stand.
IN_PROSE = (
    "家建文明立美品武义信强育英志修维闻承筑宜邦襄宣春诗威庭兰桃圣博宪旗宗廷楚郡凡珠绍秀智佳梦恩岭孝珍伦勇冠丽湘峰誉洛伟哲诚锦"
    "雅墨惜豪瑞柔琴莲弦宏晋忠晨玉嘉洁荣恒侨泽郁姿舒贤欣燕珊纬浩棣崇仁煌艳惠韵儒岳佩羽耀靖悦鹰菲峻芯芳曼娇晴勋杰芝蓉俊熙桐苹"
    "逸菊媚艾绮芬灿禾翰霞凤澄谊杏楠渊韦屹沐孟芙乔咏瞳茉桂葶莎"
)
SELDOM = "".join(one for one in OFTEN if one not in IN_PROSE)

# Two of them that are a word.
NO_GIVEN = """
英国 英语 英语 美国 美元 美语 美好 美食 美方 秀才 玉树 丽江 春天 春节 春季 青春 春假 立春 春风 珠江 爱美 完美 甜美 优美 精美 美白 美乐 美容 美式 美林 美金 美髯
珠宝 念珠 美心 英里 英寸 英才 英明 英文 荷兰 波兰 芬兰 乌兰 兰花 玉山 玉石 玉泉 秀气 美学 美女 丽人 美景 美术 美味 美丽 英雄 英超 英伦 英年 英尺 新春 春联 春游 春卷 菊花 莲子 莲花 莲雾 雪莲
文华 国立 国文 建国 建立 建军 明星 明智 明理 明月 光明 文明 聪明 英明 清明 智慧 信心 信念 诚信 诚心 诚意 忠心 忠诚 正义
意义 信义 仁爱 博爱 博士 博大 宏大 宏伟 伟大 雄伟 俊美 英俊 英勇 勇士 强大 强力 平凡 文静 恬静 文雅 大雅 贤良 贤明 芬芳
珍珠 珍宝 珍爱 珍惜 慧心 可信 佳音 嘉义 嘉年 家长 家庭 大家 全家 国家 成家 安家 宪法 志向 志愿 立志 意志 心志 成立 宜兰
宜家 宣言 智力 育成 培育 生育 品德 品行 品名 品学 冠军 冠心 冠名 承诺 立春 立秋 立冬 立夏 英文 文书 文学 文武 武汉 武力
武士 武昌 威力 威士 圣经 义大 修行 修正 崇尚 桃子 梅花 梅雨 梅子 杏仁 桂花 桂圆 樱花 樱桃 荣民 荣誉 荣幸 光荣 家乐 家明
心智 明年 明天 清晨 凌晨 晨光 浩大 瑞士 祥和 安祥 慈祥 文启 芝士 灵芝 薇雅 茉莉 莉莉 娜娜 丽娜 妮可 伊恩 恩惠 恩爱 惠州
贤惠 莹白 芬兰 菲律 维生 思维 心琴 彩霞 娇小 娇生 艳阳 嫦娥 鹏城 麒麟 豪华 豪雨 富豪 文豪 英豪 翰林 霖雨 家宝 有恒 恒心
恒春 永恒 立恒 郁金 岚山 俞允 勋章 孟子 宛如 宸宇 彦士 洁白 清洁 纯洁 澄清 清澄 江湘 湘江 喜悦 愉悦 心悦 蔓延 楚楚 清楚
楚国 彗星 叡智 濬哲 天晴 晴天 晴朗 信任 守信 理智 法庭 天庭
建筑 修建 维修 承建 兴建 建成 建有 筑成 修成 儒家 儒学 儒雅 秀丽 芙蓉 美誉 威信 岳家 绚丽 艳丽 绮丽 信誉 锦旗 屹立 明媚 涵义 娇艳 秀美 博弈 伶俐 圣洁 炯炯 浩瀚 美育 诗文 铭文 珍品
忠义 琴弦 睿智 俊秀 忠贞 晨曦 娇柔 佳品 佳美 柔美 澄澈 侃侃 品茗 佳丽 智育 娟秀 明丽 明艳 贤淑 欣悦 峻岭 英姿 瞳仁 桃仁 莲蓉 璎珞 泱泱 娉婷 琳琅 维纶 贤慧 栩栩 彬彬 欣欣 琅琅
冠玉 佳闻 欣然 怡然 嫣然 恍然 家传 家信 家法 家道 家风 本家 名家 东家 行家 林家 金家 宜昌 襄阳 洛阳 长春 福建 福州 兰州 伦敦 敦煌 昆明 绍兴 桃园 桃源 桃花 桃树 朝廷 宣传 宣扬 哲学
哲理 美军 明朝 明清 大明 可惜 爱惜 春秋 春光 春雨 春意 春生 立法 立时 立定 立正 立意 立言 树立 州立 定义 名义 道义 语义 本义 大义 皇家 皇冠 正文 本文 全文 成文 天文 水文 语文 国文
中文 外文 日文 德文 法文 文科 文理 文采 文本 闻名 传闻 奇闻 辉煌 国旗 旗子 华侨 侨民 庭长 光泽 润泽 恒星 恒定 明知 名誉 荣誉 盛誉 赞誉 强盛 强行 强国 强光 强心 强生 富强 刚强 山峰
波峰 真诚 美洲 南美 照明 启明 照耀 威风 威望 修理 修长 修道 伦理 清澈 花卉 石墨 水墨 正宗 大宗 书信 信道 海信 信守 音信 征信 传承 秉承 孝敬 孝子 孝心 孝道 冠以 金冠 树冠 花冠 赞美
美妙 美满 美德 美达 美意 华美 全美 国美 飞翔 成品 小品 果品 展品 正品 名品 礼品 物品 食品 商品 产品 药品 用品 岭南 欣喜 舒畅 舒展 舒心 韵律 音韵 晶莹 民建 城建 宏达 维和 恭维 崇敬
学苑 诗意 诗书 毅力 建树 建行 建言 风韵 廉洁 光洁 清秀 海棠 锦绣 群英 华文 谦恭 谦和 博学 霞光 朝霞 聪慧 聪颖 忠厚 羽翼 祈福 祈愿 丰沛 美名 军旗 芳心 芳名 舒张 舒适 湛蓝 孟津 诚如
超凡 大凡 凡士 博彩 桦木 榕树 榆树 杏树 杏林 杏子 树梢 经纬 宽宏 可嘉 刚柔 轻柔 柔道 音乐 弦乐 艳福 枫叶 枫树 忠言 忠告 强风 英汉 修女 姿容 淳厚 正楷 楷书 平凡 天佑 风琴 钢琴 鹏程
晨星 仁心 春心 远志 励志 立志 经纶 颖果 辉瑞 瑞典 智光 莞尔 翘楚 蓓蕾 芯子 荏苒 霓虹 恒生 恒温 志愿 同志 意志 珠光 珠子 眼珠 妮子 弦子 琴音 云彩 定弦 凯旋 颐和 怡和 钟楚 钟文 清楚
楚南 昂扬 发扬 姿势 姿态 美容 英镑 玲珑 韦瓦 维持 纬度 芦荟 苹果 薇薇 翡翠 翠绿 艾草 艾叶 薰衣 绢丝 凤梨 凤爪 彦彦 鹏鹏 燕麦 燕窝 嘉年 佳节 佳作 佳境 莲藕 荣总 荣军 翰墨 耀眼 浩荡
棠梨 桂枝 桂皮 杏鲍 棋盘 棋子 下棋 赞赞 嗣后 喻之 奇美 屏东 屏除 屏息 徽章 漪涟 涟漪 笃定 绣花 缨络 荞麦 萤光 萤幕 萤火 丰富 琥珀 邑里 饴糖 莺歌 传宗 匡正 忠孝 传统 立传 传真 宽容 喻文
密信 密文 统帅 振兴 振奋 晶片 胜任 征文 悟性 振翅 卓越 卓兰 敦南 敦化 敦厚 捷径 捷运 畅快 畅通 诣门 凰城 兆字
"""
