//! Numbers in words and in Roman letters: `двадцать пять`, `елу бес мың`, `thousand`, `XXXIV`.

use crate::language::roman;
use crate::language::tag::Language;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word adds to the number that stands before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// So much, in thousandths.
    Add(u64),
    /// So many times as much.
    Times(u64),
}

/// One, in thousandths.
pub const ONE: u64 = 1000;

/// The beginnings of the words for thousand, million, milliard and billion (10 to the 12th): short and long, a language
/// a line.
const POWERS: &[(&str, [&str; 4])] = &[
    ("kk", ["мың", "миллион млн", "миллиард млрд", "триллион трлн"]),
    ("ru", ["тысяч тыс", "миллион млн", "миллиард млрд", "триллион трлн"]),
    ("en", ["thousand", "million mln", "billion bn bln", "trillion"]),
    ("uz", ["ming минг", "million миллион mln млн", "milliard миллиард mlrd млрд", "trillion"]),
    ("de", ["tausend", "million mio", "milliarde mrd", "billion"]),
];

/// What may follow a beginning without making another word of it: endings, but not `-ер` of a millionaire, not `-летие`
/// of a millennium.
const OTHER_WORDS: [&str; 5] = ["ер", "лет", "елет", "жыл", "ai"];

/// The beginnings of the words for 1 to 19, the tens and the hundreds with their value, a language a line.
const SMALL: &[(&str, &str)] = &[
    (
        "kk",
        "бір=1 екі=2 екінші=2 үш=3 төрт=4 бес=5 алты=6 жеті=7 сегіз=8 тоғыз=9 он=10 жиырма=20 отыз=30 қырық=40 елу=50 \
         алпыс=60 жетпіс=70 сексен=80 тоқсан=90 жүз=100",
    ),
    (
        "ru",
        "одиннадцат=11 двенадцат=12 тринадцат=13 четырнадцат=14 пятнадцат=15 шестнадцат=16 семнадцат=17 \
         восемнадцат=18 девятнадцат=19 двадцат=20 тридцат=30 сорок=40 пятьдесят=50 пятидесят=50 шестьдесят=60 \
         шестидесят=60 семьдесят=70 семидесят=70 восемьдесят=80 восьмидесят=80 девяност=90 двести=200 двухсот=200 \
         двумст=200 триста=300 трехсот=300 четыреста=400 четырехсот=400 пятьсот=500 пятисот=500 шестьсот=600 \
         шестисот=600 семьсот=700 семисот=700 восемьсот=800 восьмисот=800 девятьсот=900 девятисот=900 сотый=100 \
         сто=100 ста=100 сотн=100 один=1 одна=1 одно=1 перв=1 полтора=1.5 полторы=1.5 полутора=1.5 два=2 две=2 двух=2 \
         двум=2 втор=2 дважды=2 вдвое=2 три=3 трех=3 трем=3 трет=3 втрое=3 четыр=4 четверт=4 пят=5 шест=6 седьм=7 \
         сем=7 восем=8 восьм=8 девят=9 десят=10 пол=0.5",
    ),
    (
        "en",
        "eleven=11 twelve=12 twelfth=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 \
         nineteen=19 twent=20 thirt=30 fort=40 fift=50 sixt=60 sevent=70 eight=8 ninet=90 hundred=100 half=0.5 \
         one=1 once=1 first=1 two=2 twice=2 second=2 three=3 thir=3 four=4 five=5 six=6 seven=7 nine=9 nint=9 ten=10 \
         dozen=12",
    ),
];

/// The thousand, million and so on that a word in lower case is.
pub fn power(language: Language, word: &str) -> Option<u64> {
    let (_, powers) = POWERS.iter().find(|(tag, _)| *tag == language.primary())?;
    let is = |stem: &str| {
        let rest = word.strip_prefix(stem);
        rest.is_some_and(|rest| rest.chars().count() <= 5 && !OTHER_WORDS.iter().any(|other| rest.starts_with(other)))
    };
    let exponent = (1..).zip(powers).find(|(_, stems)| stems.split(' ').any(is)).map(|(nth, _)| 3 * nth);
    exponent.map(|exponent| 10_u64.pow(exponent))
}

/// The beginnings of words by language and first letter, the longest first: most words begin none.
type Beginnings = HashMap<(&'static str, char), Vec<(&'static str, Part)>>;

static BEGINNINGS: LazyLock<Beginnings> = LazyLock::new(|| {
    let mut beginnings = Beginnings::new();
    for &(tag, small) in SMALL {
        for (stem, value) in small.split_whitespace().filter_map(|entry| entry.split_once('=')) {
            let hundred = value == "100" && matches!(tag, "kk" | "en");
            let value = value.parse::<f64>().unwrap_or_default();
            let part = if hundred { Part::Times(100) } else { Part::Add((value * ONE as f64) as u64) };
            let first = stem.chars().next().unwrap_or_default();
            beginnings.entry((tag, first)).or_default().push((stem, part));
        }
    }
    beginnings.values_mut().for_each(|stems| stems.sort_by_key(|(stem, _)| Reverse(stem.len())));
    beginnings
});

/// What a word in lower case with `е` for `ё` means as a part of a number in words. It errs on the side of meaning
/// something: it is asked what a translation may have put into words.
pub fn part(language: Language, word: &str) -> Option<Part> {
    if let Some(power) = power(language, word) {
        return Some(Part::Times(power));
    }
    let (tag, _) = SMALL.iter().find(|(tag, _)| *tag == language.primary())?;
    let stems = BEGINNINGS.get(&(*tag, word.chars().next()?))?;
    let fits = |stem: &str| word.strip_prefix(stem).is_some_and(|rest| rest.chars().count() <= 6);
    stems.iter().find(|(stem, _)| fits(stem)).map(|(_, part)| *part)
}

/// The value of a Roman numeral in capitals, Latin or the Cyrillic letters that look like them; `None` for one letter,
/// which is too often a letter, and for what no Roman would write.
pub fn roman(word: &str) -> Option<u64> {
    let sign = |c: char| match c {
        'І' => Some('I'),
        'Х' => Some('X'),
        'С' => Some('C'),
        'М' => Some('M'),
        c => "IVXLCDM".contains(c).then_some(c),
    };
    let signs: String = word.chars().map(sign).collect::<Option<_>>()?;
    let common = signs.len() >= 2 && signs.contains(['I', 'V', 'X']);
    roman::value(&signs).filter(|_| common).map(u64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(tag: &str) -> Language {
        Language::parse(tag).unwrap()
    }

    #[test]
    fn a_power_of_ten_has_endings_and_is_no_other_word() {
        let power = |language, word| power(tag(language), word);
        for (language, word) in
            [("ru", "тысяч"), ("ru", "тысячами"), ("ru", "тыс"), ("kk", "мыңнан"), ("en", "thousands")]
        {
            assert_eq!(power(language, word), Some(1000), "{word}");
        }
        assert_eq!(power("ru", "миллиардов"), Some(1_000_000_000));
        for (language, word) in
            [("ru", "тысячелетия"), ("ru", "миллионеров"), ("kk", "мыңжылдық"), ("en", "millionaires"), ("ug", "тысяч")]
        {
            assert_eq!(power(language, word), None, "{word}");
        }
    }

    #[test]
    fn words_are_parts_of_numbers() {
        let part = |language, word| part(tag(language), word);
        assert_eq!(part("ru", "двадцати"), Some(Part::Add(20 * ONE)));
        assert_eq!(part("ru", "пятнадцатого"), Some(Part::Add(15 * ONE)));
        assert_eq!(part("ru", "полторы"), Some(Part::Add(1500)));
        assert_eq!(part("kk", "жиырмадан"), Some(Part::Add(20 * ONE)));
        assert_eq!(part("kk", "жүздеген"), Some(Part::Times(100)));
        assert_eq!(part("en", "twentieth"), Some(Part::Add(20 * ONE)));
        assert_eq!(part("en", "seventeen"), Some(Part::Add(17 * ONE)));
        assert_eq!(part("ru", "область"), None);
    }

    #[test]
    fn roman_numerals_are_read_in_either_alphabet() {
        assert_eq!(roman("XXXIV"), Some(34));
        assert_eq!(roman("ХХХІV"), Some(34));
        assert_eq!(roman("XXI"), Some(21));
        for none in ["I", "X", "CD", "IIII", "VX", "ММ", "СССР", "ХІМ", ""] {
            assert_eq!(roman(none), None, "{none}");
        }
    }
}
