//! Judgements, goals, needs and the sample, at their ordinary and at their hardest, in any place they are read.

use super::samples::*;
use crate::analysis::{ItemFinding, Shown};
use crate::chart::{Battery, BatteryRow, Captions, Favourable, Needs, Order, Picture, Setting, battery, needs, sample};
use crate::text::Language;

/// The pictures of a place, with their names.
pub(super) fn awkward(place: &Setting<'_>) -> Vec<(&'static str, Picture)> {
    let captions = || Captions { title: "Chi ha risposto e chi si rivolge all’ufficio".into(), ..captions() };
    let (many, few) = (need_finding(&[198, 240, 61, 12, 0], 389), need_finding(&[9, 3, 12, 0, 1], 17));
    let chosen = |finding| needs(&Needs { captions: captions(), finding, labels: need_labels() }, place);
    let mut all = batteries(place);
    all.extend(compared(place));
    all.push(("goals", goals_of(&goal_findings(), place)));
    all.push(("needs", chosen(Shown::Full(&many))));
    all.push(("needs-few", chosen(Shown::CountsOnly(&few))));
    all.push(("needs-withheld", chosen(Shown::Suppressed)));
    all.push(("sample", sample(&captions(), &sample_found(), place)));
    all
}

/// Items: long labels in German, shares of 0 and 1, eleven points, forty rows.
fn batteries(place: &Setting<'_>) -> Vec<(&'static str, Picture)> {
    let five = five_rows();
    let german = Language::parse("de").unwrap();
    let german = Setting { language: &german, fallback: &german, ..*place };
    let long: Vec<_> = LONG.iter().zip(&five).map(|(label, row)| (*label, row.1.clone(), 12, 3)).collect();
    let words = ["Überhaupt nicht zufrieden", "Eher nicht zufrieden", "Weder noch", "Eher zufrieden", "Sehr zufrieden"];
    let three = [("Sportello", vec![0, 0, 40], 0, 0), ("Telefono", vec![40, 0, 0], 0, 0), ("Sito", vec![1, 1, 1_300], 0, 0)];
    let eleven: Vec<String> = (0..=10).map(|n| if n == 0 { "0 per nulla".into() } else { n.to_string() }).collect();
    let eleven: Vec<&str> = eleven.iter().map(String::as_str).collect();
    let many = vec![
        ("Consiglierebbe l’ufficio", vec![3, 2, 4, 5, 9, 22, 31, 64, 88, 70, 99], 4, 1),
        ("Pochi", vec![0, 0, 1, 0, 2, 3, 4, 5, 2, 1, 1], 0, 0),
    ];
    let forty: Vec<_> =
        (0..40_u64).map(|n| (five[(n % 6) as usize].0, vec![n, 40 - n, 30, 2 * n + 3, 60 + n], n, 40 - n)).collect();
    vec![
        ("battery", battery_of(&FIVE, &five, &["Punto informativo serale"], place)),
        ("battery-long", battery_of(&words, &long, &[LONG[0]], &german)),
        ("battery-extremes", battery_of(&["Triste", "Neutra", "Felice"], &three, &[], place)),
        ("battery-eleven", battery_of(&eleven, &many, &[], place)),
        ("battery-forty", battery_of(&["1", "2", "3", "4", "5"], &forty, &[], place)),
    ]
}

/// Three items by channel, one item over nine years, thirty-six groups.
fn compared(place: &Setting<'_>) -> Vec<(&'static str, Picture)> {
    let scale = scale(&FIVE);
    let channels = ["Sportello", "E-mail", "Telefono, con richiamata dopo la risposta dell’operatore", "Totem"];
    let of = |first: u64, part: u64| {
        let counts = [70, 107, 90, 95, 49_u64].map(|count| (count + 17 * first * (count % 3)) / part);
        item(&scale, &counts, 3 * first, first)
    };
    let by_channel: Vec<(usize, usize, ItemFinding)> = [2, 0, 1]
        .into_iter()
        .flat_map(|at| (0..3).map(move |n| (at, n)))
        .map(|(at, n)| (at, n, of(at as u64, [1, 3, 19][n])))
        .collect();
    let mut rows = Vec::new();
    for (at, n, found) in &by_channel {
        let heading = (*n == 0).then(|| [five_rows()[0].0, "Tempi di attesa", LONG[0]][*at].to_owned());
        rows.push(BatteryRow { heading, ..row_of(channels[*n], found) });
        if *n == 2 {
            rows.push(BatteryRow::of(channels[3], Shown::<&ItemFinding>::Suppressed));
        }
    }
    let years: Vec<(String, ItemFinding)> = (2018..=2026).map(|year| (year.to_string(), of(year % 5, 1 + year % 2))).collect();
    let by_year = years.iter().map(|(year, found)| row_of(year, found)).collect();
    let groups: Vec<ItemFinding> = (0..36).map(|n| of(n % 7, 1 + n % 4)).collect();
    let heading = |n: usize| (n % 4 == 0).then(|| five_rows()[n / 4 % 7].0.to_owned());
    let many = groups
        .iter()
        .enumerate()
        .map(|(n, found)| BatteryRow { heading: heading(n), ..row_of(channels[n % 4], found) })
        .collect();
    let drawn = |rows| {
        battery(
            &Battery { captions: captions(), scale: &scale, share: Favourable::Satisfied, order: Order::AsGiven, rows },
            place,
        )
    };
    vec![("compared-channels", drawn(rows)), ("compared-years", drawn(by_year)), ("compared-many", drawn(many))]
}
