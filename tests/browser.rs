//! A real browser on the real server: the annual form on a phone without JavaScript and with the keyboard alone, axe on every
//! page a citizen meets, nobody else asked for anything, and what a first visit weighs.
//!
//! Needs Node.js with npm and Chromium (`ASCOLTO_CHROMIUM`, or Debian's); without them the tests say that they skip, and fail
//! where `ASCOLTO_TEST_REQUIRE` contains `browser`. What drives the browser is in `browser/walk.mjs`.

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
static PARTS: LazyLock<Option<(PathBuf, PathBuf)>> = LazyLock::new(|| {
    let browser = std::env::var_os("ASCOLTO_CHROMIUM").map_or_else(|| PathBuf::from("/usr/bin/chromium"), PathBuf::from);
    let missing = if !browser.exists() {
        Some(format!("there is no browser at {}", browser.display()))
    } else if Command::new("npm").arg("--version").output().is_err() {
        Some("there is no npm".to_owned())
    } else {
        None
    };
    let Some(reason) = missing else { return Some((browser, install_modules())) };
    let required = std::env::var("ASCOLTO_TEST_REQUIRE").unwrap_or_default();
    assert!(!required.split(',').any(|part| part == "browser"), "ASCOLTO_TEST_REQUIRE asks for the browser, but {reason}");
    println!("skipped: {reason}");
    None
});

fn install_modules() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser");
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    let lock = std::fs::read(own.join("package-lock.json")).expect("the lock file is committed");
    let stamp = folder.join("installed");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return folder;
    }
    std::fs::create_dir_all(&folder).expect("the target folder can be written");
    for name in ["package.json", "package-lock.json"] {
        std::fs::copy(own.join(name), folder.join(name)).expect("the target folder can be written");
    }
    let npm = Command::new("npm").args(["ci", "--ignore-scripts"]).current_dir(&folder).output().expect("npm was found above");
    assert!(npm.status.success(), "npm ci: {}", String::from_utf8_lossy(&npm.stderr));
    std::fs::write(stamp, lock).expect("the target folder can be written");
    folder
}

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
    addresses: BTreeMap<&'static str, String>,
}

/// What the demo lists, by how the paths begin, and by what the walks call them.
const LISTED: [(&str, &str); 4] = [("survey", "/q/"), ("kiosk", "/k/"), ("staff", "/staff"), ("report", "/report/")];

impl Demo {
    fn start(folder: &Path) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_ascolto"))
            .args(["demo", "--port", "0", "--folder"])
            .arg(folder)
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
        addresses.insert("unknown link", format!("{home}i/neverexisted"));
        addresses.insert("home", home);
        Self { process, addresses }
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

/// Takes one walk through a demo of its own; `None` where there is no browser.
fn walk(name: &str) -> Option<Value> {
    let (browser, modules) = PARTS.as_ref()?;
    let folder = tempfile::tempdir().expect("there is room for a copy");
    copy(demo_data(), folder.path());
    let demo = Demo::start(folder.path());
    let given = json!({ "chromium": browser, "modules": modules, "addresses": demo.addresses });
    let mut node = Command::new("node")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/walk.mjs"))
        .arg(name)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("node comes with npm");
    node.stdin.take().expect("it is piped").write_all(given.to_string().as_bytes()).expect("node reads what it is given");
    let output = node.wait_with_output().expect("node was started");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(serde_json::from_slice(&output.stdout).expect("the walk prints JSON"))
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

fn lines(of: &Value) -> String {
    of.as_array().into_iter().flatten().map(|line| line.as_str().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_annual_form_is_filled_on_a_phone_without_javascript() {
    let Some(met) = walk("phone") else { return };
    assert_eq!(met["ended"]["form"], 0, "the questionnaire was still there at the end: {met}");
    assert!(met["pages"].as_u64() > Some(0), "{met}");
    assert_eq!(lines(&met["cramped"]), "");
    assert_eq!(lines(&met["problems"]), "");
}

#[test]
fn the_annual_form_is_filled_with_the_keyboard_alone() {
    let Some(met) = walk("keyboard") else { return };
    assert_eq!(met["ended"]["form"], 0, "the questionnaire was still there at the end: {met}");
    assert_eq!(lines(&met["unmarked"]), "", "the focus cannot be seen on these");
    assert_eq!(lines(&met["problems"]), "");
}

#[test]
fn axe_finds_nothing_on_any_page_a_citizen_meets() {
    let Some(met) = walk("axe") else { return };
    assert_eq!(lines(&met["found"]), "");
    let inspected = lines(&met["inspected"]);
    for page in ["home 200", "survey 200", "kiosk 200", "staff 200", "report 200", "thanks 0"] {
        assert!(inspected.contains(&format!("phone {page}")) && inspected.contains(&format!("desk {page}")), "{inspected}");
    }
    assert!(!inspected.contains("refusal 0"), "no page with a refusal was met: {inspected}");
}

#[test]
fn a_first_visit_is_light_and_no_other_host_is_asked() {
    let Some(met) = walk("weight") else { return };
    let parts = met["parts"].as_array().into_iter().flatten().map(|part| format!("{} {}", part["bytes"], part["address"]));
    let parts: Vec<String> = parts.collect();
    assert!(
        met["bytes"].as_f64().is_some_and(|bytes| bytes > 1_000.0 && bytes < MOST_BYTES),
        "{} bytes:\n{}",
        met["bytes"],
        parts.join("\n")
    );
    assert_eq!(met["hosts"].as_array().map(Vec::len), Some(1), "{met}");
    assert_eq!(lines(&met["cookies"]), "", "a citizen's page sets no cookie");
}
