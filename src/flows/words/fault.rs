//! A mistake in a file, in words: the message, the line with its caret, and the hint.

use crate::config::ConfigError;
use crate::fault::{Fault, Said, Value};
use crate::language::{Argument, say, say_with};
use crate::text::Language;

/// A sentence that was kept as data.
pub fn said_in_words(language: &Language, said: &Said) -> String {
    let argument = |value: &Value| match value {
        Value::Text(text) => Argument::Text(text.clone()),
        Value::Count(count) => Argument::Count(*count),
        Value::Key(key) => Argument::Text(say(language, key)),
    };
    let arguments: Vec<(&str, Argument)> = said.values.iter().map(|(name, value)| (*name, argument(value))).collect();
    say_with(language, said.key, &arguments)
}

/// A mistake with its line, a caret under the place, and the hint.
pub fn fault_in_words(language: &Language, fault: &Fault) -> String {
    let Fault { file, line, column, source, .. } = fault;
    let (message, hint) = (said_in_words(language, &fault.message), said_in_words(language, &fault.hint));
    let gutter = " ".repeat(line.to_string().len());
    // A tab before the caret stays a tab, so that the caret stands under its place.
    let indent: String = source.chars().take(column - 1).map(|c| if c == '\t' { '\t' } else { ' ' }).collect();
    let carets = "^".repeat(fault.width);
    format!("{file}:{line}:{column}: {message}\n{gutter} |\n{line} | {source}\n{gutter} | {indent}{carets}\n{gutter} = {hint}")
}

/// Several mistakes, one after the other.
pub fn faults_in_words(language: &Language, faults: &[Fault]) -> String {
    faults.iter().map(|fault| fault_in_words(language, fault)).collect::<Vec<_>>().join("\n\n")
}

/// Why there are no settings.
pub fn config_error_in_words(language: &Language, error: &ConfigError) -> String {
    match error {
        ConfigError::Unreadable(path, reason) => {
            let message = said_in_words(language, &Said::new("fault-unreadable").with("reason", reason));
            format!("{}: {message} {}", path.display(), say(language, "fault-hint-unreadable"))
        }
        ConfigError::Faults(faults) => faults_in_words(language, faults),
        ConfigError::Environment(variable, message, hint) => {
            format!("{variable}: {} {}", said_in_words(language, message), said_in_words(language, hint))
        }
    }
}

/// Message and hint in English, for tests; they are there in the other languages too and lack no value.
#[cfg(test)]
pub(crate) fn english(fault: &Fault) -> (String, String) {
    let sentence = |said: &Said| {
        for language in crate::language::complete() {
            let words = said_in_words(language, said);
            assert!(words != said.key && !words.contains("{$"), "{language}: {said:?}");
        }
        said_in_words(&Language::english(), said)
    };
    (sentence(&fault.message), sentence(&fault.hint))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_caret_stands_under_the_mistake() {
        let text = "a = 1\n\tperché = \"x\"\n";
        let at = text.find("\"x\"").unwrap();
        let fault = Fault::at("f.toml", text, at..at + 3, Said::new("fault-not-a-code").with("typed", "x"), "fault-hint-once");
        let expected = "f.toml:2:11: `x` non è un codice valido.\n  |\n2 | \tperché = \"x\"\n  | \t         ^^^\n  = Lo lasci una volta sola.";
        assert_eq!(fault_in_words(&Language::italian(), &fault), expected);
        assert!(fault_in_words(&Language::english(), &fault).ends_with("= Keep it once."));
    }

    #[test]
    fn words_within_words_are_in_the_same_language() {
        let words = faults_in_words(&Language::italian(), &crate::form::parse("f.toml", "code = 5\n").unwrap_err());
        assert!(words.contains("`code` dev'essere un testo fra virgolette doppie: qui c'è un numero intero."), "{words}");
    }
}
