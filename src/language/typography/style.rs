//! The tables (languages.md, 7).

use crate::language::letters::is_alphanumeric;
use crate::language::tag::Language;

/// Quotation marks: the outer pair and the inner one.
pub type Marks = [(&'static str, &'static str); 2];

/// How a language sets its text. A list's word that ends with `*` stands for all words that begin so.
pub struct Style {
    /// The quotation marks.
    pub quotes: Marks,
    /// What stands for hyphens with spaces around them.
    pub dash: &'static str,
    /// What stands for two hyphens right between words.
    pub joined: &'static str,
    /// Whether direct speech begins with a dash.
    pub speech_by_dash: bool,
    /// The sign of hundredths after its number.
    pub percent: Percent,
    /// What stands for a straight apostrophe.
    pub apostrophe: Apostrophe,
    /// Short words that stay with the next one.
    pub leading: &'static [&'static str],
    /// Words that stay with the one before.
    pub trailing: &'static [&'static str],
    /// What stays with the number before it.
    pub units: &'static [&'static str],
    /// Months as they stand after a day.
    pub months: &'static [&'static str],
    /// Other words that a range of numbers stands before: what is counted, measured and paid.
    pub counted: &'static [&'static str],
}

/// Where the percent sign stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Percent {
    /// A space before it.
    Apart,
    /// Right at the number.
    Joined,
    /// As it was typed.
    AsTyped,
}

/// What a straight apostrophe between letters becomes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Apostrophe {
    /// It stays.
    AsTyped,
    /// `’`.
    Curly,
    /// `‘` after o and g, which makes Uzbek letters of them, else `’`.
    Turned,
}

const CHEVRONS: Marks = [("«", "»"), ("„", "“")];

/// What languages in Cyrillic letters share.
const CYRILLIC: Style = Style {
    quotes: CHEVRONS,
    dash: "—",
    joined: "\u{a0}— ",
    speech_by_dash: true,
    percent: Percent::AsTyped,
    apostrophe: Apostrophe::AsTyped,
    leading: &[],
    trailing: &[],
    units: &["км", "м", "см", "мм", "га", "кг", "т", "млн", "млрд", "трлн", "₸", "$", "€", "°C", "°С", "км²", "м²"],
    months: &[],
    counted: &[],
};

static PLAIN_CYRILLIC: Style = CYRILLIC;

static RUSSIAN: Style = Style {
    percent: Percent::Apart,
    leading: &[
        "а", "в", "и", "к", "о", "с", "у", "во", "до", "за", "из", "ко", "на", "не", "ни", "но", "об", "от", "по",
        "со", "г.", "ул.", "пр.", "им.",
    ],
    trailing: &["ли", "же", "бы", "ль", "ж", "б"],
    units: &[
        "км",
        "м",
        "см",
        "мм",
        "га",
        "кг",
        "г",
        "т",
        "ч",
        "мин",
        "км²",
        "м²",
        "кв.",
        "куб.",
        "гг",
        "вв",
        "в.",
        "тыс",
        "млн",
        "млрд",
        "трлн",
        "тенге",
        "₸",
        "$",
        "€",
        "руб",
        "рубл*",
        "доллар*",
        "евро",
        "°C",
        "°С",
    ],
    months: &[
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
        "янв",
        "февр",
        "мар",
        "апр",
        "июн",
        "июл",
        "авг",
        "сент",
        "окт",
        "нояб",
        "дек",
    ],
    counted: &[
        "лет",
        "год*",
        "человек*",
        "чел",
        "дн*",
        "час*",
        "минут*",
        "секунд*",
        "недел*",
        "месяц*",
        "сут*",
        "тысяч*",
        "миллион*",
        "миллиард*",
        "процент*",
        "километр*",
        "метр*",
        "страниц*",
    ],
    ..CYRILLIC
};

static KAZAKH: Style = Style {
    quotes: [("«", "»"), ("“", "”")],
    percent: Percent::Joined,
    trailing: &["т.б.", "т. б."],
    units: &[
        "км",
        "м",
        "см",
        "мм",
        "га",
        "кг",
        "г",
        "т",
        "км²",
        "м²",
        "ж",
        "жж",
        "мың",
        "млн",
        "млрд",
        "трлн",
        "теңге*",
        "тг",
        "₸",
        "$",
        "€",
        "доллар*",
        "еуро",
        "°C",
        "°С",
    ],
    months: &[
        "қаңтар*",
        "ақпан*",
        "наурыз*",
        "сәуір*",
        "мамыр*",
        "маусым*",
        "шілде*",
        "тамыз*",
        "қыркүйек*",
        "қазан*",
        "қараша*",
        "желтоқсан*",
        "қаң",
        "ақп",
        "нау",
        "сәу",
        "мам",
        "мау",
        "шіл",
        "там",
        "қыр",
        "қаз",
        "қар",
        "жел",
    ],
    counted: &[
        "жыл*",
        "жас*",
        "адам*",
        "күн*",
        "сағат*",
        "минут*",
        "секунд*",
        "апта*",
        "ай*",
        "миллион*",
        "миллиард*",
        "пайыз*",
        "шақырым*",
        "метр*",
        "бет*",
    ],
    ..CYRILLIC
};

static KAZAKH_LATIN: Style = Style {
    trailing: &["t.b.", "t. b."],
    units: &["km", "m", "sm", "ga", "kg", "j", "jj", "myñ", "mln", "mlrd", "trln", "teñge*", "₸", "$", "€", "°C"],
    months: &[
        "qañtar*",
        "aqpan*",
        "nauryz*",
        "säuır*",
        "mamyr*",
        "mausym*",
        "şılde*",
        "tamyz*",
        "qyrküiek*",
        "qazan*",
        "qaraşa*",
        "jeltoqsan*",
    ],
    counted: &[
        "jyl*",
        "jas*",
        "adam*",
        "kün*",
        "sağat*",
        "minut*",
        "sekund*",
        "apta*",
        "million*",
        "milliard*",
        "paiyz*",
        "şaqyrym*",
        "metr*",
    ],
    percent: Percent::Joined,
    ..CYRILLIC
};

/// Uyghur, and Kazakh in Arabic script.
static ARABIC: Style = Style { quotes: [("«", "»"), ("‹", "›")], units: &["₸", "$", "€"], ..CYRILLIC };

/// English, and all that no other table is for.
const LATIN: Style = Style {
    quotes: [("“", "”"), ("‘", "’")],
    dash: "–",
    joined: "—",
    speech_by_dash: false,
    percent: Percent::AsTyped,
    apostrophe: Apostrophe::AsTyped,
    leading: &[],
    trailing: &[],
    units: &["km", "m", "cm", "mm", "ha", "kg", "g", "t", "₸", "$", "€", "°C", "km²", "m²"],
    months: &[],
    counted: &[],
};

static OTHER: Style = LATIN;

static ENGLISH: Style = Style {
    apostrophe: Apostrophe::Curly,
    leading: &["No."],
    units: &["km", "m", "cm", "mm", "ha", "kg", "g", "t", "thousand", "million", "billion", "tenge", "₸", "°C", "km²"],
    months: &[
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    counted: &[
        "years",
        "people",
        "days",
        "hours",
        "minutes",
        "seconds",
        "weeks",
        "months",
        "pages",
        "percent",
        "billion",
        "kilometres",
        "kilometers",
        "metres",
        "meters",
    ],
    ..LATIN
};

static GERMAN: Style = Style {
    quotes: [("„", "“"), ("‚", "‘")],
    leading: &["Nr."],
    units: &["%", "km", "m", "cm", "mm", "ha", "kg", "g", "t", "Mio", "Mrd", "Tenge", "Euro", "₸", "€", "°C", "km²"],
    months: &[
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    ..LATIN
};

static FRENCH: Style =
    Style { quotes: [("«\u{202f}", "\u{202f}»"), ("“", "”")], apostrophe: Apostrophe::Curly, ..LATIN };

static POLISH: Style = Style { quotes: [("„", "”"), ("«", "»")], ..LATIN };

static UZBEK: Style = Style {
    apostrophe: Apostrophe::Turned,
    units: &["km", "m", "sm", "mm", "ga", "kg", "t", "ming", "mln", "mlrd", "soʻm", "₸", "$", "€", "°C"],
    ..LATIN
};

impl Style {
    /// The style of a language; of one that is not listed, that of English without its words.
    pub fn of(language: Language) -> &'static Self {
        match (language.primary(), language.script()) {
            ("kk", None | Some("Cyrl")) => &KAZAKH,
            ("kk", Some("Latn")) => &KAZAKH_LATIN,
            ("kk", Some("Arab")) | ("ug", None | Some("Arab")) => &ARABIC,
            ("ru", _) => &RUSSIAN,
            _ if language.is_cyrillic() => &PLAIN_CYRILLIC,
            ("en", _) => &ENGLISH,
            ("de", _) => &GERMAN,
            ("fr", _) => &FRENCH,
            ("pl", _) => &POLISH,
            ("uz", _) => &UZBEK,
            _ => &OTHER,
        }
    }
}

/// Whether a text begins with a word of a list, as a whole or, of a word with `*`, with its beginning.
pub fn begins_with(words: &[&str], text: &str) -> bool {
    words.iter().any(|word| match word.strip_suffix('*') {
        Some(beginning) => text.starts_with(beginning),
        None => text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(is_alphanumeric)),
    })
}
