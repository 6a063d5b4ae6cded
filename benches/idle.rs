//! The server at rest: from start to the first answered page on an existing database, and the memory it holds afterwards.
//! Wanted: under one second, under 60 MB.

mod support;

use ascolto::store::Store;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::Instant;
use support::Connection;
use support::questionnaire::{encode, fill_in};
use support::site::{SURVEY, Town};

const RESPONSES: usize = 2_000;
const STARTS: usize = 5;
const VISITS: usize = 500;
const MOST_SECONDS: f64 = 1.0;
const MOST_MEGABYTES: f64 = 60.0;

fn main() -> ExitCode {
    let folder = tempfile::tempdir().expect("there is room for a database");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(fill_database(folder.path()));
    let (mut seconds, mut megabytes) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let began = Instant::now();
        let (mut process, address) = start(folder.path());
        runtime.block_on(async {
            let mut connection = Connection::open(address).await.expect("the server listens");
            let answer = connection.get(SURVEY, "br").await.expect("the server answers");
            assert_eq!(answer.status, 200);
            seconds.push(began.elapsed().as_secs_f64());
            for _ in 0..VISITS {
                connection.get(SURVEY, "br").await.expect("the server answers");
            }
        });
        megabytes.push(resident_megabytes(process.id()));
        process.kill().expect("it runs");
        process.wait().expect("it was killed");
    }
    let worst = |figures: &[f64]| figures.iter().copied().fold(0.0, f64::max);
    let (longest, largest) = (worst(&seconds), worst(&megabytes));
    println!("{RESPONSES} responses in the database, {STARTS} starts, {VISITS} visits after each; the worst of all:");
    println!("start to first answer {:.3} s (wanted: under {MOST_SECONDS} s)", longest);
    println!("memory afterwards {:.1} MB (wanted: under {MOST_MEGABYTES} MB)", largest);
    let reached = longest < MOST_SECONDS && largest < MOST_MEGABYTES;
    println!("{}", if reached { "reached" } else { "not reached" });
    if reached { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

async fn fill_database(folder: &Path) {
    let town = Town::found(folder, Store::open);
    let mut connection = Connection::open(town.serve()).await.expect("the server listens");
    let body = encode(&fill_in(&mut connection, SURVEY).await);
    for _ in 1..RESPONSES {
        let own = format!("{body}&_key={}", uuid::Uuid::new_v4());
        let answer = connection.post(SURVEY, &own).await.expect("the server answers");
        assert_eq!(answer.status, 303);
    }
}

fn start(folder: &Path) -> (Child, SocketAddr) {
    let file = |name: &str| folder.join(name).display().to_string();
    let mut process = Command::new(env!("CARGO_BIN_EXE_ascolto"))
        .arg("serve")
        .env("ASCOLTO_SERVER_ADDRESS", "127.0.0.1:0")
        .env("ASCOLTO_DATABASE_URL", format!("sqlite:{}", file("ascolto.db")))
        .env("ASCOLTO_DATABASE_KEY_FILE", file("ascolto.keys"))
        .env("ASCOLTO_MAIL_FOLDER", file("outbox"))
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program was built for this benchmark");
    let told = BufReader::new(process.stderr.take().expect("it is piped"));
    let address = told.lines().map_while(Result::ok).find_map(|line| line.split_once("http://")?.1.trim().parse().ok());
    (process, address.expect("the server says where it listens"))
}

/// What the kernel counts as resident, shared pages included.
fn resident_megabytes(process: u32) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).expect("this benchmark needs Linux");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("every process has a resident size");
    let kilobytes: f64 = line.trim().trim_end_matches(" kB").parse().expect("a number");
    kilobytes * 1_024.0 / 1_000_000.0
}
