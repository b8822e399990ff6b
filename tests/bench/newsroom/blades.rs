//! The newsroom as Blades reads it. It knows no languages and no texts of terms: one section a language, nine
//! taxonomies, and the templates once for each language.

use crate::newsroom::facts::{Newsroom, Release};
use crate::newsroom::stock::{Lang, Term};
use crate::newsroom::text::{Text, in_words};
use crate::newsroom::{copy_theme, ids, put, put_all, quoted};
use std::fmt::Write;
use std::io;
use std::path::Path;

/// The templates that are written once for each language.
const TEMPLATES: [(&str, &str); 6] = [
    ("top.html", include_str!("../themes/blades/languages/top.html")),
    ("news.html", include_str!("../themes/blades/languages/news.html")),
    ("release.html", include_str!("../themes/blades/languages/release.html")),
    ("taxonomy.html", include_str!("../themes/blades/languages/taxonomy.html")),
    ("key.html", include_str!("../themes/blades/languages/key.html")),
    ("pages.html", include_str!("../themes/blades/languages/pages.html")),
];

/// Writes `Blades.toml`, `content/`, `templates/` and `assets/`.
///
/// # Errors
/// When the disk refuses.
pub fn write(newsroom: &Newsroom, out: &Path) -> io::Result<()> {
    put(&out.join("Blades.toml"), &settings())?;
    put(&out.join("content/index.toml"), "title = \"Қазақша\"\ntemplate = \"root.html\"\n")?;
    copy_theme("blades/assets", &out.join("assets"), &|text| text)?;
    copy_theme("blades/templates", &out.join("templates"), &|text| text)?;
    for lang in Lang::ALL {
        let section = section(lang);
        put(&out.join(format!("content/{}/index.toml", lang.tag())), &section)?;
        let words = words(lang);
        for (name, template) in TEMPLATES {
            let file = out.join(format!("templates/{}-{name}", lang.tag()));
            put(&file, &in_language(template, lang, &words))?;
        }
    }
    put_all(newsroom, out, |release| {
        Lang::ALL.map(|lang| {
            let file = format!("content/{}/{}.md", lang.tag(), release.id);
            (file, text(newsroom, release, lang))
        })
    })
}

fn settings() -> String {
    let mut settings =
        "title = \"Қазақстан халқы Ассамблеясының баспасөз орталығы\"\nurl = \"https://assembly.example/news\"\n\
         atom = false\ndates_of_creation = false\n\n[taxonomies]\n"
            .to_owned();
    for (lang, taxonomy) in Lang::ALL.into_iter().flat_map(|lang| ["regions", "projects", "tags"].map(|of| (lang, of)))
    {
        let tag = lang.tag();
        let _ = writeln!(
            settings,
            "{tag}-{taxonomy} = {{ template = \"{tag}-taxonomy.html\", key_template = \"{tag}-key.html\", paginate_by = 20 }}"
        );
    }
    settings
}

fn section(lang: Lang) -> String {
    let tag = lang.tag();
    format!(
        "title = {}\ntemplate = \"{tag}-news.html\"\npage_template = \"{tag}-release.html\"\npaginate_by = 20\n",
        quoted(lang.endonym())
    )
}

/// The interface words of a language, as the small theme has them.
fn words(lang: Lang) -> Vec<(&'static str, &'static str)> {
    let strings = match lang {
        Lang::Kk => include_str!("../themes/small/strings/kk.ftl"),
        Lang::Ru => include_str!("../themes/small/strings/ru.ftl"),
        Lang::En => include_str!("../themes/small/strings/en.ftl"),
    };
    strings.lines().filter_map(|line| line.split_once(" = ")).collect()
}

/// The template in a language: `@lang@`, and `@key@` for an interface word.
fn in_language(template: &str, lang: Lang, words: &[(&str, &str)]) -> String {
    let text = template.replace("@lang@", lang.tag()).replace("@endonym@", lang.endonym());
    words.iter().fold(text, |text, (key, word)| text.replace(&format!("@{key}@"), word))
}

fn text(newsroom: &Newsroom, release: &Release, lang: Lang) -> String {
    let text = Text { newsroom, release, lang };
    let terms = &newsroom.terms;
    let mut file = format!("+++\ntitle = {}\nsummary = {}\n", quoted(&text.title()), quoted(&text.summary()));
    let _ = writeln!(file, "date = {}", release.at.strftime("%Y-%m-%dT%H:%M:%S"));
    let _ = writeln!(file, "day = {}", quoted(&in_words(release.at.date(), lang)));
    let _ = writeln!(file, "organization = {}", quoted(&text.author()));
    let project: Vec<usize> = release.project.into_iter().collect();
    let all = [
        ("regions", &terms.regions, &release.regions),
        ("projects", &terms.projects, &project),
        ("tags", &terms.tags, &release.tags),
    ];
    for (taxonomy, terms, numbers) in all {
        let _ = writeln!(file, "{taxonomy} = [{}]", links(terms, numbers, lang));
    }
    file.push_str("\n[taxonomies]\n");
    for (taxonomy, terms, numbers) in all {
        let _ = writeln!(file, "{}-{taxonomy} = {}", lang.tag(), ids(terms, numbers));
    }
    file.push_str("+++\n");
    let link = release.earlier.map(|earlier| format!("/news/{}/{}.html", lang.tag(), newsroom.releases[earlier].id));
    file + &text.body(&link.unwrap_or_default())
}

fn links(terms: &[Term], numbers: &[usize], lang: Lang) -> String {
    let link = |number: &usize| {
        let term = &terms[*number];
        format!("{{ id = {}, name = {} }}", quoted(term.id), quoted(term.names[lang as usize]))
    };
    numbers.iter().map(link).collect::<Vec<_>>().join(", ")
}
