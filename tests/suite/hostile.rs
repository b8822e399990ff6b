//! Input that nobody means well with: nothing panics, nothing hangs, and what cannot be read is said.

use crate::site::{Site, texts};
use jarshy::diagnostic::Severity;
use jarshy::report::UiLanguage;
use proptest::prelude::*;
use std::path::Path;
use std::time::{Duration, Instant};

/// What one odd file may take, on a slow machine without optimisation.
const PATIENCE: Duration = Duration::from_secs(10);

const RELEASE: &str = "content/releases/2024-10-18-kenes/ru.md";
const OTHER: &str = "content/releases/2024-10-17-taraz.kk.md";

/// A newsroom with something of every kind, and no findings but notes.
fn newsroom() -> Site {
    FILES.iter().fold(Site::plain(), |site, (path, text)| site.file(path, text))
}

const FILES: [(&str, &str); 6] = [
    ("content/tags.yaml", "dostyq-uii: {kk: Достық үйі, ru: Дом дружбы}\nsaran:\n  en: Saran\n"),
    ("content/pages/about/ru.md", "---\ntitle: Об Ассамблее\norder: 1\naliases: [/about.html]\n---\n# Кто мы\n"),
    (
        "content/projects/qazaqtanu/kk.md",
        "---\ntitle: Қазақтану\nstatus: running\nstarted: 2022-03-01\n---\n**«Қазақтану»**ның мәні — бірлік.\n",
    ),
    ("content/releases/2024-10-18-kenes/hall.svg", "<svg viewBox=\"0 0 16 9\"><path d=\"M0 0h16\"/></svg>"),
    (
        RELEASE,
        "---\ntitle: \"Совет: итоги\"\nsummary: >\n  Прошло\n  заседание\ndate: 18 октября 2024\nregion: [KZ-39]\n\
         project: «Қазақтану»\ntags: [Дом дружбы, диалог]\nimage: {file: hall.svg, alt: Зал, credit: А. И.}\n\
         event:\n  starts: 2024-10-18 10:00\n  ends: 2024-10-18 12:00\n---\n## Итоги {#itogi}\n\n\
         - Рахмет! - деді қонақ.\n- [Тараз](2024-10-17-taraz)[^1]\n\n| а | б |\n|--:|:-:|\n| 1 | 2 |\n\n\
         ![Зал](hall.svg)\n\nhttps://youtu.be/abc\n\n```rust\nfn main() {}\n```\n\n<div class=\"a\"><b>в</b></div>\n\n\
         [^1]: Сноска.\n",
    ),
    (OTHER, "---\ntitle: Тараздағы дәріс\ndate: 2024 ж. 17 қазан\nregion: Жамбыл облысы\n---\nМәтін.\n"),
];

/// Builds in good time, whatever comes of it, and can tell what it has found.
#[track_caller]
fn survives(site: Site) -> Site {
    let begun = Instant::now();
    let site = site.try_build();
    site.report(UiLanguage::Kk);
    assert!(begun.elapsed() < PATIENCE, "{:?} {:#?}", begun.elapsed(), site.found().first());
    site
}

/// A release with a body.
fn body(body: &str) -> String {
    format!("---\ntitle: Совет\ndate: 2024-10-18\n---\n{body}\n")
}

/// A release with lines in its header.
fn header(lines: &str) -> String {
    format!("---\ntitle: Совет\ndate: 2024-10-18\n{lines}\n---\nТекст.\n")
}

#[test]
fn the_newsroom_of_these_tests_is_sound() {
    let site = newsroom().build();
    assert_eq!(site.codes(), ["unlisted-tag"]);
}

#[test]
fn odd_text_is_read_or_refused() {
    let deep = |levels: usize| (0..levels).map(|level| format!("{}- a:\n", " ".repeat(2 * level))).collect::<String>();
    let bomb = "a: &a [x, x, x, x, x, x, x, x]\n".to_owned()
        + &('b'..='z')
            .zip('a'..)
            .map(|(one, of)| format!("{one}: &{one} [{}]\n", format!("*{of}, ").repeat(8)))
            .collect::<String>();
    let texts: Vec<Vec<u8>> = [
        String::new(),
        "\u{feff}".to_owned(),
        "---".to_owned(),
        "---\n---".to_owned(),
        "---\n---\n---".to_owned(),
        "\0\0\0\0".to_owned(),
        "---\rtitle: a\rdate: 2024-10-18\r---\rb".to_owned(),
        header("summary: a\0b"),
        header("summary: \"a\\0b\""),
        header(&format!("summary: {}", "ж".repeat(500_000))),
        header(&format!("x: {}", "[".repeat(10_000))),
        header(&format!("x: {}", "{a: ".repeat(10_000))),
        header(&"- ".repeat(5_000)),
        header(&"? ".repeat(5_000)),
        header(&deep(150)),
        header(&bomb),
        header(&format!("tags: [{}]", "тег, ".repeat(6_000))),
        header(&(0..300).map(|key| format!("key{key}: a\n")).collect::<String>()),
        header(&"title: a\n".repeat(300)),
        header("date: 99999-99-99T99:99:99+99:99"),
        header("expires: -2024-10-18\nembargo: 0000-00-00\nupdated: 9999-12-31 23:59:59"),
        header("event: {starts: 9999-12-31, ends: 0001-01-01}\npinned: 1e999\nslug: \"..\"\nid: ../../x"),
        header("aliases: [/, //, /../.., /%00, /a/../b, '/con/aux', /ru/rss.xml, /404.html]"),
        header("image: {file: ../../../../etc/passwd}\ngallery: [{file: /dev/zero}, {file: ''}, {file: .}]"),
        "---\n".repeat(1_000),
    ]
    .into_iter()
    .map(String::into_bytes)
    .chain([vec![0xff; 4096], b"---\ntitle: \xed\xa0\x80\n---\n".to_vec(), vec![b'\r'; 100_000], vec![b'\n'; 300_000]])
    .collect();
    texts.iter().for_each(|text| {
        survives(newsroom().file(RELEASE, text).file("content/tags.yaml", text));
        survives(newsroom().file("content/site.yaml", text));
    });
}

#[test]
fn odd_markdown_is_rendered() {
    let long = |part: &str, bytes: usize| part.repeat(bytes / part.len());
    let texts = [
        "ж".repeat(500_000),
        long("слово ", 30_000),
        format!("# {}", long("слово ", 10_000)),
        long("# а\n\n", 3_000),
        long(">", 3_000),
        long("> ", 3_000),
        (0..300).map(|level| format!("{}- а\n", "  ".repeat(level))).collect(),
        long("- ", 3_000),
        long("1. ", 3_000),
        long("*", 5_000),
        long("*а", 5_000),
        long("**а _б", 5_000),
        long("[", 5_000),
        long("![", 5_000),
        long("[а](", 5_000),
        long("[а][", 5_000),
        long("`", 5_000),
        long("`а``", 5_000),
        long("<", 5_000),
        long("<div>", 5_000),
        long("<b ", 5_000),
        long("</div>", 5_000),
        long("<!--", 5_000),
        long("<script>", 5_000),
        long("<table><tr><td>", 5_000),
        long("<svg><math>", 5_000),
        long("&amp;", 5_000),
        long("&#x0;&#xd800;&#x110000;", 5_000),
        long("https://youtu.be/x\n\n", 3_000),
        long("www.a.kz ", 5_000),
        long("а\n: б\n\n", 5_000),
        long("[^1]", 3_000) + "\n\n[^1]: [^1] [^2]\n[^2]: [^1]\n",
        (0..300).map(|note| format!("[^{note}]\n\n[^{note}]: а\n\n")).collect(),
        format!("|{}\n|{}\n|{}\n", "а|".repeat(500), "-|".repeat(500), "б|".repeat(500)),
        "|а|\n|-|\n".to_owned() + &long("|б|\n", 3_000),
        format!("```rust\n{}\n```", long("fn a() { \"б\" }\n", 5_000)),
        format!("```{}\nа\n```", "ж".repeat(10_000)),
        long("\u{202e}\u{200d}\u{fe0f}👩‍👩‍👧", 5_000),
        long("e\u{301}\u{301}\u{301}", 5_000),
        long("- Рахмет! - деді ол\n", 5_000),
        long("{#a .b onclick=x}", 3_000),
        long("\\", 5_000),
        long("$$", 5_000),
        long("~~а", 5_000),
        long("\t", 5_000),
        long("\u{85}\u{2028}", 5_000),
        "\0\u{1}\u{7f}\u{fffe}".to_owned(),
    ];
    let refused = [
        long("<a href=x>", 5_000),
        format!("[а](javascript:{})", long("x", 10_000)),
        format!("[а](<{}>)", long("../", 5_000)),
    ];
    for some in texts.chunks(8).chain([refused.as_slice()]) {
        let files =
            some.iter().enumerate().map(|(number, text)| (format!("content/releases/n{number}.ru.md"), body(text)));
        survives(files.fold(newsroom(), |site, (path, text)| site.file(&path, text)));
    }
}

#[test]
fn marks_and_line_ends_of_windows_are_accepted() {
    let text = "\u{feff}---\r\ntitle: \"Совет: итоги\"\r\nsummary: |\r\n  Раз\r\n  Два\r\ndate: 2024-10-18\r\n---\r\nТекст.\r\n";
    let site = Site::empty().file(RELEASE, text).file("content/tags.yaml", "\u{feff}a: {ru: А}\r\n").build();
    assert_eq!(site.found(), [""; 0]);
    assert_eq!(texts(&site.page("ru/news/2024/10/18/kenes/index.html"), "h1"), ["Совет: итоги"]);
}

#[test]
fn a_name_from_a_mac_is_the_name_that_texts_write() {
    let composed = "content/releases/2024-10-18-kenes/зал-й.svg";
    let decomposed = "content/releases/2024-10-18-kenes/зал-и\u{306}.svg";
    let text = body("![Зал](зал-й.svg) и ![зал](зал-и\u{306}.svg)");
    for name in [composed, decomposed] {
        let site = Site::plain().file(name, FILES[3].1).file(RELEASE, &text).build();
        assert_eq!(site.found(), [""; 0]);
    }
}

#[test]
fn odd_names_of_files_are_published_or_refused() {
    let long = "ж".repeat(120);
    let names = [
        "con/ru.md",
        "aux.ru.md",
        "nul.svg",
        "com1/kk.md",
        "a./ru.md",
        "a /ru.md",
        " /ru.md",
        "-/ru.md",
        "--out/ru.md",
        "%2e%2e/ru.md",
        "a%00b/ru.md",
        "a?b/ru.md",
        "a#b/ru.md",
        "a&b<c>/ru.md",
        "a\"b'c/ru.md",
        "a\\b/ru.md",
        "a\nb/ru.md",
        "\u{202e}a/ru.md",
        "\u{1b}[31m/ru.md",
        "👩‍👩‍👧/ru.md",
        "ru.md/ru.md",
        "ru/ru/ru.md",
        "a.ru.ru.md",
        "index.html/ru.md",
        "2024-10-18/ru.md",
        "2024-10-18-/ru.md",
        "2024/10/18/ru.md",
        ".ru.md",
        "a/.md",
        "a/ru.MD",
        "a/ru.md.bak",
        "a/RU.md",
        "a/kk-KZ.md",
        "a/ru.md~",
        "a/x.jpg/ru.md",
        "style.css",
        "feed.xml",
        "a.svg",
        &long,
    ];
    names.iter().for_each(|name| {
        survives(Site::plain().file(&format!("content/releases/{name}"), body("Текст.")));
    });
    survives(names.iter().fold(newsroom(), |site, name| match site.root().join("content/pages").join(name) {
        path if path.parent().is_some_and(Path::is_file) || path.is_dir() => site,
        _ => site.file(&format!("content/pages/{name}"), body("Текст.")),
    }));
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_no_text_is_refused() {
    use std::os::unix::ffi::OsStrExt;
    let site = newsroom();
    let name = std::ffi::OsStr::from_bytes(b"content/releases/\xd1\xee.ru.md");
    std::fs::write(site.root().join(name), body("Текст.")).unwrap();
    let site = survives(site);
    assert_eq!(site.codes(), ["unlisted-tag", "invalid-utf8"]);
    assert!(site.report(UiLanguage::En).contains("name of the file"));
}

#[test]
fn folders_and_files_may_stand_in_each_others_place() {
    for path in ["content/site.yaml", "content/regions.yaml", "content/tags.yaml", RELEASE, OTHER, FILES[3].0] {
        survives(newsroom().remove(path).file(&format!("{path}/a.txt"), "а"));
    }
    for path in ["content/releases", "content/pages", "content", "themes", "themes/plain", "themes/plain/strings"] {
        survives(newsroom().remove(path).file(path, "а"));
    }
}

#[test]
fn a_newsroom_can_lack_almost_everything() {
    survives(newsroom().remove("content/regions.yaml").remove("content/tags.yaml"));
    for path in ["content/releases", "content/pages", "content/projects", "content", "themes", "themes/plain/style"] {
        survives(newsroom().remove(path));
    }
    let site = survives(Site::plain().remove("content/regions.yaml"));
    assert_eq!(site.found(), [""; 0]);
}

#[test]
fn settings_can_ask_for_anything() {
    let languages: Vec<String> =
        ('a'..='z').flat_map(|a| ('a'..='z').map(move |b| format!("{a}{b}"))).take(150).collect();
    let names: String = languages.iter().map(|tag| format!("  {tag}: {{name: {tag}}}\n")).collect();
    let settings = |lines: &str| {
        let usual = [
            "base_url: https://a.example",
            "languages: [ru]",
            "time_zone: Asia/Almaty",
            "authority: a.example,2024",
            "theme: plain",
        ];
        let key = |line: &str| line.split(':').next().unwrap().to_owned();
        let kept = usual.into_iter().filter(|line| !lines.lines().any(|other| key(other) == key(line)));
        let identity = if lines.contains("identity:") { "" } else { "identity: {ru: {name: А}}\n" };
        format!("{}\n{identity}{lines}\n", kept.collect::<Vec<_>>().join("\n"))
    };
    let odd = [
        format!("languages: [{}]\nidentity:\n{names}", languages.join(", ")),
        "languages: [ru, ru, RU, ru-Cyrl-KZ-x-a, en-GB, en-US, en]".to_owned(),
        "languages: ['../..', '', 'x', 'i-klingon', '🇰🇿']".to_owned(),
        "time_zone: Mars/Olympus".to_owned(),
        "time_zone: ../../../etc/passwd".to_owned(),
        "time_zone: '+05:00'".to_owned(),
        "base_url: javascript:alert(1)".to_owned(),
        "base_url: https://[::1]:99999/\u{0}".to_owned(),
        "base_url: https://ұлт.қаз/жаңалықтар/".to_owned(),
        "theme: ../../etc".to_owned(),
        "outputs: {feeds: {site: [], terms: []}, archives: [], sitemap: no, events: off}".to_owned(),
        "contacts: [{kind: link, value: 'javascript:x', labels: {ru: а}}, 1, [], {}]".to_owned(),
        "rules: {missing-alt: error, unknown-region: off, '': '', missing-alt: off}".to_owned(),
        format!("authority: {}", "a".repeat(100_000)),
    ];
    odd.iter().for_each(|lines| {
        survives(newsroom().file("content/site.yaml", settings(lines)));
    });
}

#[cfg(unix)]
#[test]
fn links_that_lead_round_or_out_are_refused() {
    let site = newsroom()
        .link("content/releases/round", "..")
        .link("content/releases/a.ru.md", "b.ru.md")
        .link("content/releases/b.ru.md", "a.ru.md")
        .link("content/releases/self.ru.md", "self.ru.md")
        .link("content/releases/out/ru.md", "/etc/passwd")
        .link("content/releases/nowhere/ru.md", "nowhere.md")
        .link("themes/plain/templates/out.html", "/etc/passwd");
    let site = survives(site);
    assert_eq!(site.codes(), [["unlisted-tag"].as_slice(), &["symlink-outside"; 7]].concat());
}

#[test]
fn a_file_that_the_disk_refuses_stops_the_build_with_its_name() {
    let site = newsroom();
    let huge = std::fs::File::create(site.root().join("content/releases/2024-10-18-kenes/film.mp4")).unwrap();
    huge.set_len(600 << 20).unwrap();
    let error = site.refusal();
    assert_eq!(error, "content/releases/2024-10-18-kenes/film.mp4: too large");
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_stops_the_build_with_its_name() {
    use std::os::unix::fs::PermissionsExt;
    let site = newsroom();
    let file = site.root().join(RELEASE);
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o000)).unwrap();
    // Whoever may read everything, as the first user of a container may, is not refused.
    if std::fs::read(&file).is_err() {
        assert!(site.refusal().starts_with(RELEASE), "{}", site.refusal());
    }
}

/// A slip of the hand, or of a disk.
#[derive(Clone, Debug)]
enum Slip {
    Put(Vec<u8>),
    Cut,
    Turn(usize),
    Repeat(usize),
}

fn slip() -> impl Strategy<Value = Slip> {
    prop_oneof![
        prop::collection::vec(any::<u8>(), 1..4).prop_map(Slip::Put),
        "[-:#'\"{}\\[\\]<>*_`|&!%@~^()\\\\ \t\n\r\0\u{feff}\u{301}\u{2028}ж]{1,4}"
            .prop_map(|text| Slip::Put(text.into_bytes())),
        Just(Slip::Cut),
        (1..200_usize).prop_map(Slip::Turn),
        (1..60_usize).prop_map(Slip::Repeat),
    ]
}

impl Slip {
    fn on(&self, bytes: &mut Vec<u8>, place: prop::sample::Index) {
        let at = place.index(bytes.len() + 1);
        match self {
            Self::Put(some) => drop(bytes.splice(at..(at + some.len()).min(bytes.len()), some.iter().copied())),
            Self::Cut => bytes.truncate(at),
            Self::Turn(length) => {
                let rest = &mut bytes[at..];
                rest.rotate_left((*length).min(rest.len()));
            }
            Self::Repeat(length) => {
                let part = bytes[at..].iter().take(*length).copied().collect::<Vec<_>>();
                drop(bytes.splice(at..at, part.repeat(20)));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_slip_of_the_hand_is_fatal(
        slips in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), slip()), 1..6)
    ) {
        let site = newsroom();
        let paths = FILES.map(|(path, _)| path).into_iter().chain(["content/site.yaml", "content/regions.yaml", RELEASE, RELEASE]);
        let paths: Vec<&str> = paths.collect();
        for (file, place, slip) in &slips {
            let path = site.root().join(file.get(&paths));
            let mut bytes = std::fs::read(&path).unwrap();
            slip.on(&mut bytes, *place);
            std::fs::write(path, bytes).unwrap();
        }
        let site = survives(site);
        let refused = site.findings().iter().any(|finding| finding.severity == Severity::Error);
        prop_assert_eq!(site.out().join("index.html").exists(), !refused, "{:#?}", site.found());
    }
}
