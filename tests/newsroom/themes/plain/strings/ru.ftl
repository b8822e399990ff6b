plain-page = Страница: { $kind }
plain-redirect = Перемещено
menu-home = Главная
menu-news = Новости
menu-regions = Регионы
menu-projects = Проекты
menu-tags = Темы
menu-events = Мероприятия
title-page = { $title }, страница { $number }
title-not-found = Страница не найдена
title-expired = Срок истёк
count-releases = { $count ->
    [one] { $count } новость
    [few] { $count } новости
    [many] { $count } новостей
   *[other] { $count } новости
}
describe-home = { $site }: новости.
describe-news = Все новости. { $site }.
describe-region = { $name }: новости. { $site }.
describe-project = { $name }: проект. { $site }.
describe-tag = По теме «{ $name }». { $site }.
describe-year = { $site }: архив, { $period }
describe-month = { $site }: архив, { $period }
describe-index-regions = Новости по регионам. { $site }.
describe-index-projects = Проекты. { $site }.
describe-index-tags = Темы. { $site }.
describe-events = Ближайшие мероприятия. { $site }.
describe-corrections = Исправления в опубликованных сообщениях. { $site }.
describe-not-found = По этому адресу страницы нет.
feed-title = { $name } — { $site }
feed-news = Новости — { $site }
feed-describe = { $name }: последнее. { $site }.
opml-title = Ленты — { $site }
calendar-title = Мероприятия — { $site }
corrections = Исправления
video-watch = Смотреть на { $host }
video-file = Смотреть видео
footnotes = Примечания
footnote-back = Назад
table = Таблица
