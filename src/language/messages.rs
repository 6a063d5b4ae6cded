//! The messages of a fluent text: which values each takes, and which numbers it tells apart.

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Resource, VariantKey};
use fluent_syntax::parser::{ParserError, parse_runtime};
use std::ops::Range;

/// A text as it was read: its messages, the names of its terms, and what could not be read.
pub(super) struct Messages<'t> {
    /// The messages in their order.
    pub(super) all: Vec<Message<'t>>,
    /// The names of the terms, without their dash.
    pub(super) terms: Vec<&'t str>,
    /// Where the text is none of fluent.
    pub(super) mistakes: Vec<ParserError>,
}

/// A message. Every part is a piece of the text that was read, so that [`place_of`] finds it again.
#[derive(Default)]
pub(super) struct Message<'t> {
    /// Its key.
    pub(super) key: &'t str,
    /// Whether it says nothing.
    pub(super) empty: bool,
    /// The values put in, as often as they stand there.
    pub(super) values: Vec<&'t str>,
    /// Where the phrase depends on a value.
    pub(super) choices: Vec<Choice<'t>>,
    /// Other messages, terms (with their dash taken off) and functions that are named.
    pub(super) named: Vec<Named<'t>>,
}

/// A phrase that depends on a value.
pub(super) struct Choice<'t> {
    /// The value; "" where it is something else.
    pub(super) value: &'t str,
    /// What is told apart: `one`, `few`, `other`, or a number itself.
    pub(super) cases: Vec<&'t str>,
}

/// What a message names besides values.
#[derive(Clone, Copy)]
pub(super) enum Named<'t> {
    Message(&'t str),
    Term(&'t str),
    Function(&'t str),
}

/// Reads a text; what can be read of it, where it has mistakes.
pub(super) fn read(text: &str) -> Messages<'_> {
    let (resource, mistakes): (Resource<&str>, _) = match parse_runtime(text) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, mistakes)) => (resource, mistakes),
    };
    let mut read = Messages { all: Vec::new(), terms: Vec::new(), mistakes };
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let mut found = Message { key: message.id.name, empty: message.value.is_none(), ..Message::default() };
                message.value.iter().for_each(|pattern| found.look_at(pattern));
                read.all.push(found);
            }
            Entry::Term(term) => read.terms.push(term.id.name),
            _ => {}
        }
    }
    read
}

/// Where a piece of a text stands in it.
pub(super) fn place_of(text: &str, piece: &str) -> Range<usize> {
    let start = (piece.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    start..start + piece.len()
}

impl<'t> Message<'t> {
    fn look_at(&mut self, pattern: &Pattern<&'t str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.look_into(expression);
            }
        }
    }

    fn look_into(&mut self, expression: &Expression<&'t str>) {
        match expression {
            Expression::Inline(inline) => self.note(inline),
            Expression::Select { selector, variants } => {
                self.note(selector);
                let value = if let InlineExpression::VariableReference { id } = selector { id.name } else { "" };
                let cases = variants.iter().map(|variant| match &variant.key {
                    VariantKey::Identifier { name } => *name,
                    VariantKey::NumberLiteral { value } => *value,
                });
                self.choices.push(Choice { value, cases: cases.collect() });
                variants.iter().for_each(|variant| self.look_at(&variant.value));
            }
        }
    }

    fn note(&mut self, inline: &InlineExpression<&'t str>) {
        match inline {
            InlineExpression::VariableReference { id } => self.values.push(id.name),
            InlineExpression::MessageReference { id, .. } => self.named.push(Named::Message(id.name)),
            InlineExpression::TermReference { id, arguments, .. } => {
                self.named.push(Named::Term(id.name));
                arguments.iter().for_each(|arguments| self.note_all(arguments));
            }
            InlineExpression::FunctionReference { id, arguments } => {
                self.named.push(Named::Function(id.name));
                self.note_all(arguments);
            }
            InlineExpression::Placeable { expression } => self.look_into(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn note_all(&mut self, arguments: &CallArguments<&'t str>) {
        arguments.positional.iter().for_each(|argument| self.note(argument));
        arguments.named.iter().for_each(|argument| self.note(&argument.value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_tells_its_values_and_the_numbers_it_tells_apart() {
        let text = "a = { $count ->\n    [1] one\n    [few] { $count } of { $all }\n   *[other] { b }\n}\nb = { -c } { NUMBER($n) }\n-c = C\n";
        let read = read(text);
        let [a, b] = &read.all[..] else { panic!("two messages") };
        assert_eq!((a.key, a.values.as_slice()), ("a", ["count", "count", "all"].as_slice()));
        assert_eq!((a.choices[0].value, a.choices[0].cases.as_slice()), ("count", ["1", "few", "other"].as_slice()));
        assert!(
            matches!(a.named[..], [Named::Message("b")]) && matches!(b.named[..], [Named::Term("c"), Named::Function("NUMBER")])
        );
        assert_eq!((b.values.as_slice(), read.terms.as_slice()), (["n"].as_slice(), ["c"].as_slice()));
        assert_eq!(&text[place_of(text, a.values[2])], "all");
    }
}
