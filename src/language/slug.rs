//! Slugs: titles as lower-case ASCII for addresses, and headings as anchors in their own script.
//!
//! The letters follow languages.md, 5 and 6: close to BGN/PCGN, folded to ASCII.

use crate::language::tag::Language;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// The longest slug that is made, in characters.
const LONGEST: usize = 80;
/// The longest slug that an editor may write, in characters.
const LONGEST_WRITTEN: usize = 100;

/// The title in Latin letters and digits, words joined by `-`, at most 80 characters in whole words. Empty if no
/// letter of the title is known here.
pub fn slug(language: Language, title: &str) -> String {
    let mut slug = String::with_capacity(title.len());
    let mut previous = ' ';
    let title = if is_kazakh(language) { with_front_vowels(title) } else { Cow::Borrowed(title) };
    for letter in title.nfc().flat_map(char::to_lowercase) {
        match romanised(language, letter) {
            // The sign before it, itself dropped, makes `е` sound as at the beginning of a word: Щучье, подъезд.
            Some(_) if letter == 'е' && matches!(previous, 'ь' | 'ъ') => slug.push_str("ye"),
            Some(latin) => slug.push_str(latin),
            None => decompose_compatible(letter, |part| push_part(&mut slug, language, part)),
        }
        previous = letter;
    }
    slug.truncate(whole_words(&slug));
    slug
}

/// The title with the `ى` of Kazakh words that have front vowels as the letter of `и`, which becomes Latin as `і` does. Such
/// words have a hamza, or a letter that stands in no others (languages.md, 5).
fn with_front_vowels(title: &str) -> Cow<'_, str> {
    if !title.contains('ى') {
        return Cow::Borrowed(title);
    }
    let set = |word: &str| {
        if word.contains(['ء', 'ٴ', 'ك', 'گ', 'ە']) { word.replace('ى', "ي") } else { word.to_owned() }
    };
    title.split_inclusive(char::is_whitespace).map(set).collect()
}

/// Adds what a letter consists of: an accent, or an unknown letter, is not worth more than a mark or a space.
fn push_part(slug: &mut String, language: Language, part: char) {
    if let Some(latin) = romanised(language, part) {
        slug.push_str(latin);
    } else if part.is_ascii_alphanumeric() {
        slug.push(part.to_ascii_lowercase());
    } else if !is_silent(part) && !slug.is_empty() && !slug.ends_with('-') {
        slug.push('-');
    }
}

/// How long the slug is if no word is cut, unless its first word alone is too long.
fn whole_words(slug: &str) -> usize {
    let words = slug.trim_end_matches('-');
    match words.get(..=LONGEST) {
        None => words.len(),
        Some(start) => start.rfind('-').unwrap_or(LONGEST),
    }
}

/// Marks over letters, apostrophes of any shape, soft hyphens and joiners: they stand within words.
fn is_silent(c: char) -> bool {
    const WITHIN_WORDS: [char; 16] = [
        '\'', '`', '´', '‘', '’', '‛', 'ʻ', 'ʼ', 'ʹ', 'ʺ', 'ـ', '\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}',
        '\u{feff}',
    ];
    is_combining_mark(c) || WITHIN_WORDS.contains(&c)
}

/// The Latin letters for a lower-case letter of another script, or one of Latin that has no accent to take away.
fn romanised(language: Language, letter: char) -> Option<&'static str> {
    match letter {
        '\0'..='\x7f' => None,
        '\u{80}'..='\u{2ff}' => latin(language, letter),
        '\u{400}'..='\u{4ff}' => cyrillic(language, letter),
        '\u{600}'..='\u{6ff}' => arabic(language, letter),
        '\u{1100}'..='\u{11ff}' => jamo(letter),
        _ => None,
    }
}

fn latin(language: Language, letter: char) -> Option<&'static str> {
    Some(match letter {
        'ı' => "i",
        'ß' => "ss",
        'ø' | 'ɵ' => "o",
        'æ' => "ae",
        'œ' => "oe",
        'đ' | 'ð' => "d",
        'ł' => "l",
        'ħ' => "h",
        'ŋ' => "n",
        'þ' => "th",
        // In Kazakh text it is ә that was typed as the letter of Azerbaijani.
        'ə' if is_kazakh(language) => "a",
        'ə' => "e",
        _ => return None,
    })
}

/// Columns «slug-kk» and «ru slug» of languages.md, 5, with the letters of the neighbours.
fn cyrillic(language: Language, letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' | 'ә' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ғ' | 'ґ' => "g",
        'д' => "d",
        'е' | 'э' => "e",
        'ё' => "yo",
        'є' => "ye",
        'ж' => "zh",
        'җ' | 'ҷ' => "j",
        'з' => "z",
        'и' | 'і' => "i",
        'ї' => "yi",
        'й' if is_kazakh(language) => "i",
        'й' | 'ы' => "y",
        'к' => "k",
        'қ' => "q",
        'л' => "l",
        'м' => "m",
        'н' | 'ң' => "n",
        'о' | 'ө' | 'ў' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' | 'ұ' | 'ү' => "u",
        'ф' => "f",
        'х' => "kh",
        'һ' | 'ҳ' => "h",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' => "",
        'ю' => "yu",
        'я' => "ya",
        _ => return None,
    })
}

/// For Kazakh what its Cyrillic letters give (column «töte» of languages.md, 5), else the Latin script of Uyghur (ULY).
fn arabic(language: Language, letter: char) -> Option<&'static str> {
    let kazakh = |kazakh, uyghur| if is_kazakh(language) { kazakh } else { uyghur };
    Some(match letter {
        'ا' => "a",
        'ب' => "b",
        'پ' => "p",
        'ت' | 'ط' => "t",
        'ث' | 'س' | 'ص' => "s",
        'ج' => kazakh("zh", "j"),
        'چ' => "ch",
        'ح' => kazakh("kh", "h"),
        'خ' => kazakh("kh", "x"),
        'د' | 'ض' => "d",
        'ذ' | 'ز' | 'ظ' => "z",
        'ر' => "r",
        'ژ' => "zh",
        'ش' => "sh",
        'ع' => kazakh("g", ""),
        'غ' => kazakh("g", "gh"),
        'ف' => "f",
        'ق' => "q",
        'ك' | 'ک' => "k",
        'گ' => "g",
        'ڭ' => kazakh("n", "ng"),
        'ل' => "l",
        'م' => "m",
        'ن' => "n",
        'ه' | 'ھ' | 'ہ' => "h",
        'ە' | 'ې' => "e",
        'و' => "o",
        'ۇ' | 'ۈ' => "u",
        'ۆ' => kazakh("v", "o"),
        'ۋ' => kazakh("u", "w"),
        'ى' => kazakh("y", "i"),
        'ي' | 'ی' => kazakh("i", "y"),
        'ء' | 'ئ' | 'ٴ' => "",
        _ => return None,
    })
}

/// The parts of Korean syllables by the Revised Romanization, letter by letter.
fn jamo(letter: char) -> Option<&'static str> {
    const INITIALS: [&str; 19] =
        ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];
    const VOWELS: [&str; 21] = [
        "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu",
        "eu", "ui", "i",
    ];
    const FINALS: [&str; 27] = [
        "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t",
        "t", "k", "t", "p", "t",
    ];
    let from = |first: char, table: &'static [&str]| {
        let place = u32::from(letter).checked_sub(u32::from(first))?;
        table.get(usize::try_from(place).ok()?).copied()
    };
    from('\u{1100}', &INITIALS).or_else(|| from('\u{1161}', &VOWELS)).or_else(|| from('\u{11a8}', &FINALS))
}

fn is_kazakh(language: Language) -> bool {
    language.primary() == "kk"
}

/// Whether the text is a slug as addresses have it: `[a-z0-9]+(-[a-z0-9]+)*`, at most 100 characters.
pub fn is_slug(text: &str) -> bool {
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    text.len() <= LONGEST_WRITTEN && text.split('-').all(is_word)
}

/// A slug to propose for a text that is none: what its title would give, or a word to be replaced.
pub fn proposal(language: Language, text: &str) -> String {
    let slug = slug(language, text);
    if slug.is_empty() { "name".to_owned() } else { slug }
}

/// The id of a heading in the page's own script: letters and digits in lower case with their marks, all else is `-`;
/// `section` if nothing is left. No quote, bracket, ampersand or space is among them, whatever the text.
pub fn anchor(text: &str) -> String {
    let text = normal(text.to_lowercase());
    let mut anchor = String::with_capacity(text.len());
    for c in text.chars() {
        if is_letter(c) || (is_combining_mark(c) && !anchor.is_empty() && !anchor.ends_with('-')) {
            anchor.push(c);
        } else if !anchor.is_empty() && !anchor.ends_with('-') {
            anchor.push('-');
        }
    }
    anchor.truncate(anchor.trim_end_matches('-').len());
    if anchor.is_empty() { "section".to_owned() } else { anchor }
}

/// The text in NFC; plain Latin and Cyrillic are told at a glance.
pub fn normal(text: String) -> String {
    if text.chars().all(is_composed) { text } else { text.nfc().collect() }
}

/// Letters and signs that NFC leaves as they are, whichever of them stand together.
fn is_composed(c: char) -> bool {
    matches!(c, '\0'..='\u{2ff}' | 'Ѐ'..='ҁ' | 'Ҋ'..='ԯ' | '‐'..='…' | '№')
}

/// Whether it is a letter or digit; Cyrillic is told first, because the general tables are slow.
fn is_letter(c: char) -> bool {
    matches!(c, 'Ѐ'..='ҁ' | 'Ҋ'..='ԯ') || c.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(language: &str, title: &str) -> String {
        slug(Language::parse(language).unwrap(), title)
    }

    #[test]
    fn titles_become_latin() {
        for (language, title, expected) in [
            ("kk", "Қазақстан халқы Ассамблеясы", "qazaqstan-khalqy-assambleyasy"),
            ("kk", "Біртұтас қоғам: келісім және сенім", "birtutas-qogam-kelisim-zhane-senim"),
            ("kk", "Әлия Әбішева", "aliya-abisheva"),
            ("kk", "Ңң Һауа Ғылым Үй", "nn-haua-gylym-ui"),
            ("kk", "Абай", "abai"),
            ("ru", "Абай", "abay"),
            ("ru", "Щучье, объём, подъезд, ёлка", "shchuchye-obyom-podyezd-yolka"),
            ("ru", "Қонаев и Өскемен", "qonaev-i-oskemen"),
            ("ru", "Е\u{308}лка в Алматы\u{301} — и\u{306}од", "yolka-v-almaty-yod"),
            ("en", "The People’s Assembly: 30 years & more!", "the-peoples-assembly-30-years-more"),
            ("uz", "O‘zbekiston gʻalabasi, o'zbek", "ozbekiston-galabasi-ozbek"),
            ("de", "Straße nach Köln", "strasse-nach-koln"),
            ("kk-Latn", "Şılde aiy, ÑĞŪ", "silde-aiy-ngu"),
            ("az", "Azərbaycan", "azerbaycan"),
            ("kk", "Əлия", "aliya"),
            ("pl", "Łódź, ŒUVRE Ø ½ №5 ﬁ", "lodz-oeuvre-o-1-2-no5-fi"),
            ("tg", "Тоҷикӣ", "tojiki"),
            ("ko", "대한민국 한국어", "daehanminguk-hangukeo"),
            ("ug", "ئۇيغۇرچە", "uyghurche"),
            ("kk-Arab", "قازاق ءتىلى", "qazaq-tili"),
            ("kk-Arab", "كەلىسىم، قىس", "kelisim-qys"),
        ] {
            assert_eq!(of(language, title), expected, "{title}");
        }
    }

    #[test]
    fn a_title_without_known_letters_has_no_slug() {
        for title in ["", "—", "«…»", "漢字", "''", "ь"] {
            assert_eq!(of("kk", title), "");
        }
    }

    #[test]
    fn long_titles_end_with_a_whole_word() {
        let title = "біртұтас ".repeat(20);
        assert_eq!(of("kk", &title), "birtutas-".repeat(8) + "birtutas");
        assert_eq!(of("kk", &"a".repeat(300)), "a".repeat(80));
        assert_eq!(of("kk", &format!("{} b", "a".repeat(80))), "a".repeat(80));
        assert_eq!(of("kk", &format!("a {}", "b".repeat(80))), "a");
    }

    #[test]
    fn slugs_are_told_from_other_texts() {
        for text in ["a", "2024", "birtutas-qogam-2"] {
            assert!(is_slug(text), "{text}");
        }
        for text in ["", "-", "a-", "-a", "a--b", "A", "қ", "a b", "a_b", "a/b", &"a".repeat(101)] {
            assert!(!is_slug(text), "{text}");
        }
    }

    #[test]
    fn anchors_keep_the_script_of_their_heading() {
        assert_eq!(anchor("Қоғамдық келісім: 2024"), "қоғамдық-келісім-2024");
        assert_eq!(anchor("  «Абаи\u{306}»  "), "абай");
        assert_eq!(anchor("قازاق ءتىلى"), "قازاق-ءتىلى");
        assert_eq!(anchor("हिन्दी"), "हिन्दी");
        assert_eq!(anchor("\"><script>"), "script");
        assert_eq!(anchor("?!"), "section");
    }

    #[test]
    fn composed_letters_are_normal_in_any_company() {
        use unicode_normalization::{IsNormalized, char::canonical_combining_class, is_nfc_quick};
        for c in (char::MIN..=char::MAX).filter(|c| is_composed(*c)) {
            assert_eq!(canonical_combining_class(c), 0, "{c:?}");
            assert_eq!(is_nfc_quick(std::iter::once(c)), IsNormalized::Yes, "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn a_slug_is_empty_or_a_slug_and_its_own_slug(title in "\\PC*", near in "[а-яёәіңғүұқөһ'a-zА-Я -]{0,120}") {
            for language in ["kk", "ru", "ug"] {
                for title in [&title, &near] {
                    let slug = of(language, title);
                    prop_assert!(slug.is_empty() || is_slug(&slug), "{slug}");
                    prop_assert!(slug.len() <= LONGEST);
                    prop_assert_eq!(of(language, &slug), slug);
                }
            }
        }

        #[test]
        fn an_anchor_is_safe_in_an_attribute(text in any::<String>()) {
            let id = anchor(&text);
            prop_assert!(!id.is_empty() && !id.contains(|c: char| c.is_whitespace() || c.is_control() || "\"'<>&=`#".contains(c)));
            prop_assert_eq!(anchor(&id), id);
        }
    }
}
