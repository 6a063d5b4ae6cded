//! The reader on real reports of many systems, which lie beside the repository.
//!
//! A third of the files was kept aside while the rules were written; both figures are held, so that rules which fit only what
//! they were made from show.

use super::*;
use crate::corpora::corpora;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What is known of one recipient: status, reply code, reason, whether it is hard.
type Known = [String; 4];

fn folder() -> Option<PathBuf> {
    corpora().map(|folder| folder.join("sisimai-set-of-emails")).filter(|folder| folder.is_dir())
}

fn known(folder: &std::path::Path) -> BTreeMap<String, Vec<Known>> {
    let text = std::fs::read_to_string(folder.join("expected.tsv")).unwrap();
    let mut known: BTreeMap<String, BTreeMap<usize, Known>> = BTreeMap::new();
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let row = [cells[2], cells[3], cells[4], cells[5]].map(str::to_owned);
        let rows = known.entry(cells[0].to_owned()).or_default();
        rows.insert(cells[1].parse::<usize>().unwrap(), row);
    }
    known.into_iter().map(|(file, rows)| (file, rows.into_values().collect())).collect()
}

/// FNV-1a: whether a file is of the third that was kept aside.
fn is_kept_aside(file: &str) -> bool {
    let hash = file.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    (hash >> 32).is_multiple_of(3)
}

#[derive(Default)]
struct Score {
    right: BTreeMap<&'static str, usize>,
    all: BTreeMap<&'static str, usize>,
}

impl Score {
    fn count(&mut self, what: &'static str, is_right: bool) {
        *self.all.entry(what).or_default() += 1;
        *self.right.entry(what).or_default() += usize::from(is_right);
    }

    fn share(&self, what: &'static str) -> f64 {
        self.right[what] as f64 / self.all[what] as f64
    }
}

fn kind_of(reason: &str) -> &str {
    match reason {
        "feedback" | "vacation" => reason,
        _ => "bounce",
    }
}

fn compare(file: &str, known: &[Known], report: &Report, score: &mut Score, wrong: &mut Vec<String>) {
    let (kind, failures) = match &report.kind {
        Kind::Bounce(failures) | Kind::Delayed(failures) => ("bounce", failures.clone()),
        Kind::Complaint(_) => ("feedback", Vec::new()),
        Kind::AutomaticReply => ("vacation", Vec::new()),
        _ => ("other", Vec::new()),
    };
    let wanted = kind_of(&known[0][2]);
    score.count("kind", kind == wanted);
    if kind != wanted {
        wrong.push(format!("{file}: kind {kind}, wanted {wanted}"));
    }
    if wanted != "bounce" {
        let recipients = if let Kind::Complaint(complaint) = &report.kind { complaint.recipients.len().max(1) } else { 1 };
        score.count("recipients", recipients == known.len());
        return;
    }
    score.count("recipients", failures.len() == known.len());
    if failures.len() != known.len() {
        wrong.push(format!("{file}: {} recipients, wanted {}", failures.len(), known.len()));
    }
    for (index, [status, reply, reason, hard]) in known.iter().enumerate() {
        let nothing = Failure { reason: Reason::Suppressed, reply_code: Some(999), ..Failure::default() };
        let failure = failures.get(index).unwrap_or(&nothing);
        let told = [
            ("status", failure.status_or_stand_in().to_string(), status.clone()),
            ("reply", failure.reply_code.map(|reply| reply.to_string()).unwrap_or_default(), reply.clone()),
            ("reason", failure.reason.to_string(), reason.clone()),
            ("hard", u8::from(failure.permanence == Permanence::Hard).to_string(), hard.clone()),
        ];
        // A stand-in is ours to choose: the statuses that reports do state are counted by themselves too.
        if !status.contains(".0.9") {
            score.count("stated status", failure.status.is_some_and(|own| own.to_string() == *status));
        }
        for (what, own, wanted) in told {
            score.count(what, own == wanted);
            if own != wanted {
                wrong.push(format!(
                    "{file}: {what} {own}, wanted {wanted} [{}]",
                    failure.words.chars().take(160).collect::<String>()
                ));
            }
        }
    }
}

const FLOORS: &[(&str, f64)] = &[
    ("kind", 1.0),
    ("recipients", 0.97),
    ("hard", 0.97),
    ("status", 0.90),
    ("stated status", 0.90),
    ("reply", 0.90),
    ("reason", 0.90),
];

#[test]
fn real_reports_of_many_systems_are_read_as_they_are_known() {
    let Some(folder) = folder() else { return };
    let mut scores = [Score::default(), Score::default()];
    let mut wrong = [Vec::new(), Vec::new()];
    for (file, known) in known(&folder) {
        let message = std::fs::read(folder.join("maildir/bsd").join(&file)).unwrap();
        let half = usize::from(is_kept_aside(&file));
        compare(&file, &known, &read_report(&message), &mut scores[half], &mut wrong[half]);
    }
    let mut missed = Vec::new();
    for (name, score) in ["made from", "kept aside"].iter().zip(&scores) {
        for (what, floor) in FLOORS {
            println!("{name}: {what} {}/{} = {:.1} %", score.right[what], score.all[what], 100.0 * score.share(what));
            if score.share(what) < *floor {
                missed.push(format!("{name}: {what} {:.3} is under {floor}", score.share(what)));
            }
        }
    }
    println!("{}\n--\n{}", wrong[0].join("\n"), wrong[1].join("\n"));
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn what_is_no_report_is_not_taken_for_one() {
    let Some(folder) = folder() else { return };
    for entry in std::fs::read_dir(folder.join("maildir/not")).unwrap() {
        let message = std::fs::read(entry.unwrap().path()).unwrap();
        assert_eq!(read_report(&message).kind, Kind::Unknown);
    }
}

#[test]
fn other_line_ends_read_the_same() {
    let Some(folder) = folder() else { return };
    for kind in ["dos", "mac"] {
        for entry in std::fs::read_dir(folder.join("maildir").join(kind)).unwrap() {
            let path = entry.unwrap().path();
            let plain = folder.join("maildir/bsd").join(path.file_name().unwrap());
            let Ok(plain) = std::fs::read(plain) else { continue };
            let report = read_report(&std::fs::read(&path).unwrap());
            assert_eq!(std::mem::discriminant(&report.kind), std::mem::discriminant(&read_report(&plain).kind), "{path:?}");
        }
    }
}

#[test]
fn real_reports_cut_anywhere_are_read_without_panic() {
    let Some(folder) = folder() else { return };
    for file in ["rfc3464-01.eml", "arf-16.eml", "lhost-exim-05.eml", "lhost-amazonses-10.eml", "lhost-ezweb-04.eml"] {
        let message = std::fs::read(folder.join("maildir/bsd").join(file)).unwrap();
        for end in (0..message.len()).step_by(97) {
            read_report(&message[..end]);
            read_report(&message[end..]);
        }
    }
}
