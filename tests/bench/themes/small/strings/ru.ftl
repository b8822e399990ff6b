menu-home = Главная
menu-news = Новости
menu-regions = Регионы
menu-projects = Проекты
menu-tags = Темы
title-page = { $title }, страница { $number }
title-not-found = Страница не найдена
count-releases = { $count ->
    [one] { $count } сообщение
    [few] { $count } сообщения
   *[other] { $count } сообщений
}
describe-home = { $site }: официальные сообщения.
describe-news = Все новости. { $site }.
describe-region = { $name }: новости. { $site }.
describe-project = { $name }: новости проекта. { $site }.
describe-tag = Новости на тему «{ $name }». { $site }.
describe-index-regions = Новости регионов Казахстана. { $site }.
describe-index-projects = Проекты и их ход. { $site }.
describe-index-tags = Темы новостей. { $site }.
describe-not-found = По этому адресу нет страницы.
feed-title = { $name } — { $site }
feed-news = Новости — { $site }
feed-describe = { $name }: последние новости. { $site }.
home-all-news = Все новости
list-newest = Самые новые сообщения
list-newer = Более новые сообщения
list-older = Более ранние сообщения
release-earlier = Предыдущее сообщение
release-later = Следующее сообщение
corrections = Исправления
footnotes = Примечания
footnote-back = Вернуться к тексту
video-watch = Смотреть видео на { $host }
video-file = Смотреть видео
table = Таблица
