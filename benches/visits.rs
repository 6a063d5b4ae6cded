//! Complete visits a second: the page of the annual questionnaire, every sending that a browser without scripts needs until the
//! answers are received, and the page that thanks. Kept durably in SQLite, over connections that stay open.
//!
//! Eight visitors, one connection each; client and server share the machine. A visit counts when its answer is acknowledged and
//! its thanks are read. Wanted: at least 2,000 a second with pages as they are. What it is when the pages are compressed for
//! every visitor anew, as a browser asks for without a proxy before the server, is told beside it.

mod support;

use ascolto::store::Store;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::{Duration, Instant};
use support::Connection;
use support::questionnaire::{Walk, encode};
use support::site::{SURVEY, Town};

const VISITORS: usize = 8;
const ROUNDS: usize = 3;
const WARM_UP: Duration = Duration::from_secs(1);
const ROUND: Duration = Duration::from_secs(5);
const LEAST_VISITS: f64 = 2_000.0;
/// What the client accepts: pages as they are, and as browsers get them.
const AS_THEY_ARE: &str = "identity";
const COMPRESSED: &str = "gzip, deflate, br";

fn main() -> ExitCode {
    let folder = tempfile::tempdir().expect("there is room for a database");
    let town = Town::found(folder.path(), Store::open);
    let address = town.serve();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let bodies = runtime.block_on(async {
        let mut connection = Connection::open(address).await.expect("the server listens");
        let walk = Walk::of(&mut connection, SURVEY).await;
        walk.sendings.iter().map(|fields| encode(fields)).collect::<Vec<_>>()
    });
    println!("{VISITORS} visitors, {} sendings a visit, {ROUNDS} rounds of {ROUND:?} each", bodies.len());
    // The walk itself is a visit.
    let mut complete = 1 + runtime.block_on(load(address, &bodies, AS_THEY_ARE, WARM_UP)).len();
    let mut rates = Vec::new();
    for accepted in [AS_THEY_ARE, COMPRESSED] {
        let mut rounds = Vec::new();
        for _ in 0..ROUNDS {
            let began = Instant::now();
            let visits = runtime.block_on(load(address, &bodies, accepted, ROUND));
            complete += visits.len();
            rounds.push((visits.len() as f64 / began.elapsed().as_secs_f64(), visits));
        }
        rates.push(summary(accepted, rounds));
    }
    assert_eq!(town.responses(), complete as u64, "every complete visit left one response");
    let reached = rates[0] >= LEAST_VISITS;
    println!("wanted: {LEAST_VISITS:.0} complete visits a second: {}", if reached { "reached" } else { "not reached" });
    if reached { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// All visitors for so long; how many milliseconds each visit took.
async fn load(address: SocketAddr, bodies: &[String], accepted: &'static str, length: Duration) -> Vec<f64> {
    let until = Instant::now() + length;
    let set = tokio::task::LocalSet::new();
    let visitors = (0..VISITORS).map(|_| set.spawn_local(visit(address, bodies.to_vec(), accepted, until)));
    let visitors: Vec<_> = visitors.collect();
    set.await;
    let mut milliseconds = Vec::new();
    for visitor in visitors {
        milliseconds.extend(visitor.await.expect("a visitor met what it did not expect"));
    }
    milliseconds
}

async fn visit(address: SocketAddr, bodies: Vec<String>, accepted: &'static str, until: Instant) -> Vec<f64> {
    let mut connection = Connection::open(address).await.expect("the server listens");
    let mut milliseconds = Vec::new();
    while Instant::now() < until {
        let began = Instant::now();
        let page = connection.get(SURVEY, accepted).await.expect("the server answers");
        assert_eq!(page.status, 200);
        // A compressed page is not read here: unpacking it would measure the client. Its number is one like any other.
        let key = if accepted == AS_THEY_ARE { key_of(&page.text()) } else { uuid::Uuid::new_v4().to_string() };
        let mut thanks = String::new();
        for body in &bodies {
            let answer =
                connection.post_accepting(SURVEY, &format!("{body}&_key={key}"), accepted).await.expect("the server answers");
            thanks = answer.header("location").unwrap_or_default().to_owned();
        }
        assert!(thanks.contains("/thanks"), "the last sending was not received");
        let thanked = connection.get(&thanks, accepted).await.expect("the server answers");
        assert_eq!(thanked.status, 200);
        milliseconds.push(began.elapsed().as_secs_f64() * 1_000.0);
    }
    milliseconds
}

/// The number that the page was given.
fn key_of(page: &str) -> String {
    let from = page.split("name=\"_key\" value=\"").nth(1).expect("the page has a number");
    from.split('"').next().expect("split gives one part").to_owned()
}

fn summary(accepted: &str, rounds: Vec<(f64, Vec<f64>)>) -> f64 {
    let mut rates: Vec<f64> = rounds.iter().map(|(rate, _)| *rate).collect();
    rates.sort_by(f64::total_cmp);
    let mut all: Vec<f64> = rounds.into_iter().flat_map(|(_, visits)| visits).collect();
    all.sort_by(f64::total_cmp);
    let share = |part: f64| all[((all.len() - 1) as f64 * part) as usize];
    let rate = rates[rates.len() / 2];
    println!(
        "{accepted}: {rate:.0} complete visits a second ({:.0} to {:.0}), p50 {:.1} ms, p99 {:.1} ms",
        rates[0],
        rates[rates.len() - 1],
        share(0.5),
        share(0.99)
    );
    rate
}
