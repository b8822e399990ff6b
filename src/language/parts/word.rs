//! What the letters of a word tell of its language.

use crate::language::letters::{TWINS, is_letter};
use memchr::{memchr2, memmem};
use std::ops::Range;

/// The language of a word, as far as the word alone tells it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// It has letters of Kazakh, and nothing that Kazakh never has.
    Kazakh,
    /// Another language that shares letters with Kazakh.
    Stranger,
    /// Russian as Kazakh never is.
    Russian,
    /// Another script.
    Other,
    /// Letters of both languages in an order that Kazakh's own words have.
    Native,
    /// Letters of both languages as Kazakh has them in loans alone.
    Loan,
    /// A Roman numeral, or a single letter that means nothing.
    Sign,
}

/// Letters that Kazakh lacks, of Tatar, Bashkir, Uzbek, Tajik, Yakut, Ukrainian, old Russian and others.
const STRANGE: &str = "җҙҫҡҳҷҕҥӣӯӧӱӗӑӳҽҭҩҟӷҝҹўїєґђћѓќѝљњџӂӟӝӥӵѣѳѵ";
/// Small words, and beginnings of words, of languages that have letters in common with Kazakh.
const STRANGE_WORDS: [&str; 9] = ["һәм", "вә", "белән", "билән", "өчен", "үчүн", "менән", "үсөн", "түрк"];
const STRANGE_STEMS: [&str; 5] = ["уйғур", "мәдән", "мәктәп", "мәктәб", "үзбәк"];
/// Kazakh words that end in a letter in which few do.
const IN_SCHWA: [&str; 4] = ["күнә", "кінә", "шүбә", "бейкүнә"];
/// What a Kazakh compound may have after another round front vowel: Көктөбе, Үшкөл.
const SECOND_STEMS: [&str; 8] = ["төбе", "көл", "өзек", "өніс", "өткел", "көз", "көк", "өлең"];

const RUSSIAN_WORDS: [&str; 62] = [
    "и",
    "в",
    "во",
    "на",
    "с",
    "со",
    "к",
    "ко",
    "о",
    "об",
    "от",
    "до",
    "за",
    "по",
    "из",
    "у",
    "для",
    "но",
    "я",
    "мы",
    "вы",
    "он",
    "она",
    "они",
    "это",
    "как",
    "что",
    "кто",
    "где",
    "когда",
    "при",
    "под",
    "над",
    "без",
    "между",
    "через",
    "про",
    "или",
    "же",
    "ли",
    "был",
    "была",
    "было",
    "были",
    "есть",
    "нет",
    "его",
    "её",
    "их",
    "мой",
    "моя",
    "наш",
    "наша",
    "наши",
    "мир",
    "дом",
    "слово",
    "имени",
    "голос",
    "книга",
    "песня",
    "дети",
];
const RUSSIAN_STEMS: [&str; 14] = [
    "казах",
    "народ",
    "дружб",
    "культур",
    "област",
    "русск",
    "язык",
    "праздни",
    "школ",
    "город",
    "молод",
    "дорог",
    "земл",
    "сказк",
];
/// Endings with the least number of letters that a word with one has.
const RUSSIAN_ENDINGS: [(&str, usize); 32] = [
    ("ь", 3),
    ("ъ", 3),
    ("ый", 4),
    ("ий", 4),
    ("ая", 5),
    ("яя", 5),
    ("ое", 4),
    ("ее", 4),
    ("ые", 4),
    ("ие", 4),
    ("ую", 5),
    ("юю", 5),
    ("ого", 5),
    ("его", 5),
    ("ому", 5),
    ("ему", 6),
    ("ыми", 5),
    ("ими", 6),
    ("ами", 6),
    ("ями", 5),
    ("ской", 5),
    ("ной", 5),
    ("ции", 5),
    ("цию", 5),
    ("тся", 5),
    ("ости", 6),
    ("ения", 5),
    ("ению", 5),
    ("ении", 5),
    ("ания", 5),
    ("ании", 5),
    ("ях", 5),
];
/// What Russian derives of any name, Kazakh letters or not.
const RUSSIAN_ADJECTIVES: [&str; 8] = ["ский", "ская", "ское", "ские", "ского", "ской", "скому", "ских"];
const VOWELS: &str = "аәеёиіоөуұүыэюя";
/// What Kazakh has in loans alone.
const OF_LOANS: &str = "вёфцчщъьэ";

/// Whether a text may have letters that Kazakh has and Russian has not: one quick look at its bytes.
pub fn has_letters(text: &str) -> bool {
    has_own_letters(text) || ["і", "І"].iter().any(|letter| memmem::find(text.as_bytes(), letter.as_bytes()).is_some())
}

/// The same but for І, which Ukrainian and the Russian of old have, too. The others begin with bytes of their own.
fn has_own_letters(text: &str) -> bool {
    memchr2(0xd2, 0xd3, text.as_bytes()).is_some()
}

/// The words of a text: letters with the marks over them.
pub fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        match words.last_mut() {
            Some(word) if word.end == at && (is_letter(c) || is_mark(c)) => word.end = end,
            _ if is_letter(c) => words.push(at..end),
            _ => {}
        }
    }
    words
}

/// What a word tells.
pub fn kind(word: &str) -> Kind {
    let small = word.to_lowercase();
    let small = small.as_str();
    if !small.contains(is_cyrillic) || !small.chars().all(|c| is_cyrillic(c) || is_mark(c) || is_twin(c)) {
        return Kind::Other;
    }
    if small.contains(|c| STRANGE.contains(c)) {
        return Kind::Stranger;
    }
    match has_letters(small) {
        true if is_numeral(word) || small == "і" => Kind::Sign,
        true if is_stranger(small) => Kind::Stranger,
        true if RUSSIAN_ADJECTIVES.iter().any(|ending| small.ends_with(ending)) => Kind::Russian,
        true => Kind::Kazakh,
        false if is_russian(word, small) => Kind::Russian,
        false if small.chars().count() == 1 => Kind::Sign,
        false if is_native(small) => Kind::Native,
        false => Kind::Loan,
    }
}

/// Whether a word has letters that only Kazakh has together.
pub fn is_surely_kazakh(word: &str) -> bool {
    let small = word.to_lowercase();
    let only_here = small.contains('ұ') || small.contains('і') && has_own_letters(&small);
    only_here && kind(word) == Kind::Kazakh
}

/// Whether it is a letter of Cyrillic script.
pub fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}

/// Accents, soft hyphens, joiners.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}')
}

/// Whether it is a Latin letter that is typed for a Cyrillic one.
fn is_twin(c: char) -> bool {
    TWINS.iter().any(|(latin, _)| *latin == c)
}

/// Whether a word is a Roman numeral typed with Cyrillic letters, wholly or in part.
fn is_numeral(word: &str) -> bool {
    word.chars().all(|c| "ІХIXVLC".contains(c))
}

fn is_stranger(small: &str) -> bool {
    STRANGE_WORDS.contains(&small)
        || STRANGE_STEMS.iter().any(|stem| small.starts_with(stem))
        || ["ләр", "өө", "үү"].iter().any(|part| small.contains(part))
        || small.chars().count() > 1 && small.ends_with(['ө', 'ү', 'ұ'])
        || small.chars().count() > 3 && (small.ends_with('ә') || small.ends_with("нең")) && !IN_SCHWA.contains(&small)
        || goes_on_round(small)
        || !has_own_letters(small) && is_slavic(small)
}

/// Whether a word with no letter of Kazakh but І is Ukrainian, Belarusian or old Russian. In Kazakh no loan has it in its
/// first syllable, and no word before a vowel or after a syllable with a back vowel.
fn is_slavic(small: &str) -> bool {
    let first_vowel = small.chars().find(|c| VOWELS.contains(*c));
    let before_vowel = || small.split('і').skip(1).any(|after| after.starts_with(|c| VOWELS.contains(c) || c == 'й'));
    first_vowel == Some('і') && small.contains(|c| OF_LOANS.contains(c))
        || small.ends_with(['ь', 'ъ'])
        || before_vowel()
        || follows(small, |before, vowel| vowel == 'і' && "аоы".contains(before))
}

/// Whether a vowel and the next one in the word are such as `are` says.
fn follows(small: &str, are: impl Fn(char, char) -> bool) -> bool {
    let vowels: Vec<char> = small.chars().filter(|c| VOWELS.contains(*c)).collect();
    vowels.windows(2).any(|pair| are(pair[0], pair[1]))
}

/// Whether a round front vowel follows another, as in Kyrgyz, and in Kazakh only where two words were joined.
fn goes_on_round(small: &str) -> bool {
    let is_joined =
        || small.char_indices().skip(1).any(|(at, _)| SECOND_STEMS.iter().any(|stem| small[at..].starts_with(stem)));
    follows(small, |before, vowel| "өү".contains(before) && "өү".contains(vowel)) && !is_joined()
}

fn is_russian(word: &str, small: &str) -> bool {
    let letters = small.chars().count();
    let is_name = word.chars().next().is_some_and(char::is_uppercase);
    RUSSIAN_WORDS.contains(&small)
        || RUSSIAN_STEMS.iter().any(|stem| small.starts_with(stem))
        || RUSSIAN_ENDINGS.iter().any(|(ending, least)| letters >= *least && small.ends_with(ending))
        || !is_name && letters > 4 && (small.ends_with("ов") || small.ends_with("ев"))
}

/// Whether a word without letters of Kazakh sounds like Kazakh: no letter of loans, no two consonants first, О in the
/// first syllable alone, and front vowels or back ones, but for an ending that has no other form.
fn is_native(small: &str) -> bool {
    let stem = ["мен", "бен", "пен"].iter().find_map(|ending| small.strip_suffix(ending)).unwrap_or(small);
    let has = |vowels: &str| stem.contains(|c| vowels.contains(c));
    !small.contains(|c| OF_LOANS.contains(c))
        && small.chars().take(2).any(|c| VOWELS.contains(c) || "йу".contains(c))
        && !follows(stem, |_, vowel| vowel == 'о')
        && !(has("е") && has("аоы"))
}
