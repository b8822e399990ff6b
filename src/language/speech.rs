//! Tells a line of dialogue from an item of a list: both begin with a hyphen in the texts that editors send.

/// What an item of a Markdown list is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// An item of a list.
    List,
    /// A line of direct speech.
    Dialogue,
    /// There is the dash of direct speech, and no word that says who spoke: an editor has to look.
    Unsure,
}

/// How many words after the dash may come before the verb of speech.
const NEAR: usize = 4;
/// The same if the first of them is a name: «- К. Токаев, выступая на сессии, отметил».
const NEAR_A_NAME: usize = 12;

/// What the item is, by its text after the `- ` of the list. Speech ends with `,`, `.`, `!`, `?` or `…`, a dash and
/// the author's words: «Біз біргеміз, - деді ол».
pub fn verdict(item: &str) -> Verdict {
    let mut verdict = Verdict::List;
    for (place, dash) in item.match_indices(['-', '–', '—']) {
        let (before, after) =
            (item.get(..place).unwrap_or_default(), item.get(place + dash.len()..).unwrap_or_default());
        if !ends_speech(before) || !after.starts_with(char::is_whitespace) {
            continue;
        }
        if names_a_speaker(after) {
            return Verdict::Dialogue;
        }
        verdict = Verdict::Unsure;
    }
    verdict
}

fn ends_speech(text: &str) -> bool {
    let trimmed = text.trim_end();
    let speech = trimmed.trim_end_matches(['»', '“', '”', '"']);
    trimmed.len() < text.len() && speech.ends_with([',', '.', '!', '?', '…'])
}

fn names_a_speaker(text: &str) -> bool {
    let reach = if text.trim_start().starts_with(char::is_uppercase) { NEAR_A_NAME } else { NEAR };
    text.split_whitespace().take(reach).any(is_verb_of_speech)
}

/// Kazakh, English and other verbs of speech in the forms of reports, and those of Russian that are not in the past.
const VERBS: &str = "\
    деді дейді деп деген десті айтты айтады атап хабарлады хабарлайды мәлімдеді толықтырды түсіндірді баяндады \
    әңгімеледі сөйледі қосты жеткізді тілектеді сұрады бөлісті \
    считает говорит отмечает подчеркивает подчёркивает добавляет сообщает рассказывает поясняет объясняет уверен \
    уверена убежден убеждён убеждена делится вспоминает пишет \
    said says noted adds added stressed emphasized emphasised explained told tells stated remarked commented concluded \
    recalled announced underlined asked replied \
    dedi deydi деди дейди دېدى دەيدۇ دەدى دەيدى sagte erklärte betonte";
/// Russian verbs of speech in the past without their endings.
const RUSSIAN_PAST: &str = "\
    сказал отметил подчеркнул добавил сообщил заявил рассказал пояснил объяснил уточнил напомнил поделил призвал \
    поблагодарил ответил спросил заключил резюмировал подытожил прокомментировал указал признал продолжил поздравил \
    пожелал выразил констатировал говорил считал высказал завершил обратил";

fn is_verb_of_speech(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let stem = ["а", "и", "ся", "ась", "ись"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(&word);
    VERBS.split(' ').any(|verb| verb == word) || RUSSIAN_PAST.split(' ').any(|verb| verb == stem)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_verb_of_speech_after_the_dash_is_dialogue() {
        for item in [
            "Біз біргеміз, - деді ол.",
            "Достық – біздің байлығымыз, – деп атап өтті Қ. Тоқаев.",
            "Біз біргеміз! — дейді ұйымдастырушылар",
            "«Біз біргеміз!» - деді ол",
            "Мы вместе, - сказал он.",
            "Мы вместе,\u{a0}— отметила Ассоль Мирманова.",
            "Это важно. – Также подчеркнули участники, что",
            "Мы вместе, - поделилась впечатлениями участница.",
            "Мы вместе! - К. Токаев, выступая на сессии Ассамблеи, отметил важность",
            "We are together, - he said.",
            "Мы вместе - это главное, - сказал он",
        ] {
            assert_eq!(verdict(item), Verdict::Dialogue, "{item}");
        }
    }

    #[test]
    fn the_dash_of_speech_without_a_verb_is_unsure() {
        for item in [
            "Мы вместе, - Токаев.",
            "Мы вместе! - и пошли дальше",
            "Ұйымдастырылды. - Іс-шара",
            "Мы вместе, - он в этот раз уже не сказал",
        ] {
            assert_eq!(verdict(item), Verdict::Unsure, "{item}");
        }
    }

    #[test]
    fn everything_else_is_a_list() {
        for item in [
            "",
            "-",
            ", -",
            "Жамбыл облысы - 12 іс-шара",
            "Жамбыл облысы – деді",
            "құрылтай, жиын, іс-шара",
            "10.00-11.00 - открытие",
            "Он сказал: мы вместе",
        ] {
            assert_eq!(verdict(item), Verdict::List, "{item}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_the_verdict_panic(item in "\\PC*", near in "[,.! «—–аA-]{0,20}") {
            let _ = (verdict(&item), verdict(&near));
        }
    }
}
