//! What the program says of a plan or a file of codes that does not fit, and which odd files it reads all the same.

use crate::{analyse_planned, planned_figures};
use std::fs;
use std::path::PathBuf;

const PLAN: &str = "items = [\"a\", \"b\"]\nscale = { least = 1, most = 5 }\ngroups = [\"g\"]\nweight = \"w\"\n";
const ROWS: &str = "a,b,g,w\n1,2,città,1.5\n5,4,y,2\n3,3,città,1\n";

fn files(plan: &str, answers: &[u8]) -> (tempfile::TempDir, PathBuf, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let (plan_file, file) = (folder.path().join("plan.toml"), folder.path().join("answers.csv"));
    fs::write(&plan_file, plan).expect("there is room");
    fs::write(&file, answers).expect("there is room");
    (folder, plan_file, file)
}

/// Refused with exit code 1, nothing on standard output, and every one of the texts on standard error.
fn refused(plan: &str, answers: &[u8], italian: &[&str], english: &[&str]) {
    let (_folder, plan_file, file) = files(plan, answers);
    for (language, told) in [("it", italian), ("en", english)] {
        let output = analyse_planned(&plan_file, &file, language);
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{message}");
        assert!(output.stdout.is_empty(), "{}", String::from_utf8_lossy(&output.stdout));
        for part in told {
            assert!(message.contains(part), "{part:?} should stand in: {message}");
        }
    }
}

#[test]
fn a_plan_that_is_wrong_is_refused_at_its_place() {
    let scale = "scale = { least = 1, most = 5 }\n";
    refused(
        &format!("itms = [\"a\"]\n{scale}"),
        b"a\n1\n",
        &["plan.toml:1:1", "`itms` non è previsto", "`items`"],
        &["plan.toml:1:1", "cannot have `itms`", "Did you mean `items`?"],
    );
    refused(
        &format!("items = [\"a\"]\n{scale}battery = [\"a\", \"z\"]\n"),
        b"a\n1\n",
        &["plan.toml:3:17", "`z` non è fra le voci", "a"],
        &["plan.toml:3:17", "`z` is not among the items"],
    );
    refused(
        "items = \"a\"\nscale = { least = 1, most = \"five\" }\n",
        b"a\n1\n",
        &["plan.toml:1:9", "elenco di testi", "plan.toml:2:29", "numero intero"],
        &["plan.toml:1:9", "a list of texts", "plan.toml:2:29", "a whole number"],
    );
    refused(
        "items = [\"a\"]\nscale = { least = 5, most = 1 }\n",
        b"a\n1\n",
        &["plan.toml:2:9", "non può andare da 5 a 1"],
        &["plan.toml:2:9", "cannot go from 5 to 1"],
    );
    refused("items = [\"a\"\nscale =", b"a\n1\n", &["plan.toml:2:", "non è TOML"], &["plan.toml:2:", "not TOML"]);
    refused(
        "items = [\"a\"]\nscale = { least = 1, most = 5 }\nuniverse = 2\n",
        b"a\n1\n2\n3\n",
        &["(2)", "minore delle risposte (3)"],
        &["(2)", "smaller than the answers (3)"],
    );
}

#[test]
fn cells_that_do_not_fit_are_told_with_row_and_column() {
    refused(
        PLAN,
        b"a,b,g,w\n1,2,x,1\n1,9,x,1\n",
        &["Riga 3, colonna 2 (`b`)", "«9»", "da 1 a 5"],
        &["Row 3, column 2 (`b`)", "\"9\"", "from 1 to 5"],
    );
    refused(PLAN, b"a,b,g,w\n1,2,x\n1,2,x,1\n", &["Riga 2", "3 celle", "4 celle"], &["Row 2", "3 cells", "4 cells"]);
    refused(PLAN, b"a,b,g,w\n1,2,x,1,7\n", &["Riga 2", "5 celle", "4 celle"], &["Row 2", "5 cells", "4 cells"]);
    refused(
        PLAN,
        b"a,b,g,w\n1,2,x,-1\n1,2,x,much\n1,2,x,1e999\n1,2,x,\n",
        &["in 4 punti", "Riga 2, colonna 4", "«-1»", "Riga 5", "un peso"],
        &["in 4 places", "Row 2, column 4", "\"-1\"", "Row 5", "a weight"],
    );
    // Behind cells with line breaks the line is still that of the file.
    refused(
        PLAN,
        b"a,b,g,t,w\n1,2,x,\"one\nhalf\",1\n9,4,y,\"\",2\n",
        &["Riga 4, colonna 1 (`a`)", "«9»"],
        &["Row 4, column 1 (`a`)", "\"9\""],
    );
    let counted = "items = [\"a\"]\nscale = { least = 1, most = 5 }\nfrequency = \"n\"\n";
    refused(counted, b"a,n\n1,2.5\n", &["Riga 2, colonna 2", "una frequenza"], &["Row 2, column 2", "a frequency"]);
    let many = format!("a,b,g,w\n{}", "7,2,x,1\n".repeat(50));
    refused(PLAN, many.as_bytes(), &["in 50 punti", "altri 30"], &["in 50 places", "30 more places"]);
}

#[test]
fn columns_that_are_absent_or_there_twice_are_named() {
    refused(PLAN, b"a,bb,g,w\n1,2,x,1\n", &["non ha la colonna `b`"], &["no column `b`"]);
    refused(PLAN, b"a,b,A,g,w\n1,2,3,x,1\n", &["più di una colonna `a`"], &["more than one column `a`"]);
}

#[test]
fn what_is_no_table_is_refused() {
    for nothing in [&b""[..], b"\n\n", b"a,b,g,w\n", b"\xef\xbb\xbf"] {
        refused(PLAN, nothing, &["è vuoto"], &["is empty"]);
    }
    refused(PLAN, b"PK\x03\x04\x14\0\0\0\x08\0", &["non è un testo", "CSV"], &["is not text", "CSV"]);
    refused(PLAN, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", &["non è un testo", "CSV"], &["is not text", "CSV"]);
}

#[test]
fn a_file_is_read_however_it_was_saved() {
    let (_folder, plan, file) = files(PLAN, ROWS.as_bytes());
    let expected = planned_figures(&plan, &file);
    let semicolons = "a;b;g;w\n1;2;città;1,5\n5;4;y;2\n3;3;città;1\n";
    let windows: Vec<u8> = ROWS.chars().map(|letter| u8::try_from(u32::from(letter)).expect("in the first 256")).collect();
    let odd: [(&str, Vec<u8>); 11] = [
        ("line ends of Windows", ROWS.replace('\n', "\r\n").into_bytes()),
        ("a byte-order mark", format!("\u{feff}{ROWS}").into_bytes()),
        ("Windows-1252", windows),
        ("semicolons and decimal commas", semicolons.as_bytes().to_vec()),
        ("Excel's hint", format!("sep=;\n{semicolons}").into_bytes()),
        ("tabs", ROWS.replace(',', "\t").into_bytes()),
        ("no line end at the end", ROWS.trim_end().as_bytes().to_vec()),
        ("blank lines", ROWS.replace("5,4", "\n5,4").into_bytes()),
        ("rows of delimiters at the end", format!("{ROWS},,,\n\n,,,\n").into_bytes()),
        ("the same with quotes", format!("{}\n,,,\n\r\n", ROWS.replace("y,2", "\"y\",\"2\"")).into_bytes()),
        (
            "line breaks within quotes",
            "A,B,text,G,W\n1,2,\"one\nhalf, \"\"two\"\"\",città,1.5\n5,4,\"\",y,2\n3,3,z,\"città\",1\n".as_bytes().to_vec(),
        ),
    ];
    for (what, bytes) in odd {
        let (_folder, plan, file) = files(PLAN, &bytes);
        assert_eq!(planned_figures(&plan, &file), expected, "{what}");
    }
}
