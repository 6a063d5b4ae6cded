//! `ascolto user`.

use super::Stop;
use super::site::Settings;
use super::terminal::refused;
use crate::flows::sign_in::{add_account, change_password, set_active};
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
    /// Adds an account; the password is read from standard input.
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
    /// Sets a new password, read from standard input; ends the account's sessions.
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
                let accounts = site.store.read(store::account::list)?;
                for account in accounts {
                    let state = if account.active { "" } else { " (inactive)" };
                    println!("{}\t{}\t{}{state}", account.login, account.role.code(), account.name);
                }
            }
        }
        Ok(())
    }
}

fn parse_role(typed: &str) -> Result<Role, String> {
    Role::parse(typed).ok_or_else(|| format!("use one of: {}", Role::ALL.map(Role::code).join(", ")))
}

fn read_password() -> Result<Secret, Stop> {
    let mut typed = String::new();
    let mut input = std::io::stdin();
    let read = if input.is_terminal() {
        eprint!("Password: ");
        input.read_line(&mut typed).map(|_| ())
    } else {
        input.read_to_string(&mut typed).map(|_| ())
    };
    read.map_err(|error| refused("terminal-password", &[("reason", error.to_string().into())]))?;
    Ok(Secret::new(typed.trim_end_matches(['\r', '\n'])))
}
