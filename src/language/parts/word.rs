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
const STRANGE_WORDS: &str = "һәм вә белән билән өчен үчүн менән үсөн түрк";
const STRANGE_STEMS: &str = "уйғур мәдән мәктәп мәктәб үзбәк";
/// Kazakh words that end in a letter in which few do.
const IN_SCHWA: &str = "күнә кінә шүбә бейкүнә";
/// What a Kazakh compound may have after another round front vowel: Көктөбе, Үшкөл.
const SECOND_STEMS: &str = "төбе көл өзек өніс өткел көз көк өлең";

const RUSSIAN_WORDS: &str = "\
    и в во на с со к ко о об от до за по из у для но я мы вы он она они это как что кто где когда при под над без \
    между через про или же ли был была было были есть нет его её их мой моя наш наша наши \
    мир дом слово имени голос книга песня дети";
const RUSSIAN_STEMS: &str = "казах народ дружб культур област русск язык праздни школ город молод дорог земл сказк";
/// Endings of words that are at least two letters longer.
const RUSSIAN_ENDINGS: &str = "\
    ь ъ ый ий ая яя ое ее ые ие ую юю ого его ому ему ыми ими ами ями ской ной ции цию тся ости ения ению ении ания \
    ании ях";
/// What Russian derives of any name, Kazakh letters or not.
const RUSSIAN_ADJECTIVES: &str = "ский ская ское ские ского ской скому ских";

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

/// Whether a word has a Cyrillic letter that Russian has not.
pub fn is_beyond_russian(word: &str) -> bool {
    word.contains(|c| is_cyrillic(c) && !matches!(c, 'А'..='я' | 'ё' | 'Ё'))
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
    if small.contains(|c| !matches!(c, 'а'..='я') && STRANGE.contains(c)) {
        return Kind::Stranger;
    }
    match has_letters(small) {
        true if is_numeral(word) || small == "і" => Kind::Sign,
        true if is_stranger(small) => Kind::Stranger,
        true if any(RUSSIAN_ADJECTIVES, |ending| small.ends_with(ending)) => Kind::Russian,
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

fn is_vowel(c: char) -> bool {
    matches!(c, 'а' | 'ә' | 'е' | 'ё' | 'и' | 'і' | 'о' | 'ө' | 'у' | 'ұ' | 'ү' | 'ы' | 'э' | 'ю' | 'я')
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

/// Whether any word of a table is such.
fn any(table: &str, is: impl Fn(&str) -> bool) -> bool {
    table.split(' ').any(is)
}

fn is_stranger(small: &str) -> bool {
    let letters = small.chars().count();
    let ends = letters > 1 && small.ends_with(['ө', 'ү', 'ұ'])
        || letters > 3 && (small.ends_with('ә') || small.ends_with("нең")) && !any(IN_SCHWA, |word| word == small);
    ends || ["ләр", "өө", "үү"].iter().any(|part| small.contains(part))
        || any(STRANGE_WORDS, |word| word == small)
        || any(STRANGE_STEMS, |stem| small.starts_with(stem))
        || goes_on_round(small)
        || !has_own_letters(small) && is_slavic(small)
}

/// Whether a word with no letter of Kazakh but І is Ukrainian, Belarusian or old Russian. In Kazakh no loan has it in its
/// first syllable, and no word before a vowel or after a syllable with a back vowel.
fn is_slavic(small: &str) -> bool {
    let first_vowel = small.chars().find(|c| is_vowel(*c));
    let before_vowel = || small.split('і').skip(1).any(|after| after.starts_with(|c| is_vowel(c) || c == 'й'));
    first_vowel == Some('і') && small.contains(|c| OF_LOANS.contains(c))
        || small.ends_with(['ь', 'ъ'])
        || before_vowel()
        || follows(small, |before, vowel| vowel == 'і' && "аоы".contains(before))
}

/// Whether a vowel and the next one in the word are such as `are` says.
fn follows(small: &str, are: impl Fn(char, char) -> bool) -> bool {
    let vowels = || small.chars().filter(|c| is_vowel(*c));
    vowels().zip(vowels().skip(1)).any(|(before, vowel)| are(before, vowel))
}

/// Whether a round front vowel follows another, as in Kyrgyz, and in Kazakh only where two words were joined.
fn goes_on_round(small: &str) -> bool {
    let is_round = |c: char| matches!(c, 'ө' | 'ү');
    let second = || small.char_indices().skip(1).filter_map(|(at, _)| small.get(at..));
    follows(small, |before, vowel| is_round(before) && is_round(vowel))
        && !second().any(|tail| any(SECOND_STEMS, |stem| tail.starts_with(stem)))
}

fn is_russian(word: &str, small: &str) -> bool {
    let is_name = word.chars().next().is_some_and(char::is_uppercase);
    let ends = |ending: &str| small.strip_suffix(ending).is_some_and(|stem| stem.chars().nth(1).is_some());
    any(RUSSIAN_WORDS, |known| known == small)
        || any(RUSSIAN_STEMS, |stem| small.starts_with(stem))
        || any(RUSSIAN_ENDINGS, ends)
        || !is_name && (ends("ов") || ends("ев"))
}

/// Whether a word without letters of Kazakh sounds like Kazakh: no letter of loans, no two consonants first, О in the
/// first syllable alone, and front vowels or back ones, but for an ending that has no other form.
fn is_native(small: &str) -> bool {
    let stem = ["мен", "бен", "пен"].iter().find_map(|ending| small.strip_suffix(ending)).unwrap_or(small);
    let has = |letters: &str| stem.contains(|c| letters.contains(c));
    let has_early_vowel = stem.chars().take(2).any(|c| is_vowel(c) || c == 'й');
    let is_foreign = has(OF_LOANS) || has("е") && has("аоы") || follows(stem, |_, vowel| vowel == 'о');
    has_early_vowel && !is_foreign
}
