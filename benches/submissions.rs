//! Submissions a second: the whole way over HTTP, kept durably in SQLite (write-ahead log, `synchronous=FULL`), against the same
//! server that reads, checks and accepts the same questionnaire and throws it away.
//!
//! Client and server share the machine. The two servers take turns, so that what else the machine does meets both alike.
//! Wanted: kept at no less than half the rate of thrown away, 99 of 100 answered within 50 ms at 64 connections.

mod support;

use ascolto::store::Store;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::{Duration, Instant};
use support::Connection;
use support::questionnaire::{encode, fill_in};
use support::site::{SURVEY, Town};

const CONNECTIONS: usize = 64;
const ROUNDS: usize = 3;
const WARM_UP: Duration = Duration::from_secs(1);
const ROUND: Duration = Duration::from_secs(5);
const LEAST_SHARE: f64 = 0.5;
const MOST_MILLISECONDS: f64 = 50.0;

fn main() -> ExitCode {
    let folders = [tempfile::tempdir(), tempfile::tempdir()].map(|folder| folder.expect("there is room for a database"));
    let kept = Town::found(folders[0].path(), Store::open);
    let thrown = Town::found(folders[1].path(), Store::open_without_keeping);
    let (kept_at, thrown_at) = (kept.serve(), thrown.serve());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let body = runtime.block_on(async {
        let mut connection = Connection::open(kept_at).await.expect("the server listens");
        encode(&fill_in(&mut connection, SURVEY).await)
    });
    println!("{CONNECTIONS} connections, {} bytes a questionnaire, {ROUNDS} rounds of {ROUND:?} each", body.len());
    let mut acknowledged = 1;
    for address in [kept_at, thrown_at] {
        let load = runtime.block_on(send(address, &body, WARM_UP));
        acknowledged += if address == kept_at { load.milliseconds.len() } else { 0 };
    }
    let (mut keeping, mut throwing) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        keeping.push(runtime.block_on(send(kept_at, &body, ROUND)));
        throwing.push(runtime.block_on(send(thrown_at, &body, ROUND)));
    }
    acknowledged += keeping.iter().map(|load| load.milliseconds.len()).sum::<usize>();
    assert_eq!(kept.responses(), acknowledged as u64, "every acknowledged submission is there once");
    assert_eq!(thrown.responses(), 0, "nothing is kept where nothing should be");
    judge(&summary("kept", keeping), &summary("thrown away", throwing))
}

/// What a round of load met: how long each submission took.
struct Load {
    milliseconds: Vec<f64>,
    seconds: f64,
}

/// The figures of one server.
struct Summary {
    rate: f64,
    worst_of_hundred: f64,
}

async fn send(address: SocketAddr, body: &str, length: Duration) -> Load {
    let began = Instant::now();
    let visitors: Vec<_> = (0..CONNECTIONS).map(|_| visit(address, body.to_owned(), began + length)).collect();
    let set = tokio::task::LocalSet::new();
    let tasks: Vec<_> = visitors.into_iter().map(|visitor| set.spawn_local(visitor)).collect();
    set.await;
    let mut milliseconds = Vec::new();
    for task in tasks {
        milliseconds.extend(task.await.expect("a visitor met what it did not expect"));
    }
    Load { milliseconds, seconds: began.elapsed().as_secs_f64() }
}

async fn visit(address: SocketAddr, body: String, until: Instant) -> Vec<f64> {
    let mut connection = Connection::open(address).await.expect("the server listens");
    let mut milliseconds = Vec::new();
    while Instant::now() < until {
        let own = format!("{body}&_key={}", uuid::Uuid::new_v4());
        let began = Instant::now();
        let answer = connection.post(SURVEY, &own).await.expect("the server answers");
        assert_eq!(answer.status, 303, "{}", answer.text());
        milliseconds.push(began.elapsed().as_secs_f64() * 1_000.0);
    }
    milliseconds
}

fn summary(name: &str, loads: Vec<Load>) -> Summary {
    let mut rates: Vec<f64> = loads.iter().map(|load| load.milliseconds.len() as f64 / load.seconds).collect();
    rates.sort_by(f64::total_cmp);
    let mut all: Vec<f64> = loads.into_iter().flat_map(|load| load.milliseconds).collect();
    all.sort_by(f64::total_cmp);
    let share = |part: f64| all[((all.len() - 1) as f64 * part) as usize];
    let rate = rates[rates.len() / 2];
    println!(
        "{name}: {rate:.0} a second ({:.0} to {:.0}), p50 {:.1} ms, p99 {:.1} ms, longest {:.1} ms",
        rates[0],
        rates[rates.len() - 1],
        share(0.5),
        share(0.99),
        share(1.0)
    );
    Summary { rate, worst_of_hundred: share(0.99) }
}

fn judge(kept: &Summary, thrown: &Summary) -> ExitCode {
    let share = kept.rate / thrown.rate;
    let reached = share >= LEAST_SHARE && kept.worst_of_hundred < MOST_MILLISECONDS;
    println!(
        "kept at {:.0} % of the rate of thrown away (wanted: {:.0} %), p99 {:.1} ms (wanted: under {MOST_MILLISECONDS} ms): {}",
        share * 100.0,
        LEAST_SHARE * 100.0,
        kept.worst_of_hundred,
        if reached { "reached" } else { "not reached" }
    );
    if reached { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
