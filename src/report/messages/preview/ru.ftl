ago-today = сегодня
ago-yesterday = вчера
ago-two-days = позавчера
ago-days = { $count ->
    [one] { $count } день назад
    [few] { $count } дня назад
   *[other] { $count } дней назад
}
in-days = через { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[other] { $count } дней
}
in-hours = через { $count ->
    [one] { $count } час
    [few] { $count } часа
   *[other] { $count } часов
}
in-minutes = через { $count ->
    [one] { $count } минуту
    [few] { $count } минуты
   *[other] { $count } минут
}
in-moment = меньше чем через минуту

serve-ready = Просмотр: { $url }
serve-desk = Рабочий стол редакции: { $url }
serve-how-to-end = Чтобы закончить, нажмите Ctrl+C.
serve-ended = Просмотр закончен.
serve-port-taken = порт { $port } занят другой программой. Закройте её или выберите другой порт: --port { $other }
serve-port-forbidden = порт { $port } доступен только системе. Выберите порт больше 1023: --port { $other }
serve-no-address = «{ $address }» — не адрес этого компьютера. Уберите --address или укажите адрес, который у компьютера есть
serve-next-port = Порт { $port } занят другой программой, поэтому взят порт { $other }.
serve-twice = просмотр этих материалов уже идёт. Пользуйтесь им или сначала закончите его
serve-open-to-others = Просмотр видят и другие в вашей сети, в том числе черновики и материалы под эмбарго.
serve-looking = { $why ->
    [folders] Компьютер больше не сообщает об изменениях в таком числе папок, поэтому они проверяются раз в секунду. Чтобы видеть изменения сразу, попросите администратора увеличить fs.inotify.max_user_watches.
    [programs] Компьютер не сообщает об изменениях больше ни одной программе, поэтому файлы проверяются раз в секунду. Чтобы видеть изменения сразу, закройте другие программы, которые следят за файлами, или попросите администратора увеличить fs.inotify.max_user_instances.
   *[unknown] Компьютер не сообщает здесь об изменениях, поэтому файлы проверяются раз в секунду и изменения видны чуть позже.
}
serve-no-browser = Открыть браузер не удалось. Откройте { $url } сами.
serve-foreign-host = Просмотр доступен только по адресу localhost или по IP-адресу этого компьютера.
serve-refused = Просмотр остаётся прежним, пока это не исправлено.

desk-title = Рабочий стол
desk-site = На сайт
desk-language = Язык
desk-every-language = все языки
desk-region = Регион
desk-every-region = все регионы
desk-search = Слова из заголовка
desk-show = Показать
desk-languages = По языкам
desk-held = Под эмбарго
desk-drafts = Черновики
desk-missing = Нет перевода
desk-findings = Что исправить
desk-calendar = Ближайшие изменения
desk-published = Опубликовано
desk-none = Ничего нет.
desk-more = … и ещё { $count }. Выберите выше язык, регион или слова.
desk-state-public = опубликован
desk-state-held = под эмбарго
desk-state-draft = черновик
desk-state-expired = снят
desk-state-missing = нет
desk-turn-published = будет опубликован
desk-turn-old-news = уйдёт из карты последних новостей
desk-turn-event-over = событие закончится
desk-turn-renamed = будет называться «{ $name }»
desk-turn-expired = будет снят
desk-open-page = На страницу
desk-also = Смотрите также
desk-trouble = Показан последний исправный сайт
desk-trouble-content = В тексте есть ошибки, с которыми его нельзя опубликовать. Как только они будут исправлены, это сообщение исчезнет.
desk-close = Закрыть
