//! `ascolto languages`.

use super::Stop;
use super::terminal::{complete_language, refused, terminal_language};
use crate::language::{built_in, list, say, say_with, template};
use crate::text::Language;

/// Lists the languages of the program, or writes the file from which a further one is translated.
#[derive(clap::Args)]
pub struct Languages {
    /// Write the texts to translate into the language of this code, such as `ro`, on standard output.
    #[arg(long, value_name = "CODE", value_parser = language_code)]
    template: Option<Language>,
    /// The language to translate from (`it`, `en`); else that of the terminal.
    #[arg(long, value_name = "CODE", requires = "template", value_parser = complete_language)]
    from: Option<Language>,
}

impl Languages {
    /// Runs the command.
    pub fn run(self) -> Result<(), Stop> {
        let reader = terminal_language();
        let Some(wanted) = self.template else {
            let known: Vec<String> = built_in().iter().map(|own| format!("{} ({own})", say(own, "language-name"))).collect();
            println!("{}", say_with(&reader, "languages-built-in", &[("languages", list(&reader, &known).into())]));
            println!("{}", say(&reader, "languages-add"));
            return Ok(());
        };
        if built_in().contains(&wanted) {
            return Err(refused("languages-there-already", &[]));
        }
        print!("{}", template(&wanted, &self.from.unwrap_or_else(|| reader.clone()), &reader));
        Ok(())
    }
}

fn language_code(typed: &str) -> Result<Language, String> {
    Language::parse(typed).ok_or_else(|| say(&terminal_language(), "languages-code"))
}
