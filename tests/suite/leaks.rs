//! What is held back leaves no trace: whatever a newsroom holds, the site is what it would be without those files.

use crate::site::{Site, Tree, assert_same};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// How a release, or its Kazakh text, is kept from readers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Hold {
    Nothing,
    Embargo,
    Draft,
    DraftInKazakh,
    Expired,
}

/// A release as numbers, each of which chooses one thing that could show.
#[derive(Clone, Debug)]
struct Spec {
    hold: Hold,
    day: u8,
    languages: [bool; 2],
    tags: Vec<usize>,
    project: usize,
    region: usize,
    media: usize,
    link: usize,
    extras: [bool; 7],
}

/// Listed, and made up: some in two spellings, of which the first that is public gives the name.
const TAGS: [&str; 6] = ["etno", "Этно", "Экскурсия", "ЭКСКУРСИЯ", "Ёлка", "Лек торий"];
const PROJECTS: [&str; 3] = ["", "dostyq", "Бірлік"];
const REGIONS: [&str; 4] = ["", "qostanai", "zhambyl", "[zhambyl, qostanai]"];
/// Nothing, a file of its own, one of a common folder, one of its neighbour.
const MEDIA: [&str; 4] = ["", "own.svg", "../../../media/common/logo.svg", "../NEXT/own.svg"];
const SVG: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='16' height='9'/>";

fn specs() -> impl Strategy<Value = Vec<Spec>> {
    use Hold::{Draft, DraftInKazakh, Embargo, Expired, Nothing};
    let hold = prop::sample::select(vec![Nothing, Nothing, Nothing, Embargo, Draft, DraftInKazakh, Expired]);
    let facts = (0..PROJECTS.len(), 0..REGIONS.len(), 0..MEDIA.len(), 0..6_usize);
    let tags = prop::collection::vec(0..TAGS.len(), 0..3);
    let spec = (hold, 0..5_u8, any::<[bool; 2]>(), tags, facts, any::<[bool; 7]>());
    let spec = spec.prop_map(|(hold, day, languages, tags, (project, region, media, link), extras)| Spec {
        hold,
        day,
        languages,
        tags,
        project,
        region,
        media,
        link,
        extras,
    });
    prop::collection::vec(spec, 2..6)
}

impl Spec {
    /// The facts of the release, which stand in its Russian text.
    fn facts(&self, number: usize, all: &[Self]) -> String {
        let Self { day, tags, project, region, extras, .. } = self;
        let mut front = format!("title: Название {number}\ndate: 2025-11-1{day}\nsource: {{name: Вести}}\n");
        let mut add = |when: bool, line: String| front.push_str(if when { &line } else { "" });
        // Only what nobody may read has a tag that would have the page of another one.
        let held = matches!(self.hold, Hold::Embargo | Hold::Draft);
        let rival = |tag: &str| if held && tag == "Лек торий" { "Лек-торий" } else { tag }.to_owned();
        let written: Vec<String> = tags.iter().map(|tag| rival(TAGS[*tag])).collect();
        add(!tags.is_empty(), format!("tags: [{}]\n", written.join(", ")));
        add(*project > 0, format!("project: {}\n", PROJECTS[*project]));
        add(*region > 0, format!("region: {}\n", REGIONS[*region]));
        add(extras[0], "pinned: true\n".to_owned());
        add(extras[1], format!("event: {{starts: 2026-05-0{}, place: Зал {number}}}\n", day + 1));
        add(extras[2], format!("corrections: [{{date: 2025-12-0{}, text: Исправлено {number}.}}]\n", number + 1));
        add(extras[3], format!("aliases: [/old/{number}.html]\n"));
        add(extras[4], format!("updated: 2025-12-1{number}\n"));
        let media = self.file(number, all);
        add(!media.is_empty(), format!("image: {{file: {media}, alt: Вид {number}, credit: Автор {number}}}\n"));
        add(!media.is_empty() && extras[5], format!("gallery: [{{file: {media}, alt: Вид {number}}}]\n"));
        add(extras[6], "attachments: [{file: plan.txt, title: План}]\n".to_owned());
        add(self.hold == Hold::Embargo, "embargo: 2026-02-01\n".to_owned());
        add(self.hold == Hold::Draft, "draft: true\n".to_owned());
        add(self.hold == Hold::Expired, "expires: 2025-12-25\n".to_owned());
        front
    }

    /// The file that it shows; none of its neighbour where the address would tell of what nobody may read by then.
    fn file(&self, number: usize, all: &[Self]) -> String {
        let next = (number + 1) % all.len();
        let fits = self.is_after(&all[next]) || !MEDIA[self.media].contains("NEXT");
        if fits { MEDIA[self.media].replace("NEXT", &name(next)) } else { String::new() }
    }

    /// Whether everybody may read another release, or could, by the day of this one.
    fn is_after(&self, other: &Self) -> bool {
        !matches!(other.hold, Hold::Embargo | Hold::Draft) && other.day <= self.day
    }

    /// A link to a release that everybody may read by then, where the number chooses one.
    fn link(&self, all: &[Self]) -> String {
        let target = all.iter().enumerate().nth(self.link);
        let fits = |(_, target): &(usize, &Self)| target.hold != Hold::Expired && self.is_after(target);
        target.filter(fits).map(|(number, _)| format!(" [Ранее]({})", name(number))).unwrap_or_default()
    }

    /// What a draft says of the release that its original does not.
    fn facts_of_a_draft(&self, number: usize, all: &[Self]) -> String {
        let mut front = format!("draft: true\ndate: 2025-11-1{}\n", self.day);
        let mut add = |when: bool, line: &str| front.push_str(if when { line } else { "" });
        add(!self.extras[0], "pinned: true\n");
        add(!self.extras[1], "event: {starts: 2026-05-09, place: Зал}\n");
        add(!self.extras[4], "updated: 2025-12-30\n");
        add(!self.extras[6], "attachments: [{file: plan.txt, title: Жоспар}]\n");
        add(self.tags.is_empty(), "tags: [etno, Форум, Жоба]\n");
        add(self.project == 0, "project: dostyq\n");
        add(self.region == 0, "region: qostanai\n");
        let media = self.file(number, all);
        add(media.is_empty(), "image: {file: own.svg, alt: Сурет}\n");
        add(!media.is_empty() && self.extras[5], &format!("gallery: [{{file: {media}, credit: Біреу}}]\n"));
        front
    }

    /// What a translation says.
    fn translation(&self, number: usize, language: &str, all: &[Self]) -> String {
        let mut front = format!("title: {language} {number}\n");
        if self.hold == Hold::DraftInKazakh && language == "kk" {
            front.push_str(&self.facts_of_a_draft(number, all));
        }
        front.push_str(if self.hold == Hold::Draft { "draft: true\n" } else { "" });
        if self.extras[3] {
            front.push_str(&format!("aliases: [/old/{language}/{number}.html]\n"));
        }
        if self.extras[2] {
            front.push_str(&format!("corrections: [{{date: 2025-12-20, text: {language} {number}.}}]\n"));
        }
        front
    }
}

/// Ids whose order is not that of the dates; a year's folder around each.
fn name(number: usize) -> String {
    format!("{}-release", ["m", "b", "z", "a", "k", "c"][number])
}

fn folder(number: usize) -> String {
    format!("2025/{}", name(number))
}

fn newsroom(specs: &[Spec]) -> Site {
    let site = Site::plain()
        .edit("site.yaml", "identity:", "outputs: {feeds: {site: [rss, atom, json], terms: [rss, json]}}\nidentity:")
        .file("content/tags.yaml", "etno: {ru: Этно}\n")
        .file("content/projects/dostyq/kk.md", "---\ntitle: Достық\n---\nМәтін.\n")
        .file("content/projects/birlik/kk.md", "---\ntitle: Бірлік\n---\nМәтін.\n")
        .file("content/media/common/logo.svg", SVG);
    specs.iter().enumerate().fold(site, |site, (number, spec)| {
        let (at, folder) = (folder(number), format!("content/releases/{}", folder(number)));
        let site = site
            .file(&format!("{folder}/own.svg"), SVG.replace("16", &format!("1{number}")))
            .file(&format!("{folder}/plan.txt"), format!("План {number}"))
            .release(&at, "ru", &spec.facts(number, specs), &format!("Текст {number}.{}", spec.link(specs)));
        ["kk", "en"].into_iter().zip(spec.languages).filter(|(_, there)| *there).fold(site, |site, (language, _)| {
            site.release(&at, language, &spec.translation(number, language, specs), &format!("{language} {number}."))
        })
    })
}

/// The same newsroom without the texts that nobody may read; what lies beside them may still serve others.
fn without_the_held(site: Site, specs: &[Spec]) -> Site {
    let texts = specs.iter().enumerate().flat_map(|(number, spec)| {
        let languages: &[&str] = match spec.hold {
            Hold::Nothing => &[],
            Hold::DraftInKazakh => &["kk"],
            Hold::Embargo | Hold::Draft | Hold::Expired => &["kk", "ru", "en"],
        };
        languages.iter().map(move |language| format!("content/releases/{}/{language}.md", folder(number)))
    });
    texts
        .filter(|path| site.root().join(path).exists())
        .collect::<Vec<_>>()
        .iter()
        .fold(site, |site, path| site.remove(path))
}

/// The notices that stand for releases that were taken down, and the old addresses that lead to them.
fn notices(specs: &[Spec]) -> BTreeSet<String> {
    let expired = specs.iter().enumerate().filter(|(_, spec)| spec.hold == Hold::Expired);
    let paths = expired.flat_map(|(number, spec)| {
        let page = move |language| format!("{language}/news/2025/11/1{}/{}/index.html", spec.day, name(number));
        let old = [format!("old/{number}.html"), format!("old/kk/{number}.html"), format!("old/en/{number}.html")];
        ["kk", "ru", "en"].into_iter().map(page).chain(old)
    });
    paths.collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24, max_shrink_iters: 200, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn a_site_is_what_it_would_be_without_what_it_holds_back(specs in specs()) {
        let site = newsroom(&specs).build();
        let notices = notices(&specs);
        let shown: Tree = site.tree().into_iter().filter(|(path, _)| !notices.contains(path)).collect();
        let out = site.root().join("other");
        let site = without_the_held(site, &specs).into_folder(out).build();
        assert_same(&shown, &site.tree(), "");
    }
}
