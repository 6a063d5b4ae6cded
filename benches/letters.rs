//! Letters a second through one mail server on this machine, at 1, 4 and 16 connections: the whole way (claimed, planned, written,
//! handed over, marked, in a database on disk with `synchronous=FULL`), against a loop that pushes prepared bytes through as many
//! connections, command by command. The server takes several commands at once, as nearly all do, and the sender makes use of it; what
//! another costs that takes them one by one is told too. Server, sender and loop share the machine; the two take turns.
//!
//! Wanted: at least 80 % of the loop where the server takes several commands at once, and a memory that does not grow from 1,000 to 100,000 contacts. The memory is that of a process
//! of its own for each number of contacts, which this program starts itself.

mod support;

use ascolto::flows::import_contacts::import_contacts;
use ascolto::flows::queue_letters::queue_invitations;
use ascolto::flows::send_invitations::send_all_due;
use ascolto::mail::{Mailer, Settings, SmtpServer, Transport};
use std::fmt::Write as _;
use std::process::{Command, ExitCode};
use std::time::Instant;
use support::sink::{Sink, push};
use support::site::Town;

const CONNECTIONS: [usize; 3] = [1, 4, 16];
const LETTERS: usize = 10_000;
const ROUNDS: usize = 3;
const LEAST_SHARE: f64 = 0.8;
/// How much more memory a hundred times as many contacts may take.
const MOST_GROWTH: f64 = 1.2;
const CONTACTS: [usize; 2] = [1_000, 100_000];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, order, folder, port] = arguments.as_slice()
        && order == "--send"
    {
        send_what_is_queued(folder, port.parse().expect("a port"));
        return ExitCode::SUCCESS;
    }
    let mut good = true;
    println!("a server that takes several commands at once (wanted at least {:.0} %)", LEAST_SHARE * 100.0);
    for connections in CONNECTIONS {
        good &= compare(true, connections) >= LEAST_SHARE;
    }
    println!("one that takes them one by one (nothing wanted)");
    for connections in CONNECTIONS {
        compare(false, connections);
    }
    good &= compare_memory();
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The sender's rate by the loop's.
fn compare(pipelining: bool, connections: usize) -> f64 {
    let sink = Sink::start(pipelining);
    let (mut raw, mut whole) = (Vec::new(), Vec::new());
    let folder = tempfile::tempdir().expect("there is room for a database");
    let campaign = campaign(&folder, &sink, connections, 64);
    send_all_due(&campaign.site).expect("the database answers");
    let letter = sink.last_letter();
    for _ in 0..ROUNDS {
        raw.push(LETTERS as f64 / push(sink.port(), connections, LETTERS, &letter).as_secs_f64());
        whole.push(send(&sink, connections));
    }
    let (raw, whole) = (median(raw), median(whole));
    let share = whole / raw;
    println!(
        "{connections:>2} connections: {whole:>6.0} letters a second, {raw:>6.0} by the loop alone: {:.0} %; a letter has {} bytes",
        share * 100.0,
        letter.len()
    );
    share
}

/// Letters a second of one campaign.
fn send(sink: &Sink, connections: usize) -> f64 {
    let folder = tempfile::tempdir().expect("there is room for a database");
    let town = campaign(&folder, sink, connections, LETTERS);
    let before = sink.taken();
    let began = Instant::now();
    let round = send_all_due(&town.site).expect("the database answers");
    let took = began.elapsed().as_secs_f64();
    assert_eq!((round.done, sink.taken() - before), (LETTERS as u64, LETTERS as u64), "every letter went out once");
    LETTERS as f64 / took
}

fn campaign(folder: &tempfile::TempDir, sink: &Sink, connections: usize, contacts: usize) -> Town {
    let mut town = Town::found(folder.path(), ascolto::store::Store::open);
    town.remail(mailer(sink.port(), connections));
    let survey = town.survey;
    for from in (0..contacts).step_by(10_000) {
        let mut file = "email;nome\n".to_owned();
        for number in from..contacts.min(from + 10_000) {
            writeln!(file, "utente{number}@posta{}.example;Utente {number}", number % 97).expect("a string takes everything");
        }
        import_contacts(&town.site, survey, file.as_bytes()).expect("the file is good");
    }
    assert_eq!(queue_invitations(&town.site, survey).expect("the survey is open"), contacts);
    town
}

fn mailer(port: u16, connections: usize) -> Mailer {
    let server = SmtpServer { connections, ..SmtpServer::plain("127.0.0.1", port) };
    let settings = Settings { transport: Transport::Smtp(vec![server]), ..Settings::plain("urp@provincia.example", "URP") };
    Mailer::open(&settings).expect("the settings are good")
}

fn compare_memory() -> bool {
    let [few, many] = CONTACTS.map(memory_of);
    println!(
        "memory of a process that sends: {few:.1} MiB for {} contacts, {many:.1} MiB for {} (wanted at most {MOST_GROWTH} times as much)",
        CONTACTS[0], CONTACTS[1]
    );
    many <= few * MOST_GROWTH
}

/// The most memory, in MiB, that a process takes which finds so many letters queued and sends them.
fn memory_of(contacts: usize) -> f64 {
    let folder = tempfile::tempdir().expect("there is room for a database");
    let sink = Sink::start(true);
    drop(campaign(&folder, &sink, 4, contacts));
    let program = std::env::current_exe().expect("a program knows where it stands");
    let mut sender = Command::new(&program);
    sender.args(["--send", &folder.path().to_string_lossy(), &sink.port().to_string()]);
    let output = sender.output().expect("it starts again");
    assert_eq!(sink.taken(), contacts as u64, "every letter went out once");
    String::from_utf8_lossy(&output.stdout).trim().parse().expect("it prints a number")
}

/// Sends what is queued in a folder's database; prints the most memory that the process took.
fn send_what_is_queued(folder: &str, port: u16) {
    let mut town = Town::find(folder.as_ref());
    town.remail(mailer(port, 4));
    send_all_due(&town.site).expect("the database answers");
    let status = std::fs::read_to_string("/proc/self/status").expect("the system tells");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("it tells the highest mark");
    let kib: f64 = line.trim().trim_end_matches(" kB").parse().expect("a number");
    println!("{}", kib / 1024.0);
}

fn median(mut rates: Vec<f64>) -> f64 {
    rates.sort_by(f64::total_cmp);
    rates[rates.len() / 2]
}
