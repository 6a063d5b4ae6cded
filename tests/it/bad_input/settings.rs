//! Settings that do not exist or mean nothing.

use std::process::Command;

fn serve(folder: &std::path::Path, settings: &str, variable: (&str, &str)) -> (Option<i32>, String) {
    let path = folder.join("ascolto.toml");
    std::fs::write(&path, settings).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_ascolto"));
    let output = command.args(["serve", "--config"]).arg(&path).env(variable.0, variable.1).output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn a_wrong_key_is_refused_at_its_place_before_anything_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let wrong = "[server]\naddress = \"127.0.0.1:0\"\n[mail]\nsmtp_prot = 25\n";
    for language in ["it_IT.UTF-8", "en_GB.UTF-8"] {
        let (code, said) = serve(folder.path(), wrong, ("LANG", language));
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains("ascolto.toml:4:1") && said.contains("smtp_prot") && said.contains("smtp_port"), "{said}");
    }
    let (code, said) = serve(folder.path(), "", ("ASCOLTO_MAIL_SMTP_PROT", "25"));
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("ASCOLTO_MAIL_SMTP_PROT"), "{said}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "only the settings themselves");
}
