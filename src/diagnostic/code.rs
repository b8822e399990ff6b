//! The kinds of findings.

use crate::diagnostic::severity::Severity;
use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $severity:ident;)*) => {
        /// Every kind of finding, in words. The comment on each is its documentation.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Serialize, Deserialize)]
        pub enum Code { $($(#[$doc])* $name,)* }

        impl Code {
            /// Every code, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The code as reports and `rules:` in site.yaml write it.
            pub fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            /// The severity unless site.yaml says otherwise.
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// A text file, or the name of a file, is not UTF-8. Args: `what` (text, name).
    InvalidUtf8 = "invalid-utf8", Error;
    /// A symbolic link does not lead to a file of its folder. Args: `target`.
    SymlinkOutside = "symlink-outside", Error;
    /// A path in front matter, text or a file name would leave the content folder. Args: `path`, `why` (absolute, above).
    PathOutside = "path-outside", Error;
    /// Two files differ only by case or by Unicode form: they cannot stand side by side on every computer. Args: `other`.
    NameClash = "name-clash", Error;
    /// A file lies where no content is expected and is left out. Args: `name`.
    UnexpectedFile = "unexpected-file", Warning;
    /// A needed file does not exist. Args: `file`.
    MissingFile = "missing-file", Error;
    /// A Markdown file does not begin with front matter. Args: none.
    MissingFrontMatter = "missing-front-matter", Error;
    /// Front matter has no closing line of three hyphens. Args: none.
    UnclosedFrontMatter = "unclosed-front-matter", Error;
    /// YAML cannot read `text`; `why` is colon, quote, reserved, percent, tab, indent, alias, hyphen, bracket, unclosed, space,
    /// backslash, invisible, document or other. Args: `why`, `text`, `detail`.
    BrokenYaml = "broken-yaml", Error;
    /// YAML is too large (`most` in KB), too deep (in levels) or refers to itself too often (in times its own size);
    /// `limit` is size, depth or aliases. Args: `limit`, `most`.
    YamlLimit = "yaml-limit", Error;
    /// A value has a sign that turns the order of letters around, so that it reads otherwise than it was written.
    /// Args: `sign`.
    DirectionControl = "direction-control", Error;
    /// A key stands twice in one place. Args: `key`.
    DuplicateKey = "duplicate-key", Error;
    /// A key is not known here. Args: `key`, `nearest` (or none), `known`.
    UnknownKey = "unknown-key", Error;
    /// A value has another form than the key takes: `expected` is text, texts, list, map, number, flag or date; `found`
    /// is text, list, map, number, flag or nothing. Args: `key`, `expected`, `found`.
    WrongType = "wrong-type", Error;
    /// A key that is needed is missing or empty. Args: `key`.
    MissingKey = "missing-key", Error;
    /// A plain value holds a colon and a space; it is read to the end of its line. Args: `key`, `text`.
    UnquotedColon = "unquoted-colon", Warning;
    /// A plain value holds a space and a number sign; it is kept as text. Args: `key`, `text`.
    UnquotedHash = "unquoted-hash", Warning;
    /// A yes or no in words other than true and false. Args: `text`, `means` (true, false).
    UnusualFlag = "unusual-flag", Warning;
    /// A date that cannot be read. Args: `text`, `why` (unreadable, impossible, ambiguous).
    BadDate = "bad-date", Error;
    /// A language tag that is none. Args: `text`.
    BadLanguage = "bad-language", Error;
    /// A language that site.yaml does not list. Args: `language`, `known`.
    UnknownLanguage = "unknown-language", Error;
    /// site.yaml asks for other scripts, but Kazakh in Cyrillic letters is not among its languages. Args: `known`.
    NothingToConvert = "nothing-to-convert", Error;
    /// Kazakh would stand twice in one script: site.yaml lists it as a language, or names two schemes.
    /// Args: `text`, `language`.
    ScriptClash = "script-clash", Error;
    /// A file of a scheme, or of words that schemes do not spell by their rules, is wrong: `what` is line, missing, script,
    /// rule, twice (`first` is the earlier line, else 0), gap, loop or foreign.
    /// Args: `what`, `text`, `first`.
    BrokenScheme = "broken-scheme", Error;
    /// A time zone that the database does not know. Args: `text`, `nearest`.
    BadTimeZone = "bad-time-zone", Error;
    /// An abbreviation of site.yaml that says nothing (empty), or is not one word, so that no text can have it (words).
    /// Args: `text`, `why` (empty, words).
    BadAbbreviation = "bad-abbreviation", Error;
    /// A URL that is malformed or whose scheme is not allowed. Args: `url`, `why` (malformed, scheme).
    UnsafeUrl = "unsafe-url", Error;
    /// A region that regions.yaml does not know. Args: `name`, `nearest`.
    UnknownRegion = "unknown-region", Error;
    /// A project that has no folder. Args: `name`, `nearest`.
    UnknownProject = "unknown-project", Error;
    /// A word that is none of the choices of its key. Args: `key`, `text`, `nearest`, `known`.
    UnknownChoice = "unknown-choice", Error;
    /// A release is dated on a day on which its region was not yet, or no longer; `then` are the regions of that day (or
    /// none). Args: `region`, `date`, `then`.
    RegionOutOfTime = "region-out-of-time", Warning;
    /// A region or project is said to come from itself, from what came from it, or from what is no older. Args: `name`.
    BadPredecessor = "bad-predecessor", Error;
    /// Two names of before hold at once: one from `from` on, while the other holds until `until`; where there is no
    /// `from`, both end on that day. Args: `from` (or none), `until`.
    OverlappingPeriods = "overlapping-periods", Error;
    /// A region stands beyond the edges of the map, or where another does. Args: `column`, `row`, `other` (or none).
    BadMapPlace = "bad-map-place", Error;
    /// One name means two regions or two projects. Args: `name`, `other`.
    AmbiguousName = "ambiguous-name", Error;
    /// A fact of the release differs between its languages. Args: `key`, `text`, `other`.
    ConflictingFact = "conflicting-fact", Error;
    /// A fact stands only in a translation; while that is a draft it does not count, unless it holds the release back. Args: `key`, `original`.
    FactInTranslation = "fact-in-translation", Note;
    /// No file of the release gives a date. Args: `release`.
    MissingDate = "missing-date", Error;
    /// `original_language` names a language in which the release has no file. Args: `language`.
    OriginalMissing = "original-missing", Error;
    /// The original was changed since it was translated: of its paragraphs (the title and the summary count as such)
    /// `changed` are new or say something else, `gone` are no longer there; `named` is how the first of them begin (or
    /// none). Args: `release`, `language`, `original`, `changed`, `gone`, `named`.
    TranslationOutdated = "translation-outdated", Warning;
    /// A translation does not note what it was made from, so that nobody can tell whether the original was changed
    /// since. Args: `release`, `language`, `original`.
    TranslationUnverified = "translation-unverified", Note;
    /// Two releases, projects or pages have one id, or two files of one release one language. Args: `id`, `what`
    /// (release, folder, language).
    DuplicateId = "duplicate-id", Error;
    /// Two pages would have one URL. Args: `url`.
    DuplicateUrl = "duplicate-url", Error;
    /// An id that cannot stand in a URL. Args: `text`, `proposal`.
    BadId = "bad-id", Error;
    /// A slug that cannot stand in a URL. Args: `text`, `proposal`.
    BadSlug = "bad-slug", Error;
    /// An alias that is no path of this site. Args: `text`.
    BadAlias = "bad-alias", Error;
    /// A picture that is not there. Args: `file`, `nearest` (or none; elsewhere for a picture of another site).
    MissingImage = "missing-image", Error;
    /// A picture that cannot be read. Args: `file`.
    BrokenImage = "broken-image", Error;
    /// An SVG with scripts, handlers or outside references. Args: `file`, `what`.
    UnsafeSvg = "unsafe-svg", Error;
    /// A picture without an alternative text. Args: `file`.
    MissingAlt = "missing-alt", Warning;
    /// An attachment that is not there. Args: `file`, `nearest`.
    MissingAttachment = "missing-attachment", Error;
    /// An attachment of a type that is not offered to readers. Args: `file`, `known`.
    ForbiddenAttachment = "forbidden-attachment", Error;
    /// A translation describes a picture or attachment that the release does not have. Args: `file`, `key`.
    UnknownMedia = "unknown-media", Error;
    /// A link to content that is not there. Args: `target`, `nearest`.
    MissingLinkTarget = "missing-link-target", Error;
    /// A link to a draft. Args: `target`.
    LinkToDraft = "link-to-draft", Error;
    /// A link to a release that is public later than the one that links. Args: `target`.
    LinkToLater = "link-to-later", Error;
    /// A file lies in the folder of a release that is not public when the text is which shows it or leads to it: the
    /// file's address would tell readers of that release. Args: `file`, `release`.
    FileOfHeld = "file-of-held", Error;
    /// A tag that tags.yaml does not list. Args: `tag`, `language`.
    UnlistedTag = "unlisted-tag", Note;
    /// Two unlisted tags would have one page. Args: `tag`, `other`, `slug`.
    TagClash = "tag-clash", Error;
    /// A line that may be a list item or a line of dialogue. Args: none.
    ListOrDialogue = "list-or-dialogue", Note;
    /// Raw HTML that is not allowed was left out. Args: `html`.
    HtmlRemoved = "html-removed", Warning;
    /// A word has letters of two scripts: homoglyphs, or letters of another keyboard. `letters` are the odd ones; a word
    /// is mended where every one of them has a twin in the script of the rest. Args: `text`, `letters`, `proposal` (or
    /// none).
    /// Measured: 29 of 29 found, 0 false alarms in 238 texts.
    MixedScripts = "mixed-scripts", Warning;
    /// A Roman numeral is typed with Cyrillic letters, and programs that read aloud or search do not know it.
    /// Args: `text`, `proposal`.
    /// Measured: 19 of 19 found, 0 false alarms in 238 texts.
    CyrillicNumeral = "cyrillic-numeral", Warning;
    /// A word ends with the letter that stands on the key of a full stop, comma or colon in another keyboard layout.
    /// Args: `text`, `proposal` (the sign, or none).
    /// Measured: 12 of 12 found, 0 false alarms in 238 texts.
    WrongLayoutEnding = "wrong-layout-ending", Warning;
    /// A common misspelling, by the lists of the program; in Kazakh, a word typed with the letters of Russian.
    /// Args: `text`, `proposal` (or none).
    /// Measured: 35 of 35 found, 0 false alarms in 238 texts.
    Misspelling = "misspelling", Warning;
    /// A character that nobody sees: zero-width, a soft hyphen, a control character. Args: `sign`.
    /// Measured: 15 of 15 found, 0 false alarms in 238 texts.
    InvisibleCharacter = "invisible-character", Warning;
    /// A no-break space where typography needs none; where it does, the program sets it. Args: `text`.
    /// Measured: 12 of 12 found, 0 false alarms in 238 texts.
    NoBreakSpace = "no-break-space", Note;
    /// Something was copied along from a page around the text; `what` is menu, number, date or markup.
    /// Args: `text`, `what`.
    /// Measured: 51 of 51 found, 0 false alarms in 238 texts.
    PageFurniture = "page-furniture", Warning;
    /// The text begins with its own title, in a paragraph or a sentence of its own. Args: none.
    /// Measured: 16 of 16 found, 0 false alarms in 238 texts.
    RepeatedTitle = "repeated-title", Warning;
    /// Straight quotation marks; the program sets the language's own when it shows the text. Args: `text`, `proposal` (or
    /// none).
    /// Measured: 14 of 14 found, 0 false alarms in 238 texts.
    StraightQuotes = "straight-quotes", Note;
    /// A hyphen where a dash belongs: between words, before direct speech, in a range. Args: `text`, `proposal`.
    /// Measured: 36 of 36 found, 0 false alarms in 238 texts.
    HyphenForDash = "hyphen-for-dash", Note;
    /// A space too many: two in a row, or one before a sign. Args: `text`, `proposal`.
    /// Measured: 15 of 15 found, 0 false alarms in 238 texts.
    StraySpace = "stray-space", Note;
    /// A paragraph of more than 1,000 characters. Args: `count`.
    /// Measured: 13 of 13 found, 0 false alarms in 238 texts.
    LongParagraph = "long-paragraph", Note;
    /// A date and the day of the week beside it do not fit. Args: `text`, `date`, `right`.
    /// Measured: 12 of 12 found, 0 false alarms in 238 texts.
    WrongWeekday = "wrong-weekday", Warning;
    /// An end before its beginning. Args: `key`, `start`, `end`.
    EndsBeforeStart = "ends-before-start", Error;
    /// The theme of site.yaml, or the parent that a theme names, has no folder.
    /// Args: `theme`, `key` (theme, parent), `file` (site.yaml, theme.yaml).
    MissingTheme = "missing-theme", Error;
    /// A theme that is a parent of itself. Args: `circle` (the themes, from one to the same again).
    ThemeCircle = "theme-circle", Error;
    /// A template is wrong, or asks for what its page does not have: `why` is field, variable or other; `name` is what it
    /// asks for, `known` what is there. Args: `detail`, `why`, `name` (or none), `nearest` (or none), `known` (or none).
    BrokenTemplate = "broken-template", Error;
    /// A file of interface strings is wrong: `why` is equals, empty, default, defaults, brace, twice, plural or other;
    /// `text` is the string that stands twice, or the plural category that the language does not have, else none.
    /// Args: `why`, `text`.
    BrokenStrings = "broken-strings", Error;
    /// A style part is wrong. Args: `detail`.
    BrokenStyle = "broken-style", Error;
    /// A text of a public release was changed since it last announced a change, or since it is public, and tells readers of
    /// it neither in `corrections` nor by `updated`. It is compared with what git remembers of the last 90 days; spaces and
    /// signs do not count. Args: `what` (title, summary, text).
    SilentChange = "silent-change", Note;
    /// An interface string has no text in a language. Args: `key`, `language`.
    MissingString = "missing-string", Warning;
    /// The theme has no interface strings in a language, so that those of another stand in.
    /// Args: `language`, `other`, `model` (the file of the other), `file`.
    MissingStrings = "missing-strings", Warning;
    /// A release has no text in a language of the newsroom, or only a draft. Args: `language`, `state` (none, draft).
    MissingTranslation = "missing-translation", Warning;
    /// A number of the original is not in a translation, but `other` (or none). Args: `number`, `other`.
    /// Measured: 13 of 13 found, 0 false alarms in 142 texts.
    NumberMismatch = "number-mismatch", Note;
    /// A picture of a release that does not say who made it. Args: `file`.
    MissingCredit = "missing-credit", Warning;
    /// A picture is described by the name of a file, or by no more than the word for a picture. Args: `alt`, `file`.
    /// Measured: 14 of 14 found, 0 false alarms in 238 texts.
    AltIsFileName = "alt-is-file-name", Warning;
    /// A heading skips a level, or competes with the page's title. Args: `why` (first, jump, title), `found`, `wanted`.
    /// Measured: 7 of 7 found, 0 false alarms in 238 texts.
    HeadingJump = "heading-jump", Warning;
    /// The words of a link do not say where it leads. Args: `text`.
    /// Measured: 16 of 16 found, 0 false alarms in 238 texts.
    VagueLinkText = "vague-link-text", Warning;
    /// A region of the front matter that no text of the release names. Args: `region`.
    /// Measured: 12 of 12 found, 0 false alarms in 142 texts.
    RegionNotMentioned = "region-not-mentioned", Note;
    /// The name of a person in two spellings. Args: `name`, `other`.
    /// Measured: 11 of 11 found, 0 false alarms in 238 texts.
    NameSpelledTwice = "name-spelled-twice", Note;
    /// Two releases have nearly the same text; the place is in the later one. Args: `percent`, `title`.
    /// Measured: 4 of 4 found, 0 false alarms in 238 texts.
    NearDuplicate = "near-duplicate", Warning;
    /// A picture or file that nothing shows. Args: `file`.
    UnusedImage = "unused-image", Note;
    /// A link to a heading that its page does not have. Args: `fragment`, `nearest` (or none).
    MissingFragment = "missing-fragment", Warning;
    /// A link to another site that does not answer well: status (which is else none), host, connection, certificate, timeout,
    /// redirects or private. Args: `url`, `why`, `status`.
    DeadLink = "dead-link", Warning;
    /// A link to another site whose page has moved for good. Args: `url`, `to`.
    MovedLink = "moved-link", Note;
}
