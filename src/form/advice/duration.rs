//! How long answering takes: the words at a slow reader's speed, and a time for every answer.
//!
//! seconds = words / 175 * 60 + answers, where an answer takes 4 s for a judgement or one choice, 3 s for an item of a matrix (each of its
//! scales), 8 s for several choices, 5 s for a number and 15 s for free words. What only some are asked counts half; the labels of a scale
//! are read once.
//!
//! 175 words a minute is the slow end of the range in which most adults read (175 to 300: Brysbaert 2019, J. Memory and Language 109, 104047).
//! The times of answering are set so that a question of twenty words takes some eleven seconds in all, as Pew Research Center finds (85
//! questions in 15 minutes: Decoded, 8 December 2022), and an item of a battery less. Free words count little: most people leave them out.

use crate::form::{Choice, Form, Kind};
use crate::text::{Code, Texts};

/// Words that a slow reader reads in a minute.
const WORDS_A_MINUTE: f64 = 175.0;
/// The share of what stands under a condition: half, since how many will be asked is not known.
const CONDITIONAL: f64 = 0.5;

/// How long answering takes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Duration {
    /// Reading, in seconds.
    pub reading_seconds: f64,
    /// Thinking, tapping and typing, in seconds.
    pub answering_seconds: f64,
}

impl Duration {
    /// The whole in minutes, rounded; one at least.
    pub fn minutes(&self) -> u8 {
        let minutes = ((self.reading_seconds + self.answering_seconds) / 60.0).round();
        // Held between 1 and 60, which every form file may promise.
        minutes.clamp(1.0, 60.0) as u8
    }
}

/// How long answering a form takes, in its first language.
pub fn duration(form: &Form) -> Duration {
    let words = |texts: &Texts| texts.get(form.fallback(), form.fallback()).split_whitespace().count();
    let labels = |choices: &[Choice]| -> usize { choices.iter().map(|choice| words(&choice.label)).sum() };
    let mut seen: Vec<&Code> = Vec::new();
    let mut labels_of = |code| -> usize {
        if seen.contains(&code) {
            return 0;
        }
        seen.push(code);
        form.scale(code).map_or(0, |scale| scale.points.iter().map(|point| words(&point.label)).sum())
    };
    let mut read = words(&form.introduction) as f64;
    let mut answering = 0.0;
    for page in &form.pages {
        let page_weight = if page.show_if.is_some() { CONDITIONAL } else { 1.0 };
        read += page_weight * words(&page.title) as f64;
        for question in &page.questions {
            let weight = if question.show_if.is_some() { CONDITIONAL.min(page_weight) } else { page_weight };
            let (own, seconds) = match &question.kind {
                Kind::Rating { scale: own } => (labels_of(own), 4.0),
                Kind::SingleChoice { choices } => (labels(choices), 4.0),
                Kind::MultipleChoice { choices, .. } => (labels(choices), 8.0),
                Kind::Matrix { scale: own, items, importance } => {
                    let texts: usize = items.iter().map(|item| words(&item.text)).sum();
                    let scales = if importance.is_some() { 2.0 } else { 1.0 };
                    (texts + labels_of(own) + importance.as_ref().map_or(0, &mut labels_of), 3.0 * scales * items.len() as f64)
                }
                Kind::Number { .. } => (0, 5.0),
                Kind::OpenText { .. } => (0, 15.0),
                Kind::Note => (0, 0.0),
            };
            read += weight * (words(&question.text) + words(&question.hint) + own) as f64;
            answering += weight * seconds;
        }
    }
    Duration { reading_seconds: read / WORDS_A_MINUTE * 60.0, answering_seconds: answering }
}

#[cfg(test)]
mod tests {
    use super::super::example;
    use super::*;

    #[test]
    fn the_time_counted_by_hand() {
        // 18 words of introduction, 10 of the question and 7 of its scale are 12 s of reading; a judgement is 4 s.
        let ten = "uno due tre quattro cinque sei sette otto nove dieci";
        let mut form = example::form_with(vec![example::rated("a", ten)]);
        form.introduction = example::text(&format!("{ten} uno due tre quattro cinque sei sette otto"));
        let found = duration(&form);
        assert_eq!((found.reading_seconds.round(), found.answering_seconds), (12.0, 4.0));
        assert_eq!(found.minutes(), 1);
    }

    #[test]
    fn what_only_some_are_asked_counts_half() {
        let mut form = example::form_with(vec![example::open("a", "Dica"), example::open("b", "Dica")]);
        assert_eq!(duration(&form).answering_seconds, 30.0);
        form.pages[0].questions[1].show_if = Some(crate::form::Condition::Answered { field: example::code("a") });
        assert_eq!(duration(&form).answering_seconds, 22.5);
        form.pages[0].show_if = form.pages[0].questions[1].show_if.clone();
        assert_eq!(duration(&form).answering_seconds, 15.0);
    }
}
