//! A language that an office adds as a file: read at the start, refused where it is not whole, and a citizen's whole visit in it.

use crate::support::database::on_both_engines;
use crate::support::desk::{Desk, text};
use crate::support::office::{self, code};
use crate::support::street::{Browser, Page, Served, fields_of};
use ascolto::campaign::letter_text::{LetterText, OwnTexts};
use ascolto::campaign::{LegalBasis, Occasion, Recipient, write_letter};
use ascolto::config::{self, Config};
use ascolto::flows::open_survey::open_survey;
use ascolto::flows::plan_survey::plan_survey;
use ascolto::flows::publish_form::publish_form;
use ascolto::flows::words::config_error_in_words;
use ascolto::form::catalog;
use ascolto::language::{say, template};
use ascolto::mail::{Mailer, Memory};
use ascolto::site::Site;
use ascolto::store::survey::Draft;
use ascolto::survey::Universe;
use ascolto::text::Language;
use std::net::TcpListener;
use std::path::Path;

const RTL_PAGE: &str = "<html lang=\"ar\" dir=\"rtl\">";

fn arabic() -> Language {
    Language::parse("ar").unwrap()
}

/// Every text for citizens as if it were Arabic: the English one after an Arabic letter, in all six forms of the number.
fn made_up_arabic() -> String {
    let english = template(&arabic(), &Language::english(), &Language::english());
    let mut made = String::new();
    for line in english.lines() {
        let own = match line.split_once(" = ") {
            _ if line.starts_with("    [one] ") => continue,
            _ if line.starts_with("   *[other] ") => {
                let words = line.trim_start_matches("   *[other] ");
                ["zero", "one", "two", "few", "many"].map(|case| format!("    [{case}] ع {words}\n")).concat() + line
            }
            Some(("language-name", _)) => "language-name = العربية".to_owned(),
            Some((key, words))
                if line.starts_with(|c: char| c.is_ascii_lowercase()) && key != "number-example" && !words.ends_with("->") =>
            {
                format!("{key} = ع {words}")
            }
            _ => line.to_owned(),
        };
        made.push_str(&own);
        made.push('\n');
    }
    made
}

/// A configuration that switches on Italian and Arabic, whose texts stand in the file beside it.
fn configured(folder: &Path, texts: &str) -> Result<Config, String> {
    std::fs::write(folder.join("ar.ftl"), texts).unwrap();
    let path = folder.join("ascolto.toml");
    let own = format!("[body]\nlanguages = [\"it\", \"ar\"]\nlanguage_folder = {:?}\n", text(folder));
    std::fs::write(&path, own).unwrap();
    config::read(Some(&path), std::iter::empty()).map_err(|error| config_error_in_words(&Language::english(), &error))
}

/// The annual questionnaire with its title and one answer in Arabic; everything else has to be shown in Italian.
fn half_arabic_form() -> String {
    let form = catalog::form("urp-annuale").unwrap();
    let form = form.replacen("\"fr\", \"sl\"]", "\"fr\", \"sl\", \"ar\"]", 1);
    form.replacen("title.it = ", "title.ar = \"كيف تقيّمون مكتبنا؟\"\ntitle.it = ", 1)
}

fn with_arabic(site: Site, folder: &Path) -> Site {
    let mut config = (*site.config).clone();
    config.body = configured(folder, &made_up_arabic()).unwrap().body;
    Site::new(
        config,
        &site.base_url,
        site.clock.clone(),
        site.store.clone(),
        site.keys.clone(),
        Mailer::Memory(Memory::default()),
    )
}

/// The fields of a page, with a language chosen instead of going on.
fn choosing(page: &Page, language: &str, answers: &[(&str, String)]) -> Vec<(String, String)> {
    let mut fields = fields_of(page, answers);
    fields.retain(|(name, _)| name != "_go");
    fields.push(("_lang".to_owned(), language.to_owned()));
    fields
}

on_both_engines! {
    fn a_visit_in_a_language_that_the_office_added_runs_from_right_to_left_and_loses_nothing_on_a_change(fresh: &Fresh) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let site = with_arabic(office::site(fresh, &base), fresh.folder.path());
        let (urp, charter) = office::office(&site, "urp");
        let form_version = publish_form(&site, "urp-annuale.toml", &half_arabic_form()).unwrap();
        let draft = Draft { form_version, code: code("urp_ar"), ..office::draft(&site, urp, Some(charter), "urp_ar") };
        let survey = plan_survey(&site, &draft, &Universe::default()).unwrap();
        open_survey(&site, survey).unwrap();
        let _served = Served::start(site.clone(), listener);
        let (browser, address) = (Browser::new(), format!("{base}/q/urp_ar"));

        let shown = browser.get(&format!("{address}?lang=ar"));
        assert!(shown.text.contains(RTL_PAGE) && shown.text.contains("<h1>كيف تقيّمون مكتبنا؟</h1>"), "{}", shown.text);
        assert!(shown.text.contains("ع Send the answers") && shown.text.contains("<span class=\"name\">العربية</span>"));
        assert!(shown.text.contains("value=\"it\" lang=\"it\" dir=\"ltr\">"), "the switch to Italian is Italian");
        assert!(shown.text.contains("<legend class=\"question\"><bdi lang=\"it\" dir=\"ltr\">"), "what the form lacks says what it is");
        assert!(!shown.text.contains("citizen-"), "no text is missing");

        let answers = [("courtesy", "4".to_owned()), ("comment", "شكرا".to_owned())];
        let italian = browser.post(&format!("{base}{}", shown.action_of("questionnaire")), &choosing(&shown, "it", &answers));
        assert!(italian.text.contains("<html lang=\"it\">") && italian.text.contains("value=\"ar\" lang=\"ar\" dir=\"rtl\">"));
        assert!(!italian.text.contains("<bdi"), "everything is there in Italian");
        assert!(italian.text.contains("value=\"4\" checked") && italian.text.contains("شكرا</textarea>"));
        let back = browser.post(&format!("{base}{}", italian.action_of("questionnaire")), &choosing(&italian, "ar", &answers));
        assert!(back.text.contains(RTL_PAGE) && back.text.contains("value=\"4\" checked") && back.text.contains("شكرا</textarea>"));

        let refused = browser.post(&format!("{base}{}", back.action_of("questionnaire")), &fields_of(&back, &answers));
        assert_eq!(refused.status, 422);
        assert!(refused.text.contains(RTL_PAGE) && refused.text.contains("ع Something is still missing") && refused.text.contains("شكرا</textarea>"));
        let complete = [&answers[..], &[("overall", "5".to_owned())]].concat();
        let sent = browser.post(&format!("{base}{}", refused.action_of("questionnaire")), &fields_of(&refused, &complete));
        assert_eq!((sent.status, sent.location.as_str()), (303, "/q/urp_ar/thanks?lang=ar"));
        let thanks = browser.get(&format!("{base}{}", sent.location));
        assert!(thanks.text.contains(RTL_PAGE) && thanks.text.contains("ع Thank you") && thanks.text.contains("<p><bdi lang=\"it\" dir=\"ltr\">Grazie."));

        for (path, status, words) in [("/?lang=ar", 200, "ع Open questionnaires"), ("/q/nothing?lang=ar", 404, "ع This link is not valid"), ("/nowhere?lang=ar", 404, "ع Page not found")] {
            let page = browser.get(&format!("{base}{path}"));
            assert!(page.status == status && page.text.contains(RTL_PAGE) && page.text.contains(words), "{path} {}", page.text);
        }
        assert!(browser.get(&format!("{base}/?lang=ar")).text.contains("31 ع March 2026"));
    }
}

#[test]
fn a_letter_in_an_added_language_runs_its_way() {
    let folder = tempfile::tempdir().unwrap();
    let config = configured(folder.path(), &made_up_arabic()).unwrap();
    config.body.added_languages.iter().for_each(ascolto::language::add_language);
    let occasion = Occasion {
        body: "Provincia di Esempio".to_owned(),
        office: "URP".to_owned(),
        contact: "urp@example.org, +39 050 123456".to_owned(),
        minutes: 4,
        closes_on: office::day(5, 31),
        results: String::new(),
        simulated: false,
    };
    let recipient = Recipient {
        name: "أحمد".to_owned(),
        link: "https://example.org/i/x".to_owned(),
        opt_out_link: "https://example.org/u/x".to_owned(),
    };
    let words = LetterText::Invitation.words(&OwnTexts::new(), LegalBasis::PublicTask, &arabic());
    let written = write_letter(&words, &occasion, &recipient);
    assert_eq!(written.language, arabic());
    assert!(written.html.contains(RTL_PAGE) && written.text.contains("ع Dear \u{2068}أحمد\u{2069}"), "{}", written.text);
    assert!(written.text.contains("\u{2068}urp@example.org, +39 050 123456\u{2069}"), "an address is read from its own left");
    assert_eq!(say(&arabic(), "month-3"), "ع March");
}

#[test]
fn texts_that_are_not_whole_are_refused_at_the_start_with_their_place() {
    let folder = tempfile::tempdir().unwrap();
    let whole = made_up_arabic();
    let place = |line: &str| format!("ar.ftl:{}:", whole.lines().position(|own| own.starts_with(line)).unwrap() + 1);
    let refused = |from: &str, to: &str| {
        assert!(whole.contains(from), "{from}");
        configured(folder.path(), &whole.replacen(from, to, 1)).unwrap_err()
    };
    let missing = refused("\ncitizen-send = ع Send the answers", "");
    assert!(missing.contains(&place("citizen-next")) || missing.contains(&place("citizen-back")), "{missing}");
    assert!(
        missing.contains("missing: citizen-send")
            && missing.contains("^^^")
            && missing.contains("ascolto languages --template ar"),
        "{missing}"
    );
    let value = refused("citizen-page-of = ع Page { $at }", "citizen-page-of = ع Page { $att }");
    assert!(
        value.contains(&place("citizen-page-of")) && value.contains("`att`") && value.contains("Did you mean `at`?"),
        "{value}"
    );
    let broken = refused("citizen-skip = ع Skip", "citizen-skip = { $skip");
    assert!(broken.contains(&place("citizen-skip")) && broken.contains("not closed") && broken.contains('^'), "{broken}");
    let case = refused("    [two] ع", "    [tow] ع");
    assert!(case.contains("`tow` is no form of the number") && case.contains("lacks the form `two`"), "{case}");
    std::fs::remove_file(folder.path().join("ar.ftl")).unwrap();
    let config = folder.path().join("ascolto.toml");
    let told =
        |config: &Path| config_error_in_words(&Language::english(), &config::read(Some(config), std::iter::empty()).unwrap_err());
    assert!(
        told(&config).contains("ascolto.toml:2:")
            && told(&config).contains("there is no file")
            && told(&config).contains("ar.ftl"),
        "{}",
        told(&config)
    );
    std::fs::write(&config, "[body]\nlanguages = [\"it\", \"ar\"]\n").unwrap();
    assert!(told(&config).contains("ascolto.toml:2:13: The program has no texts in the language `ar`."), "{}", told(&config));
    std::fs::write(folder.path().join("it.ftl"), "").unwrap();
    std::fs::write(&config, format!("[body]\nlanguages = [\"it\"]\nlanguage_folder = {:?}\n", text(folder.path()))).unwrap();
    assert!(told(&config).contains("it.ftl would not be read"), "{}", told(&config));
}

#[test]
fn the_program_writes_the_file_to_translate_checks_it_and_starts_with_it_only_when_it_is_whole() {
    let desk = Desk::new();
    let told = |arguments: &[&str]| {
        let output = desk.run(arguments);
        let words = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
        (output.status.code(), words)
    };
    let (done, listed) = told(&["languages"]);
    assert!(done == Some(0) && listed.contains("Slovenščina (sl)"), "{listed}");
    let (done, file) = told(&["languages", "--template", "ro"]);
    assert!(done == Some(0) && file.starts_with("# ") && file.contains("\nciti"), "{file}");
    std::fs::write(desk.path("ro.ftl"), &file).unwrap();
    let (refused, words) = told(&["check", &text(&desk.path("ro.ftl"))]);
    assert!(
        refused == Some(1)
            && words.contains("lacks the form `few`, which the language `ro` has")
            && words.contains("no usable texts"),
        "{words}"
    );
    let config = text(&desk.path("ascolto.toml"));
    std::fs::write(&config, format!("[body]\nlanguages = [\"it\", \"ro\"]\nlanguage_folder = {:?}\n", text(&desk.path(""))))
        .unwrap();
    let (refused, words) = told(&["serve", "--config", &config]);
    assert!(refused == Some(1) && words.contains("ro.ftl:") && words.contains("lacks the form `few`"), "{words}");
    std::fs::write(desk.path("ar.ftl"), made_up_arabic()).unwrap();
    std::fs::write(desk.path("form.toml"), half_arabic_form()).unwrap();
    let (_, alone) = told(&["check", &text(&desk.path("form.toml"))]);
    assert!(alone.contains("The program has no texts in the language `ar`"), "{alone}");
    let (done, both) = told(&["check", &text(&desk.path("ar.ftl")), &text(&desk.path("form.toml"))]);
    assert!(done == Some(0) && !both.contains("no texts in the language") && both.contains("usable texts"), "{both}");
    assert_eq!(told(&["languages", "--template", "it"]).0, Some(1));
}
