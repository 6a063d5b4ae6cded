//! What the program says in a terminal when it refuses, in the terminal's language.

use std::path::Path;
use std::process::{Command, Output};

/// Runs the program with nothing of the environment but the language.
fn ascolto(arguments: &[&str], locale: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ascolto"));
    command.args(arguments).env_clear().envs(locale.iter().copied());
    command.output().expect("the program starts")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}

/// A file of this content, as an argument.
fn file(folder: &Path, name: &str, content: &str) -> String {
    let path = folder.join(name);
    std::fs::write(&path, content).expect("there is room");
    path.display().to_string()
}

const ITALIAN: &[(&str, &str)] = &[("LANG", "it_IT.UTF-8")];
const PLAIN: &[(&str, &str)] = &[("LANG", "C")];

#[test]
fn check_speaks_the_language_of_the_terminal_or_the_one_it_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let form = file(folder.path(), "f.toml", "code = \"F\"\nlanguages = [\"it\"]\ntitle = \"T\"\n");
    let (italian, english) = ("`F` non è un codice valido.", "`F` is not a code.");
    for (locale, more, expected) in [
        (ITALIAN, &[][..], italian),
        (PLAIN, &[], english),
        (&[("LC_ALL", "it_IT.UTF-8"), ("LANG", "C")], &[], italian),
        (&[("LC_ALL", ""), ("LC_MESSAGES", "en_GB.UTF-8"), ("LANG", "it_IT.UTF-8")], &[], english),
        (&[], &[], english),
        (PLAIN, &["--language", "it"], italian),
        (ITALIAN, &["--language", "en"], english),
    ] {
        let output = ascolto(&[&["check", form.as_str()], more].concat(), locale);
        assert_eq!(output.status.code(), Some(1));
        let told = text(&output.stdout);
        assert!(
            told.contains(&format!("f.toml:1:8: {expected}\n  |\n1 | code = \"F\"\n  |        ^^^\n  = ")),
            "{locale:?}: {told}"
        );
    }
    let told = ascolto(&["check", "--json", &form], ITALIAN);
    let told: serde_json::Value = serde_json::from_slice(&told.stdout).expect("JSON");
    let faults = told["files"][0]["faults"].as_array().expect("a list");
    let fault = faults.iter().find(|fault| fault["column"] == 8).expect("the wrong code");
    assert_eq!((fault["key"].as_str(), fault["message"].as_str()), (Some("fault-not-a-code"), Some(italian)));
}

#[test]
fn what_a_command_cannot_reach_or_find_is_told_in_the_terminals_language() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("a.db").display());
    let (keys, outbox) = (folder.path().join("a.keys").display().to_string(), folder.path().join("out").display().to_string());
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("its address").to_string();
    let nowhere = "postgres://nobody@127.0.0.1:1/nothing";
    let empty = file(folder.path(), "empty.csv", "");
    let sheet = file(folder.path(), "a.csv", "voto\n3\n");
    let mapping = file(folder.path(), "m.toml", "[columns]\nGiudizio = \"overall\"\n");
    let broken = file(folder.path(), "b.toml", "[columns\n");
    let cases: [(&[&str], &str, i32, &str, &str); 6] = [
        (&["migrate"], nowhere, 2, "Il database non è raggiungibile", "The database cannot be reached"),
        (&["serve"], &database, 1, "è già usato da un altro programma", "another program uses this address"),
        (
            &["import", "--survey", "none", "--answers", &sheet],
            &database,
            1,
            "Non esiste una rilevazione «none»",
            "There is no survey",
        ),
        (&["import", "--survey", "none", "--answers", &empty], &database, 1, "il file è vuoto", "there is nothing in the file"),
        (
            &["import", "--survey", "none", "--answers", &sheet, "--mapping", &mapping],
            &database,
            1,
            "il file di mappatura indica \"Giudizio\"",
            "the mapping file names \"Giudizio\"",
        ),
        (
            &["import", "--survey", "none", "--answers", &sheet, "--mapping", &broken],
            &database,
            1,
            "Questo non è TOML",
            "This is not TOML",
        ),
    ];
    for (arguments, url, code, italian, english) in cases {
        for (locale, expected) in [(ITALIAN, italian), (PLAIN, english)] {
            let settings = [
                ("ASCOLTO_DATABASE_URL", url),
                ("ASCOLTO_DATABASE_KEY_FILE", &keys),
                ("ASCOLTO_MAIL_FOLDER", &outbox),
                ("ASCOLTO_SERVER_ADDRESS", &address),
            ];
            let output = ascolto(arguments, &[locale, &settings].concat());
            let told = text(&output.stderr);
            assert!(told.contains(expected) && output.status.code() == Some(code), "{arguments:?} {:?}: {told}", output.status);
        }
    }
}

#[test]
fn a_command_line_that_cannot_be_understood_is_refused_in_the_language_of_the_terminal() {
    for (arguments, italian, english) in [
        (&["chek", "x.toml"][..], "Il comando «chek» non esiste.\nForse intendeva «check».", "There is no command \"chek\"."),
        (&["check", "--jsom", "x"], "«--jsom» non è previsto.\nForse intendeva «--json».", "\"--jsom\" is not expected here."),
        (&["check"], "Manca: <FILE>...\nSi scrive così: ascolto check <FILE>...\n", "Missing: <FILE>...\n"),
        (&["check", "x", "--form"], "«--form <FORM>» richiede un valore.", "\"--form <FORM>\" needs a value."),
        (&["check", "x", "--json", "--json"], "«--json» si può indicare una volta sola.", "\"--json\" can be given only once."),
        (
            &["check", "x", "--language", "fr"],
            "«fr» non va bene per «--language <LANGUAGE>»: scriva una di queste parole: de, en, it.",
            "\"fr\" does not do for \"--language <LANGUAGE>\": write one of these words: de, en, it.",
        ),
        (
            &["analyse", "--form", "f", "--answers", "a", "--planned", "molti"],
            "«molti» non va bene per «--planned <PLANNED>»: scriva un numero intero.",
            "\"molti\" does not do for \"--planned <PLANNED>\": write a whole number.",
        ),
        (
            &["import", "--answers", "a", "--survey", "s", "--office", "o"],
            "«--survey <SURVEY>» non può stare insieme a «--office <OFFICE>».",
            "\"--survey <SURVEY>\" cannot stand beside \"--office <OFFICE>\".",
        ),
        // What has no words of ours is clap's own.
        (&[], "Usage: ascolto <COMMAND>", "Usage: ascolto <COMMAND>"),
    ] {
        for (locale, expected) in [(ITALIAN, italian), (PLAIN, english)] {
            let output = ascolto(arguments, locale);
            let told = text(&output.stderr);
            assert!(told.contains(expected), "{arguments:?}: {told}");
            assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{told}");
        }
    }
    let german = ascolto(&["chek"], &[("LANG", "de_IT.UTF-8")]);
    assert!(text(&german.stderr).contains("Den Befehl „chek“ gibt es nicht.\nMeinten Sie „check“?"), "{german:?}");
    let help = ascolto(&["--help"], ITALIAN);
    assert_eq!((help.status.code(), help.stderr.len()), (Some(0), 0));
}
