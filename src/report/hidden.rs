//! Whatever a report writes of an edition is made of what may be published: people whose answers are hidden may exchange them,
//! and page, spreadsheet, open data, pictures and print stay what they were, byte for byte.

use super::trial::Year;
use super::{build, html, slides, tables_csv, workbook};
use crate::analysis::Shown;
use crate::form::{FieldKind, Layout, Value};
use crate::response::Row;
use crate::text::Language;

/// Everything that is written of a year, by name.
fn written(year: &Year) -> Vec<(&'static str, Vec<u8>)> {
    let language = Language::italian();
    let document = build(&year.input(), &language);
    vec![
        ("page", html(&document).into_bytes()),
        ("open data", tables_csv(&document)),
        ("spreadsheet", workbook(&document).unwrap()),
        ("pictures", slides(&year.input(), &language).concat().into_bytes()),
        ("print", crate::print::pdf(&document).unwrap()),
    ]
}

/// Three came by e-mail, seven by the kiosk, the rest from desk and web; two are older than all others.
fn few(layout: &Layout, rows: &mut [Row]) {
    let age = layout.field("age").unwrap();
    for (at, row) in rows.iter_mut().enumerate() {
        let channel = if at < 3 {
            "email"
        } else if at < 10 {
            "kiosk"
        } else if at % 5 < 2 {
            "desk"
        } else {
            "web"
        };
        channel.clone_into(&mut row.strata.channel);
        let value = if at < 2 { age.most } else { age.least + i64::from(at % 5 == 0) };
        age.write(Value::Given(value), &mut row.closed);
    }
}

/// Those of e-mail and kiosk hand their judgements round.
fn hand_round(layout: &Layout, rows: &mut [Row]) {
    few(layout, rows);
    for field in layout.fields.iter().filter(|field| matches!(field.kind, FieldKind::Scale(_))) {
        let given: Vec<Value> = rows.iter().take(10).map(|row| field.read(&row.closed)).collect();
        // Who gave none is left out: how many of a group answered is not what is exchanged here.
        let places: Vec<usize> = (0..10).filter(|at| matches!(given[*at], Value::Given(_))).collect();
        for (at, from) in places.iter().zip(places.iter().cycle().skip(1)) {
            field.write(given[*from], &mut rows[*at].closed);
        }
    }
}

#[test]
fn no_file_of_a_report_tells_what_a_hidden_channel_answered_or_how_old_the_few_are() {
    let year = Year::answered(60, &few);
    let input = year.input();
    let hidden = |item: &str| {
        let groups = input.figures.groups(item, "channel").into_iter();
        groups.filter(|(_, told)| *told == Shown::Suppressed).map(|(group, _)| group.to_owned()).collect::<Vec<_>>()
    };
    let judged = input.figures.items().filter(|(item, _)| !hidden(item).is_empty());
    assert!(judged.count() > 5, "e-mail and kiosk are hidden");
    let Some(Shown::Full(age)) = input.figures.item("age") else { panic!("sixty told their age") };
    assert!(age.merged >= 5);
    let older = |layout: &Layout, rows: &mut [Row]| {
        few(layout, rows);
        let age = layout.field("age").unwrap();
        age.write(Value::Given(age.least + 1), &mut rows[0].closed);
    };
    let first = written(&year);
    let page = String::from_utf8_lossy(&first[0].1).into_owned();
    assert!(page.contains("canale per canale"), "two channels are drawn side by side");
    assert!(page.contains("non pubblicato") && page.contains("Altre risposte, unite per riservatezza"));
    for (what, other) in [("judgements", Year::answered(60, &hand_round)), ("ages", Year::answered(60, &older))] {
        for ((name, ours), (_, theirs)) in first.iter().zip(written(&other)) {
            assert!(*ours == theirs, "{name} tells hidden {what}");
        }
    }
    let shown = |layout: &Layout, rows: &mut [Row]| {
        few(layout, rows);
        let courtesy = layout.fields.iter().find(|field| matches!(field.kind, FieldKind::Scale(_))).unwrap();
        rows.iter_mut().for_each(|row| courtesy.write(Value::Given(courtesy.most), &mut row.closed));
    };
    let other = written(&Year::answered(60, &shown));
    assert!(first.iter().zip(&other).all(|(ours, theirs)| ours != theirs), "what is not hidden is told in each");
}
