//! Overviews for the tests of this module: goals at a glance, how answers came in, services side by side.

use super::samples::{LONG, captions, goal_findings, setting};
use crate::analysis::{GoalFinding, Interval, ShareFinding, Shown};
use crate::chart::{
    ByDay, Captions, ChannelDays, Format, Funnel, FunnelStep, GoalRow, Goals, MultipleRow, Multiples, Picture, Setting, by_day,
    funnel, glance, multiples,
};
use crate::charter::Bounds;
use crate::text::Language;
use chrono::{Days, NaiveDate};

/// Every overview on a page and on a telephone, ordinary and awkward.
pub(super) fn overviews() -> Vec<(String, Picture)> {
    let (italian, german) = (Language::italian(), Language::parse("de").unwrap());
    let mut all = Vec::new();
    for (name, format) in [("", Format::Page), ("-phone", Format::Phone)] {
        let place = Setting { format, ..setting(&italian, true) };
        let found = goal_findings();
        all.push((format!("glance{name}"), glance_of(&found, &place)));
        let forty: Vec<GoalFinding> = found.iter().cycle().take(40).cloned().collect();
        all.push((format!("glance-forty{name}"), glance_of(&forty, &place)));
        all.push((format!("glance-two{name}"), glance_of(&found[..2], &place)));
        all.push((format!("funnel{name}"), funnel(&funnel_of(), &place)));
        for channels in [1, 2, 6] {
            all.push((format!("by-day-{channels}{name}"), by_day(&by_day_of(channels), &place)));
        }
        all.push((format!("by-day-year{name}"), by_day(&year_of_days(), &place)));
        for (rows, panels) in [(8, 3), (40, 4), (5, 7)] {
            all.push((format!("multiples-{rows}-{panels}{name}"), multiples(&multiples_of(rows, panels), &place)));
        }
        let foreign = Setting { format, ..setting(&german, true) };
        let mut long = multiples_of(3, 2);
        for (row, label) in long.rows.iter_mut().zip(LONG) {
            row.label = label.to_owned();
        }
        long.panels = LONG[..2].iter().map(|label| (*label).to_owned()).collect();
        all.push((format!("multiples-long{name}"), multiples(&long, &foreign)));
        let mut ways = funnel_of();
        ways.ways[0].1[1].label = LONG[0].to_owned();
        all.push((format!("funnel-long{name}"), funnel(&ways, &foreign)));
    }
    all
}

fn glance_of(findings: &[GoalFinding], setting: &Setting<'_>) -> Picture {
    let rows = findings.iter().map(|finding| GoalRow::of(finding, setting)).collect();
    let title = "Due promesse su otto sono mantenute; di quattro le risposte non bastano a dirlo".to_owned();
    glance(&Goals { captions: Captions { title, question: String::new(), ..captions() }, rows }, setting)
}

pub(in crate::chart) fn funnel_of() -> Funnel {
    let step = |label: &str, count| FunnelStep { label: label.to_owned(), count };
    let ways = vec![
        ("Tutti i canali".to_owned(), vec![step("Contatti dell’anno", 24_770), step("Questionari compilati", 412)]),
        (
            "Per e-mail".to_owned(),
            vec![step("Invitati", 1_200), step("Inviti recapitati", 1_164), step("Questionari compilati", 231)],
        ),
    ];
    let title = "Su 100 inviti recapitati rispondono in 20".to_owned();
    Funnel { captions: Captions { title, question: String::new(), ..captions() }, ways }
}

/// Two months of answers, the busiest after the invitations and after the reminder.
pub(in crate::chart) fn by_day_of(channels: usize) -> ByDay {
    let first = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    let names = ["e-mail", "totem", "web", "sportello", "telefono", "carta"];
    let count = |channel: u64, day: u64| match (channel, day) {
        (0, 0..6) => 38 / (day + 1),
        (0, 21..26) => 24 / (day - 20),
        (1, day) if day % 7 < 5 => 2 + day % 4,
        (2, day) => u64::from(day % 6 == 1),
        (3.., day) => u64::from((day + channel).is_multiple_of(9)),
        _ => 0,
    };
    let days = |channel: u64| {
        let days = (0..60).map(|day| (first + Days::new(day), count(channel, day)));
        days.filter(|(_, count)| *count > 0).collect()
    };
    let channels = names.iter().zip(0..).take(channels);
    ByDay {
        captions: Captions {
            title: "Le risposte previste sono arrivate quasi tutte".into(),
            question: String::new(),
            ..captions()
        },
        span: (first, first + Days::new(59)),
        channels: channels.map(|(name, at)| ChannelDays { label: (*name).to_owned(), days: days(at) }).collect(),
        planned: 400,
        by_channel: true,
    }
}

fn year_of_days() -> ByDay {
    let first = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
    let days = (0..365).step_by(3).map(|day| (first + Days::new(day), 1 + day % 11)).collect();
    ByDay {
        captions: Captions::default(),
        span: (first, first + Days::new(364)),
        channels: vec![ChannelDays { label: "totem".into(), days }],
        planned: 0,
        by_channel: true,
    }
}

#[allow(clippy::cast_precision_loss)]
pub(in crate::chart) fn multiples_of(rows: usize, panels: usize) -> Multiples {
    let items = ["Cortesia del personale", "Tempi di attesa", "Orari", "Chiarezza delle informazioni ricevute allo sportello"];
    let services = ["Sportello", "Telefono", "Posta elettronica", "Sito e servizi in rete", "Totem", "Carta", "Altro"];
    let share = |base: u64, share: f64| {
        let (lower, upper) = ((share - 0.09).max(0.0), (share + 0.08).min(1.0));
        let (interval, bounds) = (Interval { lower, upper }, Bounds { lower, upper });
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let count = (share * base as f64) as u64;
        ShareFinding { count, base, effective_base: base as f64, share, interval, bounds }
    };
    let cell = |row: usize, panel: usize| match (row, panel) {
        (1, 1) => Shown::Suppressed,
        (2, 0) => Shown::CountsOnly(share(17, 0.5)),
        (3, 2) => Shown::Full(share(44, 1.0)),
        (4, 1) => Shown::Full(share(61, 0.0)),
        (row, panel) => Shown::Full(share(140, 0.45 + ((row * 7 + panel * 5) % 11) as f64 * 0.045)),
    };
    Multiples {
        captions: Captions { title: "Al telefono si attende di più che allo sportello".into(), ..captions() },
        share: "Soddisfatti".into(),
        panels: services.iter().take(panels).map(|name| (*name).to_owned()).collect(),
        rows: (0..rows)
            .map(|row| MultipleRow {
                label: items[row % items.len()].to_owned(),
                whole: (row != 3).then_some(0.66),
                cells: (0..panels).map(|panel| cell(row, panel)).collect(),
            })
            .collect(),
    }
}
