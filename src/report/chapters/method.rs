//! What the figures can say and what they cannot.

use super::super::document::Block;
use super::super::input::DrawnSample;
use super::super::scene::Scene;
use super::groups;
use super::modes;
use super::promises;
use super::sample::told_in_part;
use crate::analysis::{Caveat, GoalFinding, Method, Publishable, Shown, VerdictError};
use crate::chart::Favourable;
use crate::charter::{Indicator, Verdict, Why};
use crate::form::{Kind, Role, Scale};
use crate::language::{available, decimals_needed, per_cent, say};
use crate::survey::{Channel, Weighting};
use crate::text::Language;

/// The method note.
pub(in crate::report) fn chapter(scene: &Scene<'_>) -> Vec<Block> {
    let mut blocks = vec![scene.heading(1, "method-title")];
    blocks.extend(section(scene, "method-who", who(scene)));
    blocks.extend(section(scene, "method-percentages", percentages(scene)));
    blocks.extend(section(scene, "method-intervals", intervals(scene)));
    if !scene.input.figures.goals().is_empty() {
        blocks.extend(section(scene, "method-verdicts", verdicts(scene)));
        blocks.extend(promises::table(scene));
    }
    if scene.input.compared_with.is_some() {
        blocks.extend(section(scene, "method-changes", vec![scene.words.say("method-changes-text")]));
    }
    blocks.extend(section(scene, "method-privacy", privacy(scene)));
    blocks.extend(section(scene, "method-form", questionnaire(scene)));
    blocks
}

fn section(scene: &Scene<'_>, title: &str, parts: Vec<String>) -> impl Iterator<Item = Block> {
    std::iter::once(scene.heading(2, title)).chain(parts.into_iter().map(Block::Paragraph))
}

fn who(scene: &Scene<'_>) -> Vec<String> {
    let words = scene.words;
    let facts = &scene.input.method;
    let channels: Vec<String> = scene
        .input
        .figures
        .sample()
        .channels
        .iter()
        .map(|channel| say(words.language, &format!("channel-{}", channel.channel.code())))
        .collect();
    let mut parts = vec![words.with(
        "method-who-text",
        &[
            ("from", words.date(facts.opened_on).into()),
            ("to", words.date(facts.closed_on).into()),
            ("channels", words.list(&channels).into()),
        ],
    )];
    parts.push(words.say("method-open-link"));
    if scene.input.figures.sample().channels.iter().any(|own| own.channel == Channel::Widget) {
        parts.push(words.say("method-widget"));
    }
    parts.extend(facts.samples.iter().map(|sample| drawn(scene, sample)));
    let weighted = scene.input.figures.goals().iter().any(|goal| goal.weighting == Weighting::Channel);
    parts.push(words.say(if weighted { "method-goals-weighted" } else { "method-no-weights" }));
    parts.push(modes::weights(scene));
    if scene.input.simulated {
        parts.push(words.say("method-simulated"));
    }
    parts
}

/// How a random sample of the people to invite was drawn, so that it can be checked.
fn drawn(scene: &Scene<'_>, sample: &DrawnSample) -> String {
    let words = scene.words;
    let mut conditions: Vec<String> = Vec::new();
    if !sample.languages.is_empty() {
        let name = |own: &Language| if available().contains(own) { say(own, "language-name") } else { own.to_string() };
        let names = words.list(&sample.languages.iter().map(name).collect::<Vec<_>>());
        conditions.push(words.with("method-sample-languages", &[("languages", names.into())]));
    }
    for (label, values) in &sample.conditions {
        let none = || words.say("method-sample-no-value");
        let values: Vec<String> =
            values.iter().map(|value| if value.is_empty() { none() } else { words.quoted(value) }).collect();
        let values = [("label", label.as_str().into()), ("values", words.list(&values).into())];
        conditions.push(words.with("method-sample-condition", &values));
    }
    let key = if conditions.is_empty() { "method-sample" } else { "method-sample-of-segment" };
    let values = [
        ("day", words.date(sample.drawn_on).into()),
        ("size", words.integer(sample.size).into()),
        ("eligible", words.integer(sample.eligible).into()),
        ("contacts", words.integer(sample.contacts).into()),
        ("seed", sample.seed.as_str().into()),
        ("conditions", conditions.join("; ").into()),
    ];
    words.with(key, &values)
}

/// What an interval covers; how the figures were computed; which of them have a caveat that the others do not.
fn intervals(scene: &Scene<'_>) -> Vec<String> {
    let words = scene.words;
    let mut parts = vec![words.say("method-volunteers"), words.say("method-interval-text")];
    let methods = methods(scene).into_iter().map(|method| words.say(&format!("method-of-{}", hyphened(method.code()))));
    parts.push(words.with("method-computed", &[("methods", words.list(&methods.collect::<Vec<_>>()).into())]));
    // That respondents chose to answer holds for all of them and was said.
    for caveat in Caveat::ALL.into_iter().filter(|caveat| *caveat != Caveat::SelfSelection) {
        let having = scene.asked.iter().filter(|asked| match scene.input.figures.item(asked.code.as_str()) {
            Some(Shown::Full(item) | Shown::CountsOnly(item)) => item.caveats.contains(&caveat),
            _ => false,
        });
        let names: Vec<String> = having.map(|asked| words.quoted(&asked.label)).collect();
        if !names.is_empty() {
            parts.push(words.with(&format!("caveat-{}", hyphened(caveat.code())), &[("items", words.list(&names).into())]));
        }
    }
    parts
}

/// Codes have underscores, keys of texts hyphens.
fn hyphened(code: &str) -> String {
    code.replace('_', "-")
}

/// The methods behind the figures that are shown.
fn methods(scene: &Scene<'_>) -> Vec<Method> {
    let figures = scene.input.figures;
    let items = scene.asked.iter().filter_map(|asked| match figures.item(asked.code.as_str()) {
        Some(Shown::Full(item)) => Some(item),
        _ => None,
    });
    let mut used: Vec<Method> = figures.goals().iter().filter_map(GoalFinding::method).collect();
    for item in items {
        used.extend(item.satisfied.map(|share| share.method()));
        used.extend(item.mean.map(|mean| mean.method()));
        if let Some(modes) = &item.modes {
            used.extend(modes.test.ok().map(|test| test.method));
            used.extend(matches!(modes.weighted, Some(Ok(_))).then_some(Method::PostStratified));
        }
    }
    Method::ALL.into_iter().filter(|method| used.contains(method)).collect()
}

fn percentages(scene: &Scene<'_>) -> Vec<String> {
    let words = scene.words;
    let mut parts = vec![words.say("method-denominators")];
    for share in Favourable::ALL {
        let mut rules: Vec<String> = Vec::new();
        let judged = scene.asked.iter().filter(|asked| asked.role != Role::Importance && Favourable::of(asked.role) == share);
        for scale in judged.map(|asked| asked.scale).filter(|scale| scale.tells_satisfied()) {
            let rule = satisfied_rule(scene, scale);
            // Two scales may differ only in whether "non so" is offered.
            if !rules.contains(&rule) {
                rules.push(rule);
            }
        }
        if !rules.is_empty() {
            let key = format!("method-{}", share.code());
            parts.push(words.with(&key, &[("rules", rules.join("; ").into())]));
        }
    }
    let least = Publishable::PERCENTAGE_BASE;
    parts.push(words.with("method-decimals", &[("least", words.integer(least).into())]));
    parts
}

/// "«Abbastanza» o «Molto» (4 e 5, da 1 a 5)".
fn satisfied_rule(scene: &Scene<'_>, scale: &Scale) -> String {
    let words = scene.words;
    let named = |labelled: bool| {
        let points =
            scale.points.iter().filter(|point| point.satisfied).map(|point| (words.label(&point.label), point.value.to_string()));
        points.map(|(label, value)| if labelled && !label.is_empty() { words.quoted(&label) } else { value }).collect::<Vec<_>>()
    };
    let arguments = [
        ("labels", words.list(&named(true)).into()),
        ("values", words.list(&named(false)).into()),
        ("least", scale.lowest().to_string().into()),
        ("most", scale.highest().to_string().into()),
    ];
    words.with("method-satisfied-rule", &arguments)
}

fn verdicts(scene: &Scene<'_>) -> Vec<String> {
    let words = scene.words;
    let mut parts = vec![words.say("method-verdict-text"), verdict_errors(scene)];
    parts.extend(together(scene));
    let minimum = scene.input.figures.goals().iter().map(|goal| goal.standard.minimum_base).filter(|base| *base > 0);
    let (least, most) = (minimum.clone().min(), minimum.max());
    if let (Some(least), Some(most)) = (least, most) {
        let key = if least == most { "method-minimum-one" } else { "method-minimum" };
        parts.push(words.with(key, &[("least", words.integer(least).into()), ("most", words.integer(most).into())]));
    }
    if scene.input.figures.goals().iter().any(|goal| matches!(goal.verdict, Verdict::NotDemonstrable(_))) {
        parts.push(words.say("method-verdict-words"));
    }
    parts
}

/// What would remain decided if all verdicts of the year were one: no verdict is changed by it. Where none is decided alone there
/// is nothing to say.
fn together(scene: &Scene<'_>) -> Option<String> {
    let words = scene.words;
    let family = scene.input.figures.goal_family();
    let decided: Vec<_> = family.iter().filter(|member| member.is_decided()).collect();
    if decided.is_empty() {
        return None;
    }
    let lost = decided.iter().filter(|member| !member.stays_decided());
    let lost: Vec<String> = lost.map(|member| words.quoted(&scene.promise(&member.goal.standard.title))).collect();
    let counts = [
        ("goals", (family.len() as u64).into()),
        ("decided", (decided.len() as u64).into()),
        ("kept", ((decided.len() - lost.len()) as u64).into()),
        ("lost", words.list(&lost).into()),
    ];
    Some(words.with(if lost.is_empty() { "method-together" } else { "method-together-lost" }, &counts))
}

/// How often the rule errs with this year's targets and answers.
fn verdict_errors(scene: &Scene<'_>) -> String {
    let words = scene.words;
    let written = |error: f64| per_cent(words.language, error, decimals_needed(error * 100.0, 1));
    match VerdictError::worst(scene.input.figures.goals()) {
        Some(VerdictError { reached, missed }) => {
            words.with("method-verdict-errors", &[("reached", written(reached).into()), ("missed", written(missed).into())])
        }
        None => words.say("method-verdict-errors-about"),
    }
}

fn privacy(scene: &Scene<'_>) -> Vec<String> {
    let words = scene.words;
    let threshold = scene.input.figures.threshold();
    let mut parts = vec![words.with("method-threshold", &[("threshold", words.integer(threshold).into())])];
    let questions = || scene.input.form.questions().map(|(_, question)| question);
    let in_part = questions().filter(|question| told_in_part(scene, question));
    let in_part: Vec<String> = in_part.map(|question| words.quoted(&words.label(&question.text))).collect();
    let hidden = withheld(scene);
    if !hidden.is_empty() {
        parts.push(words.with("method-hidden", &[("items", words.list(&hidden).into())]));
    }
    if !in_part.is_empty() {
        parts.push(words.with("method-in-part", &[("items", words.list(&in_part).into())]));
    }
    let groups_hidden = groups::hides_any(scene);
    if groups_hidden {
        parts.push(words.say("method-hidden-groups"));
    }
    if hidden.is_empty() && in_part.is_empty() && !groups_hidden {
        parts.push(words.say("method-nothing-hidden"));
    }
    parts
}

/// Everything of which the report shows no figure because too few answered: judgements, questions with choices, goals.
fn withheld(scene: &Scene<'_>) -> Vec<String> {
    let (words, figures) = (scene.words, scene.input.figures);
    let judged = scene.asked.iter().filter(|asked| figures.item(asked.code.as_str()) == Some(Shown::Suppressed));
    let chosen = scene.input.form.questions().map(|(_, question)| question).filter(|question| match question.kind {
        Kind::SingleChoice { .. } => figures.item(question.code.as_str()) == Some(Shown::Suppressed),
        Kind::MultipleChoice { .. } => {
            figures.needs().any(|(code, shown)| code == question.code.as_str() && shown == Shown::Suppressed)
        }
        _ => false,
    });
    let goals = figures.goals().iter().filter(|goal| {
        let few = matches!(goal.verdict, Verdict::NotDemonstrable(Why::TooFewCases { .. }));
        few && goal.value.is_none() && matches!(goal.standard.indicator, Indicator::Survey { .. })
    });
    let goal = |goal: &GoalFinding| words.with("method-hidden-goal", &[("goal", scene.promise(&goal.standard.title).into())]);
    let mut names: Vec<String> = judged.map(|asked| words.quoted(&asked.label)).collect();
    names.extend(chosen.map(|question| words.quoted(&words.label(&question.text))));
    names.extend(goals.map(goal));
    names
}

fn questionnaire(scene: &Scene<'_>) -> Vec<String> {
    let words = scene.words;
    let facts = &scene.input.method;
    let title = words.label(&scene.input.form.title);
    let mut parts = vec![words.with(
        "method-form-text",
        &[("title", title.into()), ("revision", facts.form_revision.into()), ("hash", short(&facts.layout_hash).into())],
    )];
    parts.extend(facts.seals.iter().map(|seal| {
        // What is sealed again is the number of answers planned: nothing else can change once a survey is open.
        let key = if seal.number == 1 { "method-seal" } else { "method-sealed-again" };
        let values = [
            ("number", u64::from(seal.number).into()),
            ("day", words.date(seal.sealed_on).into()),
            ("hash", short(&seal.hash).into()),
            ("reason", seal.reason.as_str().into()),
        ];
        words.with(key, &values)
    }));
    parts
}

/// The first sixteen digits of a hash: enough to compare by eye.
fn short(hash: &str) -> String {
    hash.chars().take(16).collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::trial::Year;
    use super::super::super::{build, html};
    use super::*;
    use chrono::NaiveDate;

    fn told(language: &Language, samples: Vec<DrawnSample>) -> String {
        let year = Year::of(240);
        let mut input = year.input();
        input.method.samples = samples;
        html(&build(&input, language))
    }

    #[test]
    fn a_random_sample_is_told_so_that_it_can_be_checked() {
        let sample = DrawnSample {
            drawn_on: NaiveDate::from_ymd_opt(2026, 2, 27).unwrap(),
            contacts: 12_400,
            eligible: 3_118,
            size: 800,
            seed: "fedcba9876543210".to_owned(),
            languages: vec![Language::english()],
            conditions: vec![("Zona".to_owned(), vec!["Nord".to_owned(), String::new()])],
        };
        let whole = DrawnSample { languages: Vec::new(), conditions: Vec::new(), ..sample.clone() };
        let both = told(&Language::italian(), vec![sample, whole]);
        for part in ["27 febbraio 2026", "12.400", "3.118", "800", "fedcba9876543210", "English", "«Nord»", "Zona"] {
            assert!(both.contains(part), "{part}");
        }
        assert_eq!(both.matches("fedcba9876543210").count(), 2);
        assert!(!told(&Language::english(), Vec::new()).contains("ChaCha20"));
    }
}
