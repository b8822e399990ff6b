menu-home = Home
menu-news = News
menu-regions = Regions
menu-projects = Projects
menu-tags = Topics
title-page = { $title }, page { $number }
title-not-found = Page not found
count-releases = { $count ->
    [one] { $count } release
   *[other] { $count } releases
}
describe-home = { $site }: official news.
describe-news = All news. { $site }.
describe-region = { $name }: news. { $site }.
describe-project = { $name }: news of the project. { $site }.
describe-tag = News on “{ $name }”. { $site }.
describe-index-regions = News from the regions of Kazakhstan. { $site }.
describe-index-projects = Projects and their progress. { $site }.
describe-index-tags = Topics of the news. { $site }.
describe-not-found = There is no page at this address.
feed-title = { $name } — { $site }
feed-news = News — { $site }
feed-describe = { $name }: the latest news. { $site }.
home-all-news = All news
list-newest = Newest releases
list-newer = Newer releases
list-older = Older releases
release-earlier = Previous release
release-later = Next release
corrections = Corrections
footnotes = Notes
footnote-back = Back to the text
video-watch = Watch the video on { $host }
video-file = Watch the video
table = Table
