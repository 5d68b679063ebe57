"""Where a word that may be a term is another: set phrases, compounds, other parts of speech.

They belong to the languages, as general dictionaries list them under the word (*in return*, *tax
return*, *don du sang*, *صلاة المغرب*), not to a glossary or to a text; a term with none of them
round it is the term. Where the usual sense of a phrase is at home in a meeting on migration
(*financial inclusion*), it is not here.
"""

from collections.abc import Mapping
from typing import Final

from booth_app.languages import Lang

_ENGLISH: Final = {
    "agenda": "(hidden|political|personal|secret|policy|reform|research|migration|development) ~",
    "Ambassador": "(goodwill|brand|celebrity) ~",
    "discrimination": "price ~",
    "donor": "(organ|blood|kidney|sperm) ~",
    "exploitation": "~ of * (pit|mine|quarry|deposit|resource|potential|opportunity);"
    "~ of (resources|oil|gas|minerals|results|opportunities);"
    "~ of (natural|mineral|fishery|forest|marine|water) resources;"
    "(resource|oil|gas|mineral|forest|mining) ~",
    "firewall": "(computer|network|software|server|internet) ~;~ (software|setting|port);"
    "~ of * (computer|network|server|router)",
    "grant": "(i|we|you|they|he|she|will|would|can|could|may|might|must|shall|should|cannot) ~;"
    "(will|would|can|could|may|might|must|shall|should|did|does|do) not ~;"
    "~ (him|them|us|me|myself|themselves|ourselves|himself|herself);"
    "to =grant (the|a|an|access|asylum|citizenship|permission|permits|visas|status|leave)",
    "inclusion": "~ of * (item|point|paragraph|sentence|clause|reference|term|annex);"
    "~ of (item|point|paragraph|reference|language);~ in the (agenda|report|text|minutes|annex)",
    "integration": "(system|data|vertical) ~;~ of * (systems|timetables)",
    "observer": "(casual|impartial|outside) ~",
    "pledge": "~ of allegiance",
    "quarantine": "(to|will|must|should|can|could|i|we|they) ~ (the|a|an|him|them|us|myself)",
    "reaction": "(allergic|chemical|chain|adverse|nuclear|jerk) ~",
    "recovery": "(debt|cost|asset|data|energy|heat|waste) ~;"
    "~ of (debts|costs|assets|damages|data|bodies)",
    "relocation": "~ of * (office|headquarters|archive|secretariat|plant|factory|company);office ~",
    "removal": "~ of (barriers|obstacles|restrictions|rubbish|waste|snow|debris|organs|landmines);"
    "~ of * (barriers|obstacles|restrictions|paragraph|sentence|requirement|organs);"
    "(organ|waste|snow|mine|debris|rubbish) ~",
    "response": "~ to * (question|comment|letter|query|enquiry|remark|request|email|survey);"
    "~ to (questions|comments|queries|enquiries|remarks|requests|questionnaires);"
    "~ to * (mayor|minister|ambassador|delegate|speaker|president);"
    "~ to (mr|mrs|ms);(no|without|immune|automatic) ~;~ (rate|time)",
    "return": "in =return (for|we|they|i|he|she|it|the|a|an|you);"
    "in =return .;by =return;"
    "(tax|customs) ~;~ (ticket|address|key);"
    "~ to * (matter|question|topic|item|subject|issue|point|agenda|theme);"
    "~ to (item|normal|normality|paragraph|order);many happy ~;~ on (investment|capital);"
    "point of ~;of no ~;(i|we|will|would|shall|must|may|might) ~;~ (him|them|us|me)",
    "SAR": "hong kong ~;(macao|macau) ~",
    "shelter": "tax ~;(to|will|must|should|can|could|i|we|they) ~ (the|a|him|them|us)",
    "smuggler": "(drug|arms|weapons|cigarette|tobacco|gun|fuel|oil|ivory|gold|alcohol) ~;"
    "~ of (drugs|arms|weapons|cigarettes|tobacco|goods|fuel|gold|antiquities)",
    "speaker": "~ of * (house|assembly|parliament|chamber|senate);~ phone;native ~",
    "the Honourable": "~ (mention|man|exception|discharge);an ~ *",
    "trafficker": "(drug|arms|weapons|gun|wildlife|cocaine|heroin) ~",
}

_FRENCH: Final = {
    "commune": "cause ~",
    "confinement": "~ (acoustique|nucléaire|magnétique)",
    "Convention de Genève": "=conventions;~ de 1949",
    "don": "~ de (sang|organes|plasma|moelle|soi)",
    "données": "étant ~",
    "débarquement": "~ (de|en) Normandie;~ (allié|militaire)",
    "Excellence": "par =excellence;(pôle|centre|prix|bourse|filière|réseau) d ~;"
    "=excellence (académique|scientifique|sportive|artistique|opérationnelle|professionnelle)",
    "exploitation": "~ (agricole|minière|forestière|familiale|pétrolière|laitière);"
    "~ de (ressources|données|résultats|mines|carrières|gisements|forêts);système d ~;"
    "~ de (la|l) (mine|carrière|forêt|ligne|information)",
    "expulsion": "~ locative;~ de (joueur|gardien|locataire)",
    "hébergement": "~ (web|internet);~ de (site|serveur|données|application|page)",
    "inclusion": "~ de (un|une|ce|cette|l|la) (point|paragraphe|mention|référence|phrase);"
    "~ de (point|paragraphe|mention)",
    "engagement": "~ (citoyen|civique|associatif|militaire);sans ~;lettre d ~",
    "éloignement": "~ géographique",
    "intervenant": "en =intervenant",
    "intégration": "~ (verticale|horizontale);~ de systèmes",
    "l'honorable": "(un|une|fort|très|plus|moins|somme) ~",
    "passeur": "~ de (culture|mémoire|savoir|mots|drogue|cigarettes|histoire)",
    "quarantaine": "une ~ de !(jours|semaines|mois|dix|quatorze|quinze|vingt|trente|10|14|15)",
    "relance": "(je|on|il|elle|tu|qui|me|te|nous|vous|se|ne) =relance;lettre de ~;~ téléphonique",
    "relèvement": "~ de (taux|seuil|plafond|niveau|tarif|salaires|prix|impôts);~ de l (âge|impôt)",
    "relocalisation": "~ industrielle;~ de (l|la) (industrie|production|usine)",
    "renvoi": "~ (en|à) (commission|comité|huitaine);~ en bas;~ à (une|la) (date|séance);"
    "~ préjudiciel;~ de (l|la) (affaire|question)",
    "retour": "en ~;par ~;~ d expérience;~ en arrière;~ sur investissement;sans ~;match ~;aller ~;"
    "~ à (la|l) (normale|ordre|question);~ de (vacances|courrier)",
    "riposte": "(je|on|il|elle|tu|qui) =riposte",
    "réaction": "~ (allergique|chimique|nucléaire|indésirable|immunitaire);~ en chaîne",
    "réfugié": "(s|m|t) (est|était|suis|es|étant|être|étaient|soit) ~;se (sont|soient|seront) ~",
    "réponse": "~ à (question|questionnaire|courrier|lettre|enquête|message);"
    "~ à (la|sa|ma|leur|cette|votre|une|l|ces|ses|vos|leurs|mes) (question|enquête|lettre|demande);"
    "(sans|pour|aucune) ~;(temps|taux) de ~;(question|questions) et ~",
}

_SPANISH: Final = {
    "agenda": "~ (oculta|política|pública|legislativa|migratoria|personal|cultural|electrónica);"
    "~ de (ministro|ministra|alcalde|presidente|presidenta|secretario|director)",
    "compromiso": "(sin|por) ~;(anillo|solución|candidato) de ~;"
    "~ (social|matrimonial|familiar|previo|personal)",
    "cortafuegos": "~ (informático|digital);~ (de|en) * (servidor|red|ordenador|sistema);"
    "~ (de|en) (servidor|red|ordenador|sistema)",
    "cuarentena": "una ~ de !(días|semanas|meses|siete|diez|catorce|quince|veinte|7|10|14|15)",
    "desembarco": "~ (de|en) Normandía",
    "donación": "~ de (sangre|órganos|plasma|médula|óvulos|tejidos)",
    "donante": "~ de (sangre|órganos|plasma|médula|óvulos|tejidos)",
    "Excelencia": "por =excelencia;(centro|premio|beca) de ~;"
    "~ (académica|educativa|científica|profesional)",
    "expulsión": "~ de (portero|jugador|delantero|entrenador)",
    "explotación": "~ (agrícola|ganadera|minera|forestal|petrolera|familiar);"
    "~ de (recursos|datos|yacimientos|petróleo|minas|canteras|bosques|gas)",
    "honorable": "(muy|más|menos|un|una) ~",
    "inclusión": "~ de (un|una|este|dicho|nuevo) (punto|tema|párrafo|asunto|mención|referencia);"
    "~ de (punto|tema|párrafo|asunto);~ en el orden",
    "integración": "~ (vertical|horizontal);~ de sistemas",
    "MENA": "(región|países|zona) ~",
    "observador": "(muy|mero|simple) ~",
    "ponente": "(magistrado|juez|jueza|diputado|senador) ~",
    "promesa": "~ de (matrimonio|amor|enamorados|boda);(joven|eterna) ~",
    "reacción": "~ (alérgica|química|nuclear|adversa);~ en cadena",
    "recuperación": "~ de (datos|contraseñas|activos|deudas|cuerpos|costos|tierras|equipaje);"
    "~ de (la|el|las|los) (contraseña|deuda|equipaje|maleta)",
    "refugiado": "(ha|han|había|habían|haya|hayan|haber|habiendo|hemos|he) =refugiado",
    "regreso": "(yo|me) =regreso;=regreso (mañana|ahora|enseguida|luego|pronto);"
    "~ a clases;~ a la (normalidad|escuela|pregunta)",
    "respuesta": "~ a (la|su|una|mi|esta|esa|tu|las|sus) (pregunta|carta|consulta);"
    "~ a (preguntas|cuestionarios);(espero|sin|aguardo|ninguna) ~;por toda ~;"
    "(pregunta|preguntas) y ~;"
    "~ (afirmativa|negativa|correcta|automática|inmune);(tiempo|tasa) de ~",
    "retorno": "~ (de|sobre) inversión;~ (de|sobre) la inversión;de no ~;sin ~",
    "Sala": "(la|una|esta|otra|cada) ~;~ de *;~ plenaria",
    "solvencia": "~ (intelectual|moral|profesional|técnica|científica|académica)",
    "tratante": "~ de (ganado|caballos|bestias|arte)",
}

_ARABIC: Final = {
    "الإغلاق": "~ (باب|الجلسة|الميكروفون|الكاميرا|الملف|الحساب|النافذة)",
    "الاستجابة": "~ (طلب|دعوة|سؤال|رغبة|ملاحظة|رسالة)",
    "الاستغلال": "~ (الأمثل|الموارد|الفرصة|الفرص|الطاقة|الأراضي|الوقت|المناسبة)",
    "الاندماج": "~ (النووي|الشركات|الشركتين|المصرفين|البنوك|المصارف|البنكين)",
    "الإنعاش": "(قسم|غرفة|وحدة|طبيب|أجهزة) ~;~ (القلب|القلبي|الرئوي)",
    "الترحيل": "~ (الأرصدة|الرصيد|المبالغ|النفايات)",
    "التمييز": "(يمكن|ينبغي|يجب|يتعين|ضرورة|تحسن) ~ بين;محكمة ~",
    "السفير": "(جريدة|صحيفة|مجلة) ~",
    "العودة": "~ إلى (الموضوع|السؤال|النقطة|البند|الوضع|المدرسة|المدارس|الوراء|الحياة)",
    "المغرب": "(صلاة|أذان|وقت) ~;~ (العربي|الكبير)",
    "إنزال": "~ (جوي|عسكري|مظلي)",
    "بيانات": "~ (صحفية|ختامية)",
    "تعقيب": "محكمة ~",
    "تفضلوا": "~ (بقبول|بالجلوس|بالدخول)",
    "جماعة": "~ من *;~ (مسلحة|إرهابية|متطرفة|دينية|ضغط)",
    "عمداء": "~ (الكليات|الجامعات|الجامعة|المعاهد)",
    "متحدث": "~ (باسم|الرسمي)",
    "متكلم": "~ باسم;(ضمير|صيغة) ~",
    "مراقب": "~ (الحسابات|مالي|الدوام|الجودة|جوي)",
    "مقرر": "من =المقرر أن;كما هو ~;(الموعد|الوقت) ~;~ (عقده|عقدها|دراسي)",
    "منح": "(قد|لقد|تم|يتم|سيتم) ~;"
    "~ (الجنسية|اللجوء|الإقامة|التأشيرات|التأشيرة|الأولوية|حق|صفة|مركز|تصاريح|تصريح)",
    "مهرب": "لا ~;~ (مخدرات|أسلحة|السجائر|السلاح|الوقود|الآثار)",
    "ميسر": "(شروط|أسعار|إسكان|سكن|مساكن|تمويل|بشكل) ~",
    "ميسرة": "(شروط|أسعار|مساكن|بصورة|بطريقة) ~",
}

LOCUTIONS: Final[Mapping[Lang, Mapping[str, str]]] = {
    "en": _ENGLISH,
    "fr": _FRENCH,
    "es": _SPANISH,
    "ar": _ARABIC,
}
"""Of each term what may stand round it that makes it another word, divided by semicolons.

~ is the term in any form, =returns in that form alone; (a|b) is one of these words, in any form,
!(a|b) any other, * any word, a point the end of what is said.
"""

INTRODUCED: Final[Mapping[Lang, frozenset[str]]] = {
    "en": frozenset(),
    "fr": frozenset(
        {"commune", "données", "traite des personnes", "traite de personnes"}
        | {"traite des êtres humains"}
    ),
    "es": frozenset({"trata de personas", "trata de seres humanos"}),
    "ar": frozenset(),
}
"""Terms whose first word is another part of speech where nothing before it introduces a noun.

*La position commune*, *des consignes données*, *le plan traite des personnes âgées*, *se trata de
personas*.
"""

_FRENCH_INTRODUCING: Final = """
le la les l un une des de du d au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos
votre vos leur leurs chaque tout toute tous toutes quel quelle quels quelles quelque quelques
plusieurs certains certaines divers diverses aucun aucune nul nulle et ou ni mais a en dans par pour
sur sous sans avec entre vers contre comme que qu deux trois quatre cinq six sept huit neuf dix onze
douze vingt trente quarante cinquante soixante cent cents mille petit petite petites grand grande
grandes nouvelle nouvelles ancienne anciennes jeune bonne bonnes meilleure meilleures mauvaises
premiere premieres derniere dernieres autre autres meme memes seule seules vraies veritable
veritables fausses precieuses simples rares nombreuses multiples differentes propres telle telles
belle riche pauvre modeste ladite lesdites dont si lorsque quand car soit tant ainsi puis voire
depuis selon via hors apres avant durant pendant malgre parmi chez outre sauf est sont etre
"""
_SPANISH_INTRODUCING: Final = """
la las una de del a contra y e o u sobre por para con en entre como su sus esta esa dicha toda ni es
son mediante presunta posible supuesta nueva interna llamada combatir prevenir sancionar erradicar
"""

INTRODUCING: Final[Mapping[Lang, frozenset[str]]] = {
    "en": frozenset(),
    "fr": frozenset(_FRENCH_INTRODUCING.split()),
    "es": frozenset(_SPANISH_INTRODUCING.split()),
    "ar": frozenset(),
}
"""What introduces a noun: articles, determiners, prepositions, conjunctions, numbers, and the
French adjectives that go before one."""
