//! How the overall judgement was given in every channel.

use super::super::asked::Asked;
use super::super::chapters::groups::group_name;
use super::super::document::Block;
use super::super::scene::{Scene, seen};
use super::{captions, figure};
use crate::analysis::Shown;
use crate::analysis::modes::BY_CHANNEL;
use crate::chart::{Battery, BatteryRow, Favourable, Judged, Order, battery};
use crate::form::Scale;

/// One item's answers by channel; `None` where fewer than two channels may be told.
pub(in crate::report) fn channels(scene: &Scene<'_>, asked: &Asked<'_>) -> Option<Block> {
    let figures = scene.input.figures;
    let found = figures.groups(asked.code.as_str(), BY_CHANNEL);
    let rows: Vec<BatteryRow<'_>> =
        found.into_iter().map(|(group, shown)| BatteryRow::of(group_name(scene, BY_CHANNEL, group), shown)).collect();
    if rows.iter().filter(|row| row.finding != Shown::Suppressed).count() < 2 {
        return None;
    }
    let item = figures.item(asked.code.as_str());
    let base = item.as_ref().and_then(seen).map_or_else(String::new, |item| scene.words.base(item.base.valid));
    let mut captions = captions(scene, title(scene, &rows, asked.scale), base);
    captions.question.clone_from(&asked.label);
    let found = Battery {
        captions: captions.clone(),
        scale: asked.scale,
        share: Favourable::of(asked.role),
        order: Order::AsGiven,
        rows,
    };
    Some(figure(scene, captions, |setting| battery(&found, setting)))
}

/// How far the shares of unhappy judgements reach, where two channels have percentages and the scale says which are unhappy.
fn title(scene: &Scene<'_>, rows: &[BatteryRow<'_>], scale: &Scale) -> String {
    let item = || scene.words.say("overall-caption").into();
    let mut shares: Vec<(f64, u64)> = rows
        .iter()
        .filter_map(|row| match &row.finding {
            Shown::Full(judged) => Some((unhappy(judged, scale), judged.base.valid)),
            _ => None,
        })
        .collect();
    shares.sort_by(|one, two| one.0.total_cmp(&two.0));
    let written = |(share, base): &(f64, u64)| scene.words.percentage(*share, *base);
    match (shares.first().map(written), shares.last().map(written)) {
        (Some(least), Some(most)) if least != most && scale.tells_satisfied() => {
            scene.words.with("channels-chart-range", &[("item", item()), ("least", least.into()), ("most", most.into())])
        }
        _ => scene.words.with("channels-chart", &[("item", item())]),
    }
}

/// The share of answers on points that are neither satisfied nor neutral.
#[allow(clippy::cast_precision_loss)] // Counts of people.
fn unhappy(judged: &Judged<'_>, scale: &Scale) -> f64 {
    let is_unhappy =
        |value: i64| scale.points.iter().any(|point| i64::from(point.value) == value && !point.satisfied && !point.neutral);
    let count: u64 = judged.counts.iter().filter(|(value, _)| is_unhappy(*value)).map(|(_, count)| count).sum();
    count as f64 / judged.base.valid.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::super::super::trial::Year;
    use super::*;
    use crate::form::Role;
    use crate::text::Language;

    /// The picture of a year: its title and the rows of its table.
    fn drawn(year: &Year) -> Option<(String, Vec<Vec<String>>)> {
        let (input, italian) = (year.input(), Language::italian());
        let scene = Scene::new(&input, &italian);
        let overall = scene.asked.iter().find(|asked| asked.role == Role::Overall).unwrap();
        let Some(Block::Figure(figure)) = channels(&scene, overall) else { return None };
        let rows = figure.data.rows.iter().map(|row| row.iter().map(|cell| cell.text.clone()).collect());
        Some((figure.title, rows.collect()))
    }

    #[test]
    fn every_channel_has_its_row_and_the_title_says_how_far_they_part() {
        let (title, rows) = drawn(&Year::with_channels_apart()).unwrap();
        assert_eq!(title, "Soddisfazione nel complesso: giudizi negativi dallo 0\u{a0}% al 100\u{a0}%, a seconda del canale");
        assert!(rows.iter().any(|row| row[0] == "Totem"), "{rows:?}");
    }

    #[test]
    fn a_channel_that_may_not_be_told_has_no_figure_and_one_alone_no_picture() {
        let hidden = |responses| {
            let rows = drawn(&Year::of(responses)).map_or_else(Vec::new, |(_, rows)| rows);
            rows.into_iter().filter(|row| row[1].contains("non pubblicati")).collect::<Vec<_>>()
        };
        for row in [12, 25, 40].into_iter().flat_map(hidden) {
            assert!(row[2..].iter().all(String::is_empty), "{row:?}");
        }
        assert_eq!(drawn(&Year::of(6)), None);
    }
}
