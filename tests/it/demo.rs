//! The newcomer's command through the real program: it makes, continues, starts over, and names a taken port.

use crate::support::absent::skip;
use crate::support::office::{code, goal, site_in};
use ascolto::analysis::Change;
use ascolto::charter::Verdict;
use ascolto::flows::close_survey::close_survey;
use ascolto::flows::read_results::read_results;
use ascolto::store::{self, StoreError};
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

    check_printed_reports(folder.path());
    the_last_complete_year_has_its_story(folder.path());
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

/// One goal reached, one not, one not demonstrable; a real improvement, a real decline, a change too small to show.
fn the_last_complete_year_has_its_story(folder: &Path) {
    let site = site_in(folder);
    let published = site.store.read(|db| {
        let office = store::office::find_by_code(db, &code("urp"))?;
        let mut published = store::edition::list(db, office.id)?;
        published.retain(|edition| store::publication::find_last(db, edition.id).is_ok());
        Ok::<_, StoreError>(published)
    });
    let published = published.unwrap();
    assert_eq!(published.len(), 3, "three complete years");
    let last = published.iter().max_by_key(|edition| edition.year).unwrap();
    let results = read_results(&site, last.id).unwrap();
    assert!(results.main.simulated);
    let verdict = |standard| goal(&results, standard).verdict;
    assert_eq!((verdict("courtesy"), verdict("queue")), (Verdict::Reached, Verdict::NotReached));
    assert!(matches!(verdict("overall"), Verdict::NotDemonstrable(_)), "{:?}", verdict("overall"));
    let measured = |standard: &str| results.measurements.iter().find(|reading| reading.standard.as_str() == standard).unwrap();
    assert_eq!((measured("three_rings").value, measured("three_rings").cases), (59.0, 60), "as the register of test calls says");
    assert_eq!((measured("email_reply").value, measured("email_reply").cases), (1_602.0, 1_720));
    assert!(matches!(verdict("three_rings"), Verdict::NotDemonstrable(_)), "59 of 60 do not demonstrate 95 in a hundred");
    assert_eq!((verdict("opening_days"), verdict("complaints_closed")), (Verdict::Reached, Verdict::Reached));
    assert!(results.measurements.iter().all(|reading| reading.note.starts_with("Registro importato")));
    let change = |item| results.findings.changes().iter().find(|change| change.code == item).unwrap().change;
    assert_eq!((change("website"), change("queue")), (Change::Up, Change::Down));
    assert!(!matches!(change("courtesy"), Change::Up | Change::Down), "{:?}", change("courtesy"));
}

/// The goals stand on the first page, every page says that the answers are made up, and no column is too narrow for its words: a
/// cell in which they are broken into syllables, one under the other, stands in such a column.
fn check_printed_reports(folder: &Path) {
    let reports = site_in(folder).store.read(|db| {
        let mut reports = Vec::new();
        for office in store::office::list(db)? {
            for edition in store::edition::list(db, office.id)? {
                for publication in store::publication::list(db, edition.id)? {
                    for language in ["it", "en", "de"] {
                        let name = format!("report-{}.{language}.pdf", edition.year);
                        reports.push(store::publication::find_file(db, publication.id, &name)?);
                    }
                }
            }
        }
        Ok::<_, StoreError>(reports)
    });
    let reports = reports.unwrap();
    assert_eq!(reports.len(), 9);
    for report in reports {
        let path = folder.join(&report.name);
        std::fs::write(&path, &report.body).unwrap();
        let told = match Command::new("pdftotext").arg("-layout").arg(&path).arg("-").output() {
            Ok(told) => String::from_utf8(told.stdout).unwrap(),
            Err(error) => return skip("pdftotext", &error.to_string()),
        };
        let syllable = |line: &&str| line.trim().ends_with(['-', '\u{ad}']) && line.trim().chars().count() <= 5;
        assert_eq!(told.lines().find(syllable), None, "{}", report.name);
        let pages: Vec<String> = told.trim_end_matches('\u{c}').split('\u{c}').map(str::to_lowercase).collect();
        assert!(
            pages.len() > 3
                && ["non raggiunto", "not reached", "nicht erreicht"].iter().any(|verdict| pages[0].contains(verdict)),
            "{}",
            pages[0]
        );
        assert_eq!(pages.iter().position(|page| !page.contains("simul")), None, "{}", report.name);
    }
}

fn close_what_is_open(folder: &Path) {
    let site = site_in(folder);
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
