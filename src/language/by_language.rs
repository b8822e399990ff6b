//! A value for each of a few languages.

use crate::language::tag::Language;

/// A map from languages in the order of their tags, as small as what it holds: a newsroom has hundreds of thousands of
/// them, each of a handful of languages.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ByLanguage<T>(Vec<(Language, T)>);

impl<T> Default for ByLanguage<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> ByLanguage<T> {
    /// The value of a language.
    pub fn get(&self, language: &Language) -> Option<&T> {
        self.0.iter().find(|(other, _)| other == language).map(|(_, value)| value)
    }

    /// The value of a language, to be changed.
    pub fn get_mut(&mut self, language: &Language) -> Option<&mut T> {
        self.0.iter_mut().find(|(other, _)| other == language).map(|(_, value)| value)
    }

    /// Sets the value of a language.
    pub fn insert(&mut self, language: Language, value: T) {
        match self.0.binary_search_by_key(&language, |(other, _)| *other) {
            Ok(at) => self.0[at].1 = value,
            Err(at) => self.0.insert(at, (language, value)),
        }
    }

    /// Whether a language has a value.
    pub fn contains_key(&self, language: &Language) -> bool {
        self.get(language).is_some()
    }

    /// The languages with their values.
    pub fn iter(&self) -> impl Iterator<Item = (&Language, &T)> {
        self.0.iter().map(|(language, value)| (language, value))
    }

    /// The same, with the values to be changed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (Language, &mut T)> {
        self.0.iter_mut().map(|(language, value)| (*language, value))
    }

    /// The values in the order of their languages.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.0.iter().map(|(_, value)| value)
    }
}

/// Of two values for one language the last stands.
impl<T> FromIterator<(Language, T)> for ByLanguage<T> {
    fn from_iter<I: IntoIterator<Item = (Language, T)>>(values: I) -> Self {
        let mut all = Self::default();
        values.into_iter().for_each(|(language, value)| all.insert(language, value));
        all.0.shrink_to_fit();
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_value_of_a_language_stands_and_tags_are_in_order() {
        let language = |tag| Language::parse(tag).unwrap();
        let map: ByLanguage<u8> =
            [("ru", 1), ("kk", 2), ("ru", 3)].map(|(tag, value)| (language(tag), value)).into_iter().collect();
        let all: Vec<(String, u8)> = map.iter().map(|(language, value)| (language.to_string(), *value)).collect();
        assert_eq!(all, [("kk".to_owned(), 2), ("ru".to_owned(), 3)]);
        assert_eq!(map.get(&language("en")), None);
    }
}
