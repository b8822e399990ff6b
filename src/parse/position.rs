//! What the path of a file says: of what kind it is, to what it belongs, in which language.

use crate::parse::document::Front;
use crate::parse::release::FrontReading;
use crate::yaml::Table;

/// What a path says of a Markdown file.
pub struct Position<'a> {
    /// Reads its front matter.
    pub front: fn(&mut FrontReading<'_>, &mut Table) -> Front,
    /// The path that all languages of its subject share.
    pub subject: &'a str,
    /// The language, as the name tells it.
    pub language: &'a str,
}

/// The path that all languages of a release, project or page share; `None` for a file that is no text of one.
pub fn subject(path: &str) -> Option<&str> {
    position(path).map(|position| position.subject)
}

/// What a path says of a file; `None` for one that is no text.
pub fn position(path: &str) -> Option<Position<'_>> {
    let (kind, rest) = path.strip_prefix("content/")?.split_once('/')?;
    let front: fn(&mut FrontReading<'_>, &mut Table) -> Front = match kind {
        "releases" => |reading, table| Front::Release(Box::new(reading.release(table))),
        "projects" => |reading, table| Front::Project(Box::new(reading.project(table))),
        "pages" => |reading, table| Front::Page(reading.page(table)),
        _ => return None,
    };
    let stem = path.strip_suffix(".md")?;
    let name = rest.strip_suffix(".md")?.rsplit('/').next()?;
    let (subject, language) = match name.rsplit_once('.') {
        Some((_, language)) => (&stem[..stem.len() - language.len() - 1], language),
        None if rest.contains('/') => (&stem[..stem.len() - name.len() - 1], name),
        None => return None,
    };
    Some(Position { front, subject, language })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_tells_subject_and_language() {
        let place = |path| position(path).map(|position| (position.subject, position.language));
        assert_eq!(place("content/releases/2024/x/ru.md"), Some(("content/releases/2024/x", "ru")));
        assert_eq!(place("content/releases/2024/x.ru.md"), Some(("content/releases/2024/x", "ru")));
        assert_eq!(place("content/releases/x.en-GB.md"), Some(("content/releases/x", "en-GB")));
        assert_eq!(place("content/pages/about/kk.md"), Some(("content/pages/about", "kk")));
        assert_eq!(place("content/releases/ru.md"), None);
        assert_eq!(place("content/other/x/ru.md"), None);
        assert_eq!(place("content/releases/2024/x/hall.jpg"), None);
    }
}
