//! Every text of a form with its place: what is translated.

use super::{Form, Kind};
use crate::text::Texts;

/// Declares a walk over all texts, by reference or to change them.
macro_rules! walk {
    ($form:expr, $iter:ident, $as_option:ident, $note:ident, $( $borrow:tt )+) => {{
        $note("title".to_owned(), $($borrow)+ $form.title);
        $note("introduction".to_owned(), $($borrow)+ $form.introduction);
        $note("thanks".to_owned(), $($borrow)+ $form.thanks);
        for factor in $form.factors.$iter() {
            $note(format!("factor {}", factor.code), $($borrow)+ factor.label);
        }
        for scale in $form.scales.$iter() {
            for point in scale.points.$iter() {
                $note(format!("scale {} {}", scale.code, point.value), $($borrow)+ point.label);
            }
            if let Some(texts) = scale.dont_know.$as_option() {
                $note(format!("scale {} dont_know", scale.code), texts);
            }
            if let Some(texts) = scale.not_applicable.$as_option() {
                $note(format!("scale {} not_applicable", scale.code), texts);
            }
        }
        for page in $form.pages.$iter() {
            $note(format!("page {}", page.code), $($borrow)+ page.title);
            for question in page.questions.$iter() {
                let code = question.code.clone();
                $note(format!("{code}.text"), $($borrow)+ question.text);
                $note(format!("{code}.hint"), $($borrow)+ question.hint);
                match $($borrow)+ question.kind {
                    Kind::SingleChoice { choices } | Kind::MultipleChoice { choices, .. } => {
                        for choice in choices.$iter() {
                            $note(format!("{code}.{}", choice.code), $($borrow)+ choice.label);
                        }
                    }
                    Kind::Matrix { items, .. } => {
                        for item in items.$iter() {
                            $note(format!("{code}.{}", item.code), $($borrow)+ item.text);
                        }
                    }
                    Kind::Rating { .. } | Kind::Number { .. } | Kind::OpenText { .. } | Kind::Note => {}
                }
            }
        }
    }};
}

impl Form {
    /// The texts that are written in some language, in the order of the form, each with its place: `title`, `scale five 1`,
    /// `overall.text`, `reasons.waiting`.
    pub fn texts(&self) -> Vec<(String, &Texts)> {
        let mut all = self.places();
        all.retain(|(_, texts)| !texts.is_empty());
        all
    }

    /// The same with those that are written in no language.
    pub(super) fn places(&self) -> Vec<(String, &Texts)> {
        let mut all = Vec::new();
        let mut note = |place: String, texts| all.push((place, texts));
        walk!(self, iter, as_ref, note, &);
        all
    }

    /// The same to change them, also those that are written in no language.
    pub fn texts_mut(&mut self) -> Vec<(String, &mut Texts)> {
        let mut all = Vec::new();
        let mut note = |place: String, texts| all.push((place, texts));
        walk!(self, iter_mut, as_mut, note, &mut);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::super::{catalog, parse};
    use crate::text::Language;

    #[test]
    fn every_text_has_a_place_of_its_own_and_both_walks_agree() {
        for name in catalog::forms() {
            let mut form = parse(&name, &catalog::form(&name).unwrap()).unwrap();
            let places: Vec<String> = form.texts().into_iter().map(|(place, _)| place).collect();
            let mut distinct = places.clone();
            distinct.sort();
            distinct.dedup();
            assert_eq!(distinct.len(), places.len());
            assert!(places.contains(&"title".to_owned()));
            let written: Vec<String> =
                form.texts_mut().into_iter().filter(|(_, texts)| !texts.is_empty()).map(|(place, _)| place).collect();
            assert_eq!(written, places);
            let french = Language::parse("fr").unwrap();
            form.texts_mut().into_iter().for_each(|(_, texts)| texts.set(french.clone(), "x"));
            assert!(form.texts().into_iter().all(|(_, texts)| texts.own(&french) == Some("x")));
        }
    }
}
