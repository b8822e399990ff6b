### Бұйрықтардың айтатындары, қазақша.

failed = { $help ->
    [denied] Мұны орындау мүмкін болмады: { $reason }. Компьютерге жауапты адамнан осы файлға немесе қалтаға рұқсат сұраңыз.
    [full] Мұны орындау мүмкін болмады: { $reason }. Дискіден орын босатып, қайталап көріңіз.
    [read-only] Мұны орындау мүмкін болмады: { $reason }. Бұл диск тек оқуға ашық: басқа жердегі көшірмемен жұмыс істеңіз.
   *[none] Мұны орындау мүмкін болмады: { $reason }
}

manual-unknown = { $nearest ->
    [none] «{ $command }» деген бұйрық жоқ. Барлары: { $known }
   *[other] «{ $command }» деген бұйрық жоқ; мүмкін, «{ $nearest }» керек шығар
}

next-when = Сайт келесі рет өздігінен мына уақытта өзгереді: { $date }
next-none = Сайт енді өздігінен өзгермейді.
next-published = { $release } — жарыққа шығады: { $title }
next-expired = { $release } — жарияланымнан алынады: { $title }
next-old-news = { $release } — іздеу жүйелері үшін жаңалық болудан қалады: { $title }
next-event-over = { $release } — іс-шара аяқталады: { $title }

new-made = Жасалды:
new-next-release = Мәтін мен қысқаша мазмұнын жазыңыз. Файлда draft: true жолы тұрғанда ол жарияланбайды; мәтін дайын болғанда осы жолды өшіріңіз.
    Қалай көрінетінін қарау: jarshy build --drafts
    Мәтін жазылған соң аудару: jarshy new translation { $id } ТІЛ
new-next-translation = Тақырыпты, қысқаша мазмұнын және мәтінді аударыңыз, ал translated_from: жолына тимеңіз. Бәрі аударылған соң draft: true жолын өшіріңіз.
new-next-project = Жобаның не үшін керегін және оған кім қатысатынын жазыңыз. Пресс-релиздер оны project: жолында атайды.
new-next-page = Беттің мәтінін жазыңыз. Ол сайтта келесі жинаудан кейін пайда болады.
new-next-site = «{ $dir }» қалтасында сайт дайын (файл саны: { $files }). content/site.yaml ішінде оның мекенжайы мен жариялаушысын көрсетіп, жинап көріңіз:
    jarshy --root { $dir } build
    Келесі пресс-релиз: jarshy --root { $dir } new release
new-refreshed = Аударманың түпнұсқаға сай екені белгіленді: { $file }
new-fresh = Аударма онсыз да түпнұсқаға сай: { $file }

new-missing = Мыналар жетіспейді: { $flags }. Мысалы: { $example }
new-taken = «{ $id }» атауы бос емес: { $other }. Тақырыпты өзгертіңіз немесе басқа атау беріңіз: --id { $proposal }
new-no-id = «{ $title }» тақырыбынан латын әріптерімен атау құрастыру мүмкін емес. Оны өзіңіз беріңіз: --id kezdesu
new-bad-id = «{ $id }» мекенжайда тұра алмайды: тек кіші латын әріптері, цифрлар мен дефис жарайды. Мысалы: --id { $proposal }
new-title-empty = Тақырып керек: не болғанын жазыңыз
new-title-long = Тақырып 300 таңбадан ұзын: оны қысқартып, қалғанын қысқаша мазмұнға көшіріңіз
new-title-invisible = Тақырыпта жол үзілімі немесе көрінбейтін таңба бар: оны бір жолға қайта теріңіз
new-not-empty = «{ $dir }» қалтасында бірдеңе бар. Бос қалтаны немесе әлі жоқ қалтаны көрсетіңіз
new-no-release = { $nearest ->
    [none] «{ $release }» деген пресс-релиз жоқ. Оның қалтасының атауын жазыңыз, мысалы 2024-10-18-akim-kenes
   *[other] «{ $release }» деген пресс-релиз жоқ. Мүмкін, мынау керек шығар: { $nearest }
}
new-translated = Бұл тілдегі мәтін бар: { $file }. Оның түпнұсқаға сай екенін белгілеу үшін: jarshy new translation { $release } --refresh
new-all-translated = «{ $release }» пресс-релизі барлық тілде бар
new-no-translation = «{ $release }» пресс-релизінің бұл тілдегі аудармасы жоқ: { $language }. Оны жасау үшін: jarshy new translation { $release } { $language }
new-cancelled = Ештеңе жасалған жоқ

new-ask-lang = Қай тілде жазасыз?
new-ask-title = Тақырып:
new-ask-date = Күні:
new-ask-region = Өңір:
new-ask-project = Жоба:
new-ask-tags = Тегтер:
new-ask-languages = Қай тілдерге аударылады?
new-ask-release = Қай пресс-релиз?
new-ask-translation = Қай тілге?
new-none = жоқ
new-help-one = ↑↓ — таңдау, Enter — алу; іздеу үшін тере бастаңыз
new-help-many = ↑↓ және бос орын — таңдау, Enter — болды; іздеу үшін тере бастаңыз

status-none = Мұндай пресс-релиз жоқ.
status-done = дайын
status-stale = ескірген
status-missing = жоқ
status-draft = қаралама
status-embargoed = эмбарго
status-expired = алынған
