//! The order of letters in a language: what stands first in a list of names.

use crate::language::tag::Language;
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::Locale;
use std::cmp::Ordering;

/// The collation of a language (CLDR): Kazakh has the order of its alphabet, `а ә б в г ғ д … ъ ы і ь э ю я`.
pub struct Order(Option<CollatorBorrowed<'static>>);

impl Order {
    /// The order of a language; a language that CLDR does not know is ordered by the root collation.
    pub fn of(language: Language) -> Self {
        let locale = Locale::try_from_str(language.as_str()).unwrap_or(Locale::UNKNOWN);
        let collator = |preferences| Collator::try_new(preferences, CollatorOptions::default());
        Self(collator(CollatorPreferences::from(&locale)).or_else(|_| collator(CollatorPreferences::default())).ok())
    }

    /// Compares two texts; those that the language holds for equal are ordered by code points, so that lists are the
    /// same in every build.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        let by_letters = self.0.as_ref().map_or(Ordering::Equal, |collator| collator.compare(a, b));
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
