//! The rules: each takes what is written and gives what is wrong with it, one line a fault.

use crate::source::{SourceFile, end_of_block, identifiers, line_of};

/// A table from a name to other names.
pub type Table = [(&'static str, &'static [&'static str])];

const MOST_FUNCTION_LINES: usize = 70;
const MOST_FILE_LINES: usize = 500;
const REASON: &str = "//! Long because:";
const DRAWERS: &[&str] = &["util", "utils", "helper", "helpers", "common", "manager", "misc"];
const OUTSIDE: &[&str] = &[
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "tokio::fs",
    "tokio::net",
    "SystemTime",
    "Instant::now",
    "Utc::now",
    "Local::now",
    "getrandom::",
    "Uuid::new_v4",
    "static mut",
];

fn fault(file: &SourceFile, at: usize, what: &str) -> String {
    format!("{}:{}: {what}", file.path, line_of(&file.text, at.min(file.text.len())))
}

fn row<'a>(table: &'a Table, name: &str) -> Option<&'a [&'static str]> {
    table.iter().find(|(key, _)| *key == name).map(|(_, values)| *values)
}

/// The crate's modules that production code names, by `crate::`, `ascolto::` or `super::` up to the root.
fn modules_named(file: &SourceFile) -> Vec<(usize, String)> {
    let code = &file.production;
    let climb = "super::".repeat(file.depth());
    let mut found = Vec::new();
    for root in ["crate::", "ascolto::", climb.as_str()].into_iter().filter(|root| !root.is_empty()) {
        for (at, _) in code.match_indices(root) {
            let before = code[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':' || c == '$') {
                continue;
            }
            found.extend(first_names(&code[at + root.len()..]).into_iter().map(|name| (at, name)));
        }
    }
    found
}

/// The first name of each path: of `form::Scale` it is `form`, of `{form::Scale, ids}` they are `form` and `ids`.
fn first_names(path: &str) -> Vec<String> {
    let first = |part: &str| identifiers(part.trim_start()).first().map(|(_, name)| (*name).to_owned());
    if !path.starts_with('{') {
        return first(path).into_iter().collect();
    }
    let inside = &path[1..end_of_block(path, 0).unwrap_or(path.len())];
    let mut depth = 0_usize;
    let parts = inside.split(|c: char| {
        depth = match c {
            '{' => depth + 1,
            '}' => depth.saturating_sub(1),
            _ => depth,
        };
        c == ',' && depth == 0
    });
    parts.filter_map(first).collect()
}

/// Modules named against the table.
pub fn forbidden_modules(file: &SourceFile, table: &Table) -> Vec<String> {
    let module = file.module().unwrap_or_default();
    let Some(allowed) = row(table, module) else {
        return vec![format!("{}: `{module}` has no row in the module table of tests/tidy.rs", file.path)];
    };
    let named = modules_named(file).into_iter().filter(|(_, name)| {
        let is_module = row(table, name).is_some();
        is_module && name != module && !allowed.contains(&"*") && !allowed.contains(&name.as_str())
    });
    named.map(|(at, name)| fault(file, at, &format!("`{module}` may not name `{name}`"))).collect()
}

/// Modules that `src/lib.rs` declares or its map lists and the table lacks, or the other way round.
pub fn modules_missing_from_table(lib: &str, table: &Table) -> Vec<String> {
    let declared: Vec<&str> =
        lib.lines().filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';')).collect();
    let mut faults = Vec::new();
    for module in declared.iter().filter(|module| row(table, module).is_none()) {
        faults.push(format!("src/lib.rs: `{module}` has no row in the module table of tests/tidy.rs"));
    }
    for (module, _) in table.iter().filter(|(module, _)| !["lib", "main"].contains(module)) {
        if !declared.contains(module) {
            faults.push(format!("tests/tidy.rs: `{module}` is in the table and not in src/lib.rs"));
        }
    }
    faults
}

/// Modules that the table lets name each other, directly or by a way round.
pub fn circles(table: &Table) -> Vec<String> {
    let mut faults = Vec::new();
    for (start, first) in table {
        let mut seen: Vec<&str> = Vec::new();
        let mut waiting: Vec<&str> = first.to_vec();
        while let Some(next) = waiting.pop() {
            if !seen.contains(&next) {
                seen.push(next);
                waiting.extend(row(table, next).unwrap_or_default());
            }
        }
        if seen.contains(start) {
            faults.push(format!("tests/tidy.rs: the table leads from `{start}` back to `{start}`"));
        }
    }
    faults
}

/// Libraries named outside their owner.
pub fn foreign_libraries(file: &SourceFile, owners: &Table) -> Vec<String> {
    let module = file.module().unwrap_or_default();
    let mut faults = Vec::new();
    for (at, name) in identifiers(&file.code) {
        let owners = owners.iter().filter(|(_, libraries)| libraries.contains(&name)).map(|(owner, _)| *owner);
        let owners: Vec<&str> = owners.collect();
        if !owners.is_empty() && !owners.contains(&module) {
            faults.push(fault(file, at, &format!("only `{}` may name `{name}`", owners.join("` and `"))));
        }
    }
    faults
}

/// Clock, disk, network, environment and chance named in a pure module.
pub fn impurities(file: &SourceFile, pure: &[&str]) -> Vec<String> {
    if !file.module().is_some_and(|module| pure.contains(&module)) {
        return Vec::new();
    }
    let code = spelled_out(&file.production);
    let outside = OUTSIDE.iter().flat_map(|name| code.match_indices(name));
    outside.map(|(at, name)| fault(file, at, &format!("a pure module may not use `{name}`; take it as an argument"))).collect()
}

/// The code with `use std::{fs, net}` made to read `std::fs` without moving anything but the braces' places.
fn spelled_out(code: &str) -> String {
    let mut spelled = code.to_owned();
    for (at, open) in code.match_indices("std::{") {
        let inside = at + open.len();
        let end = end_of_block(code, inside - 1).unwrap_or(code.len());
        let names: Vec<String> = first_names(&code[inside - 1..=end.min(code.len() - 1)]);
        for name in names {
            spelled.push_str(&format!(" std::{name}"));
        }
    }
    spelled
}

/// Functions over seventy lines, from `fn` to the closing brace.
pub fn long_functions(file: &SourceFile) -> Vec<String> {
    let mut faults = Vec::new();
    let names = identifiers(&file.code);
    for pair in names.windows(2).filter(|pair| pair[0].1 == "fn") {
        let Some(end) = end_of_block(&file.code, pair[0].0) else { continue };
        let lines = file.code[pair[0].0..end].matches('\n').count() + 1;
        if lines > MOST_FUNCTION_LINES {
            let what = format!("`{}` has {lines} lines; {MOST_FUNCTION_LINES} is the most", pair[1].1);
            faults.push(fault(file, pair[0].0, &what));
        }
    }
    faults
}

/// A file over five hundred lines whose header gives no reason.
pub fn long_file(file: &SourceFile) -> Option<String> {
    let lines = file.text.lines().count();
    let header = file.text.lines().take_while(|line| line.starts_with("//!"));
    let has_reason = header.into_iter().any(|line| line.strip_prefix(REASON).is_some_and(|why| why.trim().len() > 10));
    let what = format!("{}: {lines} lines; over {MOST_FILE_LINES} the header says why (`{REASON} ...`)", file.path);
    (lines > MOST_FILE_LINES && !has_reason).then_some(what)
}

/// A file that does not begin with what it is.
pub fn headless_file(file: &SourceFile) -> Option<String> {
    (!file.text.starts_with("//! ")).then(|| format!("{}: begins with no `//!` that says what the file is", file.path))
}

/// Files and modules named as drawers.
pub fn drawer_names(file: &SourceFile) -> Vec<String> {
    let parts = file.path.split('/').map(|part| part.trim_end_matches(".rs")).filter(|part| DRAWERS.contains(part));
    let mut faults: Vec<String> = parts.map(|part| format!("{}: `{part}` says nothing; name what it holds", file.path)).collect();
    let names = identifiers(&file.code);
    for pair in names.windows(2).filter(|pair| pair[0].1 == "mod" && DRAWERS.contains(&pair[1].1)) {
        faults.push(fault(file, pair[1].0, &format!("`{}` says nothing; name what it holds", pair[1].1)));
    }
    faults
}

/// Notes to do something later.
pub fn unfinished_work(file: &SourceFile) -> Vec<String> {
    let notes = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("X", "XX")];
    let in_text = identifiers(&file.text).into_iter().filter(|(_, name)| notes.contains(name));
    let mut faults: Vec<String> = in_text.map(|(at, name)| fault(file, at, &format!("`{name}`: do it or file it"))).collect();
    for name in ["todo!", "unimplemented!"] {
        faults.extend(file.code.match_indices(name).map(|(at, _)| fault(file, at, &format!("`{name}` is a stub"))));
    }
    faults
}

/// `unwrap` outside tests.
pub fn unwraps(file: &SourceFile) -> Vec<String> {
    let calls = file.production.match_indices(".unwrap()");
    calls.map(|(at, _)| fault(file, at, "`unwrap` outside a test: give an error, or `expect` with the reason")).collect()
}

/// Ignored tests, and sleeping in tests.
pub fn weak_tests(file: &SourceFile) -> Vec<String> {
    let ignored = file.code.match_indices("#[ignore").map(|(at, _)| fault(file, at, "an ignored test is no test"));
    let mut faults: Vec<String> = ignored.collect();
    let in_tests = |at: usize| file.path.starts_with("tests/") || file.production[at..].starts_with(' ');
    for name in ["thread::sleep", "time::sleep"] {
        let sleeps = file.code.match_indices(name).filter(|(at, _)| in_tests(*at));
        faults.extend(sleeps.map(|(at, _)| fault(file, at, "a test waits for the thing itself, not for time to pass")));
    }
    faults
}

/// Paths of one machine and hosts of registries.
pub fn places(path: &str, text: &str) -> Vec<String> {
    let machine = [concat!("/wo", "rk/"), concat!("/ho", "me/"), concat!("/ro", "ot/"), concat!("/Us", "ers/")];
    let hosts = [concat!("registry.npm", "js.org"), concat!("registry.yarn", "pkg.com"), concat!("files.python", "hosted.org")];
    let mut faults = Vec::new();
    for (number, line) in text.lines().enumerate() {
        for name in machine.iter().chain(&hosts).filter(|name| line.contains(**name)) {
            faults.push(format!("{path}:{}: names `{name}`", number + 1));
        }
        if path.ends_with("package-lock.json") && line.contains("\"resolved\"") {
            faults.push(format!("{path}:{}: a lock file says what, not from where", number + 1));
        }
    }
    faults
}

/// Migrations that one side has and the other lacks, and sides without any.
pub fn unequal_migrations(sqlite: &[String], postgres: &[String]) -> Vec<String> {
    let missing = |from: &[String], side: &str, in_other: &[String]| -> Vec<String> {
        let names = in_other.iter().filter(|name| !from.contains(name));
        names.map(|name| format!("migrations/{side}: `{name}` is missing")).collect()
    };
    let mut faults = missing(postgres, "postgres", sqlite);
    faults.extend(missing(sqlite, "sqlite", postgres));
    if sqlite.is_empty() {
        faults.push("migrations/sqlite: no migration at all".to_owned());
    }
    faults
}

/// Each rule on a small text that breaks it and on one that keeps it.
mod tests {
    use super::*;

    const TABLE: &Table = &[("form", &["text"]), ("text", &[]), ("store", &["form", "text"]), ("cli", &["*"])];

    fn file(path: &str, text: &str) -> SourceFile {
        SourceFile::new(path, text)
    }

    #[test]
    fn a_module_outside_the_table_row_is_found_however_it_is_named() {
        for text in [
            "use crate::store::Database;",
            "use crate::{text::Code, store};",
            "use crate::{text::{Code, Bounded}, store::Database};",
            "fn f() { crate::store::open(); }",
            "use super::super::store;",
        ] {
            assert_eq!(forbidden_modules(&file("src/form/scale.rs", text), TABLE).len(), 1, "{text}");
        }
        assert_eq!(forbidden_modules(&file("src/form/mod.rs", "use super::store;"), TABLE).len(), 1);
        assert_eq!(forbidden_modules(&file("src/unknown.rs", ""), TABLE).len(), 1);
    }

    #[test]
    fn what_the_row_allows_is_let_pass() {
        for text in
            ["use crate::text::Code;", "use super::layout;", "// crate::store", "#[cfg(test)]\nmod tests { use crate::store; }"]
        {
            assert!(forbidden_modules(&file("src/form/scale.rs", text), TABLE).is_empty(), "{text}");
        }
        assert!(forbidden_modules(&file("src/cli/mod.rs", "use crate::store;"), TABLE).is_empty());
    }

    #[test]
    fn a_module_without_a_row_and_a_row_without_a_module_are_found() {
        let faults = modules_missing_from_table("pub mod form;\nmod text;\npub mod extra;\npub mod cli;", TABLE);
        assert_eq!(faults.len(), 2, "{faults:?}");
        assert!(faults[0].contains("extra") && faults[1].contains("store"));
    }

    #[test]
    fn a_circle_is_found_and_a_straight_table_has_none() {
        assert_eq!(circles(&[("a", &["b"]), ("b", &["c"]), ("c", &["a"])]).len(), 3);
        assert!(circles(TABLE).is_empty());
    }

    #[test]
    fn a_library_outside_its_owner_is_found() {
        let owners: &Table = &[("store", &["diesel"])];
        assert_eq!(foreign_libraries(&file("src/web/mod.rs", "use diesel::prelude::*;"), owners).len(), 1);
        assert!(foreign_libraries(&file("src/store/mod.rs", "use diesel::prelude::*;"), owners).is_empty());
        assert!(foreign_libraries(&file("src/web/mod.rs", "// diesel is not ours"), owners).is_empty());
    }

    #[test]
    fn a_pure_module_that_reaches_outside_is_found() {
        for text in ["use std::fs;", "use std::{fmt, fs};", "let now = chrono::Utc::now();", "std::env::var(\"X\")"] {
            assert_eq!(impurities(&file("src/form/file.rs", text), &["form"]).len(), 1, "{text}");
            assert!(impurities(&file("src/store/file.rs", text), &["form"]).is_empty());
        }
        assert!(impurities(&file("src/form/file.rs", "use std::{fmt, mem}; env!(\"X\")"), &["form"]).is_empty());
    }

    #[test]
    fn a_long_function_is_found_and_seventy_lines_are_not() {
        let function = |lines: usize| format!("fn grow() {{\n{}}}\n", "    step();\n".repeat(lines - 2));
        assert_eq!(long_functions(&file("src/a.rs", &function(71))).len(), 1);
        assert!(long_functions(&file("src/a.rs", &function(70))).is_empty());
    }

    #[test]
    fn a_long_file_is_found_unless_its_header_says_why() {
        let body = "\n".repeat(500);
        assert!(long_file(&file("src/a.rs", &format!("//! A file.\n{body}"))).is_some());
        assert!(long_file(&file("src/a.rs", &format!("//! A file.\n{REASON} one table of a standard.\n{body}"))).is_none());
        assert!(long_file(&file("src/a.rs", "//! A file.\n")).is_none());
    }

    #[test]
    fn a_file_without_a_header_is_found() {
        assert!(headless_file(&file("src/a.rs", "use std::fmt;")).is_some());
        assert!(headless_file(&file("src/a.rs", "//! Sums.\nuse std::fmt;")).is_none());
    }

    #[test]
    fn a_drawer_is_found_by_its_path_and_by_its_declaration() {
        assert_eq!(drawer_names(&file("src/form/utils.rs", "")).len(), 1);
        assert_eq!(drawer_names(&file("src/form/mod.rs", "mod helpers;")).len(), 1);
        assert!(drawer_names(&file("src/form/scale.rs", "mod common_ground;")).is_empty());
    }

    #[test]
    fn unfinished_work_is_found_in_comments_and_in_code() {
        assert_eq!(unfinished_work(&file("src/a.rs", concat!("// TO", "DO: later"))).len(), 1);
        assert_eq!(unfinished_work(&file("src/a.rs", "fn f() { todo!() }")).len(), 1);
        assert!(unfinished_work(&file("src/a.rs", "// the outbox")).is_empty());
    }

    #[test]
    fn an_unwrap_is_found_outside_tests_only() {
        assert_eq!(unwraps(&file("src/a.rs", "fn f() { g().unwrap(); }")).len(), 1);
        assert!(unwraps(&file("src/a.rs", "#[cfg(test)]\nmod tests { fn f() { g().unwrap(); } }")).is_empty());
    }

    #[test]
    fn an_ignored_or_sleeping_test_is_found() {
        assert_eq!(weak_tests(&file("tests/it/main.rs", concat!("#[ig", "nore]\nfn f() {}"))).len(), 1);
        assert_eq!(weak_tests(&file("tests/it/main.rs", "fn f() { thread::sleep(SECOND); }")).len(), 1);
        assert_eq!(weak_tests(&file("src/a.rs", "#[cfg(test)]\nmod tests { fn f() { thread::sleep(SECOND); } }")).len(), 1);
        assert!(weak_tests(&file("src/a.rs", "fn pace() { thread::sleep(SECOND); }")).is_empty());
    }

    #[test]
    fn a_machines_path_and_a_registry_are_found() {
        assert_eq!(places("README.md", concat!("see /ho", "me/anna/ascolto")).len(), 1);
        assert_eq!(places("a/package-lock.json", "\"resolved\": \"https://somewhere.example/x.tgz\"").len(), 1);
        assert!(places("README.md", "see docs/").is_empty());
    }

    #[test]
    fn a_migration_that_one_side_lacks_is_found() {
        let names = |names: &[&str]| -> Vec<String> { names.iter().map(|name| (*name).to_owned()).collect() };
        assert_eq!(unequal_migrations(&names(&["1/up.sql", "1/down.sql"]), &names(&["1/up.sql"])).len(), 1);
        assert_eq!(unequal_migrations(&[], &[]).len(), 1);
        assert!(unequal_migrations(&names(&["1/up.sql"]), &names(&["1/up.sql"])).is_empty());
    }
}
