//! The newsroom as Jarshy reads it: facts once, in the original, and texts beside it.

use crate::newsroom::facts::{Newsroom, Release};
use crate::newsroom::stock::{Lang, Term};
use crate::newsroom::text::Text;
use crate::newsroom::{copy_theme, ids, put, put_all, quoted};
use std::fmt::Write;
use std::io;
use std::path::Path;

/// Writes `content/` and `themes/`.
///
/// # Errors
/// When the disk refuses.
pub fn write(newsroom: &Newsroom, out: &Path) -> io::Result<()> {
    let content = out.join("content");
    put(&content.join("site.yaml"), include_str!("site.yaml"))?;
    put(&content.join("regions.yaml"), &newsroom.terms.regions.iter().map(region).collect::<String>())?;
    put(&content.join("tags.yaml"), &newsroom.terms.tags.iter().map(tag).collect::<String>())?;
    for (project, lang) in newsroom.terms.projects.iter().flat_map(|project| Lang::ALL.map(|lang| (project, lang))) {
        let (title, text) = (quoted(project.names[lang as usize]), project.more[3 + lang as usize]);
        let file = content.join(format!("projects/{}/{}.md", project.id, lang.tag()));
        put(&file, &format!("---\ntitle: {title}\n---\n{text}\n"))?;
    }
    put_all(newsroom, &content, |release| Lang::ALL.map(|lang| (path(release, lang), text(newsroom, release, lang))))?;
    copy_theme("small", &out.join("themes/small"), &|text| text)
}

fn region(region: &Term) -> String {
    format!("{}:\n  iso: {}\n  names:\n{}", region.id, region.more[0], names(region, "    "))
}

fn tag(tag: &Term) -> String {
    format!("{}:\n{}", tag.id, names(tag, "  "))
}

fn names(term: &Term, indent: &str) -> String {
    let line = |lang: Lang| format!("{indent}{}: {}\n", lang.tag(), quoted(term.names[lang as usize]));
    Lang::ALL.map(line).concat()
}

fn path(release: &Release, lang: Lang) -> String {
    format!("releases/{}/{}/{}.md", release.at.year(), release.id, lang.tag())
}

fn text(newsroom: &Newsroom, release: &Release, lang: Lang) -> String {
    let text = Text { newsroom, release, lang };
    let mut file = format!("---\ntitle: {}\nsummary: {}\n", quoted(&text.title()), quoted(&text.summary()));
    if lang == release.original {
        let _ = writeln!(file, "date: {}", release.at.strftime("%Y-%m-%dT%H:%M"));
        let _ = writeln!(file, "region: {}", ids(&newsroom.terms.regions, &release.regions));
        if let Some(project) = release.project {
            let _ = writeln!(file, "project: {}", newsroom.terms.projects[project].id);
        }
        let _ = writeln!(file, "tags: {}", ids(&newsroom.terms.tags, &release.tags));
    }
    let _ = write!(file, "author:\n  organization: {}\n---\n", quoted(&text.author()));
    let link = release.earlier.map(|earlier| format!("../../../{}", path(&newsroom.releases[earlier], lang)));
    file + &text.body(&link.unwrap_or_default())
}
