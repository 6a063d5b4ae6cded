//! Figures and answers as CSV that an Italian Excel opens right: `;` between fields, decimal comma, UTF-8 with BOM, CRLF.

use super::document::{Document, Number};
use crate::form::{Choice, Field, FieldKind, Form, Kind, Layout, Question, Value};
use crate::language::{say, say_with};
use crate::text::Language;
use std::collections::{BTreeMap, BTreeSet};

/// Excel takes a file for UTF-8 only with this in front.
const BOM: &str = "\u{feff}";

/// One response for [`responses_csv`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnswerRow<'a> {
    /// The closed answers in the layout's bytes.
    pub closed: &'a [u8],
    /// The channel's code.
    pub channel: &'a str,
}

/// Every table of a document, one figure a line: table, row, column, value, value as shown; then the table's notes, which tell
/// bases and rules.
pub fn tables_csv(document: &Document) -> Vec<u8> {
    let language = &document.language;
    let mut csv = Csv::new();
    csv.line(["table", "row", "column", "value", "shown"].map(|name| say(language, &format!("report-csv-{name}"))));
    if let Some(notice) = &document.notice {
        csv.line([guarded(notice), String::new(), String::new(), String::new(), String::new()]);
    }
    for table in document.tables() {
        let columns = table.columns();
        for row in &table.rows {
            let Some(name) = row.first() else { continue };
            for (label, cell) in columns.iter().skip(1).filter_map(|column| Some((&column.label, column.cell(row)?))) {
                // A signed number is a number; only words can be a formula.
                let (value, text) = match cell.number {
                    Some(number) => (bare(number), cell.text.clone()),
                    None => (String::new(), guarded(&cell.text)),
                };
                csv.line([guarded(&table.caption), guarded(&name.text), guarded(label), value, text]);
            }
        }
        for note in &table.notes {
            let label = say(language, "report-csv-note");
            csv.line([guarded(&table.caption), String::new(), label, String::new(), guarded(note)]);
        }
    }
    csv.into_bytes()
}

/// The closed answers, one response a line, for staff who work on with them. Not for publication.
///
/// What could tell persons apart beyond their answers is left out: no identifier, no day, no open text. The lines are sorted by
/// their content, so that their order says nothing of when they came; a channel with fewer than `threshold` responses is not named,
/// nor is the next smallest where those not named would still be fewer: the report tells how many came by each channel.
pub fn responses_csv(form: &Form, layout: &Layout, rows: &[AnswerRow<'_>], threshold: u64, language: &Language) -> Vec<u8> {
    let mut by_channel: BTreeMap<&str, u64> = BTreeMap::new();
    for row in rows {
        *by_channel.entry(row.channel).or_default() += 1;
    }
    let unnamed = few_channels(&by_channel, threshold);
    let channel_of = |row: &AnswerRow<'_>| {
        let named = !unnamed.contains(row.channel);
        let key = if named { format!("channel-{}", row.channel) } else { "report-csv-channel-few".to_owned() };
        say(language, &key)
    };
    let mut lines: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            let answers = layout.fields.iter().map(|field| shown(form, field, field.read(row.closed), language));
            std::iter::once(channel_of(row)).chain(answers).collect()
        })
        .collect();
    lines.sort_unstable();
    let mut csv = Csv::new();
    let names = layout.fields.iter().map(|field| guarded(&name_of(form, field, language)));
    csv.line(std::iter::once(say(language, "report-csv-channel")).chain(names));
    for line in lines {
        csv.line(line);
    }
    csv.into_bytes()
}

/// The channels that are not named: together none or at least `threshold` responses, where there are so many.
fn few_channels<'a>(by_channel: &BTreeMap<&'a str, u64>, threshold: u64) -> BTreeSet<&'a str> {
    let mut order: Vec<(u64, &str)> = by_channel.iter().map(|(channel, count)| (*count, *channel)).collect();
    order.sort_unstable();
    let mut together = 0;
    let joins = |(count, _): &(u64, &str)| {
        let joins = *count < threshold || (1..threshold).contains(&together);
        together += count;
        joins
    };
    order.into_iter().take_while(joins).map(|(_, channel)| channel).collect()
}

/// The heading of a field's column: its words, and its code in brackets.
fn name_of(form: &Form, field: &Field, language: &Language) -> String {
    let fallback = form.fallback();
    let Some(question) = question_of(form, field) else { return field.code.to_string() };
    let asked = question.text.get(language, fallback);
    let words = match (&field.kind, &question.kind) {
        (FieldKind::Option(at), Kind::MultipleChoice { choices, .. }) => {
            choices.get(*at).map(|choice| format!("{asked} – {}", choice.label.get(language, fallback)))
        }
        (_, Kind::Matrix { items, .. }) => items.iter().find_map(|item| {
            let text = item.text.get(language, fallback);
            let of_importance = item.importance_code().as_ref() == Some(&field.code);
            let importance = of_importance.then(|| say_with(language, "report-csv-importance", &[("item", text.into())]));
            importance.or_else(|| (item.code == field.code).then(|| text.to_owned()))
        }),
        _ => Some(asked.to_owned()),
    };
    format!("{} ({})", words.unwrap_or_default(), field.code)
}

fn question_of<'a>(form: &'a Form, field: &Field) -> Option<&'a Question> {
    form.pages.get(field.place.0)?.questions.get(field.place.1)
}

/// An answer as the file says it: the scale's number, the choice's label, 1 or 0 for an option, the reason for none.
fn shown(form: &Form, field: &Field, value: Value, language: &Language) -> String {
    let given = match value {
        Value::Blank => return String::new(),
        Value::DontKnow => return say(language, "report-csv-dont-know"),
        Value::NotApplicable => return say(language, "report-csv-not-applicable"),
        Value::NotAsked => return say(language, "report-csv-not-asked"),
        Value::Given(given) => given,
    };
    match (&field.kind, question_of(form, field).map(|question| &question.kind)) {
        (FieldKind::Choice, Some(Kind::SingleChoice { choices })) => {
            let label = |choice: &Choice| guarded(choice.label.get(language, form.fallback()));
            choices.iter().find(|choice| i64::from(choice.value) == given).map_or_else(|| given.to_string(), label)
        }
        _ => given.to_string(),
    }
}

/// A number with a decimal comma, without separators.
fn bare(number: Number) -> String {
    match number {
        Number::Count(count) => count.to_string(),
        Number::Share(value) | Number::Points(value) | Number::Real(value) => {
            let text = format!("{value:.6}");
            text.trim_end_matches('0').trim_end_matches('.').replace('.', ",")
        }
    }
}

/// A text that a spreadsheet cannot take for a formula.
pub fn guarded(text: &str) -> String {
    let text: String =
        text.chars().filter(|c| !c.is_control() || *c == '\n').map(|c| if c == '\u{a0}' { ' ' } else { c }).collect();
    // A no-break space before a sign would be trimmed by some programs.
    let first = text.trim_start().chars().next();
    if matches!(first, Some('=' | '+' | '-' | '@' | '\u{ff1d}' | '\u{ff0b}' | '\u{ff0d}' | '\u{ff20}')) {
        format!("'{text}")
    } else {
        text
    }
}

/// Lines of quoted fields.
pub struct Csv {
    text: String,
}

impl Csv {
    /// No line yet.
    #[allow(clippy::new_without_default, reason = "a file without a heading is none")]
    pub fn new() -> Self {
        Self { text: BOM.to_owned() }
    }

    /// Adds a line.
    pub fn line(&mut self, fields: impl IntoIterator<Item = String>) {
        for (at, field) in fields.into_iter().enumerate() {
            if at > 0 {
                self.text.push(';');
            }
            if field.contains(['"', ';', '\n', '\r']) {
                self.text.push('"');
                self.text.push_str(&field.replace('"', "\"\""));
                self.text.push('"');
            } else {
                self.text.push_str(&field);
            }
        }
        self.text.push_str("\r\n");
    }

    /// The file.
    pub fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Align, Block, Cell, Table};
    use super::*;
    use crate::form::{Page, Presentation, Role};
    use crate::text::{Code, Texts};

    fn code(text: &str) -> Code {
        Code::parse(text).unwrap()
    }

    fn italian(text: &str) -> Texts {
        Texts::one(Language::italian(), text)
    }

    fn question(name: &str, text: &str, kind: Kind) -> Question {
        Question {
            code: code(name),
            text: italian(text),
            hint: Texts::default(),
            role: Role::Profile,
            factor: None,
            required: false,
            show_if: None,
            kind,
        }
    }

    fn choice(name: &str, value: u8, label: &str) -> Choice {
        Choice { code: code(name), value, label: italian(label), exclusive: false }
    }

    fn form() -> Form {
        let choices = vec![choice("yes", 1, "Sì; certo"), choice("no", 2, "=No")];
        let needs = vec![choice("hours", 1, "Orari"), choice("web", 2, "Web")];
        let questions = vec![
            question("age", "Età", Kind::Number { least: 0, most: 120 }),
            question("again", "Tornerà?", Kind::SingleChoice { choices }),
            question("need", "Che cosa serve?", Kind::MultipleChoice { choices: needs, at_most: None }),
            question("words", "Altro?", Kind::OpenText { most_characters: 100 }),
        ];
        Form {
            code: code("trial"),
            languages: vec![Language::italian()],
            title: italian("Prova"),
            introduction: Texts::default(),
            thanks: Texts::default(),
            minutes: 1,
            presentation: Presentation::OnePage,
            factors: Vec::new(),
            scales: Vec::new(),
            pages: vec![Page { code: code("one"), title: Texts::default(), show_if: None, questions }],
        }
    }

    fn record(layout: &Layout, values: [Value; 4]) -> Vec<u8> {
        let mut bytes = layout.empty();
        for (field, value) in layout.fields.iter().zip(values) {
            field.write(value, &mut bytes);
        }
        bytes
    }

    #[test]
    fn answers_come_without_order_and_without_small_channels() {
        let form = form();
        let layout = Layout::of(&form);
        let old = record(&layout, [Value::Given(80), Value::Given(1), Value::Given(1), Value::Given(0)]);
        let young = record(&layout, [Value::Given(20), Value::DontKnow, Value::NotAsked, Value::Blank]);
        let web = AnswerRow { closed: &old, channel: "web" };
        let phone = AnswerRow { closed: &young, channel: "phone" };
        let italian = Language::italian();
        let kiosk = AnswerRow { closed: &young, channel: "kiosk" };
        let made = responses_csv(&form, &layout, &[web, phone, kiosk, web], 2, &italian);
        assert_eq!(made, responses_csv(&form, &layout, &[kiosk, phone, web, web], 2, &italian), "the order of arrival shows");
        let text = String::from_utf8(made).unwrap();
        assert!(text.starts_with("\u{feff}Canale;Età (age);Tornerà? (again);Che cosa serve? – Orari (need_hours);"), "{text}");
        assert_eq!(text.matches("\r\naltri canali;20;non so;non chiesto;").count(), 2, "{text}");
        assert_eq!(text.matches("web;80;\"Sì; certo\";1;0\r\n").count(), 2, "{text}");
        assert!(!text.contains("Altro?"), "open texts are not microdata");
    }

    #[test]
    fn a_channel_that_is_not_named_is_not_alone() {
        let few =
            |counts: &[(&'static str, u64)]| few_channels(&counts.iter().copied().collect(), 5).into_iter().collect::<Vec<_>>();
        assert_eq!(
            few(&[("email", 1), ("kiosk", 9), ("web", 90)]),
            ["email", "kiosk"],
            "the report says that one came by e-mail"
        );
        assert_eq!(few(&[("email", 3), ("kiosk", 2), ("web", 90)]), ["email", "kiosk"]);
        assert_eq!(few(&[("email", 5), ("kiosk", 9)]), Vec::<&str>::new());
        assert_eq!(few(&[("email", 1), ("kiosk", 2)]), ["email", "kiosk"]);
    }

    #[test]
    fn a_label_that_begins_like_a_formula_is_kept_from_being_one() {
        let form = form();
        let layout = Layout::of(&form);
        let no = record(&layout, [Value::Blank, Value::Given(2), Value::Given(0), Value::Given(0)]);
        let text = responses_csv(&form, &layout, &[AnswerRow { closed: &no, channel: "web" }], 1, &Language::italian());
        assert!(String::from_utf8(text).unwrap().contains(";'=No;"));
    }

    #[test]
    fn tables_are_figures_a_spreadsheet_reads() {
        let row = vec![
            Cell::text("=cmd|'/c calc'!A0"),
            Cell::number("66\u{a0}%", Number::Share(0.6567)),
            Cell::number("+3,6 aumento", Number::Points(3.6)).with("esito", Cell::text("aumento")),
        ];
        let table = Table {
            caption: "Esiti".to_owned(),
            header: ["Voce", "Quota", "Variazione"].map(str::to_owned).to_vec(),
            align: vec![Align::Left, Align::Right, Align::Right],
            rows: vec![row],
            notes: vec!["n = 214".to_owned()],
        };
        let document = Document {
            language: Language::italian(),
            title: String::new(),
            subtitle: Vec::new(),
            notice: None,
            made_on: chrono::NaiveDate::MIN,
            blocks: vec![Block::Table(table)],
        };
        let text = String::from_utf8(tables_csv(&document)).unwrap();
        assert_eq!(
            text,
            "\u{feff}tabella;riga;colonna;valore;come mostrato\r\n\
             Esiti;'=cmd|'/c calc'!A0;Quota;0,6567;66\u{a0}%\r\n\
             Esiti;'=cmd|'/c calc'!A0;Variazione;3,6;+3,6 aumento\r\n\
             Esiti;'=cmd|'/c calc'!A0;Variazione: esito;;aumento\r\n\
             Esiti;;nota;;n = 214\r\n"
        );
    }
}
