//! The order of letters in a language: what stands first in a list of names.

use crate::language::tag::Language;
use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::Locale;
use std::borrow::Cow;
use std::cmp::Ordering;
use unicode_normalization::UnicodeNormalization;

/// The collation of a language (CLDR): Kazakh has the order of its alphabet, `а ә б в г ғ д … ъ ы і ь э ю я`.
pub struct Order {
    language: Language,
    whole: Option<CollatorBorrowed<'static>>,
    /// The same that sees nothing but letters: neither case nor accents.
    letters: Option<CollatorBorrowed<'static>>,
}

/// A character that stands behind all others in every order (CLDR).
const LAST: char = '\u{ffff}';

impl Order {
    /// The order of a language; a language that CLDR does not know is ordered by the root collation.
    pub fn of(language: Language) -> Self {
        let locale = Locale::try_from_str(language.as_str()).unwrap_or(Locale::UNKNOWN);
        let collator = |strength| {
            let mut options = CollatorOptions::default();
            options.strength = strength;
            let of = |preferences| Collator::try_new(preferences, options);
            of(CollatorPreferences::from(&locale)).or_else(|_| of(CollatorPreferences::default())).ok()
        };
        Self { language, whole: collator(None), letters: collator(Some(Strength::Primary)) }
    }

    /// The letter of the language's alphabet under which a name stands in an index, as a capital: `Ё` in Kazakh, where it
    /// is a letter, and `Е` in Russian, where it is not; `Sh` in Uzbek. Names of one letter stand together in the order.
    pub fn letter(&self, name: &str) -> String {
        let mut chars = name.chars();
        let Some(first) = chars.next() else { return String::new() };
        let capital = || self.capital(first);
        match chars.next() {
            Some(second) if self.is_letter(first, second) => capital() + &second.to_lowercase().to_string(),
            _ => {
                let plain = first.nfd().next().filter(|plain| self.same_letter(*plain, first));
                plain.map_or_else(capital, |plain| self.capital(plain))
            }
        }
    }

    /// Whether two signs are one letter: those stand behind all names that begin with the first of them.
    fn is_letter(&self, first: char, second: char) -> bool {
        let behind = |letters: &CollatorBorrowed<'_>| {
            let [both, last] = [second, LAST].map(|second| String::from_iter([first, second]));
            letters.compare(&self.spelled(&both), &self.spelled(&last)).is_gt()
        };
        second.is_alphanumeric() && self.letters.as_ref().is_some_and(behind)
    }

    fn same_letter(&self, one: char, other: char) -> bool {
        let same = |letters: &CollatorBorrowed<'_>| {
            let [one, other] = [one, other].map(String::from);
            letters.compare(&self.spelled(&one), &self.spelled(&other)).is_eq()
        };
        self.letters.as_ref().is_some_and(same)
    }

    fn capital(&self, letter: char) -> String {
        let dotted = matches!(self.language.primary(), "tr" | "az") || self.is_kazakh_latin();
        if letter == 'i' && dotted { "İ".to_owned() } else { letter.to_uppercase().to_string() }
    }

    /// The text as it is compared: CLDR has no order for Kazakh in Latin letters, so that there each letter that others
    /// take for an accent is put behind the one before it, `Ä` behind all that begins with `A`.
    fn spelled<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if !self.is_kazakh_latin() {
            return Cow::Borrowed(text);
        }
        let mut spelled = String::with_capacity(2 * text.len());
        for letter in text.chars() {
            let (before, behind) = match letter {
                'ı' => ('i', 0),
                'I' => ('I', 0),
                'i' => ('i', 1),
                'İ' => ('I', 1),
                'ü' => ('u', 2),
                'Ü' => ('U', 2),
                _ => match "äÄğĞñÑöÖşŞūŪ".contains(letter) {
                    true => (letter.nfd().next().unwrap_or(letter), 1),
                    false => (letter, 0),
                },
            };
            spelled.push(before);
            spelled.extend(std::iter::repeat_n(LAST, behind));
        }
        Cow::Owned(spelled)
    }

    fn is_kazakh_latin(&self) -> bool {
        self.language.as_str().starts_with("kk-Latn")
    }

    /// Compares two texts; those that the language holds for equal are ordered by code points, so that lists are the
    /// same in every build.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        let compare = |collator: &CollatorBorrowed<'_>| collator.compare(&self.spelled(a), &self.spelled(b));
        let by_letters = self.whole.as_ref().map_or(Ordering::Equal, compare);
        by_letters.then_with(|| a.cmp(b))
    }

    /// Sorts by name; items of one name keep their order.
    pub fn sort_by_name<T>(&self, items: &mut [T], name: impl Fn(&T) -> &str) {
        items.sort_by(|a, b| self.compare(name(a), name(b)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(tag: &str) -> Order {
        Order::of(Language::parse(tag).unwrap())
    }

    fn sorted(tag: &str, text: &str, separator: &str) -> String {
        let mut items: Vec<&str> = text.split(separator).collect();
        items.sort_unstable();
        order(tag).sort_by_name(&mut items, |item| item);
        items.join(separator)
    }

    const ALPHABET: &str = "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я";

    #[test]
    fn kazakh_letters_stand_as_in_the_alphabet() {
        assert_eq!(sorted("kk", ALPHABET, " "), ALPHABET);
        assert_eq!(sorted("kk-Cyrl", ALPHABET, " "), ALPHABET);
        assert_eq!(sorted("kk", &ALPHABET.to_uppercase(), " "), ALPHABET.to_uppercase());
        assert_ne!(sorted("ru", ALPHABET, " "), ALPHABET);
    }

    #[test]
    fn kazakh_latin_letters_stand_as_in_the_alphabet() {
        let alphabet = "a ä b d e f g ğ h ı i j k l m n ñ o ö p q r s ş t u ū ü v y z";
        assert_eq!(sorted("kk-Latn", alphabet, " "), alphabet);
        let capitals = "A Ä B D E F G Ğ H I İ J K L M N Ñ O Ö P Q R S Ş T U Ū Ü V Y Z";
        assert_eq!(sorted("kk-Latn", capitals, " "), capitals);
        assert_eq!(sorted("kk-Latn", "Azat Ädıl Aşyq Şyğys Saz", " "), "Aşyq Azat Ädıl Saz Şyğys");
    }

    #[test]
    fn kazakh_regions_stand_as_in_the_alphabet() {
        let regions = "Абай облысы|Ақмола облысы|Ақтөбе облысы|Алматы қаласы|Алматы облысы|Астана қаласы|Атырау облысы|\
            Батыс Қазақстан облысы|Жамбыл облысы|Жетісу облысы|Қарағанды облысы|Қостанай облысы|Қызылорда облысы|\
            Маңғыстау облысы|Павлодар облысы|Солтүстік Қазақстан облысы|Түркістан облысы|Ұлытау облысы|\
            Шығыс Қазақстан облысы|Шымкент қаласы";
        assert_eq!(regions.split('|').count(), 20);
        assert_eq!(sorted("kk", regions, "|"), regions);
    }

    #[test]
    fn kazakh_words_on_y_and_i_keep_apart() {
        assert_eq!(sorted("kk", "Ынтымақ Ыстық Іс Эл", " "), "Ынтымақ Ыстық Іс Эл");
    }

    #[test]
    fn a_name_stands_under_a_letter_of_its_alphabet() {
        let letters = |tag: &str, names: &str| {
            let order = order(tag);
            names.split(' ').map(|name| order.letter(name)).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(letters("kk", ALPHABET), ALPHABET.to_uppercase());
        assert_eq!(letters("kk", "әдет Іс ёлка Ййй 2024"), "Ә І Ё Й 2");
        assert_eq!(letters("ru", "ель Ёлка ёж йод"), "Е Е Е Й");
        assert_eq!(letters("en", "été Apple"), "E A");
        assert_eq!(letters("uz", "shahar Choy oʻzbek gʻalaba salom olma"), "Sh Ch Oʻ Gʻ S O");
        assert_eq!(letters("kk-Latn", "ınta iz Älem"), "I İ Ä");
        assert_eq!(letters("de", "Österreich Ost"), "O O");
        assert_eq!(order("kk").letter(""), "");
    }

    #[test]
    fn names_of_one_letter_stand_together() {
        let order = order("ru");
        let mut names = ["ещё", "ёлка", "Ель", "жук", "ёж", "дом"];
        order.sort_by_name(&mut names, |name| name);
        let mut letters = names.map(|name| order.letter(name)).to_vec();
        letters.dedup();
        assert_eq!(letters, ["Д", "Е", "Ж"]);
    }

    #[test]
    fn every_language_has_an_order() {
        assert_eq!(sorted("dng", "б а", " "), "а б");
        assert_eq!(sorted("kk-Latn", "b a", " "), "a b");
        assert_eq!(order("ru").compare("ёлка", "ель"), Ordering::Less);
        assert_eq!(order("ru").compare("", ""), Ordering::Equal);
        assert_ne!(order("ru").compare("\u{e9}", "e\u{301}"), Ordering::Equal);
    }

    #[test]
    fn an_order_is_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Order>();
    }

    #[test]
    fn items_of_one_name_keep_their_order() {
        let mut items = [("б", 1), ("а", 1), ("б", 2), ("а", 2)];
        order("kk").sort_by_name(&mut items, |item| item.0);
        assert_eq!(items, [("а", 1), ("а", 2), ("б", 1), ("б", 2)]);
    }
}
