//! What matters to people against how satisfied they are with it.

use super::axis::Range;
use super::furniture::{draw_head, draw_legend, finish};
use super::palette::GREY;
use super::plane::{Mark, Plane, draw_plane};
use super::sheet::Sheet;
use super::{Captions, Datum, Exact, Picture, Setting};
use crate::analysis::battery::importance::Quadrant;
use crate::analysis::{Mapped, Priorities};
use crate::language::{list, number, say, say_with};

/// The map with the names of its items, in their order.
#[derive(Clone, Debug, PartialEq)]
pub struct PriorityMap<'a> {
    /// Title and source.
    pub captions: Captions,
    /// What was found.
    pub found: &'a Priorities,
    /// The name of each item.
    pub labels: Vec<String>,
}

/// Draws the map: satisfaction across, importance upwards, as Martilla and James (1977) do.
pub fn priority_map(map: &PriorityMap<'_>, setting: &Setting<'_>) -> Picture {
    let (captions, found, language) = (&map.captions, map.found, setting.language);
    let alternative = alternative(map, setting);
    let mut sheet = Sheet::new(setting.width());
    let y = draw_head(&mut sheet, captions, setting);
    let y = draw_legend(
        &mut sheet,
        y,
        &[(
            22.0,
            say(
                language,
                match found.of {
                    Mapped::Items => "chart-map-line",
                    Mapped::Factors => "chart-map-line-factors",
                },
            ),
        )],
        |sheet, _, (x, y)| {
            sheet.dashes(&[(x, y), (x + 22.0, y)], 1.6, GREY, (5.0, 4.0));
        },
    );
    let range = |values: Vec<f64>| Range::of_shares(values.into_iter(), 0.3);
    let marks: Vec<Mark> = found
        .items
        .iter()
        .zip(&map.labels)
        .map(|(item, label)| Mark {
            at: (item.satisfaction.index / 100.0, item.importance.index / 100.0),
            label: label.clone(),
            is_marked: item.quadrant == Quadrant::ConcentrateHere,
            intervals: None,
        })
        .collect();
    let plane = Plane {
        titles: (say(language, "chart-map-satisfaction"), say(language, "chart-map-importance")),
        ranges: (range(marks.iter().map(|mark| mark.at.0).collect()), range(marks.iter().map(|mark| mark.at.1).collect())),
        marks,
        lines: Some((found.satisfaction_line / 100.0, found.importance_line / 100.0)),
        corners: Some(CORNERS.map(|quadrant| name_of(quadrant, setting))),
    };
    let y = draw_plane(&mut sheet, &plane, y, setting);
    let keys =
        ["chart-item", "chart-map-importance", "chart-answers", "chart-map-satisfaction", "chart-answers", "chart-map-quadrant"];
    let index = |index: f64| Datum { text: number(language, index, 0), exact: Some(Exact::Real(index)) };
    let rows = found.items.iter().zip(&map.labels).map(|(item, label)| {
        vec![
            Datum::words(label.clone()),
            index(item.importance.index),
            Datum::count(item.importance.base, setting),
            index(item.satisfaction.index),
            Datum::count(item.satisfaction.base, setting),
            Datum::words(name_of(item.quadrant, setting)),
        ]
    });
    finish(sheet, y, captions, alternative, (keys.map(|key| say(language, key)).to_vec(), rows.collect()), setting)
}

/// Top left, top right, bottom left, bottom right.
const CORNERS: [Quadrant; 4] =
    [Quadrant::ConcentrateHere, Quadrant::KeepUpTheGoodWork, Quadrant::LowPriority, Quadrant::PossibleOverkill];

fn name_of(quadrant: Quadrant, setting: &Setting<'_>) -> String {
    let key = match quadrant {
        Quadrant::ConcentrateHere => "chart-map-concentrate",
        Quadrant::KeepUpTheGoodWork => "chart-map-keep-up",
        Quadrant::LowPriority => "chart-map-low",
        Quadrant::PossibleOverkill => "chart-map-overkill",
    };
    say(setting.language, key)
}

fn alternative(map: &PriorityMap<'_>, setting: &Setting<'_>) -> String {
    let language = setting.language;
    let in_quadrant = |quadrant: Quadrant| {
        let found = map.found.items.iter().zip(&map.labels).filter(|(item, _)| item.quadrant == quadrant);
        let labels: Vec<String> = found.map(|(_, label)| label.clone()).collect();
        let written = [("quadrant", name_of(quadrant, setting).into()), ("items", list(language, &labels).into())];
        (!labels.is_empty()).then(|| say_with(language, "chart-map-about", &written))
    };
    let text = CORNERS.into_iter().filter_map(in_quadrant).collect::<Vec<_>>().join(" ");
    map.captions.before(&text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::trial::{map_of, setting};
    use crate::text::Language;

    #[test]
    fn what_matters_and_does_not_satisfy_is_named_first_and_every_name_is_in_the_picture() {
        let italian = Language::italian();
        let (found, labels) = map_of(8);
        let picture =
            priority_map(&PriorityMap { captions: Captions::default(), found: &found, labels }, &setting(&italian, false));
        assert!(picture.alternative.starts_with("Intervenire qui: Orari di apertura, Parcheggio e "), "{}", picture.alternative);
        assert_eq!(picture.rows[3][5], "Intervenire qui");
        assert!(
            picture.rows.iter().take(5).all(|row| picture.svg.contains(&format!(">{}</text>", row[0].text))),
            "{}",
            picture.svg
        );
    }
}
