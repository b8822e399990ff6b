//! A whole small newsroom, which builds as it is.

use crate::language::Language;
use crate::location::BaseUrl;
use crate::parse::{TRANSLATED_FROM, hashes};
use crate::scaffold::new_file::NewFile;
use crate::scaffold::starter_texts::{StarterTexts, Words, starter_texts};
use crate::scaffold::title::Title;
use crate::scaffold::value::{line, value};
use include_dir::{Dir, include_dir};
use jiff::civil::Date;

/// The languages that the theme and the texts of a new newsroom speak.
pub const SPOKEN: [&str; 3] = ["kk", "ru", "en"];

/// The theme that every newsroom begins with, and the page for theme makers.
static THEMES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes");

const REGIONS: &str = include_str!("../../content/regions.yaml");
const TAGS: &str = include_str!("../../content/tags.yaml");

/// What is known of a newsroom before it is made.
#[derive(Clone, Debug)]
pub struct StarterSketch {
    /// The languages of the site, of those that are spoken here; the main one first.
    pub languages: Vec<Language>,
    /// The language of the remarks in site.yaml.
    pub editor: Language,
    /// The name of the publisher, the same in every language; where none is given, `Press Centre` in each.
    pub name: Option<Title>,
    /// Where the site will stand.
    pub base_url: BaseUrl,
    /// The date of the first release.
    pub today: Date,
}

impl StarterSketch {
    /// All files, for the folder of the newsroom.
    pub fn files(&self) -> Vec<NewFile> {
        let mut files = vec![
            NewFile::new(".gitignore", "/public\n/.jarshy\n"),
            NewFile::new("content/site.yaml", self.settings()),
            NewFile::new("content/regions.yaml", self.without_other_languages(REGIONS)),
            NewFile::new("content/tags.yaml", self.without_other_languages(TAGS)),
        ];
        for (number, language) in self.languages.iter().enumerate() {
            files.extend(self.texts(*language, number));
        }
        themes(&THEMES, &mut files);
        files.sort_by(|one, other| one.path.cmp(&other.path));
        files
    }

    fn texts(&self, language: Language, number: usize) -> [NewFile; 3] {
        let texts = starter_texts(language);
        let (date, project) = (self.today.to_string(), texts.project.title);
        let facts = line("date", Some(&date)) + &line("project", Some(project));
        let release = if number == 0 { facts } else { self.translated_from() };
        let status = if number == 0 { "status: running\n" } else { "" };
        let file = |folder: String, front: &str, words: &Words| {
            let head = line("title", Some(words.title)) + &line("summary", Some(words.summary)) + front;
            NewFile::new(format!("content/{folder}/{language}.md"), format!("---\n{head}---\n{}", words.body))
        };
        let year = self.today.year();
        [
            file(format!("releases/{year:04}/{date}-sait-ashyldy"), &release, &texts.release),
            file("projects/dostyq-keshteri".to_owned(), status, &texts.project),
            file("pages/about".to_owned(), "", &texts.page),
        ]
    }

    /// The first release in other languages is made from that in the main one.
    fn translated_from(&self) -> String {
        let Some(StarterTexts { release, .. }) = self.languages.first().map(|language| starter_texts(*language)) else {
            return String::new();
        };
        let hashes = hashes(release.title, Some(release.summary), release.body);
        let hashes: Vec<String> = hashes.iter().map(ToString::to_string).collect();
        format!("{TRANSLATED_FROM}: [{}]\n", hashes.join(", "))
    }

    fn settings(&self) -> String {
        let template = match self.editor.primary() {
            "kk" => include_str!("starter/site.kk.yaml"),
            "ru" => include_str!("starter/site.ru.yaml"),
            _ => include_str!("starter/site.en.yaml"),
        };
        let languages: String = self.languages.iter().map(|language| format!("  - {language}\n")).collect();
        let identity: String = self.languages.iter().map(|language| self.identity(*language)).collect();
        let host = self.base_url.origin().split("://").nth(1).and_then(|host| host.split(':').next());
        let authority = format!("{},{:04}", host.unwrap_or_default(), self.today.year());
        template
            .replace("{{base_url}}", self.base_url.absolute(&crate::location::Permalink::root()).trim_end_matches('/'))
            .replace("{{languages}}", &languages)
            .replace("{{authority}}", &authority)
            .replace("{{identity}}", &identity)
    }

    fn identity(&self, language: Language) -> String {
        let texts = starter_texts(language);
        let name = self.name.as_ref().map_or(texts.name, Title::as_str);
        format!("  {language}:\n    name: {}\n    description: {}\n", value(name), value(texts.description))
    }

    /// A list without the lines of names in languages that the newsroom does not have.
    fn without_other_languages(&self, list: &str) -> String {
        let is_other = |line: &&str| {
            let key = line.trim_start().split(':').next().unwrap_or_default();
            let has = self.languages.iter().any(|language| language.as_str() == key);
            line.starts_with(' ') && SPOKEN.contains(&key) && !has
        };
        list.split_inclusive('\n').filter(|line| !is_other(line)).collect()
    }
}

fn themes(folder: &Dir<'_>, files: &mut Vec<NewFile>) {
    let texts =
        folder.files().filter_map(|file| Some((file.path().to_str()?.replace('\\', "/"), file.contents_utf8()?)));
    files.extend(texts.map(|(path, text)| NewFile::new(format!("themes/{path}"), text)));
    folder.dirs().for_each(|below| themes(below, files));
}
