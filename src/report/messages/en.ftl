### Findings in English, for people who write press releases.
### One message a code, with what is wrong; its attribute `remedy` says what to write instead.

label-error = error
label-warning = warning
label-note = note
label-help = what to do
label-also = also here

summary-none = nothing to mend
summary-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
summary-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
summary-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}

invalid-utf8 = { $what ->
    [name] The name of the file is not stored as UTF-8, so its letters cannot be read
   *[text] The file is not saved as UTF-8, so its letters cannot be read
}
    .remedy = { $what ->
    [name] Rename the file, best with Latin letters and digits.
   *[text] Open the file in a text editor, choose “Save as” and the encoding UTF-8.
}

symlink-outside = A shortcut does not lead to a file of this newsroom, but to “{ $target }”
    .remedy = Put the file itself into this folder instead of the shortcut.

path-outside = { $why ->
    [absolute] The address “{ $path }” begins with a slash, which leads out of the content folder
   *[above] The path “{ $path }” leads out of the content folder
}
    .remedy = { $why ->
    [absolute] To a release leads its id, for example 2024-10-18-akim-kenes, to a page its file: ../../pages/about/ru.md. For a file beside the text its name is enough.
   *[above] Put the file into the folder of the release and write only its name, without “..”, for example photo.jpg.
}

name-clash = The name differs from “{ $other }” only by capital letters or by the way its letters are stored
    .remedy = Rename one of the two: not every computer can keep them side by side.

unexpected-file = The file “{ $name }” is not expected here and is left out of the site
    .remedy = Move it to where it belongs, a text for example to releases/2024-10-18-akim-kenes/ru.md, or delete it.

missing-file = The file “{ $file }” is needed, but it is not there
    .remedy = Create “{ $file }”, or put it back where it was.

missing-front-matter = The file does not begin with its header
    .remedy = Write at the very top: a line with ---, then a line with title: and the title, then a line with --- again.

unclosed-front-matter = The header of the file has no end
    .remedy = Put a line with nothing but three hyphens (---) between the header and the text.

broken-yaml = { $why ->
    [colon] The text has a second colon in it and cannot be read without quotation marks
    [quote] A quotation mark is not closed, or words follow the closing one
    [backslash] A backslash (\) cannot stand in straight double quotation marks like this
    [reserved] The text begins with @ or ` and cannot be read without quotation marks
    [percent] The text begins with % and cannot be read without quotation marks
    [tab] The line begins with the Tab key instead of spaces
    [indent] The line stands too far to the right or to the left
    [alias] The text begins with *, & or ! and cannot be read without quotation marks
    [hyphen] A text cannot begin with a hyphen on the line of its field
    [bracket] The text begins with a bracket and cannot be read without quotation marks
    [unclosed] A bracket is not closed
    [space] There must be a colon and a space between the name of a field and its text
    [invisible] The line has a character in it that cannot be seen
    [document] A line of hyphens or dots ends the data too early
   *[other] The line cannot be understood: “{ $text }”
}
    .remedy = { $why ->
    [quote] Put the whole text in single straight quotation marks: title: '"Unity" is strength'. Write an apostrophe within it twice.
    [backslash] Use single quotation marks: 'C:\photos'.
    [tab] Delete the empty space at the beginning of the line and type spaces instead.
    [indent] Let fields of one level begin one below the other, and fields within a field two spaces further to the right.
    [hyphen] Put quotation marks around the whole text: { $quoted }. Or begin a list on the next line.
    [space] Write it like this: title: The meeting. If the text begins here, put a line with --- above it.
    [unclosed] Close it, as in tags: [one, two]. If it is a part of the words, put quotation marks around them: { $quoted }.
    [invisible] Delete the line and type it anew with plain spaces, without pasting.
    [document] Delete this line.
    [other] Compare it with the lines around it: a field is a name, a colon, a space and a text. Text with special characters needs quotation marks.
   *[colon] Put quotation marks around the whole text: { $quoted }.
}

yaml-limit = { $limit ->
    [size] The data are longer than { $most } KB
    [depth] Lists and fields stand within one another more than { $most } levels deep
   *[aliases] Repetitions with & and * make the data more than { $most } times longer
}
    .remedy = { $limit ->
    [size] Move the long text below the header, or split the file.
    [depth] Make the data flatter, and look for a bracket that is not closed.
   *[aliases] Write the values out, without & and *.
}

direction-control = An invisible sign { $sign } here turns the order of letters around
    .remedy = Delete the value and type it anew; text that was copied from elsewhere brings such signs along.

duplicate-key = The field “{ $key }” stands here twice
    .remedy = Keep one line that begins with { $key }: and delete the other.

unknown-key = { $nearest ->
    [none] The field “{ $key }” is not known here
   *[other] The field “{ $key }” is not known here; perhaps “{ $nearest }” is meant
}
    .remedy = { $nearest ->
    [none] Delete the line, or use one of these: { $known }.
   *[other] Write { $nearest }: instead of { $key }:.
}

wrong-type = { $expected ->
    [text] The field “{ $key }” takes one text
    [texts] The field “{ $key }” takes a text or a list of texts
    [list] The field “{ $key }” takes a list
    [map] “{ $key }” takes fields of its own
    [number] The field “{ $key }” takes a whole number
    [flag] The field “{ $key }” takes yes or no
    [date] The field “{ $key }” takes a date
   *[other] The field “{ $key }” takes another kind of value
}, but here { $found ->
    [text] is a text
    [list] is a list
    [map] are fields
    [number] is a number
    [flag] is a yes or no
    [nothing] is nothing
   *[other] is something else
}
    .remedy = { $expected ->
    [text] Write it on one line: { $key }: text.
    [texts] Write one text, or below the name of the field one line for each text, which begins with a hyphen and a space.
    [list] Write below the name of the field one line for each item, which begins with a hyphen and a space.
    [map] { $key ->
        [image] Write below it, two spaces to the right, file: photo.jpg, and on the next line alt: with what it shows.
        [gallery] Write below it for each picture a line - file: photo.jpg, and on the next, below “file”, alt: with what it shows.
        [attachments] Write below it for each file a line - file: program.pdf, and on the next, below “file”, title: with its title.
        [author] Write below it, two spaces to the right, name: with the name, and on the next line role: with the post.
        [event] Write below it, two spaces to the right, starts: 2024-10-18 15:00.
        [source] Write below it, two spaces to the right, name: with the name, and on the next line url: with the address.
       *[other] Write fields below it, each on its own line, two spaces to the right: name: value.
    }
    [number] Write only digits: { $key }: 5.
    [flag] Write { $key }: true for yes or { $key }: false for no.
    [date] Write year, month and day: { $key }: 2024-10-18.
   *[other] Look at an example of this field and write it the same way.
}

missing-key = The field “{ $key }” is needed, but it is missing or empty
    .remedy = Add a line: { $key }: and what belongs there.

unquoted-colon = The text of “{ $key }” has a colon in it; it was read as one text
    .remedy = To be safe put quotation marks around it: { $key }: { $quoted }.

unquoted-hash = The text of “{ $key }” has a number sign (#) in it; it was kept whole
    .remedy = To be safe put quotation marks around it: { $key }: { $quoted }. Delete what was only a remark.

unusual-flag = “{ $text }” was understood as { $means }
    .remedy = Write { $means }: other programs know only true and false.

bad-date = { $why ->
    [impossible] There is no such date: “{ $text }”
    [ambiguous] The date “{ $text }” can be understood in two ways
   *[unreadable] The date “{ $text }” cannot be read
}
    .remedy = Write year, month and day, with the time where it is needed: 2024-10-18 or 2024-10-18 14:30.

bad-language = “{ $text }” is no code of a language
    .remedy = Write kk for Kazakh, ru for Russian, en for English.

unknown-language = The site has no language “{ $language }”
    .remedy = Use one of these: { $known }. Or add { $language } to the languages in site.yaml.

nothing-to-convert = There is no Kazakh in Cyrillic letters to convert
    .remedy = Add kk to the languages in site.yaml (there are now: { $known }), or remove the line “scripts”.

script-clash = With “{ $text }” the site would have { $language } twice
    .remedy = Leave one scheme for each script, and do not list { $language } among the languages: it is made from kk.

broken-scheme = { $what ->
    [line] “{ $text }” is neither a rule nor a setting
    [missing] The line “{ $text }:” is missing
    [script] There is no script “{ $text }” to convert to
    [rule] The rule “{ $text }” cannot be read
    [twice] “{ $text }” stands here for the second time; the first time was in line { $first }
    [gap] Nothing says what becomes of the letter “{ $text }”
    [loop] “{ $text }” has Cyrillic letters, which would be converted again
   *[foreign] “{ $text }” has a letter of another script
}
    .remedy = { $what ->
    [line] Write, for example: ш = sh. A comment begins with the sign #.
    [missing] Add it, for example: name: kk-Latn-2031, script: Latn.
    [script] Write Latn or Arab.
    [rule] Write, for example: ш = sh, or: Тоқаев = Tokayev.
    [twice] Remove one of the two lines.
    [gap] Add a line for it; after the equals sign stands what is written, or nothing if the letter is dropped.
    [loop] Write it with letters of the new script alone.
   *[foreign] Retype the letter; some letters of different scripts look the same.
}

bad-abbreviation = { $why ->
    [empty] The abbreviation “{ $text }” is not explained
   *[words] “{ $text }” is not an abbreviation of one word
}
    .remedy = { $why ->
    [empty] Write after the colon what it stands for, in the language of the list: { $text }: and the full name.
   *[words] Write it without spaces and signs, as it stands in the texts: АНК, КГУ, G20.
}

bad-time-zone = There is no time zone “{ $text }”
    .remedy = { $nearest ->
    [none] Write it like this: Asia/Almaty.
   *[other] Write { $nearest }.
}

unsafe-url = { $why ->
    [scheme] The link “{ $url }” is of a kind that is not allowed
   *[malformed] The link “{ $url }” is not written correctly
}
    .remedy = Write the whole address as the browser shows it, beginning with https://.

unknown-region = The region “{ $name }” is not known
    .remedy = { $nearest ->
    [none] Write the name or the code as in regions.yaml, for example KZ-39.
   *[other] Write { $nearest }, if that is what is meant.
}

unknown-project = There is no project “{ $name }”
    .remedy = { $nearest ->
    [none] Write the name of a folder in projects, or make one for the new project.
   *[other] Write { $nearest }, if that is what is meant.
}

unknown-choice = The field “{ $key }” does not take “{ $text }”
    .remedy = { $nearest ->
    [none] Choose one of these: { $known }.
   *[other] Write { $nearest }, or another of these: { $known }.
}

region-out-of-time = On { $date } there was no region “{ $region }”
    .remedy = { $then ->
    [none] Check the date and the region. Since when and until when a region has been is told in regions.yaml.
   *[other] Write the region of that day instead: { $then }.
}

bad-predecessor = “{ $name }” cannot be what came before: it is no older
    .remedy = Name what was there before, or take the line predecessor: out.

overlapping-periods = { $from ->
    [none] Two former names end on one day, { $until }
   *[other] Two former names hold at once: one begins on { $from }, the other ends only on { $until }
}
    .remedy = Let each name end on the day on which the next begins: that day is until: of the one and from: of the other.

bad-map-place = { $other ->
    [none] Column { $column }, row { $row } is not on the map
   *[other] Column { $column }, row { $row } of the map is taken by “{ $other }”
}
    .remedy = { $other ->
        [none] Count columns from the west and rows from the north, from 1 to 24.
       *[other] Give one of the two regions another place.
    }
ambiguous-name = The name “{ $name }” means two things; the other is “{ $other }”
    .remedy = Give one of the two another name.

conflicting-fact = The field “{ $key }” is “{ $text }” here and “{ $other }” in another language of the release
    .remedy = Keep { $key }: only in the file of the original language, where it holds for all.

fact-in-translation = The field “{ $key }” stands only in a translation
    .remedy = Move { $key }: to the original ({ $original }): then it holds for all languages.

missing-date = No file of the release “{ $release }” gives its date
    .remedy = Add a line to the header of the original: date: 2024-10-18.

original-missing = The original language is said to be “{ $language }”, but the release has no file in it
    .remedy = Add the file { $language }.md, or correct the line original_language:.

translation-outdated = The original ({ $original }) has been changed since it was translated; paragraphs new or rewritten: { $changed }, no longer there: { $gone }{ $named ->
    [none] {""}
   *[other] . See: { $named }
}
    .remedy = Bring the translation up to date, then run: jarshy new translation { $release } { $language } --refresh.

translation-unverified = It is not noted from which text this was translated; nobody can tell whether the original ({ $original }) has been changed since
    .remedy = Compare it with the original, then run: jarshy new translation { $release } { $language } --refresh.

duplicate-id = { $what ->
    [language] “{ $id }” has two files in one language
   *[release] The id “{ $id }” is taken already
}
    .remedy = { $what ->
    [language] Keep one of the two, or correct the language in the name of the other.
    [release] Give one of the two another id: rename its folder, or write a line id: with another word.
   *[folder] Rename the folder of one of the two.
}

duplicate-url = Two pages would have one address: { $url }
    .remedy = Change one of them: in a release the line slug:, else the name of the folder; or delete the line in aliases:.

bad-id = The name “{ $text }” cannot stand in the address of a page
    .remedy = Use small Latin letters, digits and hyphens, for example: { $proposal }.

bad-slug = “{ $text }” cannot stand in the address of a page
    .remedy = Use small Latin letters, digits and hyphens, for example: { $proposal }.

bad-alias = The former address “{ $text }” is no address of this site
    .remedy = Write only what follows the name of the site, beginning with a slash: /news/2020/meeting/.

missing-image = { $nearest ->
    [elsewhere] Pictures of other sites are not shown: { $file }
   *[none] The picture “{ $file }” is not there
}
    .remedy = { $nearest ->
    [elsewhere] With the permission of its owner save the picture into the folder of the release, and write its name.
    [none] Put the picture into the folder of the release, and write its name exactly, with the letters after the dot.
   *[other] Write { $nearest }, if that is what is meant, or put the picture into the folder.
}

broken-image = The picture “{ $file }” cannot be opened
    .remedy = Open it on your computer, save it anew as JPEG or PNG, and replace the file.

unsafe-svg = The drawing “{ $file }” has something in it that is not allowed: { $what }
    .remedy = Save the drawing as PNG, or ask the designer for a plain SVG.

missing-alt = The picture “{ $file }” has no description for people who cannot see it
    .remedy = Say what it shows: in the text ![Delegates in the hall](photo.jpg), in the header alt: Delegates in the hall.

missing-attachment = The attached file “{ $file }” is not there
    .remedy = { $nearest ->
    [none] Put the file into the folder of the release, and write its name exactly, with the letters after the dot.
   *[other] Write { $nearest }, if that is what is meant, or put the file into the folder.
}

forbidden-attachment = Files like “{ $file }” are not offered to readers
    .remedy = Save it in another format: { $known }.

unknown-media = The translation describes “{ $file }”, which the release does not have
    .remedy = Correct the name in { $key }:, or add the file to the original first.

missing-link-target = The link leads to “{ $target }”, which is not there
    .remedy = { $nearest ->
    [none] Correct the link, or delete it.
   *[other] Write { $nearest }, if that is what is meant.
}

link-to-draft = The link leads to a draft, “{ $target }”: readers would not find it
    .remedy = Delete the link, or publish the draft: delete its line draft: true.

link-to-later = The link leads to “{ $target }”, which will be public only after this text
    .remedy = Delete the link for now, or let both be published at one time.

file-of-held = The file “{ $file }” belongs to the release “{ $release }”, which is not yet public by then: the address of the file would give it away
    .remedy = Copy the file into the folder of this text, and write only its name.

unlisted-tag = The tag “{ $tag }” ({ $language }) is not in the list of tags
    .remedy = Check the spelling; if it is a new tag, add it to tags.yaml.

tag-clash = The tags “{ $tag }” and “{ $other }” would have one page: { $slug }
    .remedy = If they are one tag, list “{ $tag }” in tags.yaml as its name in this language; if not, list it there under another id.

list-or-dialogue = The line begins with a hyphen: it may be an item of a list or the words of a speaker
    .remedy = If somebody speaks here, begin the line with a dash: — …

html-removed = This HTML is not allowed and was left out: { $html }
    .remedy = Delete it; for bold, links and pictures use the usual marks: **bold**, [words](address), ![description](photo.jpg).

mixed-scripts = “{ $text }” has letters of two alphabets in it: { $letters }
    .remedy = { $proposal ->
    [none] Type the word again in one keyboard layout: search finds it only then.
   *[other] Write { $proposal }: it looks the same, and search finds it.
}

cyrillic-numeral = The Roman numeral “{ $text }” is typed with Cyrillic letters
    .remedy = Type it with Latin letters: { $proposal }.

wrong-layout-ending = “{ $text }” seems to end with a sign typed in another keyboard layout
    .remedy = { $proposal ->
    [none] Replace its last letter with the sign that you meant.
   *[other] Replace its last letter with { $proposal }
}

misspelling = “{ $text }” is misspelt
    .remedy = { $proposal ->
    [none] Type the word again, with all the letters of the language.
   *[other] Write { $proposal }.
}

invisible-character = A character that nobody sees stands here: { $sign }
    .remedy = Delete it: it breaks search, and sometimes the line.

no-break-space = A no-break space in “{ $text }” where an ordinary one would do
    .remedy = Replace it with an ordinary space: where a line must not break, the program sees to it.

page-furniture = { $what ->
    [menu] “{ $text }” belongs to a page that this was copied from
    [number] A number stands alone, as a counter of views does: { $text }
    [date] A date stands alone: { $text }
   *[markup] “{ $text }” is left of the markup of a page
}
    .remedy = { $what ->
    [date] Delete it: the page shows the date of the release by itself.
   *[other] Delete it if it is no part of the release.
}

repeated-title = The text begins with its own title
    .remedy = Delete it: the page shows the title above the text.

straight-quotes = Straight quotation marks: { $text }
    .remedy = { $proposal ->
    [none] One of a pair is missing: look which words are meant.
   *[other] Write { $proposal }.
}

hyphen-for-dash = A hyphen where a dash belongs: “{ $text }”
    .remedy = Write “{ $proposal }”.

stray-space = A space too many: “{ $text }”
    .remedy = Write “{ $proposal }”.

long-paragraph = The paragraph has { $count } characters
    .remedy = Divide it: on a telephone it fills more than one screen.

wrong-weekday = “{ $text }” is not the day of the week of { $date }
    .remedy = Look which of the two is wrong: on that date it is { $right }.

ends-before-start = In “{ $key }” the end ({ $end }) is before the beginning ({ $start })
    .remedy = Check both dates; perhaps they are exchanged.

missing-theme = The theme “{ $theme }” has no folder
    .remedy = Correct the line { $key }: in { $file }, or put the folder of the theme in its place.

theme-circle = The theme stands on itself: { $circle }
    .remedy = Write another theme at parent:, for example default, or delete the line.

broken-template = { $why ->
    [field] A template of the theme asks for the field “{ $name }”, which is not there
    [variable] A template of the theme asks for “{ $name }”, which its page does not have
   *[other] A template of the theme is wrong: { $detail }
}
    .remedy = { $why ->
    [other] Show this message to whoever looks after the theme.
   *[field] { $nearest ->
        [none] Show this message to whoever looks after the theme. What is there: { $known }.
       *[other] Show this message to whoever looks after the theme. Perhaps { $nearest } is meant; what is there: { $known }.
    }
}

broken-strings = { $why ->
    [equals] A name without an equals sign and a text
    [empty] A name without a text
    [default] None of the forms has an asterisk, so nothing is said of other numbers
    [defaults] Two of the forms have an asterisk
    [brace] A brace is missing or one too many
    [twice] “{ $text }” stands here for the second time
    [plural] The form “{ $text }” is never used: no number of this language asks for it
   *[other] This line of the site's words cannot be read
}
    .remedy = { $why ->
    [default] Write an asterisk before the bracket of the last form: *[other].
    [defaults] Leave the asterisk before the last form alone.
    [brace] Write a variable with a brace on both sides, as in the other languages: { "{" } $name { "}" }.
    [twice] Delete one of the two lines.
    [plural] Delete the form. Kazakh has one and other, Russian one, few, many and other.
   *[other] Write the name, an equals sign and the text: menu-news = News.
}

broken-style = A style of the theme is wrong: { $detail }
    .remedy = Show this message to whoever looks after the theme.

silent-change = { $what ->
    [title] The title of a published release was changed, and readers are not told
    [summary] The summary of a published release was changed, and readers are not told
   *[text] The text of a published release was changed, and readers are not told
}
    .remedy = If a mistake was put right, say so in corrections: with the date; if something was added, give the day in updated:.

missing-string = The words for “{ $key }” are missing in the language { $language }
    .remedy = Add a line to the file of that language: { $key } = and the text.

missing-strings = The buttons and headings have no words in the language { $language } yet: readers see those in { $other }
    .remedy = Copy { $model } to { $file } and translate it.

done-built = Built in { $seconds } s: { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
}, { $feeds ->
    [one] { $feeds } feed
   *[other] { $feeds } feeds
}; files written: { $written }, unchanged: { $unchanged }, removed: { $removed }
done-refused = Nothing was written: the site stays as it was. Mend what is listed above and build again.
done-no-folder = there is no folder “{ $folder }”
done-file = “{ $file }” is a file, but a folder is needed
done-broken-baseline = “{ $file }”, line { $line }: a code, a hash and a file are needed, one finding a line
done-checked = Checked { $files ->
    [one] { $files } file
   *[other] { $files } files
}: { $summary }
done-fixed = { $places ->
    [0] Nothing was mended
   *[other] Mended { $places ->
        [one] { $places } place
       *[other] { $places } places
    } in { $files ->
        [one] { $files } file
       *[other] { $files } files
    }
}
done-would-fix = { $places ->
    [0] --fix has nothing to mend
   *[other] --fix will mend { $places ->
        [one] { $places } place
       *[other] { $places } places
    } in { $files ->
        [one] { $files } file
       *[other] { $files } files
    }; nothing has been changed yet
}
done-baselined = { $findings ->
    [one] { $findings } finding is in the baseline and not shown
   *[other] { $findings } findings are in the baseline and not shown
}
done-written = Written: { $file }
done-unknown-code = { $nearest ->
    [none] There is no code “{ $code }”. The code stands in brackets at the beginning of a finding: error[bad-date]
   *[other] There is no code “{ $code }”; perhaps { $nearest } is meant
}

missing-translation = { $state ->
    [draft] The translation into { $language } is still a draft
   *[none] There is no translation into { $language }
}
    .remedy = { $state ->
    [draft] Finish it and remove the line draft: true from it.
   *[none] Add the file { $language }.md beside the others. If this newsroom does not translate everything, write missing-translation: off under rules: in site.yaml.
}

number-mismatch = { $other ->
    [none] The original has the number { $number }, the translation does not
   *[other] Here stands { $other }, in the original { $number }
}
    .remedy = Compare the two places. If both are right, nothing needs to be done.

missing-credit = Nobody is named as the author of the picture “{ $file }”
    .remedy = Add a line to it in the original text: credit: Name of the photographer.

alt-is-file-name = The description “{ $alt }” does not say what the picture shows
    .remedy = Describe it in one sentence for people who cannot see it: Delegates at a round table.

heading-jump = { $why ->
    [title] A heading with one # competes with the title of the page
    [first] The first heading begins with { $found }
   *[jump] This heading skips a level: { $found }
}
    .remedy = { $why ->
    [title] Begin headings of the text with ##.
   *[other] Begin it with { $wanted }.
}

vague-link-text = The words “{ $text }” do not say where the link leads
    .remedy = Make a link of words that name its goal: instead of “the report is [here](report.pdf)” write “[the report](report.pdf)”.

region-not-mentioned = No text of this release mentions the region: { $region }
    .remedy = Check that it is the right region; if so, say in the text where it happened.

name-spelled-twice = “{ $name }” is spelled otherwise elsewhere: “{ $other }”
    .remedy = If this is one person, choose one spelling.

near-duplicate = This text is { $percent }% the same as that of “{ $title }”
    .remedy = If one of the two was published by mistake, delete it and add its address to the aliases: of the other.

unused-image = Nothing uses the file “{ $file }”
    .remedy = Show it in a text, name it in a header, or delete it.

missing-fragment = The page has no heading “#{ $fragment }”
    .remedy = { $nearest ->
    [none] Correct what stands after # or remove it.
   *[other] Write #{ $nearest }, if that is what you mean.
}

dead-link = { $why ->
    [status] The site answers with error { $status }: { $url }
    [host] There is no such site: { $url }
    [certificate] The connection with the site is not secure: { $url }
    [timeout] The site does not answer in time: { $url }
    [redirects] The address leads on from one to the next without end: { $url }
    [private] The address leads into a private network: { $url }
   *[connection] The site cannot be reached: { $url }
}
    .remedy = Open the link in a browser. If the page is gone, find its new address or remove the link.

moved-link = The page has moved: { $url }
    .remedy = Write its new address: { $to }
