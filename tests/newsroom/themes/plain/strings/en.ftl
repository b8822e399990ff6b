plain-page = Page: { $kind }
plain-redirect = Moved
menu-home = Home
menu-news = News
menu-regions = Regions
menu-projects = Projects
menu-tags = Topics
menu-events = Events
title-page = { $title }, page { $number }
title-not-found = Page not found
title-expired = Expired
count-releases = { $count ->
    [one] { $count } release
   *[other] { $count } releases
}
describe-home = { $site }: the newsroom.
describe-news = All news. { $site }.
describe-region = { $name }: news. { $site }.
describe-project = { $name }: the project. { $site }.
describe-tag = On “{ $name }”. { $site }.
describe-year = { $site }: archive, { $period }
describe-month = { $site }: archive, { $period }
describe-index-regions = News by region. { $site }.
describe-index-projects = The projects. { $site }.
describe-index-tags = The topics. { $site }.
describe-events = Coming events. { $site }.
describe-not-found = No page at this address.
feed-title = { $name } — { $site }
feed-news = News — { $site }
feed-describe = { $name }: the latest. { $site }.
opml-title = Feeds — { $site }
calendar-title = Events — { $site }
corrections = Corrections
video-watch = Watch on { $host }
video-file = Watch the video
footnotes = Notes
footnote-back = Back
table = Table
