# Interface strings, in British English.

## Menu
menu-home = Home
menu-news = News
menu-regions = Regions
menu-projects = Projects
menu-tags = Topics
menu-events = Events

## Frame of the page
skip-to-content = Skip to the main text
nav-main = Main menu
nav-languages = Language of the site
nav-breadcrumbs = Where this page is
nav-letters = Alphabet
nav-pages = Pages of the list
nav-release = Neighbouring releases
nav-year = Neighbouring years
nav-month = Neighbouring months
language-missing = not translated; opens the list in that language
translation-missing = This page has not been translated into:
translation-missing-note = { $count ->
    [one] The link opens the list in that language.
   *[other] The links open the lists in those languages.
}
footer-contacts = Contacts
footer-address = Address
footer-pages = About the site
subscribe = Subscribe
feeds-all = All feeds (OPML)

## Titles and descriptions
title-page = { $title }, page { $number }
title-not-found = Page not found
title-expired = This release has expired
count-releases = { $count ->
    [one] { $count } release
   *[other] { $count } releases
}
describe-home = { $site }: official news, statements, announcements and interviews.
describe-news = All news, statements, announcements and interviews. { $site }.
describe-region = { $name }: news, statements and announcements. { $site }.
describe-project = { $name }: the project’s aims, progress and news. { $site }.
describe-tag = News on “{ $name }”. { $site }.
describe-year = { $site }: news archive, { $period }
describe-month = { $site }: news archive, { $period }
describe-index-regions = News from the regions of Kazakhstan. { $site }.
describe-index-projects = Projects and their progress. { $site }.
describe-index-tags = Topics of the news. { $site }.
describe-events = Coming events: when and where. { $site }.
describe-corrections = Corrections to published releases. { $site }.
describe-not-found = There is no page at this address.

## Feeds and calendar
feed-title = { $name } — { $site }
feed-news = News — { $site }
feed-describe = { $name }: the latest news. { $site }.
opml-title = All feeds — { $site }
calendar-title = Events — { $site }

## Lists
home-latest = Latest news
home-all-news = All news
list-newest = Newest releases
list-newer = Newer releases
list-older = Older releases
list-empty = There are no releases yet.
index-empty = The list is still empty.
page-number = Page { $number }
archive = Archive
year-earlier = Previous year
year-later = Next year
month-earlier = Previous month
month-later = Next month

## What was before
formerly = { $count ->
    [one] Former name
   *[other] Former names
}
until = until { $date }
part-of = Until { $date } part of
parted = Separated from it
continues = Continues the project
continued = Continued by

## Projects
project-status = Status
project-started = Start
project-ended = End
project-names = Other names
project-partners = Partners
status-planned = Planned
status-running = Under way
status-completed = Completed

## Release
kind-news = News
kind-statement = Statement
kind-announcement = Announcement
kind-interview = Interview
mark-draft = Draft
mark-held = Embargoed
banner-draft = Draft: this text has not been published on the site.
banner-held = Embargoed: this text is not public yet. It will be published on { $date }.
converted-note = This page was converted automatically from Cyrillic letters. The original:
untranslated-note = This text has not been translated into English yet. It is shown in:
original-note = This is a translation. Language of the original:
updated = Updated
source = Source
photo-credit = Photo: { $name }
gallery = Photographs
attachments = Files to download
corrections = Corrections
related = Read also
release-earlier = Previous release
release-later = Next release
video-watch = Watch the video on { $host }
video-file = Watch the video
footnotes = Notes
footnote-back = Back to the text

## Events
event = Event
event-when = When
event-where = Where
event-calendar = Add to calendar
events-calendar = Subscribe to the events calendar
events-empty = No events are planned at present.

## Notices
not-found-text = There is no page at this address. It may have been mistyped, or the page may have moved.
expired-text = This release is no longer available. Taken down:
expired-list = Current releases are in the list:
redirect-title = This page has moved
redirect-link = Go to the page’s new address
table = Table
region = Region
region-count = News items
region-latest = Latest
region-map = Map of the regions
by-month = News by month
in-numbers = In numbers
panel = Version for low vision
panel-size = Text size
panel-scheme = Colours
panel-scheme-auto = As usual
panel-scheme-white = Black on white
panel-scheme-black = White on black
panel-scheme-blue = Dark blue on light blue
panel-scheme-beige = Brown on beige
panel-scheme-green = Green on dark brown
panel-letters = Letter spacing
panel-letters-auto = As usual
panel-letters-wide = Wide
panel-letters-wider = Wider
panel-lines = Line spacing
panel-lines-auto = As usual
panel-lines-wide = Wide
panel-lines-wider = Wider
panel-face = Typeface
panel-face-auto = As usual
panel-face-sans = Sans serif
panel-face-serif = Serif
panel-pictures = Pictures
panel-pictures-auto = In colour
panel-pictures-grey = Grey
panel-pictures-off = None
panel-reset = Reset
share = Share
share-email = e-mail
