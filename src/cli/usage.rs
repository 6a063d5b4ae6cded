//! A command line that cannot be understood, in the terminal's language. What is not told here, clap tells in English, as it
//! does the instructions of `--help`.

use crate::language::{Argument, say, say_with};
use crate::text::Language;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error;
use std::num::ParseIntError;

/// What is wrong, what was perhaps meant, and how the command is written.
pub fn usage_in_words(language: &Language, error: &clap::Error) -> String {
    let Some(mistake) = mistake(language, error) else { return error.render().to_string() };
    let mut lines = vec![mistake];
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    if let Some(suggestion) = suggested.into_iter().find_map(|kind| error.get(kind)) {
        lines.push(say_with(language, "usage-did-you-mean", &[("suggestion", suggestion.to_string().into())]));
    }
    if let Some(usage) = error.get(ContextKind::Usage) {
        let usage = usage.to_string();
        let usage = usage.trim().trim_start_matches("Usage:").trim();
        lines.push(say_with(language, "usage-written", &[("usage", usage.into())]));
    }
    lines.push(say(language, "usage-help"));
    lines.join("\n")
}

fn mistake(language: &Language, error: &clap::Error) -> Option<String> {
    let told = |kind| error.get(kind).map(ContextValue::to_string);
    let argument = || told(ContextKind::InvalidArg);
    let with = |key: &str, values: &[(&str, String)]| {
        let values: Vec<(&str, Argument)> = values.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        Some(say_with(language, key, &values))
    };
    match error.kind() {
        ErrorKind::UnknownArgument => with("usage-unknown-argument", &[("argument", argument()?)]),
        ErrorKind::InvalidSubcommand => with("usage-unknown-command", &[("command", told(ContextKind::InvalidSubcommand)?)]),
        ErrorKind::MissingRequiredArgument => with("usage-missing", &[("arguments", argument()?)]),
        ErrorKind::ArgumentConflict => {
            let (argument, other) = (argument()?, told(ContextKind::PriorArg)?);
            if argument == other {
                return with("usage-twice", &[("argument", argument)]);
            }
            with("usage-conflict", &[("argument", argument), ("other", other)])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let (argument, value) = (argument()?, told(ContextKind::InvalidValue)?);
            if value.is_empty() {
                return with("usage-no-value", &[("argument", argument)]);
            }
            let values = [("argument", argument), ("value", value), ("reason", reason(language, error)?)];
            with("usage-wrong-value", &values)
        }
        _ => None,
    }
}

/// Our own parsers speak the terminal's language already.
fn reason(language: &Language, error: &clap::Error) -> Option<String> {
    let source = error.source()?;
    let no_number = source.downcast_ref::<ParseIntError>().is_some();
    Some(if no_number { say(language, "usage-number") } else { source.to_string() })
}
