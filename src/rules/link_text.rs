//! Links whose words do not say where they lead: of a list of links, as a screen reader reads it out, nothing is left.

use crate::diagnostic::{Code, Diagnostic};
use crate::language::names::fold;
use crate::rules::page::Page;

/// Words that say nothing, by language, as [`fold`] has them: in whatever text they stand.
const VAGUE: &str = "\
    осында|осы жерде|осы жерден|мұнда|толығырақ|толық|толық оқу|толық нұсқасы|толығырақ оқу|сілтеме|сілтемеде|\
    сілтеме бойынша|мына сілтемеде|мына сілтеме|мына жерде|мына жерден|көру|оқу|әрі қарай|әрі қарай оқу|жалғасы|\
    осы сілтеме|осы сілтемеде|осы сілтеме бойынша\n\
    здесь|тут|сюда|вот|подробнее|подробности|подробнее здесь|подробнее тут|читать|читать далее|читать подробнее|\
    читать полностью|читайте|читайте здесь|далее|дальше|по ссылке|ссылка|ссылке|ссылку|по этой ссылке|эта ссылка|\
    на сайте|перейти|перейти по ссылке|смотреть|скачать|узнать больше|узнать подробнее|источник\n\
    here|click here|click|read more|more|link|this link|this page|learn more|find out more|see here|details|\
    read here|download|source|continue reading|full text\n\
    shu yerda|batafsil|havola|bu yerda\n\
    hier|mehr|weiterlesen|mehr lesen|link hier";

/// Finds links with words that say nothing, and links that are a mere number.
pub fn check(page: &Page<'_>) -> Vec<Diagnostic> {
    let links = page.blocks.iter().flat_map(|block| &block.links);
    let vague = links.filter(|link| is_vague(&link.text));
    vague.map(|link| page.finding(Code::VagueLinkText, link.span).with("text", link.text.trim())).collect()
}

fn is_vague(text: &str) -> bool {
    let folded = fold(text);
    let words = folded.trim_matches(|c: char| !c.is_alphanumeric());
    let number = words.len() <= 2 && !words.is_empty() && words.bytes().all(|byte| byte.is_ascii_digit());
    number || VAGUE.split(['|', '\n']).any(|vague| vague == words)
}
