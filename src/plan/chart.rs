//! Releases by month, as bars.

use crate::language::{Language, dates};
use crate::model::ReleaseNo;
use crate::plan::edition::Edition;
use crate::view::MonthBar;
use jiff::Span;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// How many months are shown.
const MONTHS: usize = 36;

impl Edition {
    /// How many of these releases there are in each month from the first to the last, of the last 36; nothing for fewer than
    /// two months.
    pub fn month_bars(&self, releases: &[ReleaseNo], language: Language) -> Vec<MonthBar> {
        let mut counts: BTreeMap<Date, usize> = BTreeMap::new();
        for no in releases {
            *counts.entry(self.newsroom.release(*no).date.at.date().first_of_month()).or_default() += 1;
        }
        let ends = counts.first_key_value().zip(counts.last_key_value()).filter(|_| counts.len() > 1);
        let Some(((&first, _), (&last, _))) = ends else { return Vec::new() };
        let before = |month: &Date| month.checked_sub(Span::new().months(1)).ok();
        let months = std::iter::successors(Some(last), before).take_while(|month| *month >= first).take(MONTHS);
        let counted: Vec<(Date, usize)> =
            months.map(|month| (month, counts.get(&month).copied().unwrap_or_default())).collect();
        let most = counted.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1);
        let bar = |(month, count): (Date, usize)| MonthBar {
            title: self.config.say(language, |spoken| dates::month_and_year(spoken, month.year(), month.month())),
            count,
            count_text: self.count(language, count),
            share: count * 100 / most,
        };
        counted.into_iter().rev().map(bar).collect()
    }
}
