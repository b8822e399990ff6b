# Интерфейс жолдары. Зат есім сан есімнен кейін көптелмейді: «5 жаңалық».

## Мәзір
menu-home = Басты бет
menu-news = Жаңалықтар
menu-regions = Өңірлер
menu-projects = Жобалар
menu-tags = Тақырыптар
menu-events = Іс-шаралар

## Беттің жақтауы
skip-to-content = Негізгі мәтінге өту
nav-main = Негізгі мәзір
nav-languages = Сайт тілі
nav-breadcrumbs = Беттің сайттағы орны
nav-letters = Әліпби
nav-pages = Тізімнің беттері
nav-release = Көршілес жаңалықтар
nav-year = Көршілес жылдар
nav-month = Көршілес айлар
language-missing = аудармасы жоқ, сол тілдегі тізім ашылады
translation-missing = Бұл бет мына тілдерге аударылмаған:
translation-missing-note = { $count ->
    [one] Сілтеме сол тілдегі тізімді ашады.
   *[other] Сілтемелер сол тілдердегі тізімдерді ашады.
}
footer-contacts = Байланыс
footer-address = Мекенжай
footer-pages = Сайт туралы
subscribe = Жазылу
feeds-all = Барлық таспалар (OPML)

## Атаулар мен сипаттамалар
title-page = { $title }, { $number }-бет
title-not-found = Бет табылмады
title-expired = Хабардың мерзімі өтті
count-releases = { $count } жаңалық
describe-home = { $site }: ресми жаңалықтар, мәлімдемелер, хабарландырулар мен сұхбаттар.
describe-news = Барлық жаңалықтар, мәлімдемелер, хабарландырулар мен сұхбаттар. { $site }.
describe-region = { $name }: жаңалықтар, мәлімдемелер мен хабарландырулар. { $site }.
describe-project = { $name } жобасы: мақсаты, барысы және жаңалықтары. { $site }.
describe-tag = «{ $name }» тақырыбы бойынша жаңалықтар. { $site }.
describe-year = { $site }: жаңалықтар мұрағаты, { $period }
describe-month = { $site }: жаңалықтар мұрағаты, { $period }
describe-index-regions = Қазақстан өңірлерінің жаңалықтары. { $site }.
describe-index-projects = Жобалар және олардың барысы. { $site }.
describe-index-tags = Жаңалықтардың тақырыптары. { $site }.
describe-events = Алдағы іс-шаралар: уақыты мен өтетін орны. { $site }.
describe-corrections = Жарияланған хабарларға енгізілген түзетулер. { $site }.
describe-not-found = Мұндай мекенжайда бет жоқ.

## Таспалар мен күнтізбе
feed-title = { $name } — { $site }
feed-news = Жаңалықтар — { $site }
feed-describe = { $name }: соңғы жаңалықтар. { $site }.
opml-title = Барлық таспалар — { $site }
calendar-title = Іс-шаралар — { $site }

## Тізімдер
home-latest = Соңғы жаңалықтар
home-all-news = Барлық жаңалықтар
list-newest = Ең соңғы жаңалықтар
list-newer = Кейінгі жаңалықтар
list-older = Бұрынғы жаңалықтар
list-empty = Әзірге жаңалық жоқ.
index-empty = Әзірге тізім бос.
page-number = { $number }-бет
archive = Мұрағат
year-earlier = Алдыңғы жыл
year-later = Келесі жыл
month-earlier = Алдыңғы ай
month-later = Келесі ай

## Бұрынғысы
formerly = { $count ->
    [one] Бұрынғы атауы
   *[other] Бұрынғы атаулары
}
until = { $date } дейін
part-of = { $date } дейін құрамында болған өңір
parted = Құрамынан бөлінген өңірлер
continues = Мына жобаның жалғасы
continued = Жобаның жалғасы

## Жобалар
project-status = Жобаның күйі
project-started = Басталуы
project-ended = Аяқталуы
project-names = Басқа атаулары
project-partners = Серіктестер
status-planned = Жоспарланған
status-running = Жүзеге асырылуда
status-completed = Аяқталған

## Хабар
kind-news = Жаңалық
kind-statement = Мәлімдеме
kind-announcement = Хабарландыру
kind-interview = Сұхбат
mark-draft = Қаралама
mark-held = Эмбарго
banner-draft = Қаралама: бұл мәтін сайтта жарияланған жоқ.
banner-held = Эмбарго: бұл мәтін әлі жарияланған жоқ. Жариялау уақыты: { $date }.
converted-note = Бұл бет кирилл жазуынан автоматты түрде көшірілді. Түпнұсқасы:
untranslated-note = Бұл мәтін қазақ тіліне әлі аударылмаған, мына тілде берілді:
original-note = Бұл — аударма. Түпнұсқа тілі:
updated = Жаңартылған күні
source = Дереккөз
photo-credit = Фото: { $name }
gallery = Фотосуреттер
attachments = Жүктеп алуға арналған файлдар
corrections = Түзетулер
related = Тағы оқыңыз
release-earlier = Алдыңғы жаңалық
release-later = Келесі жаңалық
video-watch = Бейнежазбаны { $host } сайтында көру
video-file = Бейнежазбаны көру
footnotes = Ескертпелер
footnote-back = Мәтінге қайту

## Іс-шаралар
event = Іс-шара
event-when = Уақыты
event-where = Орны
event-calendar = Күнтізбеге қосу
events-calendar = Іс-шаралар күнтізбесіне жазылу
events-empty = Әзірге жоспарланған іс-шара жоқ.

## Хабарламалар
not-found-text = Мұндай мекенжайда бет жоқ. Мекенжай қате терілген немесе бет басқа орынға көшірілген болуы мүмкін.
expired-text = Хабарды жариялау мерзімі өтті. Сайттан алынған күні:
expired-list = Жаңа хабарлар мына тізімде:
redirect-title = Бет көшірілді
redirect-link = Беттің жаңа мекенжайына өту
table = Кесте
region = Өңір
region-count = Жаңалық саны
region-latest = Соңғы жаңалық
region-map = Өңірлер картасы
by-month = Жаңалықтар айлар бойынша
in-numbers = Сандармен
panel = Нашар көретіндерге арналған нұсқа
panel-size = Қаріп өлшемі
panel-scheme = Түстер
panel-scheme-auto = Әдеттегі
panel-scheme-white = Ақ түсте қара
panel-scheme-black = Қара түсте ақ
panel-scheme-blue = Көгілдір түсте қою көк
panel-scheme-beige = Ашық сары түсте қоңыр
panel-scheme-green = Қоңыр түсте жасыл
panel-letters = Әріп аралығы
panel-letters-auto = Әдеттегі
panel-letters-wide = Кең
panel-letters-wider = Өте кең
panel-lines = Жол аралығы
panel-lines-auto = Әдеттегі
panel-lines-wide = Кең
panel-lines-wider = Өте кең
panel-face = Қаріп
panel-face-auto = Әдеттегі
panel-face-sans = Кертіксіз
panel-face-serif = Кертікті
panel-pictures = Суреттер
panel-pictures-auto = Түрлі түсті
panel-pictures-grey = Ақ-қара
panel-pictures-off = Суретсіз
panel-reset = Бастапқы күйге қайтару
share = Бөлісу
share-email = электрондық пошта
