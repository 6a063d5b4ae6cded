//! One scale as a row of radio buttons: words, numbers, faces or stars.

use super::wording::Wording;
use crate::form::{Scale, Symbol};
use crate::language::{Argument, say_with};
use crate::response::RawAnswers;
use crate::text::Language;

/// A scale to answer on.
pub struct ScaleRow<'a> {
    /// The name of the answer.
    pub name: String,
    /// How it lies: `words`, `words short` (fits a phone in one row), `numbers`, `numbers many`, `faces`,
    /// `stars`.
    pub style: &'static str,
    /// The points.
    pub points: Vec<PointView<'a>>,
    /// "Non so" and "non applicabile", set apart.
    pub apart: Vec<PointView<'a>>,
    /// What the first and the last number mean; for numbers only.
    pub ends: Option<(Wording<'a>, Wording<'a>)>,
}

/// One point.
pub struct PointView<'a> {
    /// The id of its input, on the first point only.
    pub id: Option<String>,
    /// What is sent.
    pub value: String,
    /// What is read on it; for numbers the number.
    pub text: Wording<'a>,
    /// Whether what a screen reader says takes the place of what is seen.
    pub instead: bool,
    /// What a screen reader adds, or says instead; "" for nothing.
    pub aside: Wording<'a>,
    /// Whether it is chosen.
    pub chosen: bool,
    /// A picture.
    pub face: Option<Face>,
}

/// A picture of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // The names say it.
pub enum Face {
    Sad,
    Neutral,
    Happy,
    Star,
}

impl<'a> ScaleRow<'a> {
    /// The row of one answer; `compact` prefers numbers to words.
    pub fn new(
        name: String,
        scale: &'a Scale,
        (wanted, fallback): (&'a Language, &'a Language),
        answers: &RawAnswers,
        compact: bool,
    ) -> Self {
        let labels: Vec<Wording<'a>> = scale.points.iter().map(|point| Wording::of(&point.label, wanted, fallback)).collect();
        let style = match style(scale, &labels) {
            words if compact && words.starts_with("words") => "numbers",
            own => own,
        };
        let stars = style == "stars";
        let numbers = stars || style.starts_with("numbers");
        // One face among numbers would say more about its point than the others may say about theirs.
        let drawn = matches!(style, "faces" | "stars");
        let given = answers.first(&name);
        let points = scale.points.iter().zip(&labels).enumerate().map(|(index, (point, label))| {
            let value = point.value.to_string();
            let short = label.is_empty() || numbers && label.chars().count() > 3;
            PointView {
                id: (index == 0).then(|| name.clone()),
                chosen: given == Some(value.as_str()),
                text: if short { Wording::own(value.clone()) } else { label.clone() },
                instead: stars && label.is_empty(),
                aside: match (numbers && short, stars && label.is_empty()) {
                    (true, true) => Wording::own(counted_stars(wanted, index + 1, labels.len())),
                    (true, false) => label.clone(),
                    (false, _) => Wording::own(""),
                },
                value,
                face: point.symbol.filter(|_| drawn).map(Face::from),
            }
        });
        let points = points.collect();
        let apart = [(&scale.dont_know, RawAnswers::DONT_KNOW), (&scale.not_applicable, RawAnswers::NOT_APPLICABLE)];
        let apart = apart.into_iter().filter_map(|(label, value)| {
            let (text, aside) = (Wording::of(label.as_ref()?, wanted, fallback), Wording::own(""));
            let chosen = given == Some(value);
            Some(PointView { id: None, value: value.to_owned(), text, instead: false, aside, chosen, face: None })
        });
        let apart = apart.collect();
        let ends = match (labels.first(), labels.last()) {
            (Some(first), Some(last)) if numbers && first.chars().count() > 3 && !last.is_empty() => {
                let told = |value: u8, label: &Wording<'a>| label.with(format!("{value} = {}", &**label));
                Some((told(scale.lowest(), first), told(scale.highest(), last)))
            }
            _ => None,
        };
        Self { name, style, points, apart, ends }
    }
}

/// Words when every point has one, else numbers. A row of words fits a phone when its longest word does.
fn style(scale: &Scale, labels: &[Wording<'_>]) -> &'static str {
    let faces = |symbol: Option<Symbol>| matches!(symbol, Some(Symbol::Sad | Symbol::Neutral | Symbol::Happy));
    if scale.points.iter().all(|point| faces(point.symbol)) {
        return "faces";
    }
    // Six stars and more are counted, not seen, and no longer fit a thumb beside each other.
    if labels.len() <= 5 && scale.points.iter().all(|point| point.symbol == Some(Symbol::Star)) {
        return "stars";
    }
    let all_words = labels.iter().all(|label| label.chars().count() > 3 || label.chars().any(char::is_alphabetic));
    if !all_words {
        return if labels.len() > 7 { "numbers many" } else { "numbers" };
    }
    // About 7 pixels a letter and 12 around it, on the 312 pixels that a narrow phone leaves.
    let longest = labels.iter().flat_map(|label| label.split_whitespace()).map(|word| word.chars().count()).max().unwrap_or(0);
    if labels.len() * (longest * 7 + 12) <= 332 { "words short" } else { "words" }
}

/// A star without words says which of how many it is.
fn counted_stars(language: &Language, at: usize, of: usize) -> String {
    let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
    say_with(language, "answering-stars", &[("count", Argument::Count(count(at))), ("of", Argument::Count(count(of)))])
}

impl From<Symbol> for Face {
    fn from(symbol: Symbol) -> Self {
        match symbol {
            Symbol::Sad => Self::Sad,
            Symbol::Neutral => Self::Neutral,
            Symbol::Happy => Self::Happy,
            Symbol::Star => Self::Star,
        }
    }
}

impl Face {
    /// The class that colours it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Sad => "sad",
            Self::Neutral => "neutral",
            Self::Happy => "happy",
            Self::Star => "star",
        }
    }

    /// The mouth's path.
    pub fn mouth(self) -> &'static str {
        match self {
            Self::Sad => "M14 35c4-8 16-8 20 0",
            Self::Happy => "M14 29c4 8 16 8 20 0",
            Self::Neutral | Self::Star => "M15 32h18",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{self, catalog};

    fn faces(text: &str) -> Vec<Option<Face>> {
        let form = form::parse("form", text).unwrap();
        let language = form.fallback();
        let answers = RawAnswers::bounded(Vec::new()).unwrap();
        let row = ScaleRow::new("overall".to_owned(), &form.scales[0], (language, language), &answers, false);
        row.points.into_iter().map(|point| point.face).collect()
    }

    #[test]
    fn pictures_are_drawn_on_every_point_or_on_none() {
        let smileys = catalog::form("faccine").unwrap();
        assert_eq!(faces(&smileys), [Some(Face::Sad), Some(Face::Neutral), Some(Face::Happy)]);
        assert_eq!(faces(&smileys.replace("symbol = \"neutral\", ", "")), [None; 3]);
    }
}
