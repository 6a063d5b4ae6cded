//! When a question or page is shown: answers to tick, or a condition in words of its own for what cannot be ticked.

use super::words::{answer_in_words, name_of, quoted, shortened};
use crate::flows::words::said_in_words;
use crate::form::{AskedBefore, Condition, Form, Kind, Operand, Ticked, write_condition};
use crate::text::{Code, Language};
use crate::web::staff::field::{Field, Maker, Mistake};
use crate::web::staff::posted::Posted;

/// The choice on a page.
pub(super) struct Routing {
    /// `always`, `answers` or `text`.
    pub when: String,
    /// Whether all questions must fit.
    pub all: bool,
    pub asked: Vec<Asked>,
    /// The condition as text.
    pub condition: Field,
    /// What it can name.
    pub codes: Vec<Named>,
    pub problem: String,
}

/// What a condition can name: code and words, with the codes and words of its answers where these are named by codes.
type Named = (String, String, Vec<(String, String)>);

/// A question whose answers can be ticked.
pub(super) struct Asked {
    pub name: String,
    /// Value, words, whether it is ticked.
    pub answers: Vec<(String, String, bool)>,
    pub any: bool,
}

/// How an operand is written.
pub(super) fn operand_word(operand: &Operand) -> String {
    match operand {
        Operand::Number(number) => number.to_string(),
        Operand::Choice(code) => code.to_string(),
    }
}

/// A condition before a place of the form as the fields of a page.
pub(super) fn as_typed(condition: Option<&Condition>, form: &Form, place: (usize, usize), posted: &mut Posted) {
    let mut put = |name: &str, value: String| posted.fields.push((name.to_owned(), value));
    let Some(condition) = condition else { return put("when", "always".to_owned()) };
    put("condition", write_condition(condition));
    match form.ticked(condition, place) {
        Some(ticked) => {
            put("when", "answers".to_owned());
            put("join", if ticked.all { "all" } else { "any" }.to_owned());
            for (field, operands) in &ticked.answers {
                operands.iter().for_each(|operand| put("answer", format!("{field}={}", operand_word(operand))));
            }
        }
        None => put("when", "text".to_owned()),
    }
}

/// Whether answers are ticked or a condition is written that were not there before.
fn is_new(posted: &Posted, form: &Form, place: (usize, usize), before: Option<&Condition>) -> bool {
    let mut was = Posted::default();
    as_typed(before, form, place, &mut was);
    let written = posted.value("condition");
    posted.all("answer").any(|own| !was.all("answer").any(|before| before == own))
        || !written.is_empty() && written != was.value("condition")
}

/// What the answers that were ticked are sent as.
fn sent_as(field: &Code, operand: &Operand) -> String {
    format!("{field}={}", operand_word(operand))
}

/// A question of which an answer is ticked, but that is not asked before a place.
fn asked_later<'f>(posted: &Posted, form: &'f Form, place: (usize, usize)) -> Option<AskedBefore<'f>> {
    let before = form.asked_before(place);
    let later =
        form.asked_before((form.pages.len(), 0)).into_iter().filter(|asked| !before.iter().any(|own| own.field == asked.field));
    later.into_iter().find(|asked| is_ticked(posted, asked))
}

fn is_ticked(posted: &Posted, asked: &AskedBefore<'_>) -> bool {
    let sent: Vec<String> = asked.answers.iter().map(|(operand, _)| sent_as(&asked.field, operand)).collect();
    posted.all("answer").any(|own| sent.iter().any(|value| value == own))
}

/// What was chosen, before a place of the form, in the place of the condition that was there before.
///
/// # Errors
/// What is wrong with it.
pub(super) fn read(
    posted: &Posted,
    form: &Form,
    place: (usize, usize),
    before: Option<&Condition>,
    language: &Language,
) -> Result<Option<Condition>, Mistake> {
    let mistake = |words: String| Mistake { field: "when".to_owned(), words };
    match posted.value("when") {
        "answers" => {
            if let Some(asked) = asked_later(posted, form, place) {
                let at = form.place_of(&asked.question.code).unwrap_or_default();
                let values = [
                    ("question", quoted(language, form, &asked.field).into()),
                    ("asked", (at.0 + 1).to_string().into()),
                    ("page", (place.0 + 1).to_string().into()),
                ];
                return Err(mistake(crate::language::say_with(language, "forms-answer-later", &values)));
            }
            let mut answers: Vec<(Code, Vec<Operand>)> = Vec::new();
            for asked in form.asked_before(place) {
                let ticked = |(operand, _): &&(Operand, _)| {
                    let value = sent_as(&asked.field, operand);
                    posted.all("answer").any(|own| own == value)
                };
                let operands: Vec<Operand> = asked.answers.iter().filter(ticked).map(|(operand, _)| operand.clone()).collect();
                if !operands.is_empty() {
                    answers.push((asked.field, operands));
                }
            }
            let ticked = Ticked { all: posted.value("join") != "any", answers };
            let none = || mistake(crate::language::say(language, "forms-no-answer-ticked"));
            ticked.condition().map(Some).ok_or_else(none)
        }
        "text" => form.read_condition(place, posted.value("condition")).map(Some).map_err(|faults| {
            let words = faults
                .first()
                .map(|fault| format!("{} {}", said_in_words(language, &fault.message), said_in_words(language, &fault.hint)));
            Mistake { field: "condition".to_owned(), words: words.unwrap_or_default() }
        }),
        _ if is_new(posted, form, place, before) => Err(mistake(crate::language::say(language, "forms-always-or-answers"))),
        _ => Ok(None),
    }
}

/// What a condition before a place can name.
fn codes(language: &Language, form: &Form, place: (usize, usize)) -> Vec<Named> {
    let named = |code: &Code, answers: Vec<(String, String)>| (code.to_string(), name_of(language, form, code), answers);
    let closed = form.asked_before(place).into_iter().map(|asked| {
        let chosen = asked.answers.iter().filter(|(operand, _)| matches!(operand, Operand::Choice(_)));
        let chosen = chosen.map(|answer| (operand_word(&answer.0), answer_in_words(language, form, answer)));
        named(&asked.field, chosen.collect())
    });
    let numbers = form.questions().map(|(_, question)| question).filter(|question| matches!(question.kind, Kind::Number { .. }));
    let numbers = numbers.filter(|question| form.place_of(&question.code).is_some_and(|own| own < place));
    closed.chain(numbers.map(|question| named(&question.code, Vec::new()))).collect()
}

impl Routing {
    /// The choice as it was typed.
    pub fn new(make: &Maker, form: &Form, place: (usize, usize)) -> Self {
        let posted = make.posted;
        let fallback = form.fallback();
        let asked = form.asked_before(place).into_iter().map(|own| {
            let answers: Vec<(String, String, bool)> = own
                .answers
                .iter()
                .map(|answer| {
                    let value = sent_as(&own.field, &answer.0);
                    let ticked = posted.all("answer").any(|typed| typed == value);
                    (value, answer_in_words(make.language, form, answer), ticked)
                })
                .collect();
            let own_name = name_of(make.language, form, &own.field);
            let name = if own.field == own.question.code {
                own_name
            } else {
                format!("{} – {own_name}", shortened(own.question.text.get(make.language, fallback)))
            };
            Asked { name, any: answers.iter().any(|(_, _, ticked)| *ticked), answers }
        });
        Self {
            when: match posted.value("when") {
                "" => "always".to_owned(),
                when => when.to_owned(),
            },
            all: posted.value("join") != "any",
            asked: asked.collect(),
            condition: make.text("condition"),
            codes: codes(make.language, form, place),
            problem: make.problem("when"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{catalog, parse};

    #[test]
    fn what_is_ticked_or_written_is_not_dropped_because_it_is_shown_always() {
        let form = parse("f", &catalog::form("faccine").unwrap()).unwrap();
        let end = (form.pages.len(), 0);
        let before = form.read_condition(end, "overall = 1").unwrap();
        let read = |before: Option<&Condition>, fields: &[(&str, &str)]| {
            let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
            let posted = Posted { fields, files: Vec::new() };
            super::read(&posted, &form, end, before, &Language::italian()).map_err(|mistake| mistake.field)
        };
        assert_eq!(read(None, &[("when", "always")]), Ok(None));
        assert_eq!(read(None, &[("when", "always"), ("answer", "overall=1")]), Err("when".to_owned()));
        assert_eq!(read(None, &[("when", "always"), ("condition", "overall = 1")]), Err("when".to_owned()));
        // Whoever takes a condition away leaves it standing in its fields.
        let left = [("when", "always"), ("answer", "overall=1"), ("condition", "overall = 1")];
        assert_eq!(read(Some(&before), &left), Ok(None));
        assert_eq!(read(Some(&before), &[("when", "always"), ("answer", "overall=2")]), Err("when".to_owned()));
    }

    #[test]
    fn an_answer_that_is_asked_later_is_refused_and_not_lost() {
        let form = parse("f", &catalog::form("urp-annuale").unwrap()).unwrap();
        let end = (form.pages.len(), 0);
        let asked = form.asked_before(end);
        let (first, last) = (&asked[0], asked.last().unwrap());
        let ticks = [first, last].map(|own| ("answer".to_owned(), sent_as(&own.field, &own.answers[0].0)));
        let fields = ticks.into_iter().chain([("when".to_owned(), "answers".to_owned())]).collect();
        let posted = Posted { fields, files: Vec::new() };
        let read = |place| super::read(&posted, &form, place, None, &Language::italian());
        assert!(read(end).unwrap().is_some());
        let refused = read((0, form.pages[0].questions.len())).unwrap_err();
        assert!(refused.field == "when" && refused.words.contains("pagina 1"), "{}", refused.words);
    }

    #[test]
    fn what_a_condition_can_name_is_told_with_its_words() {
        let form = parse("f", &catalog::form("urp-annuale").unwrap()).unwrap();
        let codes = codes(&Language::italian(), &form, (form.pages.len(), 0));
        for (code, words, answers) in &codes {
            let own = answers.first().map_or("is answered".to_owned(), |(answer, _)| format!("= {answer}"));
            assert!(
                !words.is_empty() && form.read_condition((form.pages.len(), 0), &format!("{code} {own}")).is_ok(),
                "{code} {own}"
            );
        }
        assert!(codes.iter().any(|(_, _, answers)| !answers.is_empty()));
    }

    #[test]
    fn a_condition_that_cannot_be_ticked_is_written() {
        let form = parse("f", &catalog::form("faccine").unwrap()).unwrap();
        let end = (form.pages.len(), 0);
        for (condition, when) in [("overall = 1", "answers"), ("overall is any of [2, 1]", "text"), ("overall <= 2", "text")] {
            let condition = form.read_condition(end, condition).unwrap();
            let mut posted = Posted::default();
            as_typed(Some(&condition), &form, end, &mut posted);
            assert_eq!(posted.value("when"), when, "{condition:?}");
            assert_eq!(read(&posted, &form, end, Some(&condition), &Language::italian()).unwrap(), Some(condition));
        }
    }
}
