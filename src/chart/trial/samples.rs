//! Findings for the tests of this module, ordinary and awkward.

use crate::analysis::battery::importance::{LineRule, Quadrant};
use crate::analysis::cub::cub;
use crate::analysis::{
    Base, ChannelSample, GoalFinding, Interval, ItemFinding, Mapped, NeedFinding, OptionCount, OptionFinding, Place,
    PreviousGoal, Priorities, Priority, Sample, ShareFinding, Shown,
};
use crate::chart::{
    Battery, BatteryRow, Captions, CubMap, Datum, DotRow, Dots, Favourable, Format, GoalRow, Goals, Order, Picture, Setting,
    TrendLine, TrendPoint, Trends, battery, goals,
};
use crate::charter::{Bounds, Coverage, Dimension, Direction, Indicator, Kept, Measure, Standard, Statistic, Verdict, Why};
use crate::form::{Point, Polarity, Role, Scale};
use crate::survey::Channel;
use crate::text::{Code, Language, Texts};

pub(in crate::chart) fn captions() -> Captions {
    Captions {
        title: "I tempi di attesa scontentano quattro utenti su dieci".into(),
        question: "Quanto è soddisfatto dei seguenti aspetti del servizio?".into(),
        base: "412 persone che hanno risposto".into(),
        period: "1º marzo – 30 aprile 2026".into(),
        source: "Fonte: rilevazione annuale dell’URP. Risposte volontarie: non sono un campione casuale degli utenti.".into(),
    }
}

pub(in crate::chart) fn setting(language: &Language, captions_drawn: bool) -> Setting<'_> {
    Setting { language, fallback: language, captions_drawn, format: Format::Page }
}

/// A cell is what it shows.
impl PartialEq<&str> for Datum {
    fn eq(&self, text: &&str) -> bool {
        self.text == *text
    }
}

/// A scale with these labels; the middle of an odd number is neutral, what lies above is satisfied.
pub(in crate::chart) fn scale(labels: &[&str]) -> Scale {
    let count = labels.len();
    let italian = Language::italian();
    let point = |(index, label): (usize, &&str)| Point {
        value: u8::try_from(index).unwrap() + 1,
        label: if label.is_empty() { Texts::default() } else { Texts::one(italian.clone(), *label) },
        satisfied: 2 * index + 1 > count,
        neutral: 2 * index + 1 == count,
        symbol: None,
    };
    Scale {
        code: Code::parse("scale").unwrap(),
        points: labels.iter().enumerate().map(point).collect(),
        polarity: Polarity::HigherIsBetter,
        dont_know: Some(Texts::one(italian.clone(), "Non so")),
        not_applicable: None,
    }
}

#[allow(clippy::cast_precision_loss)]
pub(in crate::chart) fn item(scale: &Scale, counts: &[u64], dont_know: u64, blank: u64) -> ItemFinding {
    let valid: u64 = counts.iter().sum();
    let satisfied: u64 = scale.points.iter().zip(counts).filter(|(point, _)| point.satisfied).map(|(_, count)| count).sum();
    let share = if valid == 0 { 0.0 } else { satisfied as f64 / valid as f64 };
    ItemFinding {
        code: "item".into(),
        role: Role::Satisfaction,
        factor: None,
        base: Base { valid, blank, dont_know, ..Base::default() },
        counts: scale.points.iter().zip(counts).map(|(point, count)| (i64::from(point.value), *count)).collect(),
        satisfied: scale.tells_satisfied().then_some(ShareFinding {
            count: satisfied,
            base: valid,
            effective_base: valid as f64,
            share,
            interval: Interval { lower: share, upper: share },
            bounds: Bounds { lower: share, upper: share },
        }),
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

pub(in crate::chart) const FIVE: [&str; 5] = ["Per nulla", "Poco", "Così così", "Abbastanza", "Molto"];
pub(super) const LONG: [&str; 3] = [
    "Verständlichkeit der Formulare, Merkblätter und Rechtsbehelfsbelehrungen einschließlich der Rechtsschutzversicherungsbescheinigungen",
    "Erreichbarkeit der Räumlichkeiten für Personen mit eingeschränkter Mobilität",
    "Öffnungszeiten",
];

pub(in crate::chart) fn five_rows() -> Vec<(&'static str, Vec<u64>, u64, u64)> {
    vec![
        ("Cortesia del personale", vec![12, 25, 58, 169, 148], 3, 2),
        ("Chiarezza delle informazioni", vec![20, 49, 82, 156, 102], 6, 0),
        ("Tempi di attesa", vec![70, 107, 90, 95, 49], 0, 4),
        ("Orari di apertura", vec![36, 72, 100, 123, 67], 12, 5),
        ("Accessibilità degli spazi", vec![15, 30, 89, 137, 97], 41, 3),
        ("Esito della pratica", vec![24, 41, 53, 142, 146], 0, 9),
        ("Parcheggio per persone con disabilità", vec![2, 3, 4, 6, 3], 60, 1),
    ]
}

pub(super) fn battery_of(
    labels: &[&str],
    rows: &[(&str, Vec<u64>, u64, u64)],
    withheld: &[&str],
    setting: &Setting<'_>,
) -> Picture {
    let scale = scale(labels);
    let items: Vec<_> = rows.iter().map(|(label, counts, know, blank)| (*label, item(&scale, counts, *know, *blank))).collect();
    let mut drawn: Vec<BatteryRow<'_>> = items.iter().map(|(label, item)| row_of(label, item)).collect();
    drawn.extend(withheld.iter().map(|label| BatteryRow::of(*label, Shown::<&ItemFinding>::Suppressed)));
    if let Some(first) = drawn.first_mut() {
        first.target = Some(0.8);
    }
    let found =
        Battery { captions: captions(), scale: &scale, share: Favourable::Satisfied, order: Order::default(), rows: drawn };
    battery(&found, setting)
}

pub(in crate::chart) fn row_of<'a>(label: &str, item: &'a ItemFinding) -> BatteryRow<'a> {
    let few = item.base.valid < 30 && item.base.valid > 0;
    BatteryRow::of(label, if few { Shown::CountsOnly(item) } else { Shown::Full(item) })
}

pub(in crate::chart) fn finding(
    title: &str,
    indicator: Indicator,
    target: f64,
    value: Option<f64>,
    base: u64,
    verdict: Verdict,
) -> GoalFinding {
    let bounds = value.filter(|_| base >= 30).map(|value| Bounds { lower: value - 0.04, upper: value + 0.035 });
    GoalFinding {
        standard: Standard {
            title: Texts::one(Language::italian(), title),
            dimension: Dimension::Timeliness,
            minimum_base: 30,
            ..Standard::of(Code::parse("goal").unwrap(), indicator, target)
        },
        target,
        value,
        base,
        bounds,
        deviation: value.map(|value| value - target),
        verdict,
        previous: None,
        change: None,
        weighting: Default::default(),
        effective_base: None,
        caveats: Vec::new(),
    }
}

pub(in crate::chart) fn satisfied() -> Indicator {
    Indicator::Survey { item: Code::parse("item").unwrap(), statistic: Statistic::SatisfiedShare }
}

pub(in crate::chart) fn days() -> Indicator {
    let unit = Texts::one(Language::italian(), "giorni");
    Indicator::Operational { measure: Measure::Mean { unit }, coverage: Coverage::Sample }
}

pub(super) fn before(value: f64, base: u64, verdict: Verdict) -> Option<PreviousGoal> {
    Some(PreviousGoal { value, base, verdict })
}

pub(in crate::chart) fn goal_findings() -> Vec<GoalFinding> {
    let near = Verdict::NotDemonstrable(Why::NearTarget { needed: 1_412 });
    let far = Verdict::NotDemonstrable(Why::Undecidable { needed: 24_000 });
    let plan = Verdict::NotDemonstrable(Why::TooFewCases { needed: 30 });
    let share = Indicator::Operational { measure: Measure::Share(Kept::Noted), coverage: Coverage::Register };
    let mut all = vec![
        finding("Soddisfazione per la cortesia del personale", satisfied(), 0.7, Some(0.77), 412, Verdict::Reached),
        finding("Tempi di attesa allo sportello", satisfied(), 0.6, Some(0.35), 411, Verdict::NotReached),
        finding("Chiarezza delle informazioni ricevute", satisfied(), 0.65, Some(0.631), 2_179, near),
        finding("Accessibilità degli spazi e dei percorsi per persone con disabilità", satisfied(), 0.62, Some(0.625), 371, far),
        finding("Parcheggio", satisfied(), 0.6, Some(0.5), 18, plan),
        finding("Giorni di apertura al pubblico", share, 1.0, Some(1.0), 250, Verdict::Reached),
        finding("Risposta alle e-mail", days(), 3.0, Some(3.6), 120, Verdict::NotReached),
        finding("Reclami chiusi", days(), 30.0, None, 0, Verdict::NotDemonstrable(Why::NotMeasured)),
    ];
    all[0].previous = before(0.72, 380, Verdict::Reached);
    all[1].previous = before(0.41, 380, Verdict::NotReached);
    all[2].previous = before(0.55, 380, Verdict::NotReached);
    all[5].bounds = None;
    all[6].standard.direction = Direction::AtMost;
    all[6].bounds = Some(Bounds { lower: 3.2, upper: 4.0 });
    all[6].previous = before(4.4, 380, Verdict::NotReached);
    all[7].standard.direction = Direction::AtMost;
    all
}

pub(in crate::chart) fn goals_of(findings: &[GoalFinding], setting: &Setting<'_>) -> Picture {
    let rows = findings.iter().map(|finding| GoalRow::of(finding, setting)).collect();
    let title = "Due promesse mantenute, due no; per le altre le risposte non bastano a dirlo".to_owned();
    goals(&Goals { captions: Captions { title, question: String::new(), ..captions() }, rows }, setting)
}

pub(in crate::chart) fn need_finding(counts: &[u64], base: u64) -> NeedFinding {
    #[allow(clippy::cast_precision_loss)]
    let option = |(index, count): (usize, &u64)| {
        let share = *count as f64 / base as f64;
        let interval = Interval { lower: (share - 0.045).max(0.0), upper: (share + 0.05).min(1.0) };
        let bounds = Bounds { lower: interval.lower, upper: interval.upper };
        let found = ShareFinding { count: *count, base, effective_base: base as f64, share, interval, bounds };
        OptionFinding { code: format!("need_{index}"), share: Some(found), count: OptionCount::Exact(*count) }
    };
    let options = counts.iter().enumerate().map(option).collect();
    NeedFinding { code: "needs".into(), role: Role::Need, base, asked: base + 10, options }
}

pub(in crate::chart) fn need_labels() -> Vec<(String, String)> {
    let labels = [
        "Orari pomeridiani almeno due giorni a settimana",
        "Prenotazione dell’appuntamento in linea",
        "Moduli più semplici e compilabili dal telefono, anche in altre lingue oltre all’italiano",
        "Personale che parla inglese",
        "Nessuno di questi",
    ];
    labels.iter().enumerate().map(|(index, label)| (format!("need_{index}"), (*label).to_owned())).collect()
}

pub(in crate::chart) fn sample_found() -> Sample {
    let channel = |channel, universe, responses| ChannelSample { channel, universe, invited: None, undelivered: None, responses };
    let channels = vec![
        channel(Channel::Email, Some(4_200), 231),
        channel(Channel::Kiosk, Some(11_800), 140),
        channel(Channel::Web, None, 37),
        channel(Channel::Phone, Some(8_770), 4),
    ];
    Sample { channels, responses: 412, universe: 24_770, groups: None }
}

pub(in crate::chart) fn dots_of() -> Dots {
    let share = |count: u64, base: u64, (lower, upper): (f64, f64)| {
        let of = count as f64 / base as f64;
        let (interval, bounds) = (Interval { lower, upper }, Bounds { lower, upper });
        ShareFinding { count, base, effective_base: base as f64, share: of, interval, bounds }
    };
    let row = |heading: &str, label: &str, shown| DotRow {
        heading: Some(heading.to_owned()).filter(|heading| !heading.is_empty()),
        label: label.to_owned(),
        shown,
    };
    let rows = vec![
        row("Canale", "Sportello", Shown::Full(share(177, 218, (0.756, 0.858)))),
        row("", "E-mail", Shown::Full(share(61, 97, (0.529, 0.718)))),
        row("", "Telefono, con richiamata dopo la risposta dell’operatore", Shown::Full(share(34, 34, (0.898, 1.0)))),
        row("", "Totem", Shown::Suppressed),
        row("Età", "Fino a 29 anni", Shown::CountsOnly(share(3, 17, (0.06, 0.4)))),
        row("", "Dai 30 ai 64 anni", Shown::Full(share(0, 41, (0.0, 0.086)))),
    ];
    Dots { captions: captions(), share: "Soddisfatti".into(), rows, whole: Some(0.704) }
}

pub(super) fn line_of(label: &str, shares: &[(i32, f64, f64)]) -> TrendLine {
    let point = |(year, share, half): &(i32, f64, f64)| TrendPoint {
        year: *year,
        share: *share,
        interval: Interval { lower: (share - half).max(0.0), upper: (share + half).min(1.0) },
        base: 400,
        broken: None,
    };
    TrendLine { label: label.to_owned(), points: shares.iter().map(point).collect() }
}

pub(in crate::chart) fn trends_of(lines: usize) -> Trends {
    let mut all = vec![
        line_of(
            "Soddisfazione complessiva",
            &[
                (2018, 0.61, 0.04),
                (2019, 0.66, 0.05),
                (2021, 0.64, 0.05),
                (2022, 0.69, 0.04),
                (2023, 0.71, 0.03),
                (2024, 0.74, 0.04),
                (2025, 0.745, 0.04),
                (2026, 0.78, 0.03),
            ],
        ),
        line_of(
            "Cortesia e disponibilità del personale",
            &[
                (2018, 0.75, 0.04),
                (2019, 0.76, 0.05),
                (2022, 0.76, 0.04),
                (2023, 0.77, 0.03),
                (2024, 0.775, 0.04),
                (2025, 0.76, 0.04),
                (2026, 0.775, 0.03),
            ],
        ),
        line_of(
            "Tempi di attesa",
            &[(2018, 0.41, 0.04), (2019, 0.46, 0.05), (2021, 0.5, 0.05), (2022, 0.44, 0.04), (2026, 0.43, 0.05)],
        ),
    ];
    all[0].points[3].broken = Some("domanda riformulata".into());
    all.truncate(lines);
    Trends {
        captions: captions(),
        lines: all,
        targets: vec![(2018, 0.7), (2019, 0.7), (2021, 0.7), (2022, 0.75), (2023, 0.75), (2024, 0.75), (2025, 0.75), (2026, 0.8)],
        notes: vec![(2021, "sportello chiuso per due mesi".into())],
    }
}

/// So many items; the last ones lie nearly on each other.
pub(in crate::chart) fn map_of(count: usize) -> (Priorities, Vec<String>) {
    let names = [
        "Cortesia",
        "Tempi di attesa",
        "Chiarezza dei moduli",
        "Orari di apertura",
        "Parcheggio",
        LONG[1],
        "Accessibilità degli spazi",
        "Sito",
    ];
    let place = |index: f64| Place { index, base: 389 };
    let indexes: Vec<(f64, f64)> = (0..count)
        .map(|n| match n {
            6.. => (78.0 + (n % 5) as f64 * 0.7, 74.0 + (n % 7) as f64 * 0.6),
            n => (52.0 + n as f64 * 7.3, 88.0 - (n * n % 11) as f64 * 5.0),
        })
        .collect();
    let quadrant = |(importance, satisfaction): (f64, f64)| match (importance >= 72.0, satisfaction >= 74.0) {
        (true, false) => Quadrant::ConcentrateHere,
        (true, true) => Quadrant::KeepUpTheGoodWork,
        (false, false) => Quadrant::LowPriority,
        (false, true) => Quadrant::PossibleOverkill,
    };
    let items = indexes.iter().enumerate().map(|(at, pair)| Priority {
        code: at.to_string(),
        importance: place(pair.0),
        satisfaction: place(pair.1),
        quadrant: quadrant(*pair),
    });
    let found = Priorities {
        of: Mapped::Items,
        rule: LineRule::GrandMeans,
        importance_line: 72.0,
        satisfaction_line: 74.0,
        items: items.collect(),
    };
    (found, (0..count).map(|n| names[n % 8].to_owned()).collect())
}

pub(super) fn cub_of() -> CubMap {
    let counts: [(&str, &[u64]); 4] = [
        ("Cortesia", &[12, 25, 58, 169, 148]),
        ("Tempi di attesa", &[70, 107, 90, 95, 49]),
        ("Accessibilità degli spazi", &[15, 30, 89, 137, 97]),
        (LONG[1], &[40, 42, 38, 44, 41]),
    ];
    CubMap {
        captions: captions(),
        models: counts.iter().map(|(label, counts)| ((*label).to_owned(), cub(counts).unwrap())).collect(),
    }
}
