//! The rating widget in a real browser, on pages of another origin: one that may ask and one that may not. What drives the
//! browser is in `widget.mjs`.

use super::{PARTS, lines};
use ascolto::clock::Clock;
use ascolto::config::{Config, Origin};
use ascolto::flows::open_survey::open_survey;
use ascolto::flows::plan_survey::{catalog_form, edition_of, found_office, plan_survey};
use ascolto::ids::SurveyId;
use ascolto::keys::Keys;
use ascolto::mail::{Mailer, Memory};
use ascolto::site::Site;
use ascolto::store::{self, Store, survey::Draft};
use ascolto::survey::{Channel, Universe};
use ascolto::text::Code;
use chrono::{Datelike, Days};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A page's own style sheet, as bad for a guest as those that are met: everything is spoken to by its kind, inputs are hidden
/// behind drawn ones, and an id makes some of it strong.
const HEAVY: &str = "* { line-height: 2.5 } body { font: 20px Georgia, serif; text-transform: uppercase; color: #fff; background: #333 }
h2 { font-size: 4rem; color: magenta; letter-spacing: .3em } p { margin: 3rem } a { color: yellow }
#content label { display: block; float: left; width: 30%; padding: 40px; color: lime; pointer-events: none }
fieldset { border: 5px dashed red; padding: 3rem } legend { position: absolute; top: -20px; background: red }
input[type=radio], input[type=checkbox] { position: absolute; opacity: 0; display: none }
label::before { content: ''; display: inline-block; width: 40px; height: 40px; border: 4px solid red }
button, textarea { display: none; width: 10px; border-radius: 50% } svg { width: 1em; height: 1em; fill: red } .hidden, div { margin-left: 5px }";

/// What the script may weigh on the wire, in three languages and with its looks.
const MOST_BYTES: f64 = 12_000.0;

/// The survey with its widget, and two sites with pages: one that may ask and one that may not.
struct Trial {
    site: Site,
    survey: SurveyId,
    given: Value,
    _folder: TempDir,
}

impl Trial {
    /// `None` where there is no browser.
    fn begin() -> Option<Self> {
        let (browser, modules) = PARTS.as_ref()?;
        let folder = tempfile::tempdir().expect("there is room for a database");
        let [listener, allowed, other] = [0; 3].map(|_| TcpListener::bind("127.0.0.1:0").expect("a port is free"));
        let [base, may, may_not] =
            [&listener, &allowed, &other].map(|own| format!("http://{}", own.local_addr().expect("it is bound")));
        let mut config = Config::in_folder(folder.path());
        config.widget_origins = vec![Origin::parse(&may).expect("an address without a path is an origin")];
        let store = Store::open(config.database_url.expose()).expect("the database can be made");
        let keys = Keys::open(&config.key_file).expect("the key file can be made");
        let clock = Clock::system(config.body.time_zone);
        let site = Site::new(config, &base, clock, store, keys, Mailer::Memory(Memory::default()));
        let survey = open_rating(&site);
        let served = site.clone();
        // The threads end with the test's process.
        std::thread::spawn(move || ascolto::web::run(served, listener).expect("the site is served"));
        for own in [allowed, other] {
            let base = base.clone();
            std::thread::spawn(move || serve_pages(&own, &base));
        }
        let given = json!({ "chromium": browser, "modules": modules, "may": may, "mayNot": may_not, "base": base });
        Some(Self { site, survey, given, _folder: folder })
    }

    fn walk(&self, name: &str) -> Value {
        let mut node = Command::new("node")
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/widget.mjs"))
            .arg(name)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("node comes with npm");
        let mut pipe = node.stdin.take().expect("it is piped");
        pipe.write_all(self.given.to_string().as_bytes()).expect("node reads what it is given");
        drop(pipe);
        let output = node.wait_with_output().expect("node was started");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).expect("the walk prints JSON")
    }

    fn by_channel(&self) -> Vec<(Channel, u64)> {
        self.site.store.read(|db| store::response::count_by_channel(db, self.survey)).expect("the database is there")
    }
}

fn open_rating(site: &Site) -> SurveyId {
    let code = |typed: &str| Code::parse(typed).expect("a code");
    let today = site.clock.today();
    let office = found_office(site, &code("urp"), "URP", "urp@example.org").expect("the first office");
    let draft = Draft {
        edition: edition_of(site, office, today.year()).expect("the first edition"),
        code: code("pagina"),
        title: "Pagine del sito".to_owned(),
        form_version: catalog_form(site, "valutazione-pagina").expect("it is shipped"),
        charter: None,
        opens_on: today,
        closes_on: today + Days::new(30),
        collecting_days: 0,
        channels: vec![Channel::Web, Channel::Widget],
        simulated: false,
        weighting: Default::default(),
        privacy_threshold: 5,
        planned_responses: 0,
    };
    let survey = plan_survey(site, &draft, &Universe::default()).expect("the plan is complete");
    open_survey(site, survey).expect("a draft opens");
    survey
}

/// A site of pages that take in the widget: `/plain`, `/heavy` with a style sheet of its own, `/en` in English, `/strict` with a
/// policy that lets in nothing but our script.
fn serve_pages(listener: &TcpListener, base: &str) {
    for stream in listener.incoming().map_while(Result::ok) {
        let mut reader = BufReader::new(&stream);
        let mut first = String::new();
        let mut line = String::new();
        if reader.read_line(&mut first).is_err() {
            continue;
        }
        while reader.read_line(&mut line).is_ok_and(|length| length > 2) {
            line.clear();
        }
        let path = first.split(' ').nth(1).unwrap_or("/").to_owned();
        let language = if path == "/en" { "en-GB" } else { "it" };
        let style = if path == "/heavy" { HEAVY } else { "" };
        let policy = if path == "/strict" {
            format!("Content-Security-Policy: default-src 'none'; script-src {base}; connect-src {base}\r\n")
        } else {
            String::new()
        };
        let page = format!(
            "<!DOCTYPE html><html lang=\"{language}\"><head><meta charset=\"utf-8\"><title>Servizio</title>\
             <meta name=\"viewport\" content=\"width=device-width\"><link rel=\"icon\" href=\"data:,\"><style>{style}</style></head>\
             <body><main id=\"content\"><h1>Un servizio</h1><p>Come si chiede.</p>\
             <script src=\"{base}/widget/pagina.js\" defer></script><p><a href=\"#content\">In alto</a></p></main></body></html>"
        );
        let head =
            format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{policy}Content-Length: {}\r\n", page.len());
        // A browser that hung up reads no answer.
        let _ = write!(&stream, "{head}Connection: close\r\n\r\n{page}");
    }
}

#[test]
fn stars_reasons_and_details_are_sent_from_a_page_of_the_site_by_touch_and_by_keyboard() {
    let Some(trial) = Trial::begin() else { return };
    let met = trial.walk("asks");
    assert_eq!(lines(&met, "faults"), "");
    assert_eq!(met["cookies"], json!([]));
    assert_eq!(met["stored"], json!(0), "nothing is kept in the browser");
    assert_eq!(met["hosts"], json!([trial.given["may"], trial.given["base"]]));
    assert!(met["bytes"].as_f64().is_some_and(|bytes| bytes > 1_000.0 && bytes < MOST_BYTES), "{} bytes", met["bytes"]);
    assert_eq!(trial.by_channel(), [(Channel::Widget, met["sent"].as_u64().expect("the walk counts"))]);
}

#[test]
fn a_lost_reply_a_double_tap_and_a_refusal_leave_one_response_and_what_was_typed() {
    let Some(trial) = Trial::begin() else { return };
    let met = trial.walk("goesWrong");
    assert_eq!(lines(&met, "faults"), "");
    assert_eq!(trial.by_channel(), [(Channel::Widget, 1)]);
}

#[test]
fn a_site_that_may_not_ask_says_so_and_nothing_is_kept() {
    let Some(trial) = Trial::begin() else { return };
    let met = trial.walk("mayNot");
    assert_eq!(lines(&met, "faults"), "");
    assert!(met["told"].as_str().is_some_and(|told| told.contains("non è tra quelli autorizzati")), "{met}");
    assert!(met["console"].as_str().is_some_and(|told| told.contains("widget_origins")), "{met}");
    assert_eq!(met["forced"], "TypeError", "the browser gives the page no answer");
    assert_eq!(trial.by_channel(), []);
}
