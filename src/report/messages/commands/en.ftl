### What the commands say, in English.

failed = This could not be done: { $reason }
fault-denied = access is denied
    .remedy = Ask whoever looks after the computer for the right to this file or folder.
fault-full = the disk is full
    .remedy = Make room on it and try again.
fault-readonly = the disk can only be read
    .remedy = Work on a copy that lies elsewhere.
fault-size = the system allows no file as large as this
    .remedy = Ask whoever looks after the computer to raise the limit (ulimit -f).
fault-huge = the file is larger than 512 MB
    .remedy = Make it smaller, or put it on another site and link to it.
fault-outside = a shortcut leads outside of the newsroom
    .remedy = Replace the shortcut with a folder.
fault-missing = there is no such file or folder
    .remedy = Check its name; if it was moved just now, try again.
fault-folder = a file stands where a folder is needed
    .remedy = Move the file away, or choose another folder.
fault-taken = another file or folder stands in this place
    .remedy = Move it away and try again.
fault-name = the name is too long, or has characters that the disk does not take
    .remedy = Choose a shorter name of letters and digits.
fault-busy = another program is using it
    .remedy = Close that program and try again.
fault-network = the network drive does not answer
    .remedy = Check the connection and try again.
fault-files = too many files are open at once
    .remedy = Close other programs, or ask whoever looks after the computer to raise the limit (ulimit -n).
fault-broken = the disk reports a failure of its own
    .remedy = Copy what matters to another disk, and have this one looked at.
fault-memory = there is not enough memory
    .remedy = Close other programs and try again.

manual-unknown = { $nearest ->
    [none] There is no command “{ $command }”. There are: { $known }
   *[other] There is no command “{ $command }”; perhaps “{ $nearest }” is meant
}

next-when = The site will change by itself on { $date }:
next-none = The site will not change by itself.
next-renamed = “{ $before }” will be called “{ $after }”
next-published = { $release } will become public: { $title }
next-expired = { $release } will be taken down: { $title }
next-old-news = { $release } will be no longer news for search engines: { $title }
next-event-over = the event of { $release } will be over: { $title }

new-made = Made:
new-next-release = Write the text and the summary. While the line draft: true stands in a file, it is not public; delete it when the text is ready.
    To see how it looks: jarshy build --drafts
    To translate it when it is written: jarshy new translation { $id } LANGUAGE
new-next-translation = Translate the title, the summary and the text, and leave the line translated_from: as it is. When all is translated, delete the line draft: true.
new-next-project = Write what the project is for, and who takes part. Releases name it in their line project:.
new-next-page = Write the text of the page. It is public with the next build.
new-next-site = A newsroom is ready in “{ $dir }” (files: { $files }). Set its address and its publisher in content/site.yaml, then build it:
    jarshy --root { $dir } build
    The next release: jarshy --root { $dir } new release
new-refreshed = Noted as up to date with the original: { $file }
new-fresh = Up to date with the original already: { $file }

new-missing = This is missing: { $flags }. For example: { $example }
new-taken = “{ $id }” is taken already, by { $other }. Choose another title, or give another name: --id { $proposal }
new-no-id = No name in Latin letters can be made of the title “{ $title }”. Give one: --id meeting
new-bad-id = “{ $id }” cannot stand in an address: only small Latin letters, digits and hyphens can. For example: --id { $proposal }
new-title-empty = A title is needed: write what happened
new-title-long = The title is longer than 300 characters: shorten it, and put the rest into the summary
new-title-invisible = The title has a line break or a character in it that cannot be seen: type it anew, on one line
new-not-empty = There is something in “{ $dir }” already. Give a folder that does not exist yet, or an empty one
new-no-release = { $nearest ->
    [none] There is no release “{ $release }”. Give the name of its folder, for example 2024-10-18-akim-kenes
   *[other] There is no release “{ $release }”. Perhaps this is meant: { $nearest }
}
new-translated = There is a text in this language already: { $file }. To note that it is up to date with the original: jarshy new translation { $release } --refresh
new-all-translated = The release “{ $release }” is there in all languages already
new-no-translation = The release “{ $release }” has no translation into this language: { $language }. To make it: jarshy new translation { $release } { $language }
new-cancelled = Nothing was made

new-ask-lang = In which language will you write?
new-ask-title = Title:
new-ask-date = Date:
new-ask-region = Region:
new-ask-project = Project:
new-ask-tags = Tags:
new-ask-languages = Into which languages will it be translated?
new-ask-release = Which release?
new-ask-translation = Into which language?
new-none = none
new-help-one = ↑↓ to choose, Enter to take; type to search
new-help-many = ↑↓ and Space to choose, Enter when done; type to search

status-none = There is no such release.
status-done = done
status-stale = stale
status-missing = missing
status-draft = draft
status-embargoed = embargo
status-expired = expired
