### What the commands say, in English.

failed = { $help ->
    [denied] This could not be done: { $reason }. Ask whoever looks after the computer for the right to this file or folder.
    [full] This could not be done: { $reason }. Make room on the disk and try again.
    [read-only] This could not be done: { $reason }. The disk can only be read: work on a copy that lies elsewhere.
   *[none] This could not be done: { $reason }
}

manual-unknown = { $nearest ->
    [none] There is no command “{ $command }”. There are: { $known }
   *[other] There is no command “{ $command }”; perhaps “{ $nearest }” is meant
}

next-when = The site will change by itself on { $date }:
next-none = The site will not change by itself.
next-published = { $release } will become public: { $title }
next-expired = { $release } will be taken down: { $title }
next-old-news = { $release } will be no longer news for search engines: { $title }
next-event-over = the event of { $release } will be over: { $title }
