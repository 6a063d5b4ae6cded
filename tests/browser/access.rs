//! Everybody can answer: each state of a citizen's visit for axe, at every zoom, in forced colours, without motion, as a screen reader
//! says it, and on a line that brings no script and no typeface. What drives the browser is in `access.mjs`.

use super::{Walked, lines, walk_in};
use ascolto::clock::Clock;
use ascolto::config::Config;
use ascolto::flows::open_survey::open_survey;
use ascolto::flows::plan_survey::{edition_of, plan_survey};
use ascolto::flows::publish_form::publish_form;
use ascolto::keys::Keys;
use ascolto::mail::{Mailer, Memory};
use ascolto::site::Site;
use ascolto::store::{self, Store};
use ascolto::survey::{Channel, State, Universe};
use ascolto::text::Code;
use chrono::{Datelike, Days};
use serde_json::{Value, json};
use std::path::Path;

/// A form with every kind of question, in Italian and German.
const KINDS: &str = include_str!("../fixtures/kinds.toml");

/// Opens a second survey in the demo's folder, with every kind of question; its path and that of a survey that is over.
fn with_every_kind(folder: &Path) -> Vec<(&'static str, String)> {
    let config = Config::in_folder(folder);
    let store = Store::open(config.database_url.expose()).expect("the demo's database opens");
    let keys = Keys::open(&config.key_file).expect("the demo's key file opens");
    let clock = Clock::system(config.body.time_zone);
    let site = Site::new(config, "http://127.0.0.1", clock, store, keys, Mailer::Memory(Memory::default()));
    let offices = site.store.read(store::office::list).expect("the demo has an office");
    let closed = site.store.read(|db| store::survey::list_in(db, State::Closed)).expect("the demo's surveys can be read");
    let today = site.clock.today();
    let draft = store::survey::Draft {
        edition: edition_of(&site, offices[0].id, today.year()).expect("the demo's year"),
        code: Code::parse("kinds").expect("a code"),
        title: "Kinds".to_owned(),
        form_version: publish_form(&site, "kinds.toml", KINDS).unwrap_or_else(|_| panic!("the form has a mistake")),
        charter: None,
        opens_on: today,
        closes_on: today + Days::new(30),
        collecting_days: 7,
        channels: vec![Channel::Web],
        simulated: true,
        weighting: Default::default(),
        privacy_threshold: 5,
        planned_responses: 0,
    };
    let survey = plan_survey(&site, &draft, &Universe::default()).unwrap_or_else(|_| panic!("the draft is complete"));
    open_survey(&site, survey).unwrap_or_else(|_| panic!("the draft opens"));
    vec![("kinds", "q/kinds".to_owned()), ("closed", format!("q/{}", closed[0].code))]
}

fn walk(name: &str) -> Option<Walked> {
    walk_in("access.mjs", name, with_every_kind)
}

#[test]
fn axe_finds_nothing_in_any_state_of_a_citizens_visit() {
    let Some(Walked { met, .. }) = walk("states") else { return };
    assert_eq!(lines(&met, "found"), "");
    let inspected = lines(&met, "inspected");
    assert_eq!(inspected.lines().count(), 2 * 22, "{inspected}");
    for state in [
        "closed La rilevazione è chiusa",
        "answered Lei ha già risposto",
        "first kept Una risposta era già",
        "kiosk thanks Grazie",
    ] {
        assert!(
            inspected.contains(&format!("phone {state}")) && inspected.contains(&format!("desk {state}")),
            "{state}: {inspected}"
        );
    }
}

#[test]
fn nothing_is_cut_and_nothing_scrolls_sideways_at_twice_and_four_times_the_size() {
    let Some(Walked { met, .. }) = walk("zoom") else { return };
    assert_eq!(lines(&met, "faults"), "");
    assert_eq!(met["seen"], json!(5 * 22), "every state, in German on four screens and in Italian on the narrowest");
}

#[test]
fn in_the_readers_own_colours_what_is_chosen_and_where_the_focus_is_can_be_told() {
    let Some(Walked { met, .. }) = walk("colours") else { return };
    assert_eq!(lines(&met, "alike"), "");
    let kinds = lines(&met, "kinds");
    for kind in ["radio", "checkbox", "scale faces", "scale numbers", "scale stars", "scale words"] {
        assert!(
            ["light", "dark"].iter().all(|scheme| kinds.lines().any(|line| line.starts_with(scheme) && line.contains(kind))),
            "{kind} was not looked at: {kinds}"
        );
    }
}

#[test]
fn who_wants_no_motion_gets_none() {
    let Some(Walked { met, .. }) = walk("still") else { return };
    assert_eq!(lines(&met, "moving"), "");
}

#[test]
fn what_a_screen_reader_says_makes_sense_page_by_page() {
    let Some(Walked { met, .. }) = walk("voice") else { return };
    assert_eq!(lines(&met, "nameless"), "");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/spoken");
    let now = Path::new(env!("CARGO_TARGET_TMPDIR")).join("spoken");
    std::fs::create_dir_all(&now).expect("the target folder can be written");
    let mut different = Vec::new();
    for (state, file) in [
        ("first", "first"),
        ("refused", "refused"),
        ("thanks", "thanks"),
        ("closed", "closed"),
        ("kiosk thanks", "kiosk_thanks"),
        ("opt-out", "opt_out"),
        ("kinds 1", "kinds_1"),
        ("kinds 2 refused", "kinds_2_refused"),
    ] {
        let expected = std::fs::read_to_string(folder.join(format!("{file}.txt"))).unwrap_or_default();
        let said = undated(&lines(&met["said"], state));
        if said.trim() != expected.trim() {
            let path = now.join(format!("{file}.txt"));
            std::fs::write(&path, format!("{}\n", said.trim())).expect("the target folder can be written");
            different.push(format!("diff {}/{file}.txt {}", folder.display(), path.display()));
        }
    }
    assert_eq!(different, [""; 0], "pages are said otherwise than they were read and found good");
}

/// Without what changes from year to year: the demo is made for today.
fn undated(said: &str) -> String {
    let words = |line: &str| {
        let mut words: Vec<String> = line.split(' ').map(str::to_owned).collect();
        for word in &mut words {
            let digits: String = word.chars().filter(char::is_ascii_digit).collect();
            if digits.len() == 4 && digits.starts_with("20") {
                *word = word.replace(&digits, "YEAR");
            }
        }
        for at in 2..words.len() {
            if words[at].starts_with("YEAR") && words[at - 2].chars().all(|c| c.is_ascii_digit()) && !words[at - 2].is_empty() {
                (words[at - 2], words[at - 1]) = ("DAY".to_owned(), "MONTH".to_owned());
            }
        }
        words.join(" ")
    };
    said.lines().map(words).collect::<Vec<_>>().join("\n")
}

#[test]
fn after_a_refusal_the_summary_has_the_focus_and_leads_to_fields_that_tell_what_is_wrong() {
    let Some(Walked { met, .. }) = walk("errors") else { return };
    let expected = [
        "kinds 1: focus on alert \"Manca ancora qualcosa\"",
        "kinds 1: why_low invalid: manca la risposta / Al massimo 40 caratteri. Non scriva nomi o altri dati personali. / NOTE",
        "kinds 2: focus on alert \"Manca ancora qualcosa\"",
        "kinds 2: wishes invalid: scelga al massimo 2 risposte / Può scegliere al massimo 2 risposte.",
        "kinds 2: visits invalid: scriva un numero intero da 0 a 99 / Un numero intero da 0 a 99.",
        "kinds 2: free invalid: il testo è troppo lungo: al massimo 1.000 caratteri / Non scriva nomi. / Caratteri di troppo: 1. Accorci il testo. / NOTE",
    ];
    let told = lines(&met, "told").replace("Non è un reclamo: per avere risposta scriva a urp@provincia.example.", "NOTE");
    assert_eq!(told.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn counters_show_what_may_still_be_given_and_speak_only_near_the_limit() {
    let Some(Walked { met, .. }) = walk("counters") else { return };
    let expected = [
        "Scelte: 0 di 2 | ",
        "Scelte: 1 di 2 | ",
        "Scelte: 2 di 2 | Scelte: 2 di 2",
        "Scelte: 3, ma al massimo 2. Tolga qualche scelta. | Scelte: 3, ma al massimo 2. Tolga qualche scelta.",
        "3 are chosen",
        "Scelte: 1 di 2 | ",
        "Caratteri: 10 di 1.000 | ",
        "Caratteri: 950 di 1.000 | Caratteri che può ancora scrivere: 50",
        "Caratteri di troppo: 3. Accorci il testo. | Caratteri di troppo: 3. Accorci il testo.",
    ];
    assert_eq!(lines(&met, "told").lines().collect::<Vec<_>>(), expected);
}

#[test]
fn a_page_is_read_and_sent_before_any_script_or_typeface_arrives() {
    let Some(Walked { met, .. }) = walk("bare") else { return };
    let usable = json!({ "shown": true, "letters": "visible", "ended": true });
    assert_eq!(
        met,
        Value::Object(
            [("no script, no typeface", &usable), ("no style either", &usable)]
                .map(|(name, told)| (name.to_owned(), told.clone()))
                .into_iter()
                .collect()
        )
    );
}
