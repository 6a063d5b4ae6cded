//! The newcomer's command through the real program: it makes, continues, starts over, and names a taken port.

use crate::support::absent::skip;
use ascolto::clock::Clock;
use ascolto::config::Config;
use ascolto::flows::close_survey::close_survey;
use ascolto::keys::Keys;
use ascolto::mail::{Mailer, Memory};
use ascolto::site::Site;
use ascolto::store::{self, Store, StoreError};
use ascolto::survey::State;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Output};

fn demo(folder: &Path, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ascolto"));
    command.args(["demo", "--folder"]).arg(folder).args(more).env("LANG", "it_IT.UTF-8").env_remove("LC_ALL");
    command.output().expect("the program starts")
}

fn said(output: &Output) -> (String, String) {
    (String::from_utf8_lossy(&output.stdout).into_owned(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn the_demo_makes_an_example_continues_with_it_and_starts_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let made = demo(folder.path(), &["--make-only"]);
    let (links, progress) = said(&made);
    assert!(made.status.success(), "{progress}");
    assert!(progress.lines().count() >= 8, "progress is shown: {progress}");
    for wanted in ["/q/urp_", "/k/", "/i/", "/staff", "/report/urp/", ".pdf", "ascolto-demo", "outbox", "simulate"] {
        assert!(links.contains(wanted), "{wanted} is missing in {links}");
    }
    let letters = std::fs::read_dir(folder.path().join("outbox")).expect("the outbox").count();
    assert!(letters >= 10, "{letters} letters");

    let (same_links, progress) = said(&demo(folder.path(), &["--make-only"]));
    assert_eq!(same_links, links, "the same data has the same links");
    assert!(progress.contains("--fresh"), "{progress}");

    no_column_is_too_narrow_for_its_words(folder.path());
    close_what_is_open(folder.path());
    let after = demo(folder.path(), &["--make-only"]);
    let (links, progress) = said(&after);
    assert!(after.status.success(), "{progress}");
    assert!(links.contains("--fresh") && links.contains("/staff") && links.contains("/report/urp/"), "{links}");
    assert!(!links.contains("/k/") && !links.contains("/i/") && !links.contains("/q/"), "the survey is closed: {links}");

    let stranger = folder.path().join("mine.txt");
    std::fs::write(&stranger, "mine").expect("a file of somebody's");
    let (new_links, _) = said(&demo(folder.path(), &["--make-only", "--fresh"]));
    assert_ne!(new_links, links, "a fresh example has new keys, hence new links");
    assert!(stranger.exists(), "--fresh removes the example only");
}

/// In the printed reports: a cell whose words are broken into syllables, one under the other, stands in too narrow a column.
fn no_column_is_too_narrow_for_its_words(folder: &Path) {
    let store = Store::open(Config::in_folder(folder).database_url.expose()).unwrap();
    let reports = store.read(|db| {
        let mut reports = Vec::new();
        for office in store::office::list(db)? {
            for edition in store::edition::list(db, office.id)? {
                for publication in store::publication::list(db, edition.id)? {
                    let name = format!("report-{}.it.pdf", edition.year);
                    reports.push(store::publication::find_file(db, publication.id, &name)?);
                }
            }
        }
        Ok::<_, StoreError>(reports)
    });
    let reports = reports.unwrap();
    assert_eq!(reports.len(), 3);
    for report in reports {
        let path = folder.join(&report.name);
        std::fs::write(&path, &report.body).unwrap();
        let told = match Command::new("pdftotext").arg("-layout").arg(&path).arg("-").output() {
            Ok(told) => String::from_utf8(told.stdout).unwrap(),
            Err(error) => return skip("pdftotext", &error.to_string()),
        };
        let syllable = |line: &&str| line.trim().ends_with(['-', '\u{ad}']) && line.trim().chars().count() <= 5;
        assert_eq!(told.lines().find(syllable), None, "{}", report.name);
    }
}

fn close_what_is_open(folder: &Path) {
    let config = Config::in_folder(folder);
    let (store, keys) = (Store::open(config.database_url.expose()).unwrap(), Keys::open(&config.key_file).unwrap());
    let clock = Clock::system(config.body.time_zone);
    let site = Site::new(config, "http://127.0.0.1", clock, store, keys, Mailer::Memory(Memory::default()));
    let open = site.store.read(|db| store::survey::list_in(db, State::Open)).unwrap();
    assert_eq!(open.len(), 1);
    close_survey(&site, open[0].id).unwrap();
}

#[test]
fn a_taken_port_is_named_before_anything_is_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("its address").port().to_string();
    let refused = demo(folder.path(), &["--port", &port]);
    let (_, message) = said(&refused);
    assert_eq!(refused.status.code(), Some(1));
    assert!(message.contains(&port) && message.contains("--port"), "{message}");
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 0, "nothing was made");
}
