# Строки интерфейса.

## Меню
menu-home = Главная
menu-news = Новости
menu-regions = Регионы
menu-projects = Проекты
menu-tags = Темы
menu-events = Мероприятия

## Рамка страницы
skip-to-content = Перейти к основному тексту
nav-main = Главное меню
nav-languages = Язык сайта
nav-breadcrumbs = Место страницы на сайте
nav-letters = Алфавит
nav-pages = Страницы списка
nav-release = Соседние сообщения
nav-year = Соседние годы
nav-month = Соседние месяцы
language-missing = перевода нет, откроется список на этом языке
translation-missing = Эта страница не переведена на языки:
translation-missing-note = { $count ->
    [one] Ссылка ведёт к списку на этом языке.
   *[other] Ссылки ведут к спискам на этих языках.
}
footer-contacts = Контакты
footer-address = Адрес
footer-pages = О сайте
subscribe = Подписка
feeds-all = Все ленты (OPML)

## Заголовки и описания
title-page = { $title } — страница { $number }
title-not-found = Страница не найдена
title-expired = Срок публикации истёк
count-releases = { $count ->
    [one] { $count } новость
    [few] { $count } новости
    [many] { $count } новостей
   *[other] { $count } новости
}
describe-home = { $site }: официальные новости, заявления, анонсы и интервью.
describe-news = Все новости, заявления, анонсы и интервью. { $site }.
describe-region = { $name }: новости, заявления и анонсы. { $site }.
describe-project = Проект { $name }: цели, ход работы и новости. { $site }.
describe-tag = Новости по теме «{ $name }». { $site }.
describe-year = { $site }: архив новостей, { $period }
describe-month = { $site }: архив новостей, { $period }
describe-index-regions = Новости регионов Казахстана. { $site }.
describe-index-projects = Проекты и ход работы над ними. { $site }.
describe-index-tags = Темы новостей. { $site }.
describe-events = Предстоящие мероприятия: время и место. { $site }.
describe-corrections = Исправления в опубликованных сообщениях. { $site }.
describe-not-found = По этому адресу страницы нет.

## Ленты и календарь
feed-title = { $name } — { $site }
feed-news = Новости — { $site }
feed-describe = { $name }: последние новости. { $site }.
opml-title = Все ленты — { $site }
calendar-title = Мероприятия — { $site }

## Списки
home-latest = Последние новости
home-all-news = Все новости
list-newest = Самые новые
list-newer = Более новые
list-older = Более ранние
list-empty = Новостей пока нет.
index-empty = Список пока пуст.
page-number = Страница { $number }
archive = Архив
year-earlier = Предыдущий год
year-later = Следующий год
month-earlier = Предыдущий месяц
month-later = Следующий месяц

## Что было прежде
formerly = { $count ->
    [one] Прежнее название
   *[other] Прежние названия
}
until = до { $date }
part-of = До { $date } — в составе региона
parted = Выделены из состава региона
continues = Продолжает проект
continued = Продолжен проектом

## Проекты
project-status = Состояние проекта
project-started = Начало
project-ended = Завершение
project-names = Другие названия
project-partners = Партнёры
status-planned = Планируется
status-running = Реализуется
status-completed = Завершён

## Сообщение
kind-news = Новость
kind-statement = Заявление
kind-announcement = Анонс
kind-interview = Интервью
mark-draft = Черновик
mark-held = Эмбарго
banner-draft = Черновик: этот текст не опубликован на сайте.
banner-held = Эмбарго: этот текст ещё не опубликован и выйдет { $date }.
converted-note = Эта страница автоматически переведена с кириллицы в другую письменность. Оригинал:
untranslated-note = Этот текст ещё не переведён на русский язык, он показан на языке:
original-note = Это перевод. Язык оригинала:
updated = Обновлено
source = Источник
photo-credit = Фото: { $name }
gallery = Фотографии
attachments = Файлы для скачивания
corrections = Исправления
related = Читайте также
release-earlier = Предыдущая новость
release-later = Следующая новость
video-watch = Смотреть видео на { $host }
video-file = Смотреть видео
footnotes = Примечания
footnote-back = Вернуться к тексту

## Мероприятия
event = Мероприятие
event-when = Время
event-where = Место
event-calendar = Добавить в календарь
events-calendar = Подписаться на календарь мероприятий
events-empty = Запланированных мероприятий пока нет.

## Сообщения сайта
not-found-text = По этому адресу страницы нет. Возможно, адрес набран с ошибкой или страница перемещена.
expired-text = Срок публикации этого сообщения истёк. Снято с сайта:
expired-list = Новые сообщения — в списке:
redirect-title = Страница перемещена
redirect-link = Перейти по новому адресу страницы
table = Таблица
region = Регион
region-count = Новостей
region-latest = Последняя новость
region-map = Карта регионов
by-month = Новости по месяцам
in-numbers = В цифрах
panel = Версия для слабовидящих
panel-size = Размер шрифта
panel-scheme = Цвета
panel-scheme-auto = Обычные
panel-scheme-white = Чёрным по белому
panel-scheme-black = Белым по чёрному
panel-scheme-blue = Тёмно-синим по голубому
panel-scheme-beige = Коричневым по бежевому
panel-scheme-green = Зелёным по тёмно-коричневому
panel-letters = Расстояние между буквами
panel-letters-auto = Обычное
panel-letters-wide = Большое
panel-letters-wider = Очень большое
panel-lines = Расстояние между строками
panel-lines-auto = Обычное
panel-lines-wide = Большое
panel-lines-wider = Очень большое
panel-face = Шрифт
panel-face-auto = Обычный
panel-face-sans = Без засечек
panel-face-serif = С засечками
panel-pictures = Изображения
panel-pictures-auto = Цветные
panel-pictures-grey = Чёрно-белые
panel-pictures-off = Без изображений
panel-reset = Сбросить
share = Поделиться
share-email = электронная почта
