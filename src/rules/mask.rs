//! What no rule about wording may touch.

use crate::language::typography;
use crate::markdown::{Block, Role};

/// What stands in [`Prose::words`] for every byte that no rule about wording may touch.
pub const MASK: char = typography::FIXED;

/// The words of a block with a mask over what no rule about wording may touch, byte for byte.
pub fn masked(block: &Block) -> String {
    let mut words = String::new();
    for run in &block.runs {
        match run.role {
            Role::Words => words.push_str(&run.text),
            Role::Break => words.push(' '),
            Role::Code | Role::Address | Role::Foreign => mask(&run.text, &mut words),
        }
    }
    if !words.contains(['@', '/', '.', '_']) {
        return words;
    }
    let mut done = String::with_capacity(words.len());
    for token in words.split_inclusive(char::is_whitespace) {
        let bare = token.trim_end();
        if is_address(bare) {
            mask(bare, &mut done);
            done.push_str(token.get(bare.len()..).unwrap_or_default());
        } else {
            done.push_str(token);
        }
    }
    done
}

fn mask(text: &str, to: &mut String) {
    to.extend(text.bytes().map(|_| MASK));
}

/// A mail or web address, the name of a file or of an account that stands in the text without any mark.
pub fn is_address(token: &str) -> bool {
    let token = token.trim_matches(|c: char| !c.is_alphanumeric() && c != '@' && c != '/');
    if !token.contains(['@', '/', '.', '_']) {
        return false;
    }
    let dotted = || {
        let labels: Vec<&str> = token.split(['.', '/']).collect();
        let last = token.split('/').next().and_then(|host| host.rsplit('.').next()).unwrap_or_default();
        labels.len() > 1
            && last.len() > 1
            && last.chars().all(|c| c.is_ascii_alphanumeric())
            && last.chars().any(|c| c.is_ascii_lowercase())
            && token.split('/').next().is_some_and(|host| host.contains('.') && host.is_ascii())
            && labels.iter().all(|label| !label.is_empty())
    };
    token.contains("://") || token.contains('@') || token.starts_with("www.") || token.contains('_') || dotted()
}
