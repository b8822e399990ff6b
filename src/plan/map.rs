//! The regions as a map on which each is a square of the same size.

use crate::language::Language;
use crate::location::Taxonomy;
use crate::model::TermNo;
use crate::plan::edition::Edition;
use crate::plan::target::List;
use crate::view::{MapTile, RegionMap};

/// How many shades tell how many releases a region has, but for none.
const SHADES: usize = 4;

impl Edition {
    /// The map of the regions that have a place on it; nothing for fewer than two.
    pub fn region_map(&self, language: Language) -> Option<RegionMap> {
        let regions = self.index_terms(Taxonomy::Region, language);
        let count = |no: TermNo| self.listed(List::Term(no), language).len();
        let placed: Vec<TermNo> = regions.filter(|no| self.newsroom.term(*no).map.is_some()).collect();
        let most = placed.iter().map(|no| count(*no)).max().filter(|_| placed.len() > 1)?;
        let tiles: Vec<MapTile> = placed.iter().filter_map(|no| self.map_tile(*no, language, most)).collect();
        let (columns, rows) = (tiles.iter().map(|tile| tile.column), tiles.iter().map(|tile| tile.row));
        let (columns, rows) = (columns.max()? + 1, rows.max()? + 1);
        Some(RegionMap { columns, rows, tiles })
    }

    fn map_tile(&self, no: TermNo, language: Language, most: usize) -> Option<MapTile> {
        let place = self.newsroom.term(no).map.as_ref()?;
        let title = self.term_name(no, language).unwrap_or_default().to_owned();
        let count = self.listed(List::Term(no), language).len();
        Some(MapTile {
            label: self.config.name_in(&place.labels, language).unwrap_or(&title).to_owned(),
            title,
            url: self.local(&self.term_permalink(no, language)),
            count,
            count_text: self.count(language, count),
            shade: (count * SHADES).div_ceil(most.max(1)),
            column: place.column - 1,
            row: place.row - 1,
        })
    }
}
