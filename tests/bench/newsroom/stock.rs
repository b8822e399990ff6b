//! The two files of text: the sentences, and the names of regions, projects and tags.

use std::collections::HashMap;

/// A language of the newsroom.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lang {
    /// Kazakh.
    Kk,
    /// Russian.
    Ru,
    /// English.
    En,
}

impl Lang {
    /// All three, the default first.
    pub const ALL: [Self; 3] = [Self::Kk, Self::Ru, Self::En];

    /// The tag.
    pub fn tag(self) -> &'static str {
        ["kk", "ru", "en"][self as usize]
    }

    /// The language's own name.
    pub fn endonym(self) -> &'static str {
        ["Қазақша", "Русский", "English"][self as usize]
    }
}

/// The same sentence in all languages, in their order.
pub type Said = [&'static str; 3];

/// A heading with what may be said beneath it.
#[derive(Debug)]
pub struct Part {
    /// The heading of a theme, the sentence before a list.
    pub head: Said,
    /// The sentences or items.
    pub rest: Vec<Said>,
}

/// What a release may be about.
#[derive(Debug)]
pub struct Topic {
    /// The word in addresses.
    pub slug: &'static str,
    /// Headlines.
    pub titles: Vec<Said>,
}

/// All sentences.
#[derive(Debug, Default)]
pub struct Stock {
    /// Topics with their headlines.
    pub topics: Vec<Topic>,
    /// Themes.
    pub themes: Vec<Part>,
    /// Lists.
    pub lists: Vec<Part>,
    more: HashMap<&'static str, Vec<Said>>,
}

impl Stock {
    /// The sentences of `stock.txt`.
    pub fn new() -> Self {
        let mut stock = Self::default();
        for section in include_str!("stock.txt").split("\n== ").skip(1) {
            let (title, body) = section.split_once('\n').unwrap_or((section, ""));
            let (kind, slug) = title.split_once(' ').unwrap_or((title, ""));
            let mut said: Vec<Said> = body.trim().split("\n\n").map(three).collect();
            match kind {
                "topic" => stock.topics.push(Topic { slug, titles: said }),
                "theme" => stock.themes.push(Part { head: said.remove(0), rest: said }),
                "list" => stock.lists.push(Part { head: said.remove(0), rest: said }),
                kind => stock.more.entry(kind).or_default().append(&mut said),
            }
        }
        stock
    }

    /// The sentences of another kind: `summary`, `lead`, `quote`, `speaker`, `earlier`, `closing`, `measure`.
    pub fn all(&self, kind: &str) -> &[Said] {
        &self.more[kind]
    }
}

fn three(block: &'static str) -> Said {
    let lines: Vec<&str> = block.lines().collect();
    lines.try_into().unwrap_or_else(|lines| panic!("not three lines: {lines:?}"))
}

/// A region, project or tag.
#[derive(Debug)]
pub struct Term {
    /// The id.
    pub id: &'static str,
    /// The names.
    pub names: Said,
    /// The further columns of `terms.txt`.
    pub more: Vec<&'static str>,
}

/// The terms of the newsroom.
#[derive(Debug)]
pub struct Terms {
    /// 20 regions; `more` is the ISO code and the Russian forms 'of' and 'in'.
    pub regions: Vec<Term>,
    /// 12 projects; `more` is the three Kazakh endings and the text in three languages.
    pub projects: Vec<Term>,
    /// 40 tags.
    pub tags: Vec<Term>,
}

impl Terms {
    /// The terms of `terms.txt`.
    pub fn new() -> Self {
        let rows = |kind: &str| -> Vec<Vec<&'static str>> {
            let lines = include_str!("terms.txt").lines();
            let rows = lines.map(|line| line.split('|').collect::<Vec<_>>()).filter(|row| row[0] == kind);
            rows.collect()
        };
        let region = |row: Vec<&'static str>| Term {
            id: row[1],
            names: [row[3], row[4], row[7]],
            more: vec![row[2], row[5], row[6]],
        };
        let project = |row: Vec<&'static str>| Term { id: row[1], names: [row[2]; 3], more: row[3..].to_vec() };
        let tag = |row: Vec<&'static str>| Term { id: row[1], names: [row[2], row[3], row[4]], more: Vec::new() };
        Self {
            regions: rows("region").into_iter().map(region).collect(),
            projects: rows("project").into_iter().map(project).collect(),
            tags: rows("tag").into_iter().map(tag).collect(),
        }
    }

    /// The taxonomies by the word in addresses.
    pub fn taxonomies(&self) -> [(&'static str, &[Term]); 3] {
        [("regions", &self.regions), ("projects", &self.projects), ("tags", &self.tags)]
    }
}
