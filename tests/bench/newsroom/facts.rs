//! What happened, when and where: the facts of every release, in the order of publication.

use crate::newsroom::draw::Draw;
use crate::newsroom::stock::{Lang, Stock, Terms};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, date};
use std::collections::HashSet;

/// The first day of the newsroom, and how many days it has: ten years, long past.
const FIRST: Date = date(2016, 1, 4);
const DAYS: usize = 3_650;

/// A release.
#[derive(Clone, Debug)]
pub struct Release {
    /// Its number, from 0.
    pub number: usize,
    /// The id: date, topic and region.
    pub id: String,
    /// When it was published, in the newsroom's zone. No two are published at the same minute of a day.
    pub at: DateTime,
    /// The language in which it was written.
    pub original: Lang,
    /// The number of the topic.
    pub topic: usize,
    /// The numbers of its regions, at least one.
    pub regions: Vec<usize>,
    /// The number of its project.
    pub project: Option<usize>,
    /// The numbers of its tags.
    pub tags: Vec<usize>,
    /// An earlier release that its text leads to.
    pub earlier: Option<usize>,
}

impl Release {
    /// The id less its date.
    pub fn slug(&self) -> &str {
        &self.id[11..]
    }

    /// The address of its page in a language, less the base: `/ru/news/2024/10/18/lektorii-astana/`.
    pub fn address(&self, lang: Lang) -> String {
        let (year, month, day) = (self.at.year(), self.at.month(), self.at.day());
        format!("/{}/news/{year:04}/{month:02}/{day:02}/{}/", lang.tag(), self.slug())
    }
}

/// The newsroom.
#[derive(Debug)]
pub struct Newsroom {
    /// What can be said.
    pub stock: Stock,
    /// What it can be said of.
    pub terms: Terms,
    /// The releases, the oldest first.
    pub releases: Vec<Release>,
}

impl Newsroom {
    /// A newsroom of `count` releases, up to 1,000,000; a larger one does not begin with a smaller one.
    pub fn new(count: usize) -> Self {
        let (stock, terms) = (Stock::new(), Terms::new());
        let mut ids = HashSet::new();
        let releases = (0..count).map(|number| release(number, count, &stock, &terms, &mut ids)).collect();
        Self { stock, terms, releases }
    }
}

fn release(number: usize, count: usize, stock: &Stock, terms: &Terms, ids: &mut HashSet<String>) -> Release {
    let mut draw = Draw::of(&[number]);
    let at = instant(number, count);
    let topic = draw.below(stock.topics.len());
    let number_of_regions = 1 + usize::from(draw.chance(15));
    let regions = draw.some(number_of_regions, terms.regions.len());
    let number_of_tags = 1 + draw.below(4);
    let tags = draw.some(number_of_tags, terms.tags.len());
    let project = draw.chance(60).then(|| draw.below(terms.projects.len()));
    let back = 1 + draw.below(200);
    let plain = format!("{}-{}-{}", at.date(), stock.topics[topic].slug, terms.regions[regions[0]].id);
    Release {
        number,
        id: unique(plain, ids),
        at,
        original: if draw.chance(60) { Lang::Kk } else { Lang::Ru },
        topic,
        regions,
        project,
        tags,
        earlier: number.checked_sub(back).filter(|_| draw.chance(50)),
    }
}

/// The releases are spread evenly over the days, and those of a day over its nine hours of work.
fn instant(number: usize, count: usize) -> DateTime {
    let day = number * DAYS / count;
    let first = (day * count).div_ceil(DAYS);
    let after = ((day + 1) * count).div_ceil(DAYS);
    let minute = (number - first) * 540 / (after - first).max(1);
    let span = (day as i64).days().minutes((9 * 60 + minute) as i64);
    FIRST.to_datetime(jiff::civil::Time::midnight()).saturating_add(span)
}

fn unique(plain: String, ids: &mut HashSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{plain}-{number}"));
    let id = std::iter::once(plain.clone()).chain(numbered).find(|id| !ids.contains(id)).unwrap_or_default();
    ids.insert(id.clone());
    id
}
