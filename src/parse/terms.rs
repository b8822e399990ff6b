//! `content/regions.yaml` and `content/tags.yaml`.

use crate::config::periods::{self, Former};
use crate::config::{self, Config};
use crate::diagnostic::{At, Code, Diagnostic, Place, Span};
use crate::language::{Language, slug};
use crate::source::Sources;
use crate::yaml::{self, Entry, Table, Text};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

/// A region as regions.yaml describes it.
#[derive(Clone, Debug)]
pub struct RegionEntry {
    /// The id.
    pub id: At<String>,
    /// The ISO 3166-2 code.
    pub iso: Option<At<String>>,
    /// The names by language.
    pub names: BTreeMap<Language, String>,
    /// The names that it bore before, in the order of time.
    pub former: Vec<Former<BTreeMap<Language, String>>>,
    /// Other names that editors may write.
    pub aliases: Vec<At<String>>,
    /// The first day on which it existed.
    pub from: Option<At<Date>>,
    /// The first day on which it no longer existed.
    pub until: Option<At<Date>>,
    /// The region of which it was a part before, by any name.
    pub predecessor: Option<At<String>>,
    /// Where it stands on the map of the regions.
    pub map: Option<At<MapPlace>>,
}

/// A place on the map of the regions, on which each is a square of the same size.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MapPlace {
    /// The column, from 1 in the west to 24.
    pub column: u8,
    /// The row, from 1 in the north to 24.
    pub row: u8,
    /// What is written there, by language: a few letters.
    pub labels: BTreeMap<Language, String>,
}

/// The last column and row of the map.
const MAP: i64 = 24;

/// A tag as tags.yaml lists it.
#[derive(Clone, Debug)]
pub struct TagEntry {
    /// The id.
    pub id: At<String>,
    /// The names by language.
    pub names: BTreeMap<Language, String>,
}

/// Where regions are described.
pub const REGIONS: &str = "content/regions.yaml";
/// Where tags are listed.
pub const TAGS: &str = "content/tags.yaml";

/// Reads the regions in their order; none when there is no file.
///
/// # Errors
/// When the disk refuses.
pub fn regions(sources: &Sources, config: &Config, findings: &mut Vec<Diagnostic>) -> io::Result<Vec<RegionEntry>> {
    let regions = entries(sources, REGIONS, findings, |file, id, entry, findings| {
        let table = entry.table(findings)?;
        Some(region(file, id, table, config, findings))
    })?;
    findings.extend(crowded(&regions));
    Ok(regions)
}

/// Finds regions whose place on the map another has.
fn crowded(regions: &[RegionEntry]) -> Vec<Diagnostic> {
    let placed = || regions.iter().filter_map(|region| Some((region, region.map.as_ref()?)));
    let taken = |(at, (_, map)): (usize, (&RegionEntry, &At<MapPlace>))| {
        let same = |(_, other): &(&RegionEntry, &At<MapPlace>)| {
            (other.value.column, other.value.row) == (map.value.column, map.value.row)
        };
        let (other, first) = placed().take(at).find(same)?;
        let (column, row) = (i64::from(map.value.column), i64::from(map.value.row));
        let finding = bad_place(&REGIONS.into(), map.span, column, row, &other.id.value);
        Some(finding.also(Place::new(REGIONS, first.span)))
    };
    placed().enumerate().filter_map(taken).collect()
}

fn bad_place(file: &Arc<str>, span: Span, column: i64, row: i64, other: &str) -> Diagnostic {
    let finding = Diagnostic::new(Code::BadMapPlace, Place::new(file.clone(), span));
    finding.with("column", column).with("row", row).with("other", other)
}

/// Reads a place on the map; one beyond its edges is a finding.
fn map_place(
    file: &Arc<str>,
    mut table: Table,
    config: &Config,
    findings: &mut Vec<Diagnostic>,
) -> Option<At<MapPlace>> {
    let span = table.span();
    let column = table.required("column", Table::number);
    let row = table.required("row", Table::number);
    let labels = config::localized(file, table, &config.languages, findings);
    let (column, row) = (column?.value, row?.value);
    let number = |number: i64| u8::try_from(number).ok().filter(|_| (1..=MAP).contains(&number));
    match (number(column), number(row)) {
        (Some(column), Some(row)) => Some(At::new(MapPlace { column, row, labels }, span)),
        _ => {
            findings.push(bad_place(file, span, column, row, "none"));
            None
        }
    }
}

/// Reads the tags in their order; none when there is no file.
///
/// # Errors
/// When the disk refuses.
pub fn tags(sources: &Sources, config: &Config, findings: &mut Vec<Diagnostic>) -> io::Result<Vec<TagEntry>> {
    entries(sources, TAGS, findings, |file, id, entry, findings| {
        let names = config::localized(file, entry.table(findings)?, &config.languages, findings);
        Some(TagEntry { id, names })
    })
}

fn entries<T>(
    sources: &Sources,
    path: &str,
    findings: &mut Vec<Diagnostic>,
    read: impl Fn(&Arc<str>, At<String>, Entry, &mut Vec<Diagnostic>) -> Option<T>,
) -> io::Result<Vec<T>> {
    let Some(file) = sources.find(path) else { return Ok(Vec::new()) };
    let Some(text) = sources.text(file, findings)? else { return Ok(Vec::new()) };
    let Some(mut table) = yaml::read(&Text::new(file, &text), findings) else { return Ok(Vec::new()) };
    let mut all = Vec::new();
    for (id, entry) in table.entries() {
        if !slug::is_slug(&id.value) {
            findings.push(bad_id(file, &id, config_proposal(&id.value)));
        }
        all.extend(read(file, id, entry, findings));
    }
    table.finish(findings);
    Ok(all)
}

fn config_proposal(id: &str) -> String {
    Language::parse("kk").map(|kazakh| slug::proposal(kazakh, id)).unwrap_or_default()
}

/// An id that cannot stand in a URL, with one that can.
pub fn bad_id(file: &Arc<str>, id: &At<String>, proposal: String) -> Diagnostic {
    let place = Place::new(file.clone(), id.span);
    Diagnostic::new(Code::BadId, place).with("text", &id.value).with("proposal", proposal)
}

fn region(
    file: &Arc<str>,
    id: At<String>,
    mut table: Table,
    config: &Config,
    findings: &mut Vec<Diagnostic>,
) -> RegionEntry {
    let names_of = |table: &mut Table, findings: &mut Vec<Diagnostic>| {
        let names = table.required("names", Table::table);
        names.map(|names| config::localized(file, names, &config.languages, findings)).unwrap_or_default()
    };
    let names = names_of(&mut table, findings);
    let former = periods::former(&mut table, findings, names_of);
    let (iso, aliases, predecessor) = (table.text("iso"), table.texts("aliases"), table.text("predecessor"));
    // A part has left at a day, or nobody can tell which releases are of the whole.
    let from = match predecessor {
        Some(_) => periods::needed_day(&mut table, "from", findings),
        None => periods::day(&mut table, "from", findings),
    };
    let until = periods::day(&mut table, "until", findings);
    if let (Some(from), Some(until)) = (&from, &until)
        && until.value <= from.value
    {
        findings.push(periods::backwards(&table, "until", from.value, until));
    }
    let map = table.table("map").and_then(|map| map_place(file, map, config, findings));
    table.finish(findings);
    RegionEntry { id, iso, names, former, aliases, from, until, predecessor, map }
}
