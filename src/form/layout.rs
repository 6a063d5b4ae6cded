//! How the closed answers of a form version lie in one byte string: 1, 2 or 4 bytes a field, in order.
//!
//! A stored number is `value - least`; the four highest numbers of the width mean blank, don't know,
//! not applicable and not asked. A multiple choice is one field per option, 0 or 1.

use super::{Form, Kind, Question, Role};
use crate::text::Code;

/// What was answered in one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// A value: a scale value, a choice's value, 0 or 1 for an option, a number.
    Given(i64),
    /// Asked, left blank.
    Blank,
    /// "Non so".
    DontKnow,
    /// "Non applicabile".
    NotApplicable,
    /// The routing did not show it.
    NotAsked,
}

/// The bytes of one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // The names say it.
pub enum Width {
    One,
    Two,
    Four,
}

/// One stored closed field.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The name of the column: a question, a matrix item, an item's importance, or `question_option`.
    pub code: Code,
    /// The index of the page and of the question in it.
    pub place: (usize, usize),
    /// What the answer is for (an item's importance is [`Role::Importance`]).
    pub role: Role,
    /// The quality factor, for judgements.
    pub factor: Option<Code>,
    /// What values it takes.
    pub kind: FieldKind,
    /// The least value; subtracted before storing.
    pub least: i64,
    /// The greatest value.
    pub most: i64,
    /// Bytes.
    pub width: Width,
    /// Where it begins.
    pub offset: usize,
}

/// What values a field takes.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldKind {
    /// A point of the scale of that code.
    Scale(Code),
    /// The value of one choice of its question.
    Choice,
    /// Option number `n` of its question: 1 chosen, 0 not.
    Option(usize),
    /// A whole number.
    Number,
}

/// An open-text field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextField {
    /// The question's code.
    pub code: Code,
    /// The index of the page and of the question in it.
    pub place: (usize, usize),
    /// The most characters.
    pub most_characters: u32,
}

/// The layout of a form version's answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The closed fields in order.
    pub fields: Vec<Field>,
    /// The open texts in order.
    pub texts: Vec<TextField>,
    /// The length of the byte string.
    pub size_bytes: usize,
}

impl Width {
    fn bytes(self) -> usize {
        match self {
            Self::One => 1,
            Self::Two => 2,
            Self::Four => 4,
        }
    }

    fn top(self) -> u64 {
        match self {
            Self::One => u64::from(u8::MAX),
            Self::Two => u64::from(u16::MAX),
            Self::Four => u64::from(u32::MAX),
        }
    }

    /// The narrowest width whose values leave room for the four codes of "no answer".
    fn for_span(span: u64) -> Self {
        [Self::One, Self::Two].into_iter().find(|width| span + 4 <= width.top()).unwrap_or(Self::Four)
    }
}

impl Field {
    /// Reads this field from a response's bytes; bytes that are too short read as not asked.
    pub fn read(&self, bytes: &[u8]) -> Value {
        let end = self.offset + self.width.bytes();
        let Some(stored) = bytes.get(self.offset..end) else { return Value::NotAsked };
        let stored = stored.iter().fold(0u64, |number, byte| number << 8 | u64::from(*byte));
        match self.width.top() - stored {
            0 => Value::NotAsked,
            1 => Value::Blank,
            2 => Value::DontKnow,
            3 => Value::NotApplicable,
            _ => Value::Given(self.least + i64::try_from(stored).unwrap_or(i64::MAX)),
        }
    }

    /// Writes a value into a response's bytes. `Given` must lie between `least` and `most`; `accept` has seen to it.
    pub fn write(&self, value: Value, bytes: &mut [u8]) {
        let top = self.width.top();
        let stored = match value {
            Value::NotAsked => top,
            Value::Blank => top - 1,
            Value::DontKnow => top - 2,
            Value::NotApplicable => top - 3,
            Value::Given(given) => u64::try_from(given - self.least).unwrap_or(top - 1).min(top - 4),
        };
        let width = self.width.bytes();
        bytes[self.offset..self.offset + width].copy_from_slice(&stored.to_be_bytes()[8 - width..]);
    }
}

impl Layout {
    /// The layout of a form.
    pub fn of(form: &Form) -> Self {
        let mut layout = Self { fields: Vec::new(), texts: Vec::new(), size_bytes: 0 };
        for (page_index, page) in form.pages.iter().enumerate() {
            for (question_index, question) in page.questions.iter().enumerate() {
                layout.add(form, question, (page_index, question_index));
            }
        }
        layout
    }

    /// The field of that code.
    pub fn field(&self, code: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.code.as_str() == code)
    }

    /// A record in which nothing was asked.
    pub fn empty(&self) -> Vec<u8> {
        vec![u8::MAX; self.size_bytes]
    }

    fn add(&mut self, form: &Form, question: &Question, place: (usize, usize)) {
        let Question { code, role, factor, .. } = question;
        match &question.kind {
            Kind::Rating { scale } => self.push_scale(form, code.clone(), scale, *role, factor.clone(), place),
            Kind::SingleChoice { choices } => {
                let least = choices.iter().map(|choice| choice.value).min().unwrap_or(0);
                let most = choices.iter().map(|choice| choice.value).max().unwrap_or(0);
                self.push(code.clone(), FieldKind::Choice, (least.into(), most.into()), *role, factor.clone(), place);
            }
            Kind::MultipleChoice { choices, .. } => {
                for (index, choice) in choices.iter().enumerate() {
                    if let Some(option) = Code::parse(&format!("{code}_{}", choice.code)) {
                        self.push(option, FieldKind::Option(index), (0, 1), *role, factor.clone(), place);
                    }
                }
            }
            Kind::Matrix { scale, items, importance } => {
                for item in items {
                    let factor = item.factor.clone().or_else(|| factor.clone());
                    self.push_scale(form, item.code.clone(), scale, *role, factor.clone(), place);
                    if let (Some(importance), Some(code)) = (importance, item.importance_code()) {
                        self.push_scale(form, code, importance, Role::Importance, factor, place);
                    }
                }
            }
            Kind::Number { least, most } => {
                self.push(code.clone(), FieldKind::Number, (*least, *most), *role, factor.clone(), place);
            }
            Kind::OpenText { most_characters } => {
                self.texts.push(TextField { code: code.clone(), place, most_characters: *most_characters });
            }
            Kind::Note => {}
        }
    }

    fn push_scale(&mut self, form: &Form, code: Code, scale: &Code, role: Role, factor: Option<Code>, place: (usize, usize)) {
        let range = form.scale(scale).map_or((0, 0), |scale| (scale.lowest().into(), scale.highest().into()));
        self.push(code, FieldKind::Scale(scale.clone()), range, role, factor, place);
    }

    fn push(&mut self, code: Code, kind: FieldKind, range: (i64, i64), role: Role, factor: Option<Code>, place: (usize, usize)) {
        let (least, most) = range;
        let width = Width::for_span(most.abs_diff(least));
        self.fields.push(Field { code, place, role, factor, kind, least, most, width, offset: self.size_bytes });
        self.size_bytes += width.bytes();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(least: i64, most: i64) -> Field {
        let width = Width::for_span(most.abs_diff(least));
        Field {
            code: Code::parse("age").unwrap(),
            place: (0, 0),
            role: Role::Profile,
            factor: None,
            kind: FieldKind::Number,
            least,
            most,
            width,
            offset: 1,
        }
    }

    #[test]
    fn every_width_keeps_its_values_and_the_four_kinds_of_no_answer_apart() {
        for (least, most, width) in [(0, 10, 1), (17, 268, 1), (17, 269, 2), (0, 65_531, 2), (-5, 100_000, 4)] {
            let field = field(least, most);
            assert_eq!(field.width.bytes(), width, "{least}..{most}");
            let mut bytes = vec![0; 1 + width];
            let values = [Value::Blank, Value::DontKnow, Value::NotApplicable, Value::NotAsked];
            for value in values.into_iter().chain([Value::Given(least), Value::Given(most)]) {
                field.write(value, &mut bytes);
                assert_eq!(field.read(&bytes), value);
            }
        }
    }

    #[test]
    fn a_record_of_an_older_and_shorter_layout_reads_as_not_asked() {
        assert_eq!(field(0, 10).read(&[]), Value::NotAsked);
    }
}
