//! The block of one whole article, and what must never get out of it.

use crate::language::{Direction, Language};
use crate::render::json_ld::*;
use crate::render::rss::tests::{body, correction};
use crate::render::xml::tests::hostile;
use crate::view::{Alternate, MenuItem, Moment, Original};
use proptest::prelude::*;
use serde_json::json;

fn link(title: &str, url: &str) -> Arc<Link> {
    Arc::new(Link { title: title.to_owned(), url: url.to_owned(), own: None })
}

fn moment(iso: &str) -> Moment {
    Moment { iso: iso.to_owned(), text: "".into() }
}

#[rustfmt::skip]
fn site() -> Site {
    Site {
        structured: true,
        lang: Language::parse("ru").unwrap(), dir: Direction::Ltr, name: "Ассамблея народа Казахстана".to_owned(),
        short_name: "АНК".to_owned(), description: "Новости".to_owned(), address: Some("Астана".to_owned()),
        legal: None, former: vec![], origin: "https://assembly.example".to_owned(), home: "/x/ru/".to_owned(),
        news: "/x/ru/news/".to_owned(),
        menu: vec![MenuItem { key: "news", title: "Новости".to_owned(), url: "/x/ru/news/".to_owned() }],
        pages: vec![], corrections: Some("/x/ru/corrections/".to_owned()), contacts: vec![], feeds: vec![], opml: None, style: String::new(), assets: Default::default(),
        panel: Default::default(),
    }
}

#[rustfmt::skip]
fn head(kind: &'static str) -> Head {
    let there = |lang: &str| Alternate { lang: lang.to_owned(), url: format!("https://assembly.example/{lang}/1/") };
    Head {
        kind, title: "Сессия".to_owned(), description: "О сессии".to_owned(), url: "/x/ru/1/".to_owned(),
        canonical: "https://assembly.example/x/ru/1/".to_owned(), robots: "index", section: Some("news"),
        converted: None,
        switcher: vec![], alternates: ["kk", "ru", "en", "x-default"].map(there).into(),
        locale: "ru_RU".to_owned(), other_locales: vec![], image: None,
        breadcrumbs: vec![link("Главная", "/x/ru/"), link("Сессия", "/x/ru/1/")], feeds: vec![],
    }
}

/// A release with a headline and nothing else that may be missing.
#[rustfmt::skip]
fn bare(title: &str) -> ReleaseView {
    ReleaseView {
        share: Vec::new(),
        uri: "tag:assembly.example,2024:1".to_owned(), title: title.to_owned(), summary: None, kind: "news",
        date: moment("2024-10-18"), published: "2024-10-18T09:00:00+05:00".to_owned(), updated: None,
        publisher: None, regions: vec![], region_codes: vec![], projects: vec![], tags: vec![], author: None, source: None,
        event: None, calendar: None, image: None, gallery: vec![], attachments: vec![], corrections: vec![],
        words: 321, body: body(), earlier: None, later: None, related: vec![], original: None, own: None, mark: None, due: None,
    }
}

#[rustfmt::skip]
fn picture_of_a_hall() -> Image {
    Image {
        url: "/x/a.jpg".to_owned(), width: 1200, height: 675, alt: "Зал".to_owned(), caption: None,
        credit: Some("Е. Серікұлы".to_owned()), media_type: "image/jpeg", bytes: 1,
    }
}

#[rustfmt::skip]
fn plan() -> Attachment {
    Attachment {
        title: "План".to_owned(), url: "/x/plan.pdf".to_owned(), kind: "PDF".to_owned(),
        media_type: "application/pdf", size: String::new(), bytes: 1,
    }
}

#[rustfmt::skip]
fn session() -> Event {
    Event {
        title: "Сессия".to_owned(), url: "/x/ru/1/".to_owned(), starts: moment("2027-03-01T10:00:00+05:00"),
        ends: None, text: String::new(), place: Some("Астана".to_owned()),
        own: None,
    }
}

/// The graph within the block, which must hold no `<` of its own.
fn graph(block: &str) -> Vec<Value> {
    let json = block.strip_prefix("<script type=\"application/ld+json\">").unwrap();
    let json = json.strip_suffix("</script>").unwrap();
    assert!(!json.contains('<'), "{json}");
    let document: Value = serde_json::from_str(json).unwrap();
    assert_eq!(document["@context"], "https://schema.org");
    document["@graph"].as_array().unwrap().clone()
}

fn article_of(view: &ReleaseView) -> Value {
    graph(&release(&site(), &head("release"), view)).swap_remove(0)
}

#[test]
fn a_bare_release_is_published_by_the_newsroom() {
    let article = article_of(&bare("Сессия"));
    let publisher = json!({
        "@type": "GovernmentOrganization", "@id": "https://assembly.example/x/ru/#publisher",
        "name": "Ассамблея народа Казахстана", "url": "https://assembly.example/x/ru/",
        "correctionsPolicy": "https://assembly.example/x/ru/corrections/",
    });
    let translation = |lang: &str| {
        let url = format!("https://assembly.example/{lang}/1/");
        json!({"@type": "NewsArticle", "@id": format!("{url}#article"), "inLanguage": lang, "url": url})
    };
    let expected = json!({
        "@type": "NewsArticle", "@id": "https://assembly.example/x/ru/1/#article",
        "url": "https://assembly.example/x/ru/1/", "mainEntityOfPage": "https://assembly.example/x/ru/1/",
        "headline": "Сессия", "description": "О сессии", "inLanguage": "ru",
        "datePublished": "2024-10-18T09:00:00+05:00", "dateModified": "2024-10-18T09:00:00+05:00",
        "author": publisher, "publisher": publisher, "articleSection": "Новости",
        "workTranslation": [translation("kk"), translation("en")],
        "wordCount": 321, "isAccessibleForFree": true,
    });
    assert_eq!(article, expected);
}

#[test]
fn pictures_files_places_and_projects_are_named_with_absolute_urls() {
    let article = article_of(&ReleaseView {
        image: Some(picture_of_a_hall()),
        gallery: vec![picture_of_a_hall()],
        attachments: vec![plan()],
        regions: vec![link("Абай", "/x/ru/regions/abai/"), link("Астана", "/x/ru/regions/astana/")],
        region_codes: vec!["KZ-10".to_owned()],
        projects: vec![link("Қазақтану", "/x/ru/projects/qazaqtanu/")],
        tags: vec![link("культура", "/x/ru/tags/culture/")],
        ..bare("Сессия")
    });
    let picture = json!({
        "@type": "ImageObject", "contentUrl": "https://assembly.example/x/a.jpg", "encodingFormat": "image/jpeg",
        "width": 1200, "height": 675, "caption": "Зал", "creditText": "Е. Серікұлы",
    });
    assert_eq!(article["image"], json!([picture, picture]));
    assert_eq!(article["hasPart"][0]["url"], "https://assembly.example/x/plan.pdf");
    assert_eq!(article["contentLocation"][0]["identifier"], "KZ-10");
    assert_eq!(article["contentLocation"][1]["name"], "Астана");
    assert_eq!(article["isPartOf"][0]["url"], "https://assembly.example/x/ru/projects/qazaqtanu/");
    assert_eq!(article["keywords"], json!(["культура"]));
}

#[test]
fn a_translation_names_its_original_alone() {
    let original = |url: Option<&str>| {
        let lang = Language::parse("kk").unwrap();
        let original = Original { lang, name: String::new(), url: url.map(str::to_owned) };
        article_of(&ReleaseView { original: Some(original), ..bare("Сессия") })
    };
    let article = original(Some("/kk/1/"));
    assert_eq!(article["translationOfWork"]["@id"], "https://assembly.example/kk/1/#article");
    assert_eq!(article["workTranslation"], Value::Null);
    assert_eq!(original(None)["translationOfWork"], json!({"@type": "NewsArticle", "inLanguage": "kk"}));
}

#[test]
#[rustfmt::skip]
fn corrections_and_sources_are_named() {
    let source = Source { name: Some("Казинформ".to_owned()), url: Some("https://inform.example/1".to_owned()) };
    let article = article_of(&ReleaseView {
        source: Some(source), corrections: vec![correction()], updated: Some(moment("2024-10-19T10:30:00+05:00")),
        ..bare("Сессия")
    });
    let comment = json!({"@type": "CorrectionComment", "datePublished": "2024-10-19", "text": correction().text});
    assert_eq!(article["correction"], json!([comment]));
    assert_eq!(article["dateModified"], "2024-10-19T10:30:00+05:00");
    assert_eq!(article["isBasedOn"]["url"], "https://inform.example/1");
    assert_eq!(article["isBasedOn"]["publisher"]["name"], "Казинформ");
}

#[test]
fn a_person_or_an_office_signs() {
    let signed = |name: Option<&str>, role: Option<&str>, organization: Option<&str>| {
        let [name, role, organization] = [name, role, organization].map(|text| text.map(str::to_owned));
        article_of(&ReleaseView { author: Some(Author { name, role, organization }), ..bare("Сессия") })["author"]
            .clone()
    };
    let person = json!({"@type": "Person", "name": "А. Б.", "jobTitle": "Аким"});
    assert_eq!(signed(Some("А. Б."), Some("Аким"), None), person);
    let office = json!({"@type": "Organization", "name": "Пресс-служба"});
    assert_eq!(signed(None, Some("Пресс-служба"), None), office);
    assert_eq!(signed(None, None, Some("Пресс-служба")), office);
    assert_eq!(signed(None, None, None)["@type"], "GovernmentOrganization");
}

#[test]
fn an_event_stands_beside_its_article() {
    let view = ReleaseView { event: Some(session()), ..bare("Сессия") };
    let graph = graph(&release(&site(), &head("release"), &view));
    let types: Vec<_> = graph.iter().map(|node| node["@type"].as_str().unwrap()).collect();
    assert_eq!(types, ["NewsArticle", "Event", "BreadcrumbList"]);
    assert_eq!(graph[0]["about"]["@id"], graph[1]["@id"]);
    assert_eq!(graph[1]["startDate"], "2027-03-01T10:00:00+05:00");
    assert_eq!(graph[1]["location"]["name"], "Астана");
    assert_eq!(graph[2]["itemListElement"][1]["position"], 2);
    assert_eq!(graph[2]["itemListElement"][1]["item"], "https://assembly.example/x/ru/1/");
}

#[test]
fn the_front_page_presents_the_newsroom() {
    let head = Head { breadcrumbs: vec![link("Главная", "/x/ru/")], ..head("home") };
    let graph = graph(&page(&site(), &head));
    assert_eq!(graph.len(), 2);
    assert_eq!(graph[0]["@type"], "WebSite");
    assert_eq!(graph[0]["publisher"]["@id"], graph[1]["@id"]);
    assert_eq!(graph[1]["address"], "Астана");
}

#[test]
fn a_page_without_a_way_to_it_says_nothing() {
    assert_eq!(page(&site(), &Head { breadcrumbs: vec![], ..head("notfound") }), "");
    assert_eq!(graph(&page(&site(), &head("list"))).len(), 1);
}

proptest! {
    #[test]
    fn no_text_leaves_the_script(text in hostile()) {
        let title = format!("А{text}");
        prop_assert_eq!(&article_of(&bare(&title))["headline"], &title);
    }
}
