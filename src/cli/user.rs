//! `ascolto user`.

use super::Stop;
use super::site::Settings;
use super::terminal::{refused, terminal_language};
use crate::flows::sign_in::{add_account, change_password, set_active};
use crate::language::{say, say_with};
use crate::office::Role;
use crate::secret::Secret;
use crate::store;
use std::io::{IsTerminal, Read};

/// Adds, lists and switches off staff accounts.
#[derive(clap::Args)]
pub struct User {
    #[command(subcommand)]
    command: Verb,
    #[command(flatten)]
    settings: Settings,
}

#[derive(clap::Subcommand)]
enum Verb {
    /// Adds an account; the password is asked for without showing it, or read from standard input.
    Add {
        /// The sign-in name.
        login: String,
        /// The name on screen; the sign-in name if absent.
        #[arg(long)]
        name: Option<String>,
        /// staff, leadership or administrator.
        #[arg(long, default_value = "staff", value_parser = parse_role)]
        role: Role,
    },
    /// Sets a new password, asked for or read like the first; ends the account's sessions.
    Password {
        /// The sign-in name.
        login: String,
    },
    /// Switches an account off: it signs in no more, and its sessions end at once.
    Disable {
        /// The sign-in name.
        login: String,
    },
    /// Switches an account on again.
    Enable {
        /// The sign-in name.
        login: String,
    },
    /// Lists the accounts.
    List,
}

impl User {
    /// Runs the command.
    pub fn run(self) -> Result<(), Stop> {
        let site = self.settings.open()?;
        match self.command {
            Verb::Add { login, name, role } => {
                let name = name.unwrap_or_else(|| login.clone());
                add_account(&site, &login, &name, role, &read_password()?)?;
            }
            Verb::Password { login } => change_password(&site, &login, &read_password()?)?,
            Verb::Disable { login } => set_active(&site, &login, false)?,
            Verb::Enable { login } => set_active(&site, &login, true)?,
            Verb::List => {
                let off = format!(" ({})", say(&terminal_language(), "terminal-account-off"));
                for account in site.store.read(store::account::list)? {
                    let state = if account.active { "" } else { &off };
                    println!("{}\t{}\t{}{state}", account.login, account.role.code(), account.name);
                }
            }
        }
        Ok(())
    }
}

fn parse_role(typed: &str) -> Result<Role, String> {
    let roles = Role::ALL.map(Role::code).join(", ");
    Role::parse(typed).ok_or_else(|| say_with(&terminal_language(), "usage-one-of", &[("words", roles.into())]))
}

/// From a terminal without showing it, twice, since nobody sees a slip; from a file or pipe as it is.
fn read_password() -> Result<Secret, Stop> {
    let unreadable = |error: std::io::Error| refused("terminal-password", &[("reason", error.to_string().into())]);
    let mut input = std::io::stdin();
    if !input.is_terminal() {
        let mut typed = String::new();
        input.read_to_string(&mut typed).map_err(unreadable)?;
        return Ok(Secret::new(typed.trim_end_matches(['\r', '\n'])));
    }
    let language = terminal_language();
    let ask = |key: &str| rpassword::prompt_password(format!("{}: ", say(&language, key))).map(Secret::new).map_err(unreadable);
    let (first, second) = (ask("terminal-password-ask")?, ask("terminal-password-again")?);
    if first.expose() == second.expose() { Ok(first) } else { Err(refused("terminal-password-differs", &[])) }
}
