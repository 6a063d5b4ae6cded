//! The page of sending in a real browser while letters leave: the figures change by themselves and disturb nobody. What drives the
//! browser is in `sending.mjs`.

use super::{PARTS, lines};
use ascolto::campaign::Pace;
use ascolto::clock::Clock;
use ascolto::config::Config;
use ascolto::flows::import_contacts::import_contacts;
use ascolto::flows::open_survey::open_survey;
use ascolto::flows::plan_survey::{catalog_form, edition_of, found_office, plan_survey};
use ascolto::flows::queue_letters::{pause_letters, queue_invitations};
use ascolto::flows::send_invitations::send_due_letters;
use ascolto::flows::sign_in::{add_account, sign_in};
use ascolto::ids::SurveyId;
use ascolto::keys::Keys;
use ascolto::mail::{Mailer, Memory, Sent};
use ascolto::office::Role;
use ascolto::secret::Secret;
use ascolto::site::Site;
use ascolto::store::{Store, survey::Draft};
use ascolto::survey::{Channel, Universe};
use ascolto::text::Code;
use chrono::{Datelike, Days};
use serde_json::{Value, json};
use std::io::Write;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// How long the mail server thinks about a letter; two parts of eight letters take longer than a browser waits between two looks.
const SLOW: Duration = Duration::from_millis(900);

/// A survey with sixteen invitations in the queue, paused, and a mail server that takes its time.
fn open_paused(site: &Site) -> SurveyId {
    let code = |typed: &str| Code::parse(typed).expect("a code");
    let today = site.clock.today();
    let office = found_office(site, &code("urp"), "URP", "urp@example.org").expect("the first office");
    let draft = Draft {
        edition: edition_of(site, office, today.year()).expect("the first edition"),
        code: code("urp"),
        title: "Gli utenti dell'ufficio".to_owned(),
        form_version: catalog_form(site, "faccine").expect("it is shipped"),
        charter: None,
        // Letters of the first day wait for eight in the morning.
        opens_on: today - Days::new(1),
        closes_on: today + Days::new(30),
        collecting_days: 0,
        channels: vec![Channel::Email],
        simulated: false,
        weighting: Default::default(),
        privacy_threshold: 5,
        planned_responses: 0,
    };
    let survey = plan_survey(site, &draft, &Universe::default()).expect("the plan is complete");
    open_survey(site, survey).expect("a draft opens");
    let domains = ["comune.example", "regione.example", "unaziendacondominiolunghissimo.example"];
    let rows: String = (0..16).map(|person| format!("n{person}@{}\n", domains[person % 3])).collect();
    import_contacts(site, survey, format!("email\n{rows}").as_bytes()).expect("a good file");
    queue_invitations(site, survey).expect("it is open");
    pause_letters(site, survey, true).expect("the database is there");
    survey
}

fn site_in(folder: &Path, base: &str) -> Site {
    let mut config = Config::in_folder(folder);
    config.mail.pace = Pace::UNHURRIED;
    let store = Store::open(config.database_url.expose()).expect("the database can be made");
    let keys = Keys::open(&config.key_file).expect("the key file can be made");
    let clock = Clock::system(config.body.time_zone);
    let mail = Memory::deciding(|_| {
        std::thread::park_timeout(SLOW);
        Sent::Accepted("250 2.0.0 Ok".to_owned())
    });
    Site::new(config, base, clock, store, keys, Mailer::Memory(mail))
}

fn walk(given: &Value) -> Value {
    let mut node = Command::new("node")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/sending.mjs"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("node comes with npm");
    node.stdin.take().expect("it is piped").write_all(given.to_string().as_bytes()).expect("node reads what it is given");
    let output = node.wait_with_output().expect("node was started");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("the walk prints JSON")
}

#[test]
fn the_figures_of_a_campaign_change_by_themselves_and_leave_alone_who_searches() {
    let Some((browser, modules)) = PARTS.as_ref() else { return };
    let folder = tempfile::tempdir().expect("there is room for a database");
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let base = format!("http://{}", listener.local_addr().expect("it is bound"));
    let site = site_in(folder.path(), &base);
    let survey = open_paused(&site);
    let password = Secret::new("una frase abbastanza lunga");
    add_account(&site, "anna", "Anna", Role::Staff, &password).expect("the first account");
    let cookie = sign_in(&site, "anna", &password).expect("the password is right").token;
    let (served, sender) = (site.clone(), site);
    // The threads end with the test's process.
    std::thread::spawn(move || ascolto::web::run(served, listener).expect("the site is served"));
    std::thread::spawn(move || {
        loop {
            send_due_letters(&sender).expect("the database is there");
            std::thread::park_timeout(Duration::from_millis(200));
        }
    });
    let met = walk(&json!({
        "chromium": browser, "modules": modules, "cookie": cookie.expose(), "base": base,
        "page": format!("{base}/staff/surveys/{survey}/sending"),
        "pictures": std::env::var("ASCOLTO_TEST_PICTURES").unwrap_or_default(),
    }));
    assert_eq!(lines(&met, "faults"), "");
    assert_eq!(met["said"], json!(["Tutti gli inviti in coda sono stati trattati."]), "spoken of once, when it is over");
}
