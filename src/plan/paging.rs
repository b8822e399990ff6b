//! The pages of a long list, counted from the oldest: page 1 is the oldest, and a full page never changes again. The
//! list's own address shows the newest, between one and two pages of them.

use crate::language::Language;
use crate::location::Permalink;
use crate::plan::edition::Edition;
use crate::plan::frame::{Indexing, There};
use crate::plan::sheet::Sheet;
use crate::plan::target::Target;

/// How many entries a full page has.
const SIZE: usize = 20;

/// How many numbered pages a list of `length` has beside its own.
pub fn numbered(length: usize) -> usize {
    (length / SIZE).saturating_sub(1)
}

/// The entries of a page, both the oldest first.
pub fn shown<T>(entries: &[T], number: Option<usize>) -> &[T] {
    let range = match number {
        Some(number) => number.saturating_sub(1) * SIZE..number * SIZE,
        None => numbered(entries.len()) * SIZE..entries.len(),
    };
    entries.get(range).unwrap_or_default()
}

/// A numbered page is a part of its list, and has no counterpart in other languages.
pub fn indexing(number: Option<usize>) -> Indexing {
    if number.is_some() { Indexing::Alone } else { Indexing::Index(None) }
}

/// The address of a page of the list at `list`.
pub fn permalink(list: &Permalink, number: Option<usize>) -> Permalink {
    number.map_or_else(|| list.clone(), |number| list.page(number))
}

/// The page of the list of `length` at `list` that comes nearest to a page of that list in another language.
pub fn there(list: &Permalink, length: usize, number: Option<usize>) -> There {
    There::Same(permalink(list, number.filter(|number| *number <= numbered(length))))
}

/// The local URLs of the other pages that a page leads to.
pub struct Ways {
    /// The page with the next older entries.
    pub older: Option<String>,
    /// The page with the next newer entries.
    pub newer: Option<String>,
    /// The page with the newest entries; nothing on that page itself.
    pub newest: Option<String>,
}

impl Edition {
    /// Adds all pages of the list of `length` at `list`.
    pub fn add_pages(
        &self,
        sheet: &mut Sheet,
        language: Language,
        list: &Permalink,
        length: usize,
        target: impl Fn(Option<u32>) -> Target,
    ) {
        let last = numbered(length);
        for number in 1..=last {
            sheet.add(&list.page(number), target(u32::try_from(number).ok()));
        }
        if last > 0 {
            // The newest full page already leads to the next one, so that it need not change when that one comes.
            sheet.add(&list.page(last + 1), Target::Redirect(language, list.clone()));
        }
        sheet.add(list, target(None));
    }

    /// The ways on from a page of the list of `length` at `list`.
    pub fn ways(&self, list: &Permalink, length: usize, number: Option<usize>) -> Ways {
        let page = |number: usize| self.local(&list.page(number));
        let older = number.unwrap_or(numbered(length) + 1).checked_sub(1).filter(|older| *older > 0);
        Ways {
            older: older.map(page),
            newer: number.map(|number| page(number + 1)),
            newest: number.map(|_| self.local(list)),
        }
    }

    /// The title of a page of a list.
    pub fn page_title(&self, language: Language, title: &str, number: Option<usize>) -> String {
        match number {
            Some(number) => self.t_with(language, "title-page", &[("title", title), ("number", &number.to_string())]),
            None => title.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::numbered;

    #[test]
    fn a_list_shows_between_one_and_two_pages_before_it_numbers_one() {
        let pages: Vec<usize> = [0, 1, 20, 39, 40, 59, 60, 100].into_iter().map(numbered).collect();
        assert_eq!(pages, [0, 0, 0, 0, 1, 1, 2, 4]);
    }
}
