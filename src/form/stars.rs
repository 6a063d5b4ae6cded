//! The shape of a form that the widget on a web site can ask: stars first, and everything else follows from them alone.
//!
//! It is the national pattern for rating a page or a service; any form of this shape will do.

use super::{Form, Kind, Polarity, Question, Scale, Value};
use crate::text::Code;

/// The stars that a site's visitor gives.
const STARS: usize = 5;

/// A form as the widget asks it.
#[derive(Clone, Debug, PartialEq)]
pub struct Stars<'a> {
    /// The question that is answered in stars.
    pub question: &'a Question,
    /// Its scale, of five points from worst to best.
    pub scale: &'a Scale,
    /// What follows, in order.
    pub follow: Vec<FollowUp<'a>>,
}

/// A question that follows.
#[derive(Clone, Debug, PartialEq)]
pub struct FollowUp<'a> {
    /// The question: a choice or an open text.
    pub question: &'a Question,
    /// The points of the scale after which it is asked, lowest first.
    pub after: Vec<u8>,
}

impl Form {
    /// The form as the widget asks it; `None` where it has another shape: it begins with a judgement on five points, the higher
    /// the better and without "don't know", and goes on with choices and open texts that depend on that judgement alone.
    pub fn stars(&self) -> Option<Stars<'_>> {
        let asked = self.questions().filter(|(_, question)| question.kind != Kind::Note);
        let mut asked = asked.peekable();
        let (page, first) = asked.next()?;
        let Kind::Rating { scale } = &first.kind else { return None };
        let scale =
            self.scale(scale).filter(|scale| scale.points.len() == STARS && scale.polarity == Polarity::HigherIsBetter)?;
        let certain = page.show_if.is_none() && first.show_if.is_none();
        if !certain || !first.required || scale.dont_know.is_some() || scale.not_applicable.is_some() {
            return None;
        }
        let follow = asked.map(|(page, question)| {
            let conditions = [&page.show_if, &question.show_if];
            let alone =
                conditions.into_iter().flatten().all(|condition| condition.fields().iter().all(|field| **field == first.code));
            let kind = matches!(question.kind, Kind::SingleChoice { .. } | Kind::MultipleChoice { .. } | Kind::OpenText { .. });
            let shown = |given: u8| {
                let answer = |code: &Code| if *code == first.code { Value::Given(given.into()) } else { Value::NotAsked };
                self.shows(page, question, &answer)
            };
            let after = scale.points.iter().map(|point| point.value).filter(|value| shown(*value)).collect();
            (alone && kind).then_some(FollowUp { question, after })
        });
        Some(Stars { question: first, scale, follow: follow.collect::<Option<_>>()? })
    }
}

#[cfg(test)]
mod tests {
    use super::super::{catalog, parse};

    fn shipped(name: &str) -> String {
        catalog::form(name).expect("it is shipped").into_owned()
    }

    fn has_the_shape(source: &str) -> bool {
        parse("a.toml", source).unwrap_or_else(|faults| panic!("{:?}", faults[0])).stars().is_some()
    }

    #[test]
    fn the_form_for_pages_asks_reasons_that_depend_on_the_stars_and_then_details() {
        let form = parse("a.toml", &shipped("valutazione-pagina")).expect("it is without fault");
        let stars = form.stars().expect("it was made for the widget");
        let after: Vec<_> = stars.follow.iter().map(|own| (own.question.code.as_str(), own.after.clone())).collect();
        assert_eq!(after, [("liked", vec![4, 5]), ("difficulties", vec![1, 2, 3]), ("details", vec![1, 2, 3, 4, 5])]);
    }

    #[test]
    fn a_form_of_another_shape_has_none() {
        assert!(!has_the_shape(&shipped("faccine")) && !has_the_shape(&shipped("urp-annuale")));
        let good = shipped("valutazione-pagina");
        for (from, to) in [
            ("required = true", "required = false"),
            ("show_if = \"clarity <= 3\"", "show_if = \"liked is answered\""),
            ("code = \"stars\"", "code = \"stars\"\ndont_know = { it = \"Non so\" }"),
            ("kind = \"open_text\"\nmost_characters = 200", "kind = \"number\"\nrole = \"profile\"\nleast = 0\nmost = 9"),
        ] {
            assert!(good.contains(from), "{from}");
            assert!(!has_the_shape(&good.replacen(from, to, 1)), "{to}");
        }
    }
}
