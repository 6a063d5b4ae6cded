//! Made-up answers with stated shares, the same every time.
//!
//! Each respondent has a mood (a normal number) that colours every judgement, as real respondents do: satisfaction items
//! correlate at about .5. For each item the latent scores `.7 mood + .7 chance` are ranked, and the ranks are cut so that the
//! stated share of respondents is satisfied; within the satisfied and the dissatisfied the points fall off as published
//! figures of public-relations offices do (more "4" than "5", few "1"). The share is therefore met to the nearest answer,
//! and which person gives which answer is chance with a fixed seed.

use crate::form::{Choice, Form, Kind, Polarity, Question, Role, Scale};
use crate::response::RawAnswers;
use fastrand::Rng;
use std::collections::BTreeMap;

/// What the story wants of one year.
pub struct Wishes<'a> {
    /// The share satisfied, by item code.
    pub satisfied: &'a dyn Fn(&str) -> f64,
    /// How likely a choice is, relative to its siblings (question, choice).
    pub weight: &'a dyn Fn(&str, &str) -> f64,
    /// Comments to draw from, each used once.
    pub comments: Vec<&'a str>,
    /// What share of respondents writes one.
    pub comment_share: f64,
}

/// The answers of so many respondents. `mood` shifts a respondent by channel.
pub fn draw_answers(
    form: &Form,
    respondents: usize,
    wishes: &Wishes<'_>,
    mood: &dyn Fn(usize) -> f64,
    seed: u64,
) -> Vec<RawAnswers> {
    let mut chance = Rng::with_seed(seed);
    let moods: Vec<f64> = (0..respondents).map(|person| normal(&mut chance) + mood(person)).collect();
    let mut people: Vec<Vec<(String, String)>> = vec![Vec::new(); respondents];
    let mut comments = wishes.comments.clone();
    chance.shuffle(&mut comments);
    // Answers to questions that the routing hides are drawn too: the gate leaves them out, as it does for anybody.
    for (_, question) in form.questions() {
        let answers = draw_question(form, question, wishes, &moods, &mut comments, &mut chance);
        append(&mut people, answers);
    }
    people.into_iter().map(|pairs| RawAnswers::bounded(pairs).expect("a form's answers stay within bounds")).collect()
}

type Pairs = Vec<(String, String)>;

fn draw_question(
    form: &Form,
    question: &Question,
    wishes: &Wishes<'_>,
    moods: &[f64],
    comments: &mut Vec<&str>,
    chance: &mut Rng,
) -> Vec<Pairs> {
    let code = question.code.as_str();
    match &question.kind {
        Kind::Rating { scale } => draw_item(form.scale(scale), code, question.role, wishes, moods, chance),
        Kind::Matrix { scale, items, importance } => {
            let mut answers: Vec<Pairs> = vec![Vec::new(); moods.len()];
            for item in items {
                let role = question.role;
                append(&mut answers, draw_item(form.scale(scale), item.code.as_str(), role, wishes, moods, chance));
                if let (Some(importance), Some(code)) = (importance, item.importance_code()) {
                    let flat = vec![0.0; moods.len()];
                    let drawn = draw_item(form.scale(importance), code.as_str(), Role::Importance, wishes, &flat, chance);
                    append(&mut answers, drawn);
                }
            }
            answers
        }
        Kind::SingleChoice { choices } => {
            moods.iter().map(|_| vec![(code.to_owned(), choose(code, choices, wishes, chance))]).collect()
        }
        Kind::MultipleChoice { choices, at_most } => {
            moods.iter().map(|_| choose_several(code, choices, *at_most, wishes, chance)).collect()
        }
        Kind::Number { least, most } => {
            moods.iter().map(|_| vec![(code.to_owned(), chance.i64(*least..=*most).to_string())]).collect()
        }
        // A text that belongs to another answer would need words of its own.
        Kind::OpenText { .. } if question.show_if.is_some() => vec![Vec::new(); moods.len()],
        Kind::OpenText { .. } => moods
            .iter()
            .map(|_| {
                let writes = chance.f64() < wishes.comment_share;
                writes.then(|| comments.pop()).flatten().map(|text| (code.to_owned(), text.to_owned())).into_iter().collect()
            })
            .collect(),
        Kind::Note => vec![Vec::new(); moods.len()],
    }
}

fn append(answers: &mut [Pairs], more: Vec<Pairs>) {
    for (own, more) in answers.iter_mut().zip(more) {
        own.extend(more);
    }
}

/// One item of judgement for everybody: ranks cut at the wished share, then "non so" and blanks strewn over it.
fn draw_item(scale: Option<&Scale>, code: &str, role: Role, wishes: &Wishes<'_>, moods: &[f64], chance: &mut Rng) -> Vec<Pairs> {
    let Some(scale) = scale else { return vec![Vec::new(); moods.len()] };
    let values = points_by_rank(scale, (wishes.satisfied)(code), moods.len());
    let mut ranked: Vec<(f64, usize)> =
        moods.iter().enumerate().map(|(person, mood)| (0.7 * mood + 0.7 * normal(chance), person)).collect();
    ranked.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut answers = vec![Vec::new(); moods.len()];
    for ((_, person), value) in ranked.into_iter().zip(values) {
        let lot = chance.f64();
        let answer = if role == Role::Overall {
            Some(value.to_string())
        } else if lot < 0.025 {
            None
        } else if lot < 0.06 && scale.dont_know.is_some() {
            Some(RawAnswers::DONT_KNOW.to_owned())
        } else if lot < 0.08 && scale.not_applicable.is_some() {
            Some(RawAnswers::NOT_APPLICABLE.to_owned())
        } else {
            Some(value.to_string())
        };
        answers[person] = answer.map(|answer| (code.to_owned(), answer)).into_iter().collect();
    }
    answers
}

/// The scale's values, worst first, in the numbers that a share satisfied asks for.
fn points_by_rank(scale: &Scale, satisfied: f64, respondents: usize) -> Vec<u8> {
    let worst_first: Vec<_> = match scale.polarity {
        Polarity::HigherIsBetter => scale.points.iter().collect(),
        Polarity::LowerIsBetter => scale.points.iter().rev().collect(),
    };
    let (happy, unhappy): (Vec<_>, Vec<_>) = worst_first.into_iter().partition(|point| point.satisfied);
    let mut shares: Vec<(u8, f64)> = Vec::new();
    // Among the dissatisfied each point is half as frequent as the next better one.
    let weights: Vec<f64> = (0..unhappy.len()).map(|place| 2f64.powi(i32::try_from(place).unwrap_or(0))).collect();
    let total: f64 = weights.iter().sum();
    shares.extend(unhappy.iter().zip(&weights).map(|(point, weight)| (point.value, (1.0 - satisfied) * weight / total)));
    let weights: Vec<f64> = (0..happy.len()).map(|place| 0.75f64.powi(i32::try_from(place).unwrap_or(0))).collect();
    let total: f64 = weights.iter().sum();
    shares.extend(happy.iter().zip(&weights).map(|(point, weight)| (point.value, satisfied * weight / total)));
    let whole: f64 = shares.iter().map(|(_, share)| share).sum();
    let mut values = Vec::with_capacity(respondents);
    let mut reached = 0.0;
    for (value, share) in shares {
        reached += share / whole;
        #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)] // A few hundred people.
        let until = ((reached * respondents as f64).round() as usize).min(respondents);
        values.resize(until.max(values.len()), value);
    }
    values
}

fn choose(question: &str, choices: &[Choice], wishes: &Wishes<'_>, chance: &mut Rng) -> String {
    let weights: Vec<f64> = choices.iter().map(|choice| (wishes.weight)(question, choice.code.as_str())).collect();
    let mut lot = chance.f64() * weights.iter().sum::<f64>();
    for (choice, weight) in choices.iter().zip(&weights) {
        lot -= weight;
        if lot <= 0.0 {
            return choice.code.as_str().to_owned();
        }
    }
    choices.last().map(|choice| choice.code.as_str().to_owned()).unwrap_or_default()
}

fn choose_several(question: &str, choices: &[Choice], at_most: Option<u8>, wishes: &Wishes<'_>, chance: &mut Rng) -> Pairs {
    let most = usize::from(at_most.unwrap_or(4)).min(4);
    let first = choose(question, choices, wishes, chance);
    let excludes = |code: &str| choices.iter().any(|choice| choice.exclusive && choice.code.as_str() == code);
    let mut chosen = BTreeMap::from([(first.clone(), ())]);
    if !excludes(&first) {
        for _ in 1..chance.usize(1..=most.max(1)) {
            let next = choose(question, choices, wishes, chance);
            if !excludes(&next) {
                chosen.insert(next, ());
            }
        }
    }
    chosen.into_keys().map(|choice| (question.to_owned(), choice)).collect()
}

/// A normal number (Box and Muller, 1958).
fn normal(chance: &mut Rng) -> f64 {
    let radius = (-2.0 * (1.0 - chance.f64()).ln()).sqrt();
    radius * (std::f64::consts::TAU * chance.f64()).cos()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{catalog, parse};

    #[test]
    fn the_wished_share_is_met_to_the_nearest_answer() {
        let form = parse("urp-annuale.toml", &catalog::form("urp-annuale").unwrap()).unwrap();
        let scale = form.scales.iter().find(|scale| scale.tells_satisfied() && scale.points.len() == 5).unwrap();
        for (share, people) in [(0.82, 300usize), (0.0, 40), (1.0, 40), (0.5, 7)] {
            let values = points_by_rank(scale, share, people);
            assert_eq!(values.len(), people);
            let satisfied = values.iter().filter(|value| scale.point(**value).unwrap().satisfied).count();
            assert!((satisfied as f64 - share * people as f64).abs() <= 1.0, "{share} of {people}: {satisfied}");
        }
    }

    #[test]
    fn the_same_seed_draws_the_same_answers_and_the_form_accepts_them() {
        let form = parse("urp-annuale.toml", &catalog::form("urp-annuale").unwrap()).unwrap();
        let layout = crate::form::Layout::of(&form);
        let wishes = Wishes { satisfied: &|_| 0.7, weight: &|_, _| 1.0, comments: vec!["Bene.", "Male."], comment_share: 0.5 };
        let draw = || draw_answers(&form, 60, &wishes, &|_| 0.0, 7);
        assert_eq!(draw(), draw());
        for answers in draw() {
            crate::response::accept(&form, &layout, &answers).unwrap();
        }
    }

    /// As the example's results are read: by channel and by every question of one choice about who answers.
    #[test]
    fn no_hidden_answer_of_the_example_can_be_computed() {
        use super::super::story;
        use crate::analysis::disclosure::real::{Filled, try_all};
        use crate::form::{FieldKind, Layout};
        use crate::response::{Row, Strata, accept};
        let mut tried = 0;
        for year in &story::YEARS {
            let form = parse("urp-annuale.toml", &catalog::form("urp-annuale").unwrap()).unwrap();
            let layout = Layout::of(&form);
            let doors: Vec<_> =
                year.responses.iter().flat_map(|(channel, count)| std::iter::repeat_n(*channel, *count)).collect();
            let satisfied = |item: &str| story::satisfied(item, year.column);
            let wishes = Wishes { satisfied: &satisfied, weight: &story::weight, comments: Vec::new(), comment_share: 0.0 };
            let drawn = draw_answers(&form, doors.len(), &wishes, &|_| 0.0, 2026);
            let row = |(answers, channel): (RawAnswers, &crate::survey::Channel)| Row {
                closed: accept(&form, &layout, &answers).unwrap().closed,
                strata: Strata { channel: channel.code().to_owned(), place: None, day: None },
            };
            let rows = drawn.into_iter().zip(&doors).map(row).collect();
            let about = layout.fields.iter().filter(|field| field.role == Role::Profile && field.kind == FieldKind::Choice);
            let groupings: Vec<String> = about.map(|field| field.code.to_string()).collect();
            let groupings: Vec<&str> = groupings.iter().map(String::as_str).collect();
            assert!(groupings.len() > 1);
            tried += try_all(&Filled { form, layout: layout.clone(), rows }, &groupings);
        }
        assert!(tried > 1_000, "{tried}: a small office has small groups");
    }
}
