//! A form as a workbook in XLSForm.

use super::super::tongue::heading_of;
use crate::form::{
    Choice, Condition, Form, Item, Kind, Operand, Operator, POLARITIES, PRESENTATIONS, Page, Question, ROLES, SYMBOLS, Scale,
};
use crate::text::written::word_of;
use crate::text::{Code, Texts};
use rust_xlsxwriter::{Format, Workbook, XlsxError};

/// The most characters of an open text that says nothing of its length.
const DEFAULT_CHARACTERS: u32 = 1_000;

/// A form as a workbook (XLSX) in XLSForm. Reading it gives the same form.
///
/// # Errors
/// When the workbook cannot be made: a form that is in use has nothing in it that could be the reason. In the words of the library.
pub fn write(form: &Form) -> Result<Vec<u8>, String> {
    workbook(form).map_err(|error| error.to_string())
}

fn workbook(form: &Form) -> Result<Vec<u8>, XlsxError> {
    let writer = Writer { form };
    let mut workbook = Workbook::new();
    for (name, grid) in
        [("survey", writer.survey()), ("choices", writer.choices()), ("settings", writer.settings()), ("ascolto", writer.own())]
    {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name)?;
        sheet.set_freeze_panes(1, 0)?;
        let bold = Format::new().set_bold();
        for (at, heading) in (0_u16..).zip(&grid.headings) {
            sheet.write_string_with_format(0, at, heading.as_str(), &bold)?;
        }
        for (row, cells) in (1_u32..).zip(&grid.rows) {
            for (heading, text) in cells.iter().filter(|(_, text)| !text.is_empty()) {
                let column = grid.headings.iter().position(|own| own == heading).and_then(|at| u16::try_from(at).ok());
                if let Some(column) = column {
                    sheet.write_string(row, column, text.as_str())?;
                }
            }
        }
    }
    workbook.save_to_buffer()
}

/// The cells of a row by the headings of their columns.
type Cells = Vec<(String, String)>;

/// A sheet.
struct Grid {
    headings: Vec<String>,
    rows: Vec<Cells>,
}

fn cell(heading: &str, text: impl Into<String>) -> (String, String) {
    (heading.to_owned(), text.into())
}

fn flag(heading: &str, is: bool) -> Option<(String, String)> {
    is.then(|| cell(heading, "yes"))
}

struct Writer<'f> {
    form: &'f Form,
}

impl Writer<'_> {
    fn headings(&self, columns: &[&str]) -> Vec<String> {
        let each =
            |name: &str| self.form.languages.iter().map(move |language| format!("{name}::{}", heading_of(language))).collect();
        let of = |column: &&str| -> Vec<String> {
            match *column {
                "label" | "hint" => each(column),
                one => vec![one.to_owned()],
            }
        };
        columns.iter().flat_map(of).collect()
    }

    fn texts(&self, column: &str, texts: &Texts) -> Cells {
        texts.iter().map(|(language, text)| (format!("{column}::{}", heading_of(language)), text.to_owned())).collect()
    }

    fn settings(&self) -> Grid {
        let first = self.form.fallback();
        let cells = [
            ("form_title", self.form.title.get(first, first).to_owned()),
            ("form_id", self.form.code.to_string()),
            ("default_language", heading_of(first)),
        ];
        let headings = cells.iter().map(|(heading, _)| (*heading).to_owned()).collect();
        Grid { headings, rows: vec![cells.into_iter().map(|(heading, text)| cell(heading, text)).collect()] }
    }

    fn own(&self) -> Grid {
        let form = self.form;
        let what = |word: &str| cell("ascolto_what", word);
        let texts = [("title", &form.title), ("introduction", &form.introduction), ("thanks", &form.thanks)];
        let mut rows: Vec<Cells> =
            texts.into_iter().map(|(word, texts)| [vec![what(word)], self.texts("label", texts)].concat()).collect();
        rows.push(vec![what("minutes"), cell("ascolto_value", form.minutes.to_string())]);
        let presentation = word_of(&PRESENTATIONS, &form.presentation);
        rows.push(vec![what("presentation"), cell("ascolto_value", presentation)]);
        for factor in &form.factors {
            rows.push([vec![what("factor"), cell("code", factor.code.as_str())], self.texts("label", &factor.label)].concat());
        }
        Grid { headings: self.headings(&["ascolto_what", "code", "ascolto_value", "label"]), rows }
    }

    fn choices(&self) -> Grid {
        let columns = [
            "list_name",
            "name",
            "label",
            "ascolto_value",
            "ascolto_exclusive",
            "ascolto_scale",
            "ascolto_satisfied",
            "ascolto_neutral",
            "ascolto_symbol",
            "ascolto_unlabelled",
            "ascolto_special",
        ];
        let mut rows: Vec<Cells> = self.form.scales.iter().flat_map(|scale| self.scale(scale)).collect();
        for (_, question) in self.form.questions() {
            if let Kind::SingleChoice { choices } | Kind::MultipleChoice { choices, .. } = &question.kind {
                let list = self.list_of(&question.code);
                rows.extend(choices.iter().enumerate().map(|(at, choice)| self.choice(&list, at, choice)));
            }
        }
        Grid { headings: self.headings(&columns), rows }
    }

    /// The list of a question's own choices: no scale has its name.
    fn list_of(&self, question: &Code) -> String {
        if self.form.scale(question).is_some() { format!("{question}_choices_") } else { question.to_string() }
    }

    fn choice(&self, list: &str, at: usize, choice: &Choice) -> Cells {
        let mut cells = vec![cell("list_name", list), cell("name", choice.code.as_str())];
        cells.extend(self.texts("label", &choice.label));
        if usize::from(choice.value) != at + 1 {
            cells.push(cell("ascolto_value", choice.value.to_string()));
        }
        cells.extend(flag("ascolto_exclusive", choice.exclusive));
        cells
    }

    fn scale(&self, scale: &Scale) -> Vec<Cells> {
        let head = |name: &str| {
            let polarity = word_of(&POLARITIES, &scale.polarity);
            vec![cell("list_name", scale.code.as_str()), cell("name", name), cell("ascolto_scale", polarity)]
        };
        let mut rows: Vec<Cells> = Vec::new();
        for point in &scale.points {
            let name = point.value.to_string();
            let mut cells = head(&name);
            if point.label.is_empty() {
                // Programs that show a choice by its label alone would show nothing.
                cells.extend(self.texts("label", &Texts::one(self.form.fallback().clone(), name)));
                cells.extend(flag("ascolto_unlabelled", true));
            }
            cells.extend(self.texts("label", &point.label));
            cells.extend(flag("ascolto_satisfied", point.satisfied));
            cells.extend(flag("ascolto_neutral", point.neutral));
            cells.extend(point.symbol.map(|symbol| cell("ascolto_symbol", word_of(&SYMBOLS, &symbol))));
            rows.push(cells);
        }
        for (word, label) in [("dont_know", &scale.dont_know), ("not_applicable", &scale.not_applicable)] {
            if let Some(label) = label {
                rows.push([head(word), vec![cell("ascolto_special", word)], self.texts("label", label)].concat());
            }
        }
        rows
    }

    fn survey(&self) -> Grid {
        let columns = [
            "type",
            "name",
            "label",
            "hint",
            "required",
            "relevant",
            "constraint",
            "appearance",
            "ascolto_kind",
            "ascolto_code",
            "ascolto_role",
            "ascolto_factor",
            "ascolto_importance",
        ];
        Grid { headings: self.headings(&columns), rows: self.form.pages.iter().flat_map(|page| self.page(page)).collect() }
    }

    fn page(&self, page: &Page) -> Vec<Cells> {
        // A name is best the only one of its kind in the whole survey; questions come first, as conditions name them.
        let taken = |name: &str| self.form.questions().any(|(_, question)| names(question).iter().any(|own| own == name));
        let mut name = page.code.to_string();
        while taken(&name) {
            name = format!("page_{name}");
        }
        let mut head = vec![cell("type", "begin_group"), cell("appearance", "field-list"), cell("ascolto_kind", "page")];
        if name != page.code.as_str() {
            head.push(cell("ascolto_code", page.code.as_str()));
        }
        head.push(cell("name", name));
        head.extend(self.texts("label", &page.title));
        head.extend(self.relevant(page.show_if.as_ref()));
        let questions = page.questions.iter().flat_map(|question| self.question(question));
        [head].into_iter().chain(questions).chain([vec![cell("type", "end_group")]]).collect()
    }

    fn relevant(&self, condition: Option<&Condition>) -> Option<(String, String)> {
        condition.map(|condition| cell("relevant", self.xpath(condition, false)))
    }

    fn question(&self, question: &Question) -> Vec<Cells> {
        if let Kind::Matrix { scale, items, importance } = &question.kind {
            return self.matrix(question, scale, items, importance.as_ref());
        }
        let list = || self.list_of(&question.code);
        let mut cells = match &question.kind {
            Kind::Rating { scale } => vec![cell("type", format!("select_one {scale}")), cell("appearance", "likert")],
            Kind::SingleChoice { .. } => vec![cell("type", format!("select_one {}", list()))],
            Kind::MultipleChoice { choices, at_most } => {
                let alone = choices.iter().filter(|choice| choice.exclusive);
                let alone = alone.map(|choice| format!("not(selected(., '{}') and count-selected(.) > 1)", choice.code));
                let most = at_most.map(|most| format!("count-selected(.) <= {most}"));
                let all: Vec<String> = most.into_iter().chain(alone).collect();
                vec![cell("type", format!("select_multiple {}", list())), cell("constraint", all.join(" and "))]
            }
            Kind::Number { least, most } => {
                vec![cell("type", "integer"), cell("constraint", format!(". >= {least} and . <= {most}"))]
            }
            Kind::OpenText { most_characters: DEFAULT_CHARACTERS } => vec![cell("type", "text")],
            Kind::OpenText { most_characters } => {
                vec![cell("type", "text"), cell("constraint", format!("string-length(.) <= {most_characters}"))]
            }
            Kind::Matrix { .. } | Kind::Note => vec![cell("type", "note")],
        };
        cells.push(cell("name", question.code.as_str()));
        cells.extend(self.worded(question));
        cells.extend(flag("required", question.required));
        vec![cells]
    }

    fn worded(&self, question: &Question) -> Cells {
        let mut cells = [self.texts("label", &question.text), self.texts("hint", &question.hint)].concat();
        cells.extend(self.relevant(question.show_if.as_ref()));
        if question.kind != Kind::Note {
            cells.push(cell("ascolto_role", word_of(&ROLES, &question.role)));
        }
        cells.extend(question.factor.as_ref().map(|factor| cell("ascolto_factor", factor.as_str())));
        cells
    }

    fn matrix(&self, question: &Question, scale: &Code, items: &[Item], importance: Option<&Code>) -> Vec<Cells> {
        let group = |kind: &str, name: &str| {
            let kind = cell("ascolto_kind", kind);
            vec![cell("type", "begin_group"), cell("name", name), cell("appearance", "table-list"), kind]
        };
        let row = |list: &Code, name: &Code, item: &Item| {
            let mut cells = vec![cell("type", format!("select_one {list}")), cell("name", name.as_str())];
            cells.extend(self.texts("label", &item.text));
            cells.extend(flag("required", question.required));
            cells.extend(item.factor.as_ref().map(|factor| cell("ascolto_factor", factor.as_str())));
            cells
        };
        let end = || vec![cell("type", "end_group")];
        let mut head = [group("matrix", question.code.as_str()), self.worded(question)].concat();
        head.extend(importance.map(|list| cell("ascolto_importance", list.as_str())));
        let mut rows = vec![head];
        rows.extend(items.iter().map(|item| row(scale, &item.code, item)));
        rows.push(end());
        if let Some(list) = importance {
            let mut head = group("importance", &format!("{}_importance_", question.code));
            head.extend(self.texts("label", &question.text));
            head.extend(self.relevant(question.show_if.as_ref()));
            rows.push(head);
            rows.extend(items.iter().filter_map(|item| Some(row(list, &item.importance_code()?, item))));
            rows.push(end());
        }
        rows
    }

    /// A condition in XPath, where a comparison with no answer may hold: what is not there is asked about too.
    fn xpath(&self, condition: &Condition, within: bool) -> String {
        let joined = |parts: &[Condition], word: &str| {
            let parts: Vec<String> = parts.iter().map(|part| self.xpath(part, true)).collect();
            let text = parts.join(word);
            if within { format!("({text})") } else { text }
        };
        match condition {
            Condition::And(parts) => joined(parts, " and "),
            Condition::Or(parts) => joined(parts, " or "),
            Condition::Not(part) => format!("not({})", self.xpath(part, false)),
            Condition::Answered { field } if self.is_scale(field) => format!("number(${{{field}}}) >= 0"),
            Condition::Answered { field } => format!("${{{field}}} != ''"),
            Condition::AnyOf { field, operands } if self.is_multiple(field) => {
                let parts = operands.iter().map(|operand| format!("selected(${{{field}}}, '{operand}')"));
                format!("({} or false())", parts.collect::<Vec<_>>().join(" or "))
            }
            Condition::AnyOf { field, operands } => {
                let values: Vec<String> = operands.iter().map(Operand::to_string).collect();
                format!("selected('{}', ${{{field}}})", values.join(" "))
            }
            Condition::Compare { field, operator, operand } => self.comparison(field, *operator, operand),
        }
    }

    fn comparison(&self, field: &Code, operator: Operator, operand: &Operand) -> String {
        let value = match operand {
            Operand::Number(number) => number.to_string(),
            Operand::Choice(code) => format!("'{code}'"),
        };
        let there =
            if self.is_scale(field) { format!("number(${{{field}}}) >= 0") } else { format!("string-length(${{{field}}}) > 0") };
        match (operator, self.is_multiple(field)) {
            (Operator::NotEqual, true) => format!("({there} and not(selected(${{{field}}}, {value})))"),
            (_, true) => format!("selected(${{{field}}}, {value})"),
            (Operator::NotEqual, false) => format!("({there} and ${{{field}}} != {value})"),
            (_, false) => format!("${{{field}}} {operator} {value}"),
        }
    }

    fn kind(&self, field: &Code) -> Option<&Kind> {
        self.form.questions().find(|(_, question)| question.code == *field).map(|(_, question)| &question.kind)
    }

    fn is_multiple(&self, field: &Code) -> bool {
        matches!(self.kind(field), Some(Kind::MultipleChoice { .. }))
    }

    /// Whether "non so" may be the answer: a rating, or an item of a matrix.
    fn is_scale(&self, field: &Code) -> bool {
        matches!(self.kind(field), None | Some(Kind::Rating { .. }))
    }
}

/// Every name that a question takes in the survey sheet.
fn names(question: &Question) -> Vec<String> {
    let mut names = vec![question.code.to_string()];
    if let Kind::Matrix { items, .. } = &question.kind {
        names.extend(
            items
                .iter()
                .flat_map(|item| [Some(item.code.clone()), item.importance_code()])
                .flatten()
                .map(|code| code.to_string()),
        );
        names.push(format!("{}_importance_", question.code));
    }
    names
}
