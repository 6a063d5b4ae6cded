//! The channels side by side: how far they differ, and what all users would say if each channel counted for its users.

use super::super::asked::Asked;
use super::super::document::{Align, Cell, Number, Table};
use super::super::scene::{Scene, seen};
use super::super::words::NONE;
use crate::analysis::groups::Strength;
use crate::analysis::modes::BY_CHANNEL;
use crate::analysis::weighting::WeightingFault;
use crate::analysis::{Caveat, GoalFinding, ModeFinding, Obstacle, Publishable, Shown, WeightedFinding};
use crate::charter::{Indicator, Statistic};
use crate::form::Role;
use crate::language::{capital, say};

/// One row a judgement: the share satisfied in each channel, how far the channels differ, all answers as they came, and weighted
/// to the users of each channel. `None` where answers came by one channel only.
pub(super) fn table(scene: &Scene<'_>) -> Option<Table> {
    let words = scene.words;
    let sample = scene.input.figures.sample();
    let channels: Vec<&str> = sample.channels.iter().filter(|own| own.responses > 0).map(|own| own.channel.code()).collect();
    let judged = scene.asked.iter().filter(|asked| matches!(asked.role, Role::Overall | Role::Satisfaction));
    let rows: Vec<Vec<Cell>> = judged.filter_map(|asked| row(scene, asked, &channels)).collect();
    if channels.len() < 2 || rows.is_empty() {
        return None;
    }
    let mut header = vec![words.say("column-item")];
    header.extend(channels.iter().map(|channel| capital(&channel_name(scene, channel))));
    header.extend(words.headings(&["column-all", "column-mode-difference", "column-weighted"]));
    let align = (0..header.len()).map(|at| if at == 0 || at == channels.len() + 2 { Align::Left } else { Align::Right });
    Some(Table {
        caption: words.say("modes-caption"),
        align: align.collect(),
        header,
        rows,
        notes: vec![words.say("modes-note"), weights(scene)],
    })
}

fn channel_name(scene: &Scene<'_>, channel: &str) -> String {
    say(scene.words.language, &format!("channel-{channel}"))
}

fn row(scene: &Scene<'_>, asked: &Asked<'_>, channels: &[&str]) -> Option<Vec<Cell>> {
    let (words, figures, code) = (scene.words, scene.input.figures, asked.code.as_str());
    let item = seen(&figures.item(code)?)?;
    let groups = figures.groups(code, BY_CHANNEL);
    let of_channel = |channel: &&str| {
        let found = groups.iter().find(|(group, _)| group == channel).and_then(|(_, shown)| seen(shown));
        let satisfied = found.map(|found| found.satisfied);
        let told = satisfied.map(|share| share.as_ref().map_or_else(|| Cell::text(NONE), |share| words.share(share)));
        told.unwrap_or_else(|| Cell::text(words.say("suppressed")))
    };
    let modes = figures.modes(code);
    let mut row = vec![Cell::text(&asked.label)];
    row.extend(channels.iter().map(of_channel));
    row.push(item.satisfied.as_ref().map_or_else(|| Cell::text(NONE), |share| words.share(share).strong()));
    row.push(modes.map_or_else(|| Cell::text(words.say("suppressed")), |modes| difference(scene, modes)));
    row.push(modes.map_or_else(|| Cell::text(words.say("suppressed")), |modes| weighted(scene, modes)));
    Some(row)
}

/// How far the channels differ, in a word; the probability stands in files.
fn difference(scene: &Scene<'_>, modes: &ModeFinding) -> Cell {
    let words = scene.words;
    let test = match modes.test {
        Ok(test) => test,
        Err(Obstacle::Constant) => return Cell::text(words.say("obstacle-constant")),
        Err(Obstacle::TooFewGroups { .. }) => return Cell::text(words.say("obstacle-one-channel")),
        Err(_) => return Cell::text(words.say("obstacle-too-few")),
    };
    let key = match test.difference() {
        Some(Strength::Large) => "difference-large",
        Some(Strength::Medium) => "difference-medium",
        Some(Strength::Small) => "difference-small",
        Some(Strength::Negligible) | None => "difference-none",
    };
    let number = |value: f64, decimals: usize| Cell::number(words.number(value, decimals), Number::Real(value));
    Cell::text(words.say(key))
        .with(words.say("apart-effect"), number(test.effect, 3))
        .with(words.say("apart-p"), number(test.p_holm, 4))
}

/// The share weighted by channel with its interval, as far as enough answers stand behind it.
fn weighted(scene: &Scene<'_>, modes: &ModeFinding) -> Cell {
    let words = scene.words;
    let Some(Ok(found)) = &modes.weighted else { return Cell::text(NONE) };
    let WeightedFinding { satisfied: Some(share), effective_base: Some(worth), interval: Some(interval), kish, .. } = found
    else {
        return Cell::text(NONE);
    };
    let Some(text) = percentage(scene, found) else {
        let least = words.integer(Publishable::PERCENTAGE_BASE);
        return Cell::text(words.with("weighted-small", &[("least", least.into())]));
    };
    let number = |value: f64, decimals: usize| Cell::number(words.number(value, decimals), Number::Real(value));
    let cell = Cell::number(text, Number::Share(share.share));
    words
        .ends(cell, interval, Number::Share)
        .with(words.say("apart-effective"), number(*worth, 0))
        .with(words.say("apart-design"), number(kish.design_effect, 2))
}

/// "71 % (66–76 %)"; `None` where the answers are worth fewer than percentages need.
#[allow(clippy::cast_precision_loss)] // Thirty.
fn percentage(scene: &Scene<'_>, found: &WeightedFinding) -> Option<String> {
    let (words, share) = (scene.words, found.satisfied?);
    let enough = found.effective_base? >= Publishable::PERCENTAGE_BASE as f64;
    let span = words.span(&found.interval?, share.base);
    enough.then(|| format!("{} ({span})", words.percentage(share.share, share.base)))
}

/// What each channel's answers count and what that costs, or why nothing is weighted.
pub(super) fn weights(scene: &Scene<'_>) -> String {
    let words = scene.words;
    let refused = |key: &str, channel: &str| words.with(key, &[("channel", channel_name(scene, channel).into())]);
    match scene.input.figures.channel_weights() {
        None => words.say("modes-no-universe"),
        Some(Ok(weights)) => {
            let each = weights.weights.iter().map(|(channel, weight)| {
                let values = [("channel", channel_name(scene, channel).into()), ("weight", words.number(*weight, 2).into())];
                words.with("modes-weight-of", &values)
            });
            let values = [
                ("weights", words.list(&each.collect::<Vec<_>>()).into()),
                ("effect", words.number(weights.kish.design_effect, 2).into()),
                ("responses", words.integer(scene.input.figures.rows()).into()),
                ("worth", words.number(weights.kish.effective_base, 0).into()),
            ];
            words.with("modes-weights", &values)
        }
        Some(Err(WeightingFault::LevelWithoutAnswers { level, .. })) => refused("modes-channel-without-answers", level),
        Some(Err(WeightingFault::LevelWithoutUsers { level, .. })) => refused("modes-channel-without-users", level),
        Some(Err(_)) => words.say("modes-not-weighted"),
    }
}

/// What stands under a table of judgements of which some depend on the channel.
pub(in crate::report) fn caveat(scene: &Scene<'_>, asked: &[&Asked<'_>]) -> Option<String> {
    let mixed = asked.iter().filter(|asked| match scene.input.figures.item(asked.code.as_str()) {
        Some(Shown::Full(item)) => item.caveats.contains(&Caveat::ModeMix),
        _ => false,
    });
    let names: Vec<String> = mixed.map(|asked| scene.words.quoted(&asked.label)).collect();
    (!names.is_empty()).then(|| scene.words.with("note-mode-mix", &[("items", scene.words.list(&names).into())]))
}

/// The weighted value beside the official one, for every goal whose figure depends on the channel.
pub(super) fn beside_goals(scene: &Scene<'_>) -> Vec<String> {
    let goals = scene.input.figures.goals().iter().filter(|goal| goal.caveats.contains(&Caveat::ModeMix));
    goals.map(|goal| beside_goal(scene, goal)).collect()
}

fn beside_goal(scene: &Scene<'_>, goal: &GoalFinding) -> String {
    let words = scene.words;
    let name = words.quoted(&scene.promise(&goal.standard.title));
    let weighted = match &goal.standard.indicator {
        Indicator::Survey { item, statistic: Statistic::SatisfiedShare } => {
            scene.input.figures.modes(item.as_str()).and_then(|modes| modes.weighted.as_ref()?.as_ref().ok())
        }
        _ => None,
    };
    match weighted.and_then(|found| percentage(scene, found)) {
        Some(value) => words.with("goals-mode-mix-weighted", &[("goal", name.into()), ("value", value.into())]),
        None => words.with("goals-mode-mix", &[("goal", name.into())]),
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::document::{Block, Document, Table};
    use super::super::super::trial::Year;
    use super::super::super::{build, html, tables_csv};
    use crate::text::Language;

    fn side_by_side(document: &Document) -> Option<&Table> {
        document.tables().find(|table| table.header.last().is_some_and(|label| label == "Ponderato per canale"))
    }

    #[test]
    fn where_channels_differ_the_weighted_value_stands_beside_and_the_verdict_stays() {
        let year = Year::with_channels_apart();
        let document = build(&year.input(), &Language::italian());
        let table = side_by_side(&document).unwrap();
        assert_eq!(table.header[1..4], ["E-mail", "Totem", "Web"]);
        let row = &table.rows[0];
        assert_eq!([&row[0].text, &row[1].text, &row[2].text, &row[5].text], ["Cortesia", "100\u{a0}%", "0\u{a0}%", "grande"]);
        // E-mail and web are half of the responses and two thirds of the users.
        assert!(row[6].number.unwrap().value() > row[4].number.unwrap().value() + 0.05, "{row:?}");
        let csv = String::from_utf8(tables_csv(&document)).unwrap();
        assert!(
            csv.contains("Ponderato per canale: base efficace;") && csv.contains("Differenza fra i canali: p (Holm);"),
            "{csv}"
        );
        let page = html(&document);
        for said in [
            "I canali hanno risposto in modo diverso su «Cortesia»",
            "ponderato per canale il valore sarebbe",
            "L&#39;esito ufficiale resta quello delle risposte non ponderate",
            "con una differenza media o grande: «Cortesia»",
            "la post-stratificazione per canale",
        ] {
            assert!(page.contains(said) || page.contains(&said.replace("&#39;", "'")), "{said}");
        }
    }

    #[test]
    fn channels_that_answer_alike_are_not_called_the_same() {
        let year = Year::of(240);
        let document = build(&year.input(), &Language::italian());
        let table = side_by_side(&document).unwrap();
        assert!(table.rows.iter().all(|row| row[5].text == "non emergono differenze"));
        assert!(table.notes[1].contains("l'effetto del disegno è 1,1"), "{:?}", table.notes);
        let page = html(&document);
        assert!(!page.contains("I canali hanno risposto in modo diverso"));
    }

    #[test]
    fn few_answers_are_neither_compared_nor_weighted() {
        let year = Year::of(40);
        let document = build(&year.input(), &Language::italian());
        for row in side_by_side(&document).iter().flat_map(|table| &table.rows) {
            let hidden = row[1..4].iter().any(|cell| cell.text == "non pubblicato");
            assert!(!hidden || row[5..].iter().all(|cell| cell.text == "non pubblicato"), "{row:?}");
        }
        let none = build(&Year::of(3).input(), &Language::italian());
        assert!(side_by_side(&none).is_none());
        assert!(!none.blocks.iter().any(|block| matches!(block, Block::Callout(text) if text.contains("ponderato"))));
    }
}
