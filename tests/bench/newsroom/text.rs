//! The texts: what a release says in one language, as Markdown.

use crate::newsroom::draw::Draw;
use crate::newsroom::facts::{Newsroom, Release};
use crate::newsroom::stock::{Lang, Part, Said};
use jiff::civil::Date;
use std::fmt::Write;

/// A release in one language.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    /// The newsroom.
    pub newsroom: &'a Newsroom,
    /// The release.
    pub release: &'a Release,
    /// The language.
    pub lang: Lang,
}

/// Purposes of drawing, so that one does not depend on how much another drew.
const TITLE: usize = 1;
const SUMMARY: usize = 2;
const SHAPE: usize = 3;
const THEME: usize = 100;

/// How a text is built, the same in all languages.
struct Shape {
    /// The length in bytes at which the text ends: English says more to be as long.
    length: usize,
    headings: bool,
    list: bool,
    numbered: bool,
    quote: bool,
    table: bool,
    themes: Vec<usize>,
}

impl Text<'_> {
    fn draw(&self, purpose: usize) -> Draw {
        Draw::of(&[self.release.number, purpose])
    }

    /// The headline.
    pub fn title(&self) -> String {
        let draw = &mut self.draw(TITLE);
        let said = self.one_of(&self.newsroom.stock.topics[self.release.topic].titles, draw);
        self.say(said, draw)
    }

    /// The summary.
    pub fn summary(&self) -> String {
        let draw = &mut self.draw(SUMMARY);
        let said = self.one_of(self.newsroom.stock.all("summary"), draw);
        self.say(said, draw)
    }

    /// Who signs.
    pub fn author(&self) -> String {
        let region = &self.newsroom.terms.regions[self.release.regions[0]];
        match self.lang {
            Lang::Kk => format!("{} Қазақстан халқы Ассамблеясының баспасөз қызметі", region.names[0]),
            Lang::Ru => format!("Пресс-служба Ассамблеи народа Казахстана {}", region.more[1]),
            Lang::En => format!("Press service of the Assembly of People of Kazakhstan, {}", region.names[2]),
        }
    }

    /// The Markdown; `link` is the destination of the link to the earlier release.
    pub fn body(&self, link: &str) -> String {
        let draw = &mut self.draw(SHAPE);
        let shape = self.shape(draw);
        let stock = &self.newsroom.stock;
        let mut body = String::with_capacity(6 << 10);
        self.paragraph(self.one_of(stock.all("lead"), draw), draw, &mut body);
        let mut asides: Vec<String> = Vec::new();
        asides.extend(shape.list.then(|| self.list(draw.pick(&stock.lists), shape.numbered)));
        asides.extend(shape.quote.then(|| self.quote(draw)));
        asides.extend(shape.table.then(|| self.table(draw)));
        let mut asides = asides.into_iter();
        for theme in &shape.themes {
            if body.len() >= shape.length {
                break;
            }
            self.theme(*theme, shape.headings, &mut body);
            body.extend(asides.next());
        }
        if self.release.earlier.is_some() {
            let said = draw.pick(stock.all("earlier"))[self.lang as usize];
            body.push_str(&said.replace('@', link));
            body.push_str("\n\n");
        }
        self.paragraph(draw.pick(stock.all("closing")), draw, &mut body);
        body.truncate(body.trim_end().len());
        body.push('\n');
        body
    }

    fn shape(&self, draw: &mut Draw) -> Shape {
        let themes = self.newsroom.stock.themes.len();
        let mut shape = Shape {
            length: 2_700 + draw.below(1_500),
            headings: draw.chance(45),
            list: draw.chance(45),
            numbered: draw.chance(25),
            quote: draw.chance(50),
            table: draw.chance(12),
            themes: draw.some(themes, themes),
        };
        let of_project = |theme: &usize| !self.fits_all(&self.newsroom.stock.themes[*theme].rest);
        shape.themes.retain(|theme| !of_project(theme));
        shape
    }

    /// Whether a sentence can be said: without a project nothing is said of one.
    fn fits(&self, said: &Said) -> bool {
        self.release.project.is_some() || !(said[0].contains("{project") || said[0].contains("{name}"))
    }

    fn fits_all(&self, said: &[Said]) -> bool {
        said.iter().all(|said| self.fits(said))
    }

    fn one_of<'s>(&self, all: &'s [Said], draw: &mut Draw) -> &'s Said {
        let fitting: Vec<&Said> = all.iter().filter(|said| self.fits(said)).collect();
        fitting[draw.below(fitting.len())]
    }

    fn paragraph(&self, said: &Said, draw: &mut Draw, body: &mut String) {
        body.push_str(&self.say(said, draw));
        body.push_str("\n\n");
    }

    /// Three to six sentences of a theme that follow each other, in paragraphs of two or three.
    fn theme(&self, theme: usize, headings: bool, body: &mut String) {
        let draw = &mut self.draw(THEME + theme);
        let part = &self.newsroom.stock.themes[theme];
        if headings {
            let _ = write!(body, "## {}\n\n", self.say(&part.head, draw));
        }
        let count = 3 + draw.below(4);
        let from = draw.below(part.rest.len() - count + 1);
        let size = 2 + draw.below(2);
        for sentences in part.rest[from..from + count].chunks(size) {
            let said: Vec<String> = sentences.iter().map(|said| self.say(said, draw)).collect();
            body.push_str(&said.join(" "));
            body.push_str("\n\n");
        }
    }

    fn list(&self, part: &Part, numbered: bool) -> String {
        let mut list = format!("{}\n\n", part.head[self.lang as usize]);
        for (number, item) in (1..).zip(&part.rest) {
            let item = item[self.lang as usize];
            let _ = if numbered { writeln!(list, "{number}. {item}") } else { writeln!(list, "- {item}") };
        }
        list.push('\n');
        list
    }

    fn quote(&self, draw: &mut Draw) -> String {
        let [quote, speaker] = ["quote", "speaker"].map(|kind| draw.pick(self.newsroom.stock.all(kind)));
        format!("> {}\n>\n> — {}\n\n", quote[self.lang as usize], speaker[self.lang as usize])
    }

    fn table(&self, draw: &mut Draw) -> String {
        let [head, rows @ ..] = self.newsroom.stock.all("measure") else { return String::new() };
        let value = ["Мәні", "Значение", "Value"][self.lang as usize];
        let mut table = format!("| {} | {value} |\n|:---|---:|\n", head[self.lang as usize]);
        for row in rows {
            let _ = writeln!(table, "| {} | {} |", row[self.lang as usize], number(draw));
        }
        table.push('\n');
        table
    }

    /// The sentence with its gaps filled.
    fn say(&self, said: &Said, draw: &mut Draw) -> String {
        let mut rest = said[self.lang as usize];
        let mut text = String::with_capacity(rest.len() + 40);
        // As many numbers are drawn as the first language has, wherever the others put them.
        let numbers: Vec<usize> = said[0].matches("{n}").map(|_| number(draw)).collect();
        let mut numbers = numbers.into_iter();
        while let Some((before, after)) = rest.split_once('{') {
            let (gap, after) = after.split_once('}').unwrap_or((after, ""));
            text.push_str(before);
            match gap {
                "n" => _ = write!(text, "{}", numbers.next().unwrap_or_default()),
                gap => text.push_str(&self.gap(gap)),
            }
            rest = after;
        }
        text.push_str(rest);
        text
    }

    fn gap(&self, gap: &str) -> String {
        let region = &self.newsroom.terms.regions[self.release.regions[0]];
        match gap {
            "region" => region.names[self.lang as usize].to_owned(),
            "of" => region.more[1].to_owned(),
            "in" => region.more[2].to_owned(),
            "In" => region.more[2].replacen('в', "В", 1),
            "date" => in_words(self.release.at.date(), self.lang),
            gap => self.project(gap),
        }
    }

    fn project(&self, gap: &str) -> String {
        let Some(project) = self.release.project.map(|project| &self.newsroom.terms.projects[project]) else {
            panic!("nothing is known of {gap}");
        };
        let ending = match gap {
            "name" => return project.names[0].to_owned(),
            "project" => "",
            "project.of" => project.more[0],
            "project.in" => project.more[1],
            "project.acc" => project.more[2],
            gap => panic!("nothing is known of {gap}"),
        };
        format!("**{}**{ending}", project.names[0])
    }
}

/// A number after which Russian has the genitive plural: it ends in 0 or in 5 to 9.
fn number(draw: &mut Draw) -> usize {
    10 * (1 + draw.below(30)) + *draw.pick(&[0, 5, 6, 7, 8, 9])
}

/// The day as a sentence says it.
pub fn in_words(day: Date, lang: Lang) -> String {
    const MONTHS: [[&str; 12]; 3] = [
        [
            "қаңтарда",
            "ақпанда",
            "наурызда",
            "сәуірде",
            "мамырда",
            "маусымда",
            "шілдеде",
            "тамызда",
            "қыркүйекте",
            "қазанда",
            "қарашада",
            "желтоқсанда",
        ],
        [
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря",
        ],
        [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
    ];
    let month = MONTHS[lang as usize][usize::from(day.month().unsigned_abs()) - 1];
    match lang {
        Lang::Kk => format!("{} жылғы {} {month}", day.year(), day.day()),
        Lang::Ru => format!("{} {month} {} года", day.day(), day.year()),
        Lang::En => format!("{} {month} {}", day.day(), day.year()),
    }
}
