//! All links to other sites, each asked for once.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::external::links::{Linked, links};
use crate::external::memory::Memory;
use crate::external::visit::{Verdict, Web, visit};
use crate::parse::Document;
use crate::write;
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use url::Url;

/// How many hosts are asked at a time.
const AT_A_TIME: usize = 8;
/// For how many days an address that answered is not asked again.
const DAYS: u32 = 7;

/// Asks for every link to another site that is not known to have answered of late; what is dead or has moved, at every
/// place where it is linked. `memory` is the file that remembers; where it cannot be written, every link is asked for each
/// time.
pub fn check(documents: &[Arc<Document>], memory: &Path, now: Timestamp, web: &dyn Web) -> Vec<Diagnostic> {
    let linked = links(documents);
    let mut known = Memory::from_text(&String::from_utf8_lossy(&std::fs::read(memory).unwrap_or_default()));
    let unknown = linked.keys().filter(|url| known.find(url, now, DAYS).is_none());
    let mut verdicts = ask(unknown, web);
    verdicts.iter().for_each(|(url, verdict)| known.learn(url, now, verdict));
    known.keep(|url| linked.contains_key(url));
    let folder = memory.parent().map_or(Ok(()), std::fs::create_dir_all);
    let _ = folder.and_then(|()| write::replace(memory, known.text().as_bytes()));
    for url in linked.keys() {
        verdicts.extend(known.find(url, now, DAYS).map(|verdict| (url.clone(), verdict.clone())));
    }
    let told = linked.iter().filter_map(|(url, linked)| Some((linked, verdicts.get(url)?)));
    told.flat_map(|(linked, verdict)| findings(linked, verdict)).collect()
}

/// Asks several hosts at a time, each for one address after the other.
fn ask<'u>(urls: impl Iterator<Item = &'u Url>, web: &dyn Web) -> BTreeMap<Url, Verdict> {
    let mut hosts: BTreeMap<Option<&str>, Vec<&Url>> = BTreeMap::new();
    urls.for_each(|url| hosts.entry(url.host_str()).or_default().push(url));
    let threads = AT_A_TIME.min(hosts.len());
    let (queue, verdicts) = (Mutex::new(hosts.into_values()), Mutex::new(BTreeMap::new()));
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).next();
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(urls) = next() {
                    for url in urls {
                        let verdict = visit(web, url);
                        verdicts.lock().unwrap_or_else(PoisonError::into_inner).insert(url.clone(), verdict);
                    }
                }
            });
        }
    });
    verdicts.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn findings(linked: &Linked, verdict: &Verdict) -> Vec<Diagnostic> {
    let finding = |place: &Place| match verdict {
        Verdict::Good => None,
        Verdict::Moved(to) => {
            Some(Diagnostic::new(Code::MovedLink, place.clone()).with("url", &linked.written).with("to", to))
        }
        Verdict::Dead(why, status) => {
            let status = status.map_or_else(|| "none".to_owned(), |status| status.to_string());
            let finding = Diagnostic::new(Code::DeadLink, place.clone()).with("url", &linked.written);
            Some(finding.with("why", why).with("status", status))
        }
    };
    linked.places.iter().filter_map(finding).collect()
}
