//! Charts as figures of the document: each with a title that states the finding, and the figures behind it.

mod arrivals;
mod channels;
mod drivers;
mod feeling;
mod groups;
mod priorities;
mod services;
mod years;

pub use arrivals::channel_days;
pub(super) use arrivals::{by_day, funnel};
pub(super) use channels::channels;
pub(super) use drivers::drivers;
pub(super) use feeling::feeling;
pub(super) use groups::groups;
pub(super) use priorities::priorities;
pub(super) use services::services;
pub(super) use years::{judged_years, years};

use super::asked::Asked;
use super::document::{Align, Block, Cell, Figure, Number, Table};
use super::scene::Scene;
use crate::analysis::{Comparability, GoalFinding, NeedFinding, ShareFinding, Shown};
use crate::chart::{
    self, Battery, BatteryRow, Captions, Datum, Exact, Favourable, Format, GoalRow, Goals, Needs, Order, Picture, Setting,
};
use crate::charter::{Indicator, Statistic, Verdict};
use crate::form::{Choice, Scale};

/// The goals at a glance: for screens and slides, for on paper the table says it.
pub(super) fn glance(scene: &Scene<'_>) -> Option<Block> {
    let goals = goals_drawn(scene)?;
    let captions = goals.captions.clone();
    let Block::Figure(figure) = figure_in(scene, captions, goal_setting(scene), |setting| chart::glance(&goals, setting)) else {
        return None;
    };
    Some(Block::Figure(Figure { overview: true, ..figure }))
}

/// The goals as bullets.
pub(super) fn goals(scene: &Scene<'_>) -> Option<Block> {
    let goals = goals_drawn(scene)?;
    let captions = goals.captions.clone();
    Some(figure_in(scene, captions, goal_setting(scene), |setting| chart::goals(&goals, setting)))
}

fn goals_drawn<'a>(scene: &Scene<'a>) -> Option<Goals<'a>> {
    let found = scene.input.figures.goals();
    if found.is_empty() {
        return None;
    }
    let count = |wanted: fn(Verdict) -> bool| found.iter().filter(|goal| wanted(goal.verdict)).count() as u64;
    let title = scene.words.with(
        "goals-chart",
        &[
            ("reached", count(|verdict| verdict == Verdict::Reached).into()),
            ("missed", count(|verdict| verdict == Verdict::NotReached).into()),
            ("open", count(|verdict| matches!(verdict, Verdict::NotDemonstrable(_))).into()),
        ],
    );
    let captions = captions(scene, title, scene.words.say("goals-chart-caption"));
    let setting = goal_setting(scene);
    let row =
        |goal| GoalRow { range: range(scene, goal), comparability: comparability(scene, goal), ..GoalRow::of(goal, &setting) };
    Some(Goals { captions, rows: found.iter().map(row).collect() })
}

/// The ends of the scale on which a mean is promised.
fn range(scene: &Scene<'_>, goal: &GoalFinding) -> Option<(f64, f64)> {
    let Indicator::Survey { item, statistic: Statistic::Mean } = &goal.standard.indicator else { return None };
    let asked = scene.asked.iter().find(|asked| asked.code == item)?;
    Some((asked.scale.lowest().into(), asked.scale.highest().into()))
}

/// How the item that a goal is measured by may be compared with the edition before.
fn comparability(scene: &Scene<'_>, goal: &GoalFinding) -> Option<Comparability> {
    let Indicator::Survey { item, .. } = &goal.standard.indicator else { return None };
    scene.comparability(item.as_str())
}

/// The judgements as diverging bars, one picture a scale.
pub(super) fn batteries(scene: &Scene<'_>, name: &str, asked: &[&Asked<'_>]) -> Vec<Block> {
    let mut scales: Vec<&Scale> = Vec::new();
    for asked in asked {
        if !scales.iter().any(|scale| scale.code == asked.scale.code) {
            scales.push(asked.scale);
        }
    }
    let of_scale = |scale: &Scale| asked.iter().copied().filter(|asked| asked.scale.code == scale.code).collect::<Vec<_>>();
    scales.into_iter().filter_map(|scale| battery(scene, name, scale, &of_scale(scale))).collect()
}

fn battery(scene: &Scene<'_>, name: &str, scale: &Scale, asked: &[&Asked<'_>]) -> Option<Block> {
    let rows: Vec<BatteryRow<'_>> = asked
        .iter()
        .filter_map(|asked| {
            let finding = scene.input.figures.item(asked.code.as_str())?;
            Some(BatteryRow { target: target(scene, asked), ..BatteryRow::of(&asked.label, finding) })
        })
        .collect();
    // Nothing to draw when nothing may be shown.
    if rows.iter().all(|row| row.finding == Shown::Suppressed) {
        return None;
    }
    let captions = captions(scene, finding(scene, name, &rows), scene.words.say("factors-chart-caption"));
    let share = Favourable::of_all(asked.iter().map(|asked| asked.role));
    let battery = Battery { captions: captions.clone(), scale, share, order: Order::default(), rows };
    Some(figure(scene, captions, |setting| chart::battery(&battery, setting)))
}

/// The share that was promised for an item.
fn target(scene: &Scene<'_>, asked: &Asked<'_>) -> Option<f64> {
    let goals = scene.input.figures.goals().iter();
    goals
        .filter(|goal| match &goal.standard.indicator {
            Indicator::Survey { item, statistic: Statistic::SatisfiedShare } => item == asked.code,
            _ => false,
        })
        .map(|goal| goal.target)
        .next()
}

/// What a battery shows: what satisfies more than what where chance alone would not show it, else how far its shares reach.
fn finding(scene: &Scene<'_>, name: &str, rows: &[BatteryRow<'_>]) -> String {
    let mut shares: Vec<(ShareFinding, &str)> = rows
        .iter()
        .filter_map(|row| match row.finding {
            Shown::Full(item) => Some((item.satisfied?, row.label.as_str())),
            _ => None,
        })
        .collect();
    shares.sort_by(|one, two| two.0.share.total_cmp(&one.0.share));
    match (shares.first(), shares.last()) {
        (Some(best), Some(worst)) if best.0.interval.lower > worst.0.interval.upper => scene
            .words
            .with("factors-chart-finding", &[("factor", name.into()), ("best", best.1.into()), ("worst", worst.1.into())]),
        (Some(best), Some(worst)) => {
            let [least, most] = [worst, best].map(|(share, _)| scene.words.percentage(share.share, share.base));
            if least == most {
                return name.to_owned();
            }
            scene.words.with("factors-chart-range", &[("factor", name.into()), ("least", least.into()), ("most", most.into())])
        }
        _ => name.to_owned(),
    }
}

/// The options of a multiple choice as bars.
pub(super) fn needs(scene: &Scene<'_>, question: &str, choices: &[Choice], shown: Shown<&NeedFinding>) -> Option<Block> {
    let found = match shown {
        Shown::Full(found) | Shown::CountsOnly(found) => found,
        Shown::Suppressed => return None,
    };
    let labels: Vec<(String, String)> =
        choices.iter().map(|choice| (choice.code.to_string(), scene.words.label(&choice.label))).collect();
    let title = match first_need(choices, found) {
        Some(need) => scene.words.with("needs-chart", &[("need", scene.words.label(&need.label).into())]),
        None => question.to_owned(),
    };
    let mut captions = captions(scene, title, scene.words.base(found.base));
    captions.question = question.to_owned();
    let needs = Needs { captions: captions.clone(), finding: shown, labels };
    Some(figure(scene, captions, |setting| chart::needs(&needs, setting)))
}

/// The need named most, unless none or two are. "It is fine as it is", which excludes the others, is none.
fn first_need<'a>(choices: &'a [Choice], found: &NeedFinding) -> Option<&'a Choice> {
    let choice_of = |code: &str| choices.iter().find(|choice| choice.code.as_str() == code);
    let mut counts: Vec<(u64, &Choice)> = found
        .options
        .iter()
        .filter_map(|option| Some((option.count.exact()?, choice_of(&option.code)?)))
        .filter(|(count, choice)| *count > 0 && !choice.exclusive)
        .collect();
    counts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    match counts.as_slice() {
        [(first, _), (second, _), ..] if first == second => None,
        [(_, choice), ..] => Some(choice),
        [] => None,
    }
}

/// Responses and contacts by channel.
pub(super) fn sample(scene: &Scene<'_>) -> Option<Block> {
    let found = scene.input.figures.sample();
    let used = found.channels.iter().filter(|channel| channel.responses > 0 || channel.universe.is_some());
    if found.responses == 0 || used.count() < 2 {
        return None;
    }
    let captions = captions(scene, scene.words.say("sample-chart"), scene.words.base(found.responses));
    Some(figure(scene, captions.clone(), |setting| chart::sample(&captions, found, setting)))
}

fn setting<'a>(scene: &Scene<'a>) -> Setting<'a> {
    Setting { language: scene.words.language, fallback: scene.words.fallback, captions_drawn: scene.slides, format: Format::Page }
}

/// How goals are written: what lacks the reader's language is in the charter's.
pub(super) fn goal_setting<'a>(scene: &Scene<'a>) -> Setting<'a> {
    Setting { fallback: scene.charter_fallback(), ..setting(scene) }
}

fn captions(scene: &Scene<'_>, title: String, base: String) -> Captions {
    // A slide tells whose figures they are; a page has said it.
    let office = Some(scene.input.office.to_owned()).filter(|_| scene.slides);
    let source = office.into_iter().chain(scene.notice()).collect::<Vec<_>>().join(" · ");
    Captions { title, question: String::new(), base, period: scene.input.year.to_string(), source }
}

/// A picture drawn for a page and, where it does not travel alone, for a telephone.
fn figure(scene: &Scene<'_>, captions: Captions, draw: impl Fn(&Setting<'_>) -> Picture) -> Block {
    figure_in(scene, captions, setting(scene), draw)
}

fn figure_in(scene: &Scene<'_>, captions: Captions, setting: Setting<'_>, draw: impl Fn(&Setting<'_>) -> Picture) -> Block {
    let picture = draw(&setting);
    let phone = if scene.slides { String::new() } else { draw(&Setting { format: Format::Phone, ..setting }).svg };
    let Captions { title, question, base, period, source } = captions;
    let caption: Vec<String> = [question, base, period, source].into_iter().filter(|part| !part.is_empty()).collect();
    let align = (0..picture.columns.len()).map(|at| if at == 0 { Align::Left } else { Align::Right }).collect();
    let rows = picture.rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect();
    let data = Table { caption: title.clone(), header: picture.columns, align, rows, notes: Vec::new() };
    let (alternative, svg) = (picture.alternative, picture.svg);
    Block::Figure(Figure { title, caption: caption.join(" · "), alternative, svg, phone, overview: false, data })
}

/// A cell of a chart's data as a cell of a table.
fn cell(datum: Datum) -> Cell {
    match datum.exact {
        Some(Exact::Count(count)) => Cell::number(datum.text, Number::Count(count)),
        Some(Exact::Share(share)) => Cell::number(datum.text, Number::Share(share)),
        Some(Exact::Real(value)) => Cell::number(datum.text, Number::Real(value)),
        None => Cell::text(datum.text),
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::Year;
    use super::*;
    use crate::analysis::{Interval, ItemFinding, OptionCount, OptionFinding};
    use crate::charter::Bounds;
    use crate::form::Role;
    use crate::text::{Code, Language, Texts};

    fn first(counts: &[(&str, u64)]) -> Option<String> {
        let choice = |(at, (code, _)): (usize, &(&str, u64))| Choice {
            code: Code::parse(code).unwrap(),
            value: u8::try_from(at + 1).unwrap(),
            label: Texts::default(),
            exclusive: *code == "fine",
        };
        let choices: Vec<Choice> = counts.iter().enumerate().map(choice).collect();
        let option = |(code, count): &(&str, u64)| OptionFinding {
            code: (*code).to_owned(),
            share: None,
            count: OptionCount::Exact(*count),
        };
        let options = counts.iter().map(option).collect();
        let found = NeedFinding { code: "needs".to_owned(), role: Role::Need, base: 90, asked: 90, options };
        first_need(&choices, &found).map(|choice| choice.code.to_string())
    }

    #[test]
    fn a_need_is_first_only_when_it_is_one_and_alone() {
        assert_eq!(first(&[("hours", 40), ("desk", 39)]).as_deref(), Some("hours"));
        assert_eq!(first(&[("fine", 50), ("desk", 39), ("hours", 12)]).as_deref(), Some("desk"), "\"fine\" is no need");
        assert_eq!(first(&[("hours", 40), ("desk", 40)]), None);
        assert_eq!(first(&[("hours", 0), ("desk", 0)]), None);
        assert_eq!(first(&[("fine", 50)]), None);
    }

    fn judged(count: u64, interval: (f64, f64)) -> ItemFinding {
        let (lower, upper) = interval;
        let share = count as f64 / 100.0;
        let bounds = Bounds { lower, upper };
        let satisfied =
            ShareFinding { count, base: 100, effective_base: 100.0, share, interval: Interval { lower, upper }, bounds };
        ItemFinding {
            code: "item".to_owned(),
            role: Role::Satisfaction,
            factor: None,
            base: crate::analysis::Base { valid: 100, ..Default::default() },
            counts: Vec::new(),
            satisfied: Some(satisfied),
            top_two: None,
            mean: None,
            median: None,
            merged: 0,
            asking: crate::analysis::Asking::default(),
            groups: Vec::new(),
            modes: None,
            caveats: Vec::new(),
        }
    }

    #[test]
    fn one_item_is_put_above_another_only_where_their_intervals_part() {
        let (year, italian) = (Year::of(40), Language::italian());
        let input = year.input();
        let scene = Scene::new(&input, &italian);
        let said = |high: &ItemFinding, low: &ItemFinding| {
            let rows = [("Cortesia", high), ("Attesa", low)].map(|(label, item)| BatteryRow::of(label, Shown::Full(item)));
            finding(&scene, "Personale", &rows)
        };
        let near = said(&judged(80, (0.71, 0.87)), &judged(75, (0.66, 0.83)));
        assert_eq!(near, "Personale: soddisfatti dal 75\u{a0}% all'80\u{a0}%, a seconda della voce");
        assert_eq!(said(&judged(80, (0.71, 0.87)), &judged(80, (0.71, 0.87))), "Personale");
        let apart = said(&judged(80, (0.71, 0.87)), &judged(50, (0.40, 0.60)));
        assert_eq!(apart, "Personale: «Cortesia» soddisfa più di «Attesa»");
    }
}
