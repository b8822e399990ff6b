### Что говорят команды, по-русски.

failed = { $help ->
    [denied] Сделать это не удалось: { $reason }. Попросите того, кто отвечает за компьютер, дать доступ к этому файлу или папке.
    [full] Сделать это не удалось: { $reason }. Освободите место на диске и попробуйте снова.
    [read-only] Сделать это не удалось: { $reason }. Этот диск открыт только для чтения: работайте с копией в другом месте.
   *[none] Сделать это не удалось: { $reason }
}

manual-unknown = { $nearest ->
    [none] Команды «{ $command }» нет. Есть: { $known }
   *[other] Команды «{ $command }» нет; возможно, имелась в виду «{ $nearest }»
}

next-when = В следующий раз сайт изменится сам собой { $date }:
next-none = Сам собой сайт больше не изменится.
next-published = { $release } — выйдет в свет: { $title }
next-expired = { $release } — будет снят с публикации: { $title }
next-old-news = { $release } — перестанет быть новостью для поисковых систем: { $title }
next-event-over = { $release } — мероприятие завершится: { $title }

new-made = Создано:
new-next-release = Напишите текст и краткое содержание. Пока в файле есть строка draft: true, он не публикуется; удалите её, когда текст будет готов.
    Посмотреть, как это выглядит: jarshy build --drafts
    Перевести, когда текст написан: jarshy new translation { $id } ЯЗЫК
new-next-translation = Переведите заголовок, краткое содержание и текст, а строку translated_from: оставьте как есть. Когда всё переведено, удалите строку draft: true.
new-next-project = Напишите, для чего нужен проект и кто в нём участвует. Пресс-релизы называют его в строке project:.
new-next-page = Напишите текст страницы. Она появится на сайте со следующей сборкой.
new-next-site = Сайт готов в папке «{ $dir }» (файлов: { $files }). Укажите его адрес и издателя в content/site.yaml и соберите его:
    jarshy --root { $dir } build
    Следующий пресс-релиз: jarshy --root { $dir } new release
new-refreshed = Отмечено, что перевод соответствует исходному тексту: { $file }
new-fresh = Уже соответствует исходному тексту: { $file }

new-missing = Не хватает: { $flags }. Например: { $example }
new-taken = Имя «{ $id }» уже занято: { $other }. Измените заголовок или задайте другое имя: --id { $proposal }
new-no-id = Из заголовка «{ $title }» нельзя составить имя латинскими буквами. Задайте его сами: --id vstrecha
new-bad-id = «{ $id }» не может стоять в адресе: годятся только строчные латинские буквы, цифры и дефисы. Например: --id { $proposal }
new-title-empty = Нужен заголовок: напишите, что произошло
new-title-long = Заголовок длиннее 300 знаков: сократите его, а подробности перенесите в краткое содержание
new-title-invisible = В заголовке есть перенос строки или невидимый знак: наберите его заново в одну строку
new-not-empty = В папке «{ $dir }» уже что-то есть. Укажите пустую папку или ту, которой ещё нет
new-no-release = { $nearest ->
    [none] Пресс-релиза «{ $release }» нет. Укажите имя его папки, например 2024-10-18-akim-kenes
   *[other] Пресс-релиза «{ $release }» нет. Возможно, имелось в виду: { $nearest }
}
new-translated = Текст на этом языке уже есть: { $file }. Чтобы отметить, что он соответствует исходному: jarshy new translation { $release } --refresh
new-all-translated = Пресс-релиз «{ $release }» уже есть на всех языках
new-no-translation = У пресс-релиза «{ $release }» нет перевода на этот язык: { $language }. Чтобы создать его: jarshy new translation { $release } { $language }
new-cancelled = Ничего не создано

new-ask-lang = На каком языке вы будете писать?
new-ask-title = Заголовок:
new-ask-date = Дата:
new-ask-region = Регион:
new-ask-project = Проект:
new-ask-tags = Теги:
new-ask-languages = На какие языки его переведут?
new-ask-release = Какой пресс-релиз?
new-ask-translation = На какой язык?
new-none = нет
new-help-one = ↑↓ — выбрать, Enter — взять; для поиска начните печатать
new-help-many = ↑↓ и пробел — выбрать, Enter — готово; для поиска начните печатать

status-none = Таких пресс-релизов нет.
status-done = готов
status-stale = устарел
status-missing = нет
status-draft = черновик
status-embargoed = эмбарго
status-expired = снят
