"""Sentences as they are said in such meetings, translated by hand into all four languages.

What a guard must let pass: figures and number words, dates and times, acronyms that change and
that do not, institutions whose names are translated, people whose names are not.
"""

from typing import Final

from booth_app.languages import Lang

SENTENCES: Final[tuple[dict[Lang, str], ...]] = tuple(
    {"en": en, "fr": fr, "es": es, "ar": ar}
    for en, fr, es, ar in (
        (
            "In 2020, 281 million people lived outside their country of birth.",
            "En 2020, 281 millions de personnes vivaient hors de leur pays de naissance.",
            "En 2020, 281 millones de personas vivían fuera de su país de nacimiento.",
            "في عام 2020، كان 281 مليون شخص يعيشون خارج بلد مولدهم.",
        ),
        (
            "Remittances reached 1.3 billion dollars, 12.5% more than in 2019.",
            "Les envois de fonds ont atteint 1,3 milliard de dollars, 12,5 % de plus qu'en 2019.",
            "Las remesas alcanzaron los 1.300 millones de dólares, un 12,5 % más que en 2019.",
            "بلغت التحويلات المالية 1.3 مليار دولار، أي بزيادة 12.5 في المائة عن عام 2019.",
        ),
        (
            "Mr. Vitorino will speak at 3.30 p.m. on 22 January 2021.",
            "M. Vitorino prendra la parole à 15 h 30 le 22 janvier 2021.",
            "El Sr. Vitorino intervendrá a las 15:30 horas del 22 de enero de 2021.",
            "سيتكلم السيد فيتورينو في الساعة 15:30 من يوم 22 كانون الثاني/يناير 2021.",
        ),
        (
            "We thank the International Organization for Migration (IOM) for its support.",
            "Nous remercions l'Organisation internationale pour les migrations (OIM) de son appui.",
            "Agradecemos a la Organización Internacional para las Migraciones (OIM) su apoyo.",
            "نشكر المنظمة الدولية للهجرة على دعمها.",
        ),
        (
            "Three cities have already signed the declaration.",
            "Trois villes ont déjà signé la déclaration.",
            "Tres ciudades ya han firmado la declaración.",
            "وقعت ثلاث مدن على الإعلان حتى الآن.",
        ),
        (
            "The Global Compact was adopted in Marrakech in December 2018 by 152 Member States.",
            "Le Pacte mondial a été adopté à Marrakech en décembre 2018 par 152 États Membres.",
            "El Pacto Mundial fue aprobado en Marrakech en diciembre de 2018 por 152 Estados.",
            "اعتمدت 152 دولة عضوا الاتفاق العالمي في مراكش في كانون الأول/ديسمبر 2018.",
        ),
        (
            "Antonio Guterres and Valérie Plante opened the meeting in Montréal.",
            "Antonio Guterres et Valérie Plante ont ouvert la réunion à Montréal.",
            "Antonio Guterres y Valérie Plante inauguraron la reunión en Montreal.",
            "افتتح أنطونيو غوتيريش وفاليري بلانت الاجتماع في مونتريال.",
        ),
        (
            "The floor is yours for five minutes.",
            "Vous avez la parole pour cinq minutes.",
            "Tiene usted la palabra durante cinco minutos.",
            "لكم الكلمة لمدة خمس دقائق.",
        ),
        (
            "COVID-19 has hit migrant workers harder than anyone else.",
            "La COVID-19 a frappé les travailleurs migrants plus durement que quiconque.",
            "La COVID-19 ha golpeado a los trabajadores migrantes con más dureza que a nadie.",
            "أضرت جائحة كوفيد-19 بالعمال المهاجرين أكثر من غيرهم.",
        ),
        (
            "In its resolution 73/195, the General Assembly endorsed the Compact.",
            "Dans sa résolution 73/195, l'Assemblée générale a fait sien le Pacte.",
            "En su resolución 73/195, la Asamblea General hizo suyo el Pacto.",
            "أقرت الجمعية العامة الاتفاق في قرارها 73/195.",
        ),
        (
            "No child should be detained because of migration status.",
            "Aucun enfant ne devrait être détenu en raison de son statut migratoire.",
            "Ningún niño debería ser detenido por su situación migratoria.",
            "لا ينبغي احتجاز أي طفل بسبب وضعه كمهاجر.",
        ),
        (
            "The Mayor of Freetown insisted on housing, health and decent work.",
            "La maire de Freetown a insisté sur le logement, la santé et le travail décent.",
            "La alcaldesa de Freetown insistió en la vivienda, la salud y el trabajo decente.",
            "شددت رئيسة بلدية فريتاون على السكن والصحة والعمل اللائق.",
        ),
        (
            "Objective 7 is to reduce vulnerabilities, objective 15 to provide services.",
            "L'objectif 7 est de réduire les vulnérabilités, l'objectif 15 d'offrir des services.",
            "El objetivo 7 es reducir las vulnerabilidades y el objetivo 15, prestar servicios.",
            "الهدف 7 هو الحد من أوجه الضعف، والهدف 15 توفير الخدمات.",
        ),
        (
            "The second session will begin in ten minutes.",
            "La deuxième session commencera dans dix minutes.",
            "La segunda sesión comenzará dentro de diez minutos.",
            "ستبدأ الجلسة الثانية بعد عشر دقائق.",
        ),
        (
            "The 21st century will be urban, said the Secretary-General.",
            "Le XXIe siècle sera urbain, a déclaré le Secrétaire général.",
            "El siglo XXI será urbano, dijo el Secretario General.",
            "قال الأمين العام إن القرن الحادي والعشرين سيكون حضريا.",
        ),
        (
            "More than 1,000 delegates from 60 countries are registered.",
            "Plus de 1 000 délégués de 60 pays sont inscrits.",
            "Hay más de 1.000 delegados de 60 países inscritos.",
            "سجل أكثر من 1000 مندوب من 60 بلدا.",
        ),
        (
            "UCLG, the MMC and UN-Habitat co-steer the Mayors Mechanism.",
            "CGLU, le CMM et ONU-Habitat copilotent le Mécanisme des maires.",
            "CGLU, el CMM y ONU-Hábitat codirigen el Mecanismo de Alcaldes.",
            "تشترك منظمة المدن المتحدة ومجلس عمداء الهجرة وموئل الأمم المتحدة في توجيه آلية العمد.",
        ),
        (
            "Half of all refugees live in cities, not in camps.",
            "La moitié des réfugiés vivent en ville et non dans des camps.",
            "La mitad de los refugiados vive en ciudades, no en campamentos.",
            "يعيش نصف اللاجئين في المدن لا في المخيمات.",
        ),
        (
            "I give the floor to the distinguished representative of the United Arab Emirates.",
            "Je donne la parole à la représentante des Émirats arabes unis.",
            "Doy la palabra a la distinguida representante de los Emiratos Árabes Unidos.",
            "أعطي الكلمة لممثلة الإمارات العربية المتحدة الموقرة.",
        ),
        (
            "Migration is a human right and migrants are human beings with human rights.",
            "Migrer est un droit humain et les migrants sont des êtres humains qui ont des droits.",
            "Migrar es un derecho humano y los migrantes son seres humanos con derechos.",
            "الهجرة حق من حقوق الإنسان والمهاجرون بشر لهم حقوق.",
        ),
        (
            "Between 2018 and 2020 the city regularised some 25,000 people.",
            "Entre 2018 et 2020, la ville a régularisé quelque 25 000 personnes.",
            "Entre 2018 y 2020 la ciudad regularizó a unas 25.000 personas.",
            "سوت المدينة أوضاع نحو 25 ألف شخص بين عامي 2018 و2020.",
        ),
        (
            "Thank you very much, Madam Chair.",
            "Merci beaucoup, Madame la Présidente.",
            "Muchas gracias, señora Presidenta.",
            "شكرا جزيلا، سيدتي الرئيسة.",
        ),
        (
            "The United Nations Network on Migration presented its work plan.",
            "Le Réseau des Nations Unies sur les migrations a présenté son plan de travail.",
            "La Red de las Naciones Unidas sobre la Migración presentó su plan de trabajo.",
            "عرضت شبكة الأمم المتحدة المعنية بالهجرة خطة عملها.",
        ),
        (
            "The Special Rapporteur on migrants, Mr. González Morales, is online.",
            "Le Rapporteur spécial sur les migrants, M. González Morales, est en ligne.",
            "El Relator Especial sobre los migrantes, Sr. González Morales, está en línea.",
            "المقرر الخاص المعني بالمهاجرين، السيد غونزاليس موراليس، متصل بنا.",
        ),
        (
            "Documents, including birth certificates, must be issued free of charge.",
            "Les documents, y compris les actes de naissance, doivent être délivrés gratuitement.",
            "Los documentos, incluidas las partidas de nacimiento, deben expedirse gratuitamente.",
            "يجب إصدار الوثائق، بما فيها شهادات الميلاد، مجانا.",
        ),
        (
            "We need sustainable and inclusive cities for the next generation.",
            "Il nous faut des villes durables et inclusives pour la génération à venir.",
            "Necesitamos ciudades sostenibles e inclusivas para la próxima generación.",
            "نحتاج إلى مدن مستدامة وشاملة للجميع من أجل الجيل القادم.",
        ),
        (
            "Article 13 recognises the right to leave any country and to return to one's own.",
            "L'article 13 reconnaît le droit de quitter tout pays et de revenir dans le sien.",
            "El artículo 13 reconoce el derecho a salir de cualquier país y a regresar al propio.",
            "تعترف المادة 13 بالحق في مغادرة أي بلد والعودة إلى البلد الأصلي.",
        ),
        (
            "One in four households received no help at all.",
            "Un ménage sur quatre n'a reçu aucune aide.",
            "Uno de cada cuatro hogares no recibió ayuda alguna.",
            "لم تتلق أسرة من كل أربع أسر أي مساعدة.",
        ),
        (
            "The pandemic cost the region 0.7 per cent of its GDP, or 2.4 trillion dollars.",
            "La pandémie a coûté à la région 0,7 % de son PIB, soit 2 400 milliards de dollars.",
            "La pandemia costó a la región el 0,7 % de su PIB, es decir, 2,4 billones de dólares.",
            "كلفت الجائحة المنطقة 0.7 في المائة من ناتجها المحلي الإجمالي، أي 2.4 تريليون دولار.",
        ),
        (
            "Local and regional governments are the first responders.",
            "Les gouvernements locaux et régionaux sont en première ligne.",
            "Los gobiernos locales y regionales son los primeros en responder.",
            "الحكومات المحلية والإقليمية هي أول المستجيبين.",
        ),
        (
            "Let us move to item 4 of the agenda.",
            "Passons au point 4 de l'ordre du jour.",
            "Pasemos al tema 4 del orden del día.",
            "لننتقل إلى البند 4 من جدول الأعمال.",
        ),
        (
            "He quoted the New York Declaration for Refugees and Migrants.",
            "Il a cité la Déclaration de New York pour les réfugiés et les migrants.",
            "Citó la Declaración de Nueva York para los Refugiados y los Migrantes.",
            "واستشهد بإعلان نيويورك من أجل اللاجئين والمهاجرين.",
        ),
    )
)
