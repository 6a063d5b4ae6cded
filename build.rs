//! Builds the look: the design system from npm, compiled to `OUT_DIR/web` (style sheets, page fonts, script)
//! and `OUT_DIR/fonts` (the same typeface for charts and PDF). The crate embeds both folders.
//!
//! `ASCOLTO_ASSETS` names a folder with ready `web/` and `fonts/` instead: for builds without a network.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the crate expects to find afterwards.
const EXPECTED: [&str; 15] = [
    "web/citizen.css",
    "web/staff.css",
    "web/citizen.js",
    "web/forms.js",
    "web/letters.js",
    "web/sending.js",
    "web/widget.css",
    "web/widget.js",
    "web/icon.svg",
    "web/titillium-web-400.woff2",
    "web/titillium-web-600.woff2",
    "web/titillium-web-700.woff2",
    "web/titillium-web-licence.txt",
    "fonts/titillium-web-400.ttf",
    "fonts/titillium-web-700.ttf",
];

/// The oldest Node.js that the locked style compiler runs on: major and minor version.
const OLDEST_NODE: (u32, u32) = (20, 19);

/// What to do where Node.js is missing or too old.
const INSTALL: &str = "Install Node.js 20.19 or newer with npm (https://nodejs.org; from Debian 13 and Ubuntu 25.04 on: `apt-get install nodejs npm`),\n\
    or set ASCOLTO_ASSETS to a folder with ready assets (see README.md).";

/// Folders that the crate embeds: a file that appears in one of them makes the crate compile again.
const EMBEDDED: [&str; 3] = ["src/language/texts", "migrations", "forms"];

fn main() {
    println!("cargo:rerun-if-env-changed=ASCOLTO_ASSETS");
    for own in ["build.rs", "assets"].into_iter().chain(EMBEDDED).filter(|own| Path::new(own).exists()) {
        println!("cargo:rerun-if-changed={own}");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let made = match env::var_os("ASCOLTO_ASSETS") {
        Some(ready) => copy_ready(Path::new(&ready), &out),
        None => build(&out),
    };
    if let Err(message) = made {
        // Cargo shows what a failed build script wrote to standard error.
        eprintln!("\n{message}\n");
        std::process::exit(1);
    }
}

fn copy_ready(ready: &Path, out: &Path) -> Result<(), String> {
    for name in EXPECTED {
        println!("cargo:rerun-if-changed={}", ready.join(name).display());
        copy(&ready.join(name), &out.join(name))
            .map_err(|message| format!("ASCOLTO_ASSETS is set to {}, but {message}", ready.display()))?;
    }
    Ok(())
}

fn build(out: &Path) -> Result<(), String> {
    refuse_old_node()?;
    let modules = install(&out.join("npm"))?;
    for sheet in ["citizen", "staff", "widget"] {
        compile(&modules, sheet, &out.join("web"))?;
    }
    let typeface = modules.join("bootstrap-italia/dist/fonts/Titillium_Web");
    for (weight, own) in [("regular", "400"), ("600", "600"), ("700", "700")] {
        let file = |ending: &str| typeface.join(format!("titillium-web-v10-latin-ext_latin-{weight}.{ending}"));
        copy(&file("woff2"), &out.join(format!("web/titillium-web-{own}.woff2")))?;
        if own != "600" {
            copy(&file("ttf"), &out.join(format!("fonts/titillium-web-{own}.ttf")))?;
        }
    }
    copy(&typeface.join("OFL.txt"), &out.join("web/titillium-web-licence.txt"))?;
    for script in ["citizen.js", "forms.js", "letters.js", "sending.js"] {
        copy(&Path::new("assets/script").join(script), &out.join("web").join(script))?;
    }
    tighten(Path::new("assets/script/widget.js"), &out.join("web/widget.js"))?;
    copy(Path::new("assets/images/icon.svg"), &out.join("web/icon.svg"))?;
    match EXPECTED.iter().find(|name| !out.join(name).exists()) {
        Some(missing) => Err(format!("build.rs made everything but {missing}")),
        None => Ok(()),
    }
}

/// A script without its comments and indentation: it goes to pages of other sites. Each comment has a line of its own.
fn tighten(from: &Path, to: &Path) -> Result<(), String> {
    let text = String::from_utf8_lossy(&read(from)?).into_owned();
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    let tight: String = lines.flat_map(|line| [line, "\n"]).collect();
    fs::write(to, tight).map_err(|error| format!("{} cannot be written: {error}", to.display()))
}

/// An old Node.js would fail in the middle of the style compiler, with words that help nobody.
fn refuse_old_node() -> Result<(), String> {
    let mut command = Command::new("node");
    let output = command.arg("--version").output().map_err(|error| not_started("node", &error))?;
    let version = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    let numbers: Vec<u32> = version.trim_start_matches('v').split('.').map_while(|number| number.parse().ok()).collect();
    match numbers[..] {
        [major, minor, ..] if (major, minor) < OLDEST_NODE => {
            Err(format!("The pages' look is built with Node.js, but `node` is of version {version}.\n{INSTALL}"))
        }
        _ => Ok(()),
    }
}

fn not_started(program: &str, error: &std::io::Error) -> String {
    format!("The pages' look is built with Node.js, but `{program}` cannot be started: {error}.\n{INSTALL}")
}

/// Installs the locked packages once per lock file; returns their folder.
fn install(folder: &Path) -> Result<PathBuf, String> {
    let modules = folder.join("node_modules");
    let lock = read(Path::new("assets/package-lock.json"))?;
    let stamp = folder.join("installed");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(modules);
    }
    for name in ["package.json", "package-lock.json"] {
        copy(&Path::new("assets").join(name), &folder.join(name))?;
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut command = Command::new(npm);
    command.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(folder);
    run(command, "npm could not fetch the packages of assets/package-lock.json (without a network: README.md, ASCOLTO_ASSETS)")?;
    fs::write(&stamp, lock).map_err(|error| format!("{} cannot be written: {error}", stamp.display()))?;
    Ok(modules)
}

fn compile(modules: &Path, sheet: &str, web: &Path) -> Result<(), String> {
    let mut command = Command::new("node");
    command
        .arg(modules.join("sass/sass.js"))
        // The design system still uses @import, which sass announces to be removed one day.
        .args(["--style=compressed", "--no-source-map", "--no-charset", "--quiet-deps", "--silence-deprecation=import"])
        .arg(format!("--load-path={}", modules.display()))
        .arg(format!("assets/scss/{sheet}.scss"))
        .arg(web.join(format!("{sheet}.css")));
    run(command, &format!("assets/scss/{sheet}.scss does not compile"))
}

fn run(mut command: Command, what_failed: &str) -> Result<(), String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| not_started(&program, &error))?;
    if output.status.success() {
        return Ok(());
    }
    let said = [output.stdout, output.stderr].map(|said| String::from_utf8_lossy(&said).trim().to_owned()).join("\n");
    Err(format!("{what_failed}. {program} said:\n{}", said.trim()))
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let bytes = read(from)?;
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    }
    fs::write(to, bytes).map_err(|error| format!("{} cannot be written: {error}", to.display()))
}
