//! A text, mended until nothing is left that is safe to mend.

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::parse;
use crate::rules::fix::{Fixed, fix};
use crate::rules::page::Page;
use crate::rules::stage::of_page;
use std::sync::Arc;

/// How often a text is looked at again: one mistake may hide another, but no chain is as long as this.
const ROUNDS: usize = 16;

/// Mends the text of a file by what reading it and the rules about one text find, as far as the newsroom wants to hear
/// of it. A text that comes out is not changed by being mended again.
pub fn mend(config: &Config, path: &Arc<str>, text: &str) -> Fixed {
    let mut done = Fixed { text: text.to_owned(), mended: 0 };
    for _ in 0..ROUNDS {
        let next = fix(&done.text, &findings(config, path, &done.text));
        if next.mended == 0 {
            break;
        }
        done = Fixed { text: next.text, mended: done.mended + next.mended };
    }
    done
}

fn findings(config: &Config, path: &Arc<str>, text: &str) -> Vec<Diagnostic> {
    let (document, mut findings) = parse::look(config, path, text.as_bytes());
    findings.extend(document.iter().flat_map(|document| of_page(&Page::new(document, text))));
    findings.into_iter().filter_map(|finding| config.judge(finding)).collect()
}
