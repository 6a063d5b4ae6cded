//! The architecture and the style as a test: who may name whom, who owns which library, what a pure module may not
//! touch, and the limits on size. The rules are in `tidy/rules.rs`, the reader of Rust text in `tidy/source.rs`; each
//! rule is shown able to fail beneath its code. The module table below is the only one.

#[path = "tidy/rules.rs"]
mod rules;
#[path = "tidy/source.rs"]
mod source;

use source::SourceFile;
use std::fs;
use std::path::{Path, PathBuf};

/// What each module of `src/` may name. `*` is everything. Test code (`#[cfg(test)]`) may name what it needs.
#[rustfmt::skip]
const MODULES: &[(&str, &[&str])] = &[
    ("ids", &[]),
    ("text", &[]),
    // `text` for a typed code or language that is none: the fault says so where it stands in the file.
    ("fault", &["text"]),
    ("clock", &[]),
    ("secret", &[]),
    ("sheet", &[]),
    ("keys", &["ids", "secret"]),
    // `mail` to refuse an address that no letter could be sent from, `campaign` for how fast letters leave; `language` to check the
    // texts that an office adds.
    ("config", &["campaign", "fault", "language", "mail", "secret", "text"]),
    // `fault` for the mistakes of texts that an office adds.
    ("language", &["fault", "text"]),
    ("form", &["ids", "text", "fault"]),
    // `sheet` for the workbooks of XLSForm; `response` for how "don't know" is sent.
    ("exchange", &["form", "response", "text", "fault", "sheet"]),
    // `sheet` for registers as offices keep them.
    ("charter", &["ids", "text", "fault", "sheet"]),
    ("office", &["ids", "text", "fault"]),
    ("follow_up", &["ids", "text", "fault"]),
    // `text` for the codes of questions and choices, which `form` hands out as that type.
    ("response", &["form", "ids", "sheet", "text"]),
    // `sheet` for the year's contacts as offices count them.
    ("survey", &["form", "charter", "ids", "text", "sheet"]),
    // `language` because a letter is worded in the language of its reader; `fault` for the rows of a contact file.
    ("campaign", &["survey", "ids", "text", "fault", "language", "sheet"]),
    // `fault` for the mistakes of a plan file.
    ("analysis", &["form", "charter", "response", "survey", "ids", "text", "fault"]),
    ("chart", &["analysis", "charter", "form", "language", "text"]),
    ("report", &["analysis", "chart", "charter", "survey", "form", "follow_up", "language", "text"]),
    ("print", &["report", "form", "language", "text"]),
    ("store", &["form", "charter", "response", "survey", "campaign", "office", "follow_up", "ids", "text", "secret"]),
    ("mail", &["campaign", "text", "secret"]),
    // `keys` because the key file is part of what a flow is given; `language` to add those of the office; `survey` because it keeps the surveys read last.
    ("site", &["config", "clock", "form", "language", "office", "survey", "store", "mail", "response", "keys", "ids", "text"]),
    ("flows", &[
        "ids", "text", "fault", "clock", "secret", "keys", "sheet", "config", "language", "form", "exchange", "charter",
        "office", "follow_up", "response", "survey", "campaign", "analysis", "chart", "report", "print", "store", "mail",
        "site",
    ]),
    // Not `mail` or `keys`: a page neither sends nor signs; a flow does. `secret` for the types of passwords and link tokens.
    ("web", &[
        "flows", "site", "clock", "config", "ids", "text", "fault", "language", "form", "exchange", "charter",
        "office", "follow_up", "response", "survey", "campaign", "analysis", "chart", "report", "print", "store", "secret",
    ]),
    // Of tests alone: what a machine lacks, and the corpora they read.
    ("absent", &[]),
    ("corpora", &[]),
    ("cli", &["*"]),
    ("main", &["*"]),
    ("lib", &["*"]),
];

/// Which module alone may name a library, with the library's companions; in two rows where two may.
const OWNERS: &[(&str, &[&str])] = &[
    ("secret", &["chacha20poly1305"]),
    ("store", &["diesel", "diesel_migrations", "libsqlite3_sys", "pq_sys"]),
    ("mail", &["async_imap", "lettre", "mail_parser"]),
    ("web", &["actix_web", "actix_multipart", "actix_rt", "actix_http", "actix_files", "actix_session"]),
    ("chart", &["plotters", "resvg", "usvg", "tiny_skia", "ab_glyph", "ab_glyph_rasterizer"]),
    ("analysis", &["statrs"]),
    ("print", &["typst", "typst_layout", "typst_pdf", "typst_library", "typst_kit", "comemo"]),
    // In tests a reader of codes: `rqrr`.
    ("print", &["qrcode"]),
    ("report", &["rust_xlsxwriter"]),
    // The other one that writes workbooks: forms for programs that read XLSForm.
    ("exchange", &["rust_xlsxwriter"]),
];

/// The modules that are given everything they need as arguments.
#[rustfmt::skip]
const PURE: &[&str] = &[
    "ids", "text", "fault", "sheet", "language", "form", "exchange", "charter", "office", "follow_up", "response", "survey", "campaign",
    "analysis", "chart", "report", "print",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder, sorted, without what is built or fetched.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for entry in entries {
            let path = entry.expect("a folder of the repository can be listed").path();
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let built = ["target", ".git", "node_modules", "ascolto-demo"].contains(&name.as_str());
            match path.is_dir() {
                _ if built => {}
                true => folders.push(path),
                false => found.push(path),
            }
        }
    }
    found.sort();
    found
}

/// The Rust files below the named top-level folders; those of test modules with nothing in production.
fn sources(folders: &[&str]) -> Vec<SourceFile> {
    let paths = folders.iter().flat_map(|folder| files_below(&root().join(folder)));
    let paths = paths.filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
    let files: Vec<SourceFile> = paths.map(read_source).collect();
    let for_tests: Vec<String> = files.iter().flat_map(SourceFile::test_modules).collect();
    files.into_iter().map(|file| if file.is_in(&for_tests) { file.into_test() } else { file }).collect()
}

fn read_source(path: PathBuf) -> SourceFile {
    let text = fs::read_to_string(&path).expect("a source file is UTF-8");
    let relative = path.strip_prefix(root()).expect("the file is below the root");
    SourceFile::new(&relative.to_string_lossy().replace('\\', "/"), &text)
}

/// Fails with all that is wrong, one line each.
fn assert_tidy(faults: impl IntoIterator<Item = String>) {
    let faults: Vec<String> = faults.into_iter().collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn every_module_names_only_what_the_table_allows() {
    assert_tidy(sources(&["src"]).iter().flat_map(|file| rules::forbidden_modules(file, MODULES)));
}

#[test]
fn the_table_and_the_map_in_lib_rs_hold_the_same_modules() {
    let map = fs::read_to_string(root().join("src/lib.rs")).expect("src/lib.rs is there");
    assert_tidy(rules::modules_missing_from_table(&map, MODULES));
}

#[test]
fn the_table_has_no_circle() {
    assert_tidy(rules::circles(MODULES));
}

#[test]
fn every_library_with_an_owner_is_named_by_its_owner_alone() {
    assert_tidy(sources(&["src"]).iter().flat_map(|file| rules::foreign_libraries(file, OWNERS)));
}

#[test]
fn pure_modules_touch_neither_clock_nor_disk_nor_network_nor_environment() {
    assert_tidy(sources(&["src"]).iter().flat_map(|file| rules::impurities(file, PURE)));
}

#[test]
fn no_function_is_over_seventy_lines() {
    assert_tidy(sources(&["src", "tests", "benches"]).iter().flat_map(rules::long_functions));
}

#[test]
fn no_file_is_over_five_hundred_lines_without_a_reason() {
    assert_tidy(sources(&["src", "tests", "benches"]).iter().flat_map(rules::long_file));
}

#[test]
fn every_file_begins_by_saying_what_it_is() {
    assert_tidy(sources(&["src", "tests", "benches"]).iter().flat_map(rules::headless_file));
}

#[test]
fn no_module_is_a_drawer_for_odds_and_ends() {
    assert_tidy(sources(&["src", "tests", "benches"]).iter().flat_map(rules::drawer_names));
}

#[test]
fn nothing_is_left_to_be_done_later_and_nothing_unwraps_in_production() {
    assert_tidy(sources(&["src", "tests", "benches"]).iter().flat_map(rules::unfinished_work));
    assert_tidy(sources(&["src"]).iter().flat_map(rules::unwraps));
}

#[test]
fn no_test_is_ignored_and_none_sleeps() {
    assert_tidy(sources(&["src", "tests"]).iter().flat_map(rules::weak_tests));
}

#[test]
fn no_file_names_a_persons_machine_or_a_private_registry() {
    let texts = files_below(root()).into_iter().filter_map(|path| {
        let relative = path.strip_prefix(root()).expect("the file is below the root").to_string_lossy().into_owned();
        fs::read_to_string(&path).ok().map(|text| (relative, text))
    });
    assert_tidy(texts.flat_map(|(path, text)| rules::places(&path, &text)));
}

#[test]
fn both_databases_have_the_same_migrations() {
    let names = |side: &str| -> Vec<String> {
        let side = root().join("migrations").join(side);
        let files = files_below(&side).into_iter();
        files.map(|path| path.strip_prefix(&side).expect("below").to_string_lossy().into_owned()).collect()
    };
    assert_tidy(rules::unequal_migrations(&names("sqlite"), &names("postgres")));
}
