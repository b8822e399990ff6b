//! The newsroom as Hugo reads it: a folder of content a language, facts in every file.

use crate::newsroom::facts::{Newsroom, Release};
use crate::newsroom::stock::Lang;
use crate::newsroom::text::Text;
use crate::newsroom::{copy_theme, ids, put, put_all, quoted};
use std::fmt::Write;
use std::io;
use std::path::Path;

/// Writes the site: settings, layouts and words from the theme, then `content/<language>/`.
///
/// # Errors
/// When the disk refuses.
pub fn write(newsroom: &Newsroom, out: &Path) -> io::Result<()> {
    copy_theme("hugo", out, &|text| text)?;
    for lang in Lang::ALL {
        terms(newsroom, lang, &out.join("content").join(lang.tag()))?;
    }
    put_all(newsroom, out, |release| {
        Lang::ALL.map(|lang| {
            let file = format!("content/{}/news/{}/{}.md", lang.tag(), release.at.year(), release.id);
            (file, text(newsroom, release, lang))
        })
    })
}

fn terms(newsroom: &Newsroom, lang: Lang, content: &Path) -> io::Result<()> {
    const TITLES: [(&str, [&str; 3]); 4] = [
        ("news", ["Жаңалықтар", "Новости", "News"]),
        ("regions", ["Өңірлер", "Регионы", "Regions"]),
        ("projects", ["Жобалар", "Проекты", "Projects"]),
        ("tags", ["Тақырыптар", "Темы", "Topics"]),
    ];
    for (folder, titles) in TITLES {
        put(&content.join(folder).join("_index.md"), &format!("---\ntitle: {}\n---\n", titles[lang as usize]))?;
    }
    for (taxonomy, terms) in newsroom.terms.taxonomies() {
        for term in terms {
            let text = if taxonomy == "projects" { term.more[3 + lang as usize] } else { "" };
            let page = format!("---\ntitle: {}\n---\n{text}\n", quoted(term.names[lang as usize]));
            put(&content.join(taxonomy).join(term.id).join("_index.md"), &page)?;
        }
    }
    Ok(())
}

fn text(newsroom: &Newsroom, release: &Release, lang: Lang) -> String {
    let text = Text { newsroom, release, lang };
    let mut file = format!("---\ntitle: {}\ndescription: {}\n", quoted(&text.title()), quoted(&text.summary()));
    let _ = writeln!(file, "date: {}\nslug: {}", release.at.strftime("%Y-%m-%dT%H:%M:%S"), release.slug());
    let _ = writeln!(file, "regions: {}", ids(&newsroom.terms.regions, &release.regions));
    if let Some(project) = release.project {
        let _ = writeln!(file, "projects: {}", ids(&newsroom.terms.projects, &[project]));
    }
    let _ = writeln!(file, "tags: {}", ids(&newsroom.terms.tags, &release.tags));
    let _ = write!(file, "organization: {}\n---\n", quoted(&text.author()));
    // The address is written out: Hugo is spared the search that Jarshy's link to a file asks for.
    let link = release.earlier.map(|earlier| format!("/news{}", newsroom.releases[earlier].address(lang)));
    file + &text.body(&link.unwrap_or_default())
}
