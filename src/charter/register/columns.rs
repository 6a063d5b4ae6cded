//! Where the columns of a register are, by their headings in Italian, English or German.

use super::NoRegister;
use crate::charter::{Kept, Measure};
use crate::text::Texts;

/// What a column tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The day of each case.
    Day,
    /// The day of arrival.
    Arrived,
    /// The day on which it was answered or closed.
    Settled,
    /// What was measured.
    Value,
    /// Whether the promise was kept.
    Kept,
    /// Whether the office was open.
    Open,
    /// The number under which the office finds the case; the only one that may be missing.
    Reference,
}

/// Headings in lower case without blanks and signs, the surest first.
const DAY: [&str; 12] = [
    "data",
    "giorno",
    "date",
    "day",
    "dataora",
    "dataeora",
    "datadellachiamata",
    "datachiamata",
    "calldate",
    "datum",
    "tag",
    "anrufdatum",
];
const ARRIVED: [&str; 28] = [
    "arrivo",
    "arrivato",
    "arrivata",
    "dataarrivo",
    "datadiarrivo",
    "ricevuto",
    "ricevuta",
    "ricevutoil",
    "ricevutail",
    "datadiricezione",
    "dataricezione",
    "presentato",
    "presentatoil",
    "datadipresentazione",
    "arrived",
    "arrivedon",
    "received",
    "receivedon",
    "datereceived",
    "data",
    "date",
    "eingang",
    "eingegangen",
    "eingegangenam",
    "eingangsdatum",
    "eingangam",
    "datumdeseingangs",
    "datum",
];
const SETTLED: [&str; 37] = [
    "risposta",
    "rispostail",
    "datarisposta",
    "datadirisposta",
    "datadellarisposta",
    "chiusura",
    "chiuso",
    "chiusoil",
    "datachiusura",
    "datadichiusura",
    "conclusione",
    "concluso",
    "conclusoil",
    "dataconclusione",
    "evasione",
    "evasoil",
    "answered",
    "answeredon",
    "replied",
    "repliedon",
    "dateanswered",
    "closed",
    "closedon",
    "settled",
    "settledon",
    "antwort",
    "antwortam",
    "beantwortet",
    "beantwortetam",
    "antwortdatum",
    "datumderantwort",
    "erledigt",
    "erledigtam",
    "abgeschlossen",
    "abgeschlossenam",
    "abschluss",
    "abschlussdatum",
];
/// Not "numero" and not "codice": those may be somebody's telephone or tax code, and what stands here is kept.
const REFERENCE: [&str; 21] = [
    "protocollo",
    "numerodiprotocollo",
    "numeroprotocollo",
    "nprotocollo",
    "nprot",
    "prot",
    "pratica",
    "riferimento",
    "id",
    "reference",
    "ref",
    "case",
    "caseid",
    "ticket",
    "n",
    "protokollnummer",
    "protokollnr",
    "protokoll",
    "protnr",
    "aktenzeichen",
    "geschäftszahl",
];

impl Column {
    /// Its code in keys of texts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Arrived => "arrived",
            Self::Settled => "settled",
            Self::Value => "value",
            Self::Kept => "kept",
            Self::Open => "open",
            Self::Reference => "reference",
        }
    }

    /// Its headings in lower case without blanks and signs, the surest first.
    fn known(self) -> &'static [&'static str] {
        match self {
            Self::Day => &DAY,
            Self::Arrived => &ARRIVED,
            Self::Settled => &SETTLED,
            Self::Value => &[
                "valore",
                "value",
                "misura",
                "squilli",
                "rings",
                "minuti",
                "minutes",
                "giorni",
                "days",
                "wert",
                "messwert",
                "klingelzeichen",
                "minuten",
                "tage",
            ],
            Self::Kept => &[
                "rispettato",
                "rispettata",
                "mantenuto",
                "esito",
                "kept",
                "met",
                "outcome",
                "eingehalten",
                "erfüllt",
                "ergebnis",
            ],
            Self::Open => &["aperto", "aperta", "apertura", "sportelloaperto", "open", "opened", "geöffnet", "offen"],
            Self::Reference => &REFERENCE,
        }
    }
}

/// The columns that the register of a measure has; the last of them is [`Column::Reference`].
pub fn headings(measure: &Measure) -> Vec<Column> {
    let mut columns = match measure {
        Measure::Share(Kept::Noted) => vec![Column::Day, Column::Kept],
        Measure::Share(Kept::Within { .. }) | Measure::Mean { .. } => vec![Column::Day, Column::Value],
        Measure::Share(Kept::Open) => vec![Column::Day, Column::Open],
        Measure::Share(Kept::Answered { .. }) => vec![Column::Arrived, Column::Settled],
    };
    columns.push(Column::Reference);
    columns
}

/// Where the columns are.
pub(super) struct Columns {
    pub day: usize,
    pub settled: Option<usize>,
    pub value: Option<usize>,
    pub kept: Option<usize>,
    pub reference: Option<usize>,
}

impl Columns {
    pub fn find(header: &[String], measure: &Measure) -> Result<Self, NoRegister> {
        let plain: Vec<String> = header.iter().map(|heading| simple(heading)).collect();
        let unit = unit_of(measure).into_iter().flat_map(Texts::iter).map(|(_, unit)| simple(unit));
        let units: Vec<String> = unit.filter(|unit| !unit.is_empty()).collect();
        let find = |column: Column| {
            let own = units.iter().map(String::as_str).filter(|_| column == Column::Value);
            own.chain(column.known().iter().copied()).find_map(|heading| plain.iter().position(|found| found == heading))
        };
        let mut columns = Self { day: 0, settled: None, value: None, kept: None, reference: None };
        for column in headings(measure) {
            let at = find(column);
            match column {
                Column::Day | Column::Arrived => columns.day = at.unwrap_or_default(),
                Column::Settled => columns.settled = at,
                Column::Value => columns.value = at,
                Column::Kept | Column::Open => columns.kept = at,
                Column::Reference => columns.reference = at,
            }
            if at.is_none() && column != Column::Reference {
                return Err(NoRegister::NoColumn(column, header.to_vec()));
            }
        }
        Ok(columns)
    }
}

fn unit_of(measure: &Measure) -> Option<&Texts> {
    match measure {
        Measure::Share(Kept::Within { unit, .. }) | Measure::Mean { unit } => Some(unit),
        Measure::Share(_) => None,
    }
}

fn simple(heading: &str) -> String {
    heading.to_lowercase().chars().filter(|sign| sign.is_alphanumeric()).collect()
}
