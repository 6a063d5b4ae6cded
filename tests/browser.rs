//! A real browser on the real server, on both databases: the annual form on a phone without JavaScript and with the keyboard alone, a kiosk that
//! is left in the middle, axe on every page that a citizen or the office meets, nobody else asked for anything, and what a first visit weighs.
//!
//! Needs Node.js with npm and Chromium (`ASCOLTO_CHROMIUM`, or Debian's); without them the tests say that they skip, and fail
//! where `ASCOLTO_TEST_REQUIRE` contains `browser`. What drives the browser is in `browser/walk.mjs` and, for what everybody can do,
//! `browser/access.mjs`; a folder in `ASCOLTO_TEST_PICTURES` gets a picture of every state.

#[path = "it/support/absent.rs"]
mod absent;
#[path = "browser/access.rs"]
mod access;
#[path = "browser/designer.rs"]
mod designer;
#[path = "browser/parts.rs"]
mod parts;
#[path = "it/support/postgres.rs"]
#[expect(dead_code, reason = "no walk stops its server")]
mod postgres;
#[path = "browser/sending.rs"]
mod sending;
#[path = "browser/widget.rs"]
mod widget;

use ascolto::store::{self, Store};
use ascolto::text::Code;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::sync::{LazyLock, OnceLock};

/// What a first visit to the annual form may weigh on the wire.
const MOST_BYTES: f64 = 60_000.0;

/// The parts the tests need, installed once: the browser and the folder with what drives it.
static PARTS: LazyLock<Option<(PathBuf, PathBuf)>> = LazyLock::new(|| match parts::find() {
    Ok(found) => Some(found),
    Err(reason) => {
        absent::skip("browser", &reason);
        None
    }
});

/// The demo's data, made once; each test goes on with a copy of its own.
fn demo_data() -> &'static Path {
    static DATA: OnceLock<tempfile::TempDir> = OnceLock::new();
    DATA.get_or_init(|| {
        let folder = tempfile::tempdir().expect("there is room for the demo");
        let making =
            Command::new(env!("CARGO_BIN_EXE_ascolto")).args(["demo", "--make-only", "--folder"]).arg(folder.path()).output();
        let made = making.expect("the program was built for this test");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        folder
    })
    .path()
}

/// A running demo; ended when dropped.
struct Demo {
    process: Child,
    database: String,
    addresses: BTreeMap<&'static str, String>,
}

/// What the demo lists, by how the paths begin, and by what the walks call them.
const LISTED: [(&str, &str); 5] =
    [("survey", "/q/"), ("kiosk", "/k/"), ("invitation", "/i/"), ("staff", "/staff"), ("report", "/report/")];
/// The demo's account, as it lists it.
const ACCOUNT: [&str; 2] = ["demo", "ascolto-demo"];

impl Demo {
    /// Serves the example of a folder, whose answers stand in a file there or in a database; it is made where there is none yet.
    fn start(folder: &Path, database: Option<&str>) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_ascolto"))
            .args(["demo", "--port", "0", "--folder"])
            .arg(folder)
            .args(database.into_iter().flat_map(|url| ["--database", url]))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program was built for this test");
        let (sender, told) = channel();
        listen(process.stdout.take().expect("it is piped"), sender.clone());
        listen(process.stderr.take().expect("it is piped"), sender);
        let mut all = String::new();
        let mut addresses = BTreeMap::new();
        while addresses.len() < LISTED.len() {
            let line = told.recv().unwrap_or_else(|_| panic!("the demo ended after saying:\n{all}"));
            for word in line.split_whitespace().filter(|word| word.starts_with("http://")) {
                let path = word.splitn(4, '/').nth(3).map(|path| format!("/{path}")).unwrap_or_default();
                let known = LISTED.iter().find(|(_, begin)| path.starts_with(begin) && !path.contains('.'));
                if let Some((name, _)) = known {
                    addresses.entry(*name).or_insert_with(|| word.to_owned());
                }
            }
            all.push_str(&line);
            all.push('\n');
        }
        let home = addresses["survey"].split("/q/").next().map(|origin| format!("{origin}/")).expect("split gives one part");
        addresses.insert("opt-out", addresses["invitation"].replace("/i/", "/u/"));
        addresses.insert("unknown link", format!("{home}i/neverexisted"));
        addresses.insert("home", home);
        let file = || format!("sqlite:{}", folder.join("ascolto.db").display());
        Self { process, database: database.map_or_else(file, str::to_owned), addresses }
    }
}

/// Passes on what the program says, line by line, until it ends; so it is never stopped by a full pipe.
fn listen(pipe: impl Read + Send + 'static, said: Sender<String>) {
    std::thread::spawn(move || {
        for line in BufReader::new(pipe).lines().map_while(Result::ok) {
            // Nobody listens any more once all addresses are known.
            let _ = said.send(line);
        }
    });
}

impl Drop for Demo {
    fn drop(&mut self) {
        // It may have ended by itself; either way nothing of it is left.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What a walk met, and how many responses were stored on it.
struct Walked {
    met: Value,
    stored: u64,
}

/// The responses of the survey in the field.
fn responses(demo: &Demo) -> u64 {
    let code = demo.addresses["survey"].rsplit('/').next().and_then(Code::parse).expect("the address ends in the survey's code");
    let store = Store::open(&demo.database).expect("the demo's database opens");
    let count = store.read(|db| {
        let survey = store::survey::find_by_code(db, &code)?;
        store::response::count(db, survey.id)
    });
    count.expect("the demo's survey is there")
}

/// Takes one walk through a demo of its own; `None` where there is no browser.
fn walk(name: &str) -> Option<Walked> {
    walk_in("walk.mjs", name, |_| Vec::new())
}

/// The same with another script, after something was prepared in the folder of the running demo: by what name the walk calls it, and its path.
fn walk_in(script: &str, name: &str, prepare: impl FnOnce(&Path) -> Vec<(&'static str, String)>) -> Option<Walked> {
    PARTS.as_ref()?;
    let folder = tempfile::tempdir().expect("there is room for a copy");
    copy(demo_data(), folder.path());
    let mut demo = Demo::start(folder.path(), None);
    // Afterwards: a demo lists the newest survey as its own.
    let prepared = prepare(folder.path());
    let home = demo.addresses["home"].clone();
    demo.addresses.extend(prepared.into_iter().map(|(name, path)| (name, format!("{home}{path}"))));
    Some(walk_through(&demo, script, name))
}

/// Takes one walk through a running demo.
fn walk_through(demo: &Demo, script: &str, name: &str) -> Walked {
    let (browser, modules) = PARTS.as_ref().expect("whoever walks has looked for the browser");
    let before = responses(demo);
    let pictures = std::env::var("ASCOLTO_TEST_PICTURES").unwrap_or_default();
    let given = json!({
        "chromium": browser, "modules": modules, "addresses": demo.addresses, "account": ACCOUNT, "pictures": pictures
    });
    let mut node = Command::new("node")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser").join(script))
        .arg(name)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("node comes with npm");
    node.stdin.take().expect("it is piped").write_all(given.to_string().as_bytes()).expect("node reads what it is given");
    let output = node.wait_with_output().expect("node was started");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let met = serde_json::from_slice(&output.stdout).expect("the walk prints JSON");
    Walked { met, stored: responses(demo) - before }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a temporary folder can be written");
    for entry in std::fs::read_dir(from).expect("the demo's folder can be listed") {
        let path = entry.expect("the demo's folder can be listed").path();
        let copied = to.join(path.file_name().expect("an entry has a name"));
        match path.is_dir() {
            true => copy(&path, &copied),
            false => std::fs::copy(&path, copied).map(drop).expect("a temporary folder can be written"),
        }
    }
}

/// The lines under a key of what a walk met.
fn lines(met: &Value, key: &str) -> String {
    let lines = met[key].as_array().unwrap_or_else(|| panic!("the walk tells nothing of {key}: {met}"));
    lines.iter().map(|line| line.as_str().expect("a line is text")).collect::<Vec<_>>().join("\n")
}

/// The questionnaire was sent, thanked for and stored.
fn assert_sent(walked: &Walked) {
    let Walked { met, stored } = walked;
    let address = met["ended"]["address"].as_str().expect("the walk tells where it ended");
    assert!(address.contains("/thanks"), "the questionnaire was still there at the end: {met}");
    assert_eq!(*stored, 1, "{met}");
}

fn assert_filled_on_a_phone(walked: &Walked) {
    assert_sent(walked);
    assert_eq!(lines(&walked.met, "cramped"), "");
}

#[test]
fn the_annual_form_is_filled_on_a_phone_without_javascript() {
    let Some(walked) = walk("phone") else { return };
    assert_filled_on_a_phone(&walked);
}

fn assert_filled_with_the_keyboard(walked: &Walked) {
    assert_sent(walked);
    assert_eq!(lines(&walked.met, "unmarked"), "", "the focus cannot be seen on these");
}

#[test]
fn the_annual_form_is_filled_with_the_keyboard_alone() {
    let Some(walked) = walk("keyboard") else { return };
    assert_filled_with_the_keyboard(&walked);
}

#[test]
fn a_promise_of_the_charter_is_changed_with_the_keyboard_alone() {
    let Some(Walked { met, .. }) = walk("charter") else { return };
    assert!(met["target"].as_str().is_some_and(|target| target.starts_with("almeno 88")), "{met}");
    assert_eq!(lines(&met, "unmarked"), "", "the focus cannot be seen on these");
}

#[test]
fn the_goals_are_read_and_explained_with_the_keyboard_alone_on_a_narrow_screen() {
    let Some(Walked { met, .. }) = walk("goals") else { return };
    assert_eq!(met["drawn"], serde_json::json!([false, true]), "the picture for telephones, and it alone");
    assert!(met["figures"].as_str().is_some_and(|caption| caption.starts_with("Obiettivi raggiunti")), "{met}");
    assert_eq!(met["cause"], "Due persone in meno da giugno");
    assert_eq!(lines(&met, "unmarked"), "", "the focus cannot be seen on these");
}

/// Begun by invitation, finished on another device in another language.
fn assert_resumed(walked: &Walked) {
    assert_sent(walked);
    let met = &walked.met;
    assert!(met["begun"].as_u64().is_some_and(|begun| begun > 3), "{met}");
    assert!(met["saved"]["address"].as_str().is_some_and(|address| address.contains("/saved?lang=it")), "{met}");
    assert_eq!(lines(met, "cramped"), "");
    assert_eq!((&met["resumed"]["answered"], &met["turned"]["answered"]), (&met["begun"], &met["begun"]), "{met}");
    assert_eq!((&met["turned"]["language"], &met["seen"]["language"]), (&json!("de"), &json!("de")), "{met}");
    assert_eq!((&met["told"], &met["seen"]["text"]), (&json!("Entwurf gespeichert"), &json!("Von selbst gespeichert")), "{met}");
    assert_eq!(met["lost"]["arrived"], 303, "{met}");
    // The draft is gone, and with it the language chosen in it: the person's own counts again.
    assert_eq!(met["after"], "Lei ha già risposto", "{met}");
}

#[test]
fn what_was_begun_by_invitation_is_finished_on_another_device_in_another_language_though_the_reply_is_lost() {
    let Some(walked) = walk("resume") else { return };
    assert_resumed(&walked);
}

fn assert_sent_again(walked: &Walked) {
    assert_sent(walked);
    assert_eq!(walked.met["arrived"], 303, "{}", walked.met);
}

#[test]
fn a_reply_that_is_lost_and_the_answers_sent_again_are_one_response() {
    let Some(walked) = walk("lost") else { return };
    assert_sent_again(&walked);
}

#[test]
fn on_postgresql_a_citizen_answers_just_the_same() {
    let (Some(_), Some(database)) = (PARTS.as_ref(), postgres::TemporaryDatabase::create()) else { return };
    let folder = tempfile::tempdir().expect("there is room for letters and keys");
    let demo = Demo::start(folder.path(), Some(database.url()));
    let walk = |name| walk_through(&demo, "walk.mjs", name);
    assert_filled_on_a_phone(&walk("phone"));
    assert_filled_with_the_keyboard(&walk("keyboard"));
    assert_resumed(&walk("resume"));
    assert_sent_again(&walk("lost"));
}

#[test]
fn axe_finds_nothing_on_any_page_a_citizen_meets() {
    let Some(Walked { met, .. }) = walk("citizen") else { return };
    assert_eq!(lines(&met, "found"), "");
    let inspected = lines(&met, "inspected");
    for page in [
        "home 200",
        "survey 200",
        "kiosk 200",
        "invitation 200",
        "opt-out 200",
        "staff 200",
        "report 200",
        "refusal 422",
        "thanks 200",
    ] {
        assert!(
            inspected.contains(&format!("phone {page}")) && inspected.contains(&format!("desk {page}")),
            "{page}: {inspected}"
        );
    }
}

#[test]
fn axe_finds_nothing_on_any_page_of_the_office() {
    let Some(Walked { met, .. }) = walk("office") else { return };
    assert_eq!(lines(&met, "found"), "");
    let inspected = lines(&met, "inspected");
    let survey = ["", "/edit", "/open", "/stop", "/close", "/adjust", "/contacts", "/form", "/answers"]
        .map(|rest| format!("/staff/surveys/#{rest} 200"));
    let edition = ["", "/comments", "/figures", "/registers/three_rings", "/contacts", "/actions"]
        .map(|rest| format!("/staff/editions/#{rest} 200"));
    let others = [
        "/staff 200",
        "/staff/surveys/new 200",
        "/staff/results 200",
        "/d/urp_# 200",
        "/staff/nowhere 404",
        "/staff/mail 200",
        "mail test 200",
        "register looked at 200",
        "refused supposed 200",
        "answers looked at 200",
        "survey's versions 200",
    ]
    .map(str::to_owned);
    let refused = [
        "sign-in 401",
        "mail test 422",
        "plan 422",
        "kiosk 422",
        "contacts 422",
        "reading 422",
        "register 422",
        "year's contacts 422",
        "past 422",
        "promise 422",
        "head 422",
        "adoption 422",
        "cause 422",
        "outcome 422",
        "action 422",
        "key-in 422",
        "answers 422",
        "move 422",
    ]
    .map(|form| format!("refused {form}"));
    let drafted = ["", "/head", "/questions/*", "/questions/+", "/pages/*", "/scales/*", "/scales/+", "/languages/*"]
        .iter()
        .chain(&["/history", "/preview", "/preview/sheet", "/preview/paper", "/publish"])
        .map(|rest| format!("/drafts/#{rest}"));
    let forms = ["", "/begin", "/#"].map(str::to_owned).into_iter().chain(drafted);
    let forms: Vec<String> = forms.map(|rest| format!("/staff/forms{rest} 200")).collect();
    let charters = ["", "/#", "/draft/#", "/draft/#/head", "/draft/#/text", "/draft/#/standards/#", "/draft/#/standards/new"]
        .map(|rest| format!("/staff/charters{rest} 200"));
    let written =
        ["charter changed meanwhile 409", "faulty charter 422", "faulty draft 200", "charter differences 200"].map(str::to_owned);
    for page in survey.iter().chain(&edition).chain(&forms).chain(&others).chain(&refused).chain(&charters).chain(&written) {
        assert!(inspected.lines().any(|line| line == format!("phone {page}")), "{page} on a phone: {inspected}");
        assert!(inspected.lines().any(|line| line == format!("desk {page}")), "{page} at a desk: {inspected}");
    }
}

#[test]
fn a_kiosk_has_targets_for_a_finger_and_begins_again_when_somebody_leaves_in_the_middle() {
    let Some(Walked { met, stored }) = walk("kiosk") else { return };
    assert_eq!(lines(&met, "small"), "");
    assert_eq!((&met["begun"], &met["early"], &met["warned"]), (&json!(1), &json!(false), &json!(true)), "{met}");
    assert_eq!((&met["left"], stored), (&json!(0), 0), "nothing of what was begun is left or kept: {met}");
}

#[test]
fn a_first_visit_is_light_and_no_other_host_is_asked() {
    let Some(Walked { met, .. }) = walk("weight") else { return };
    let parts = met["parts"].as_array().expect("the walk tells the parts").iter();
    let parts: Vec<String> = parts.map(|part| format!("{} {}", part["bytes"], part["address"])).collect();
    assert!(
        met["bytes"].as_f64().is_some_and(|bytes| bytes > 1_000.0 && bytes < MOST_BYTES),
        "{} bytes:\n{}",
        met["bytes"],
        parts.join("\n")
    );
    assert_eq!(met["hosts"].as_array().map(Vec::len), Some(1), "{met}");
    assert_eq!(lines(&met, "cookies"), "", "a citizen's page sets no cookie");
}
