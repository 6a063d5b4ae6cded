//! What a first visit to the annual questionnaire weighs on the wire: the page and all it asks for before the first view, heads
//! included. Wanted: under 60,000 bytes.

mod support;

use ascolto::store::Store;
use std::process::ExitCode;
use support::Connection;
use support::site::{SURVEY, Town};

const MOST_BYTES: usize = 60_000;
const ACCEPTED: &str = "gzip, deflate, br, zstd";

fn main() -> ExitCode {
    let folder = tempfile::tempdir().expect("there is room for a database");
    let town = Town::found(folder.path(), Store::open);
    let address = town.serve();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let total = runtime.block_on(async {
        let mut connection = Connection::open(address).await.expect("the server listens");
        let plain = connection.get(SURVEY, "identity").await.expect("the server answers").text();
        let mut total = 0;
        for path in std::iter::once(SURVEY.to_owned()).chain(asked_for(&plain)) {
            let answer = connection.get(&path, ACCEPTED).await.expect("the server answers");
            assert_eq!(answer.status, 200, "{path}");
            println!("{:>7} {path} {}", answer.bytes, answer.header("content-encoding").unwrap_or("as it is"));
            total += answer.bytes;
        }
        total
    });
    let reached = total < MOST_BYTES;
    println!("{total:>7} bytes in all (wanted: under {MOST_BYTES}): {}", if reached { "reached" } else { "not reached" });
    if reached { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What the head of a page makes a browser fetch at once: style sheets, preloaded fonts, scripts, the icon.
fn asked_for(page: &str) -> Vec<String> {
    let head = page.split("</head>").next().unwrap_or_default();
    let tags = head.split('<').filter(|tag| tag.starts_with("link ") || tag.starts_with("script "));
    let paths = tags.filter_map(|tag| tag.split_once("href=\"").or_else(|| tag.split_once("src=\"")));
    paths.filter_map(|(_, rest)| rest.split('"').next()).filter(|path| path.starts_with('/')).map(str::to_owned).collect()
}
