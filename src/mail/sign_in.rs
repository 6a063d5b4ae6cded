//! What is said to a server that wants to know who we are: the password, or a token fresh from its command.

use super::SignIn;
use std::process::Command;

/// How the reason begins when the command for a token fails.
const TOKEN_COMMAND: &str = "the command for the access token failed";

/// The password, or a token fresh from its command. Blocks as long as the command runs.
pub(super) fn secret_of(sign_in: &SignIn) -> Result<String, String> {
    let Some((program, arguments)) = sign_in.token_command.split_first() else {
        return Ok(sign_in.password.expose().to_owned());
    };
    let told = Command::new(program).args(arguments).output().map_err(|error| format!("{TOKEN_COMMAND}: {error}"))?;
    let token = String::from_utf8_lossy(&told.stdout).trim().to_owned();
    if !told.status.success() || token.is_empty() {
        return Err(format!("{TOKEN_COMMAND}: {}", told.status));
    }
    Ok(token)
}
