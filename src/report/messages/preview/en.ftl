ago-today = today
ago-yesterday = yesterday
ago-two-days = 2 days ago
ago-days = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}
in-days = in { $count ->
    [one] { $count } day
   *[other] { $count } days
}
in-hours = in { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
in-minutes = in { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
in-moment = in less than a minute

serve-ready = Preview: { $url }
serve-desk = Desk: { $url }
serve-how-to-end = Press Ctrl+C to end it.
serve-ended = The preview has ended.
serve-port-taken = port { $port } is in use by another program. End that program, or choose another port: --port { $other }
serve-port-forbidden = port { $port } may be used only by the system. Choose one above 1023: --port { $other }
serve-no-address = “{ $address }” is no address of this computer. Leave out --address, or give one that this computer has
serve-next-port = Port { $port } is in use by another program, so { $other } is taken instead.
serve-twice = a preview of this newsroom is running already. Use that one, or end it first
serve-open-to-others = Others in your network can see this preview, drafts and embargoed releases included.
serve-looking = { $why ->
    [folders] This computer reports no more changes in so many folders: they are looked at every second instead. To see changes at once, ask its administrator to raise fs.inotify.max_user_watches.
    [programs] This computer reports changes to no more programs: files are looked at every second instead. To see changes at once, close other programs that watch files, such as editors, or ask its administrator to raise fs.inotify.max_user_instances.
   *[unknown] This computer reports no changes here: files are looked at every second instead, and changes show a little later.
}
serve-no-browser = No browser could be opened. Open { $url } yourself.
serve-foreign-host = This preview answers only at localhost or at the IP address of its computer.
serve-refused = The preview stays as it was until this is mended.

desk-title = Desk
desk-site = To the site
desk-language = Language
desk-every-language = all languages
desk-region = Region
desk-every-region = all regions
desk-search = Words of the headline
desk-show = Show
desk-languages = By language
desk-held = Embargoed
desk-drafts = Drafts
desk-missing = Without a translation
desk-findings = To mend
desk-calendar = Coming changes
desk-published = Published
desk-none = Nothing.
desk-more = … and { $count } more. Choose a language, a region or words above.
desk-state-public = published
desk-state-held = embargoed
desk-state-draft = draft
desk-state-expired = taken down
desk-state-missing = missing
desk-turn-published = is published
desk-turn-old-news = leaves the sitemap of the latest news
desk-turn-event-over = its event is over
desk-turn-renamed = will be called “{ $name }”
desk-turn-expired = is taken down
desk-open-page = To the page
desk-also = See also
desk-trouble = The preview shows the last good site
desk-trouble-content = The text has mistakes that cannot be published. As soon as they are mended, this report goes away.
desk-close = Close
