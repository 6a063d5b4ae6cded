//! The poster that hangs at the desk, and the leaflets that go with the post: an invitation and a QR code.

use super::fonts::can_draw;
use super::legible::Care;
use super::{PrintError, Template, code, typeset};
use crate::language::{Argument, date, day_and_month, say, say_with};
use crate::text::Language;
use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

/// What a poster tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Poster {
    /// The name of the body.
    pub body: String,
    /// The name of the office that asks.
    pub office: String,
    /// Where the questionnaire is.
    pub address: String,
    /// How long answering takes.
    pub minutes: u8,
    /// The first and the last day of answering.
    pub days: (NaiveDate, NaiveDate),
    /// The day it is made.
    pub made_on: NaiveDate,
    /// The languages, the first one first; at least one.
    pub languages: Vec<Language>,
    /// How large.
    pub size: PosterSize,
    /// Whether it invites to a survey that is made up.
    pub simulated: bool,
}

/// How much of an A4 sheet it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PosterSize {
    /// All of it.
    A4,
    /// A quarter: four alike on a sheet, to be cut.
    A6,
}

impl PosterSize {
    /// Every size.
    pub const ALL: [Self; 2] = [Self::A4, Self::A6];

    /// Its code in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::A6 => "a6",
        }
    }
}

/// Whether the texts of a poster are there in a language, else they would be Italian under another name; and the typefaces have
/// its letters.
pub fn poster_speaks(language: &Language) -> bool {
    let heading = |language| say(language, "poster-heading");
    let own = heading(language);
    let can_be_set = own.chars().all(|letter| !letter.is_alphanumeric() || can_draw(letter));
    can_be_set && (*language == Language::italian() || own != heading(&Language::italian()))
}

/// The poster as a tagged PDF of one A4 page.
///
/// # Errors
/// When it could not be set: a fault of the program.
pub fn poster(poster: &Poster) -> Result<Vec<u8>, PrintError> {
    let data = data(poster)?;
    let set = |care| typeset(Template::Poster, &data, poster.made_on, care);
    let printed = set(Care::Usual).or_else(|_| set(Care::Utmost));
    comemo::evict(0);
    printed
}

/// What the template shows.
fn data(poster: &Poster) -> Result<Value, PrintError> {
    let first = poster.languages.first().cloned().unwrap_or_else(Language::italian);
    let told: Vec<Value> = poster.languages.iter().map(|language| words(poster, language)).collect();
    let notices: Vec<String> = poster.languages.iter().map(|language| say(language, "poster-simulated")).collect();
    Ok(json!({
        "language": first,
        "title": format!("{} – {}, {}", say(&first, "poster-heading"), poster.body, poster.office),
        "body": poster.body,
        "office": poster.office,
        "address": poster.address,
        // Every browser takes an address without it for a safe one; without safety it must be typed.
        "short_address": poster.address.strip_prefix("https://").unwrap_or(&poster.address),
        "code": code::picture(&poster.address)?,
        "alternative": say_with(&first, "poster-code", &[("address", poster.address.as_str().into())]),
        "languages": told,
        "notices": if poster.simulated { notices } else { Vec::new() },
        "leaflets": poster.size == PosterSize::A6,
    }))
}

/// The invitation in one language.
fn words(poster: &Poster, language: &Language) -> Value {
    json!({
        "code": language,
        "name": say(language, "language-name"),
        "heading": say(language, "poster-heading"),
        "invitation": say_with(language, "poster-invitation", &[("count", u64::from(poster.minutes).into())]),
        "when": when(poster, language),
        "scan": say(language, "poster-scan"),
    })
}

/// Until when; and from when, where that is still to come.
fn when(poster: &Poster, language: &Language) -> String {
    let (from, to) = poster.days;
    // A date stays on one line.
    let whole = |day: String| Argument::from(day.replace(' ', "\u{a0}"));
    let last = ("to", whole(date(language, to)));
    if from <= poster.made_on {
        return say_with(language, "poster-until", &[last]);
    }
    let first = if from.year() == to.year() { day_and_month(language, from) } else { date(language, from) };
    say_with(language, "poster-period", &[("from", whole(first)), last])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{add_language, read_texts, template};

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2027, month, day).unwrap()
    }

    fn example(languages: &[&str], size: PosterSize) -> Poster {
        Poster {
            body: "Provincia di Prova".to_owned(),
            office: "URP – Ufficio Relazioni con il Pubblico".to_owned(),
            address: "https://ascolto.provincia.example.it/q/urp_2027".to_owned(),
            minutes: 3,
            days: (day(3, 1), day(3, 31)),
            made_on: day(3, 2),
            languages: languages.iter().map(|code| Language::parse(code).unwrap()).collect(),
            size,
            simulated: false,
        }
    }

    /// What can be copied from a PDF, where poppler's `pdftotext` is installed.
    fn text_of(printed: &[u8]) -> Option<String> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("poster.pdf");
        std::fs::write(&file, printed).unwrap();
        let told = std::process::Command::new("pdftotext").arg(&file).arg("-").output();
        let told = told.map_err(|error| crate::absent::skip("pdftotext", &error.to_string())).ok()?;
        Some(String::from_utf8(told.stdout).unwrap())
    }

    /// Words without what the breaking of lines makes of them.
    fn in_a_line(text: &str) -> String {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_poster_is_tagged_titled_in_its_language_and_tells_what_the_code_is() {
        let printed = poster(&example(&["it"], PosterSize::A4)).unwrap();
        let text = String::from_utf8_lossy(&printed);
        for needed in ["/MarkInfo", "/StructTreeRoot", "pdfuaid:part", "pdfaid:part", "/Lang(it)", "Provincia di Prova, URP"] {
            assert!(text.contains(needed), "{needed} is missing");
        }
        let told = data(&example(&["de"], PosterSize::A4)).unwrap();
        assert_eq!(
            told["alternative"],
            "QR-Code, der den Fragebogen unter https://ascolto.provincia.example.it/q/urp_2027 öffnet"
        );
    }

    #[test]
    fn address_last_day_and_every_language_can_be_read_on_one_page_in_both_sizes() {
        for size in PosterSize::ALL {
            let Some(text) = text_of(&poster(&example(&["it", "en", "de"], size)).unwrap()) else { return };
            let told = in_a_line(&text);
            let copies = if size == PosterSize::A6 { 4 } else { 1 };
            assert_eq!(told.matches("ascolto.provincia.example.it/q/urp_2027").count(), copies, "{told}");
            for words in ["Provincia di Prova", "31 marzo 2027", "31 March 2027", "31. März 2027", "3 Minuten", "are anonymous"]
            {
                assert_eq!(told.matches(words).count(), copies, "{words}: {told}");
            }
            assert_eq!(text.matches('\u{c}').count(), 1, "one page");
            assert!(!told.contains("inventate"));
        }
    }

    #[test]
    fn a_made_up_survey_is_said_to_be_one_in_every_language() {
        let simulated = Poster { simulated: true, ..example(&["it", "en"], PosterSize::A4) };
        let Some(text) = text_of(&poster(&simulated).unwrap()) else { return };
        let told = in_a_line(&text);
        assert!(told.contains("rilevazione e risposte sono inventate") && told.contains("answers are made up"), "{told}");
    }

    #[test]
    fn before_the_first_day_the_poster_tells_it_too() {
        let early = Poster { made_on: day(2, 20), ..example(&["it"], PosterSize::A4) };
        let italian = Language::italian();
        assert_eq!(when(&early, &italian), "Può rispondere dal 1º\u{a0}marzo al 31\u{a0}marzo\u{a0}2027");
        assert_eq!(when(&example(&["it"], PosterSize::A4), &italian), "Può rispondere fino al 31\u{a0}marzo\u{a0}2027");
    }

    #[test]
    fn an_address_without_safety_is_shown_whole() {
        let plain = Poster { address: "http://localhost:8080/q/urp".to_owned(), ..example(&["it"], PosterSize::A4) };
        assert_eq!(data(&plain).unwrap()["short_address"], "http://localhost:8080/q/urp");
    }

    #[test]
    fn long_names_and_a_long_address_stay_on_one_page() {
        for size in PosterSize::ALL {
            let long = Poster {
                body: "Libero Consorzio Comunale e Città Metropolitana della Provincia Autonoma ".repeat(2),
                office: "Dienststelle für Öffentlichkeitsarbeit, Bürgerbeteiligung und Verwaltungsvereinfachung".to_owned(),
                address: format!("https://servizi-al-cittadino.{}.example.it/q/soddisfazione_2027", "provincia".repeat(9)),
                simulated: true,
                ..example(&["de", "it", "en"], size)
            };
            let Some(text) = text_of(&poster(&long).unwrap()) else { return };
            assert_eq!(text.matches('\u{c}').count(), 1, "{text}");
        }
    }

    #[test]
    fn a_language_without_the_texts_is_not_spoken() {
        let speaks = |code: &str| poster_speaks(&Language::parse(code).unwrap());
        assert!(speaks("it") && speaks("en") && speaks("de") && !speaks("zz"));
    }

    /// Adds a language whose poster has these words.
    fn add(code: &str, heading: &str) {
        let (language, english) = (Language::parse(code).unwrap(), Language::english());
        let text = template(&language, &english, &english);
        let text = text.replace("poster-heading = Tell us how it went", &format!("poster-heading = {heading}"));
        add_language(&read_texts(&language, &[("f.ftl".to_owned(), text)]).language.unwrap());
    }

    #[test]
    fn a_poster_runs_from_right_to_left_and_letters_that_no_typeface_has_make_none() {
        add("fa", "به ما بگویید چطور بود");
        add("ja", "ご意見をお聞かせください");
        assert!(poster_speaks(&Language::parse("fa").unwrap()) && !poster_speaks(&Language::parse("ja").unwrap()));
        for languages in [&["fa"][..], &["it", "fa"]] {
            let set = poster(&example(languages, PosterSize::A4)).unwrap();
            assert!(String::from_utf8_lossy(&set).contains("/Lang(fa)"), "{languages:?}");
            if let Some(folder) = std::env::var_os("ASCOLTO_LOOK") {
                std::fs::write(std::path::Path::new(&folder).join(format!("poster-{}.pdf", languages.join("-"))), &set).unwrap();
            }
            let Some(text) = text_of(&set) else { return };
            assert!(!text.contains('?') && !text.contains('\u{fffd}'), "{text}");
        }
    }
}
