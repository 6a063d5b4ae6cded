//! Pictures for the tests of this module. `ASCOLTO_PICTURES=folder cargo test --lib chart` writes them there to be looked at.

mod awkward;
mod overviews;
mod samples;

pub(super) use overviews::{by_day_of, funnel_of, multiples_of};
pub(super) use samples::*;

use super::raster::{grey_png, parse};
use super::{Drivers, Format, Picture, PriorityMap, Setting, Trends, cub_map, dots, drivers, png, priority_map, trends};
use crate::text::Language;
use resvg::usvg::{Group, Node, Rect, Text};

/// Every kind of picture, at its ordinary and at its hardest.
pub(super) fn pictures() -> Vec<(String, Picture)> {
    let italian = Language::italian();
    let mut all = overviews::overviews();
    let shown = setting(&italian, true);
    let phone = Setting { format: Format::Phone, ..setting(&italian, true) };
    for (name, place) in [("", &shown), ("-phone", &phone)] {
        all.extend(awkward::awkward(place).into_iter().map(|(kind, picture)| (format!("{kind}{name}"), picture)));
        all.push((format!("dots{name}"), dots(&dots_of(), place)));
        for lines in [1, 3] {
            all.push((format!("trend-{lines}{name}"), trends(&trends_of(lines), place)));
        }
        let decades = (1987..=2026).map(|year| (year, f64::from(year % 7) / 7.0, 0.03)).collect::<Vec<_>>();
        let long = Trends { captions: super::Captions::default(), lines: vec![line_of("Totale", &decades)], ..Trends::default() };
        all.push((format!("trend-forty{name}"), trends(&long, place)));
        for count in [6, 8, 30] {
            let (found, labels) = map_of(count);
            let map = PriorityMap { captions: super::trial::captions(), found: &found, labels };
            all.push((format!("map-{count}{name}"), priority_map(&map, place)));
        }
        all.push((format!("cub{name}"), cub_map(&cub_of(), place)));
        let shares = [
            ("Cortesia del personale", 0.31),
            (LONG[1], 0.22),
            ("Tempi di attesa", 0.2),
            ("Chiarezza", 0.17),
            ("Orari", 0.1),
            ("Parcheggio", 0.0),
        ];
        let shares = shares.iter().map(|(label, share)| ((*label).to_owned(), *share)).collect();
        all.push((format!("drivers{name}"), drivers(&Drivers { captions: super::trial::captions(), shares }, place)));
    }
    all
}

/// The room that the letters themselves take, in pixels of the picture.
fn letters(text: &Text) -> Rect {
    let own = text.flattened().bounding_box();
    own.transform(text.abs_transform()).unwrap()
}

fn texts_within(group: &Group, view: Rect) -> usize {
    let mut seen = 0;
    for node in group.children() {
        match node {
            Node::Group(inner) => seen += texts_within(inner, view),
            Node::Text(text) => {
                let found = letters(text);
                let words = || text.chunks().iter().map(|chunk| chunk.text().to_owned()).collect::<String>();
                assert!(
                    found.left() >= -0.6
                        && found.right() <= view.right() + 0.6
                        && found.top() >= 0.0
                        && found.bottom() <= view.bottom(),
                    "{:?} leaves the picture: {found:?}",
                    words()
                );
                seen += 1;
            }
            _ => {}
        }
    }
    seen
}

fn text_boxes(group: &Group, boxes: &mut Vec<(String, Rect)>) {
    for node in group.children() {
        match node {
            Node::Group(inner) => text_boxes(inner, boxes),
            Node::Text(text) => {
                let words = text.chunks().iter().map(|chunk| chunk.text().to_owned()).collect::<String>();
                boxes.push((words, letters(text)));
            }
            _ => {}
        }
    }
}

#[test]
fn no_text_leaves_the_picture_or_covers_another() {
    for (name, picture) in pictures() {
        let tree = parse(&picture.svg).unwrap();
        let view = Rect::from_xywh(0.0, 0.0, tree.size().width(), tree.size().height()).unwrap();
        let fewest = if name.starts_with("needs-withheld") { 4 } else { 5 };
        assert!(texts_within(tree.root(), view) >= fewest, "{name}");
        let mut boxes = Vec::new();
        text_boxes(tree.root(), &mut boxes);
        for (index, (one, a)) in boxes.iter().enumerate() {
            for (two, b) in &boxes[index + 1..] {
                let across = a.right().min(b.right()) - a.left().max(b.left());
                let down = a.bottom().min(b.bottom()) - a.top().max(b.top());
                assert!(across <= 0.5 || down <= 0.5, "{name}: {one:?} covers {two:?} by {across} x {down}");
            }
        }
        assert_eq!(picture.missing, Vec::<char>::new(), "{name}");
    }
}

#[test]
fn every_text_is_nine_points_high_on_a_page_of_seventeen_centimetres() {
    let points = 17.0 / 2.54 * 72.0;
    for (name, picture) in pictures() {
        let width: f64 = f64::from(parse(&picture.svg).unwrap().size().width());
        for size in picture.svg.split("font-size=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            let pixels: f64 = size.parse::<f64>().unwrap() / 10.0;
            assert!(pixels * points / width >= 9.0, "{name}: {pixels} px are {:.2} pt", pixels * points / width);
        }
    }
}

#[test]
fn every_picture_is_svg_that_becomes_a_png() {
    let folder = std::env::var_os("ASCOLTO_PICTURES").map(std::path::PathBuf::from);
    for (name, picture) in pictures() {
        assert!(picture.svg.contains("role=\"img\"") && picture.svg.contains("<desc id="), "{name}");
        assert!(picture.rows.iter().all(|row| row.len() == picture.columns.len()), "{name}");
        // Small unless somebody looks: an unoptimised resvg is slow.
        let pixels = png(&picture.svg, if folder.is_some() { 2.0 } else { 0.1 }).unwrap();
        assert!(pixels.len() > 200, "{name}");
        if let Some(folder) = &folder {
            std::fs::write(folder.join(format!("chart-{name}.png")), pixels).unwrap();
            std::fs::write(folder.join(format!("chart-{name}-grey.png")), grey_png(&picture.svg, 2.0).unwrap()).unwrap();
            std::fs::write(folder.join(format!("chart-{name}.svg")), &picture.svg).unwrap();
            println!("{name}: {}", picture.alternative);
        }
    }
}
