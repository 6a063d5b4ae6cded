//! Settings that do not exist or mean nothing.

use std::path::Path;
use std::process::Command;

fn serve(folder: &Path, settings: &str, variables: &[(&str, &str)]) -> (Option<i32>, String) {
    let path = folder.join("ascolto.toml");
    std::fs::write(&path, settings).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_ascolto"));
    command.args(["serve", "--config"]).arg(&path).current_dir(folder).env_clear().envs(variables.iter().copied());
    let output = command.output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn wrong_settings_are_told_all_at_once_in_their_places_before_anything_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let wrong = "[server]\nadress = \"127.0.0.1:0\"\n[mail]\nsmtp_port = \"x\"\n";
    let italian =
        ["In questa sezione `adress` non è previsto.", "Forse intendeva `address`.", "`smtp_port` dev'essere un numero"];
    let english = ["This section cannot have `adress`.", "Did you mean `address`?", "`smtp_port` must be a whole number"];
    for (language, words) in [("it_IT.UTF-8", italian), ("en_GB.UTF-8", english)] {
        let (code, said) = serve(folder.path(), wrong, &[("LANG", language)]);
        assert_eq!(code, Some(1), "{said}");
        let places = ["ascolto.toml:2:1: ", "\n2 | adress = \"127.0.0.1:0\"\n  | ^^^^^^\n", "ascolto.toml:4:13: "];
        for words in words.into_iter().chain(places) {
            assert!(said.contains(words), "{words}: {said}");
        }
    }
    for (language, words) in [("it_IT.UTF-8", "Questa impostazione non esiste."), ("en_GB.UTF-8", "This is not a setting.")] {
        let (code, said) = serve(folder.path(), "", &[("LANG", language), ("ASCOLTO_SERVER_ADRESS", "x")]);
        assert!(code == Some(1) && said.starts_with(&format!("ASCOLTO_SERVER_ADRESS: {words}")), "{said}");
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "only the settings themselves");
}
