//! Somebody signed in at a desk, whose browser keeps its connection and the session's cookie.

use super::Connection;
use super::filled::{fields_of, sent_to, with};
use super::questionnaire::encode;
use ascolto::flows::sign_in::{add_account, sign_in};
use ascolto::office::Role;
use ascolto::secret::Secret;
use ascolto::site::Site;
use std::net::SocketAddr;

/// The form of a page with other values in some of its fields, as it is sent.
pub fn fill(shown: &str, action: &str, typed: &[(&str, &str)]) -> String {
    let form = sent_to(shown, action).unwrap_or_else(|| panic!("no form for {action}: {shown}"));
    encode(&with(fields_of(form), typed))
}

/// Somebody at a desk.
pub struct Clerk {
    connection: Connection,
}

impl Clerk {
    /// Adds an account and signs in.
    pub async fn sign_in(site: &Site, address: SocketAddr) -> Self {
        let password = Secret::new("una frase abbastanza lunga");
        add_account(site, "anna", "Anna", Role::Staff, &password).expect("the first account");
        let session = sign_in(site, "anna", &password).expect("the password is right");
        let mut connection = Connection::open(address).await.expect("the server listens");
        connection.cookie = format!("ascolto={}", session.token.expose());
        Self { connection }
    }

    /// A page, which must be there, as it is shown.
    pub async fn open(&mut self, path: &str) -> String {
        let answer = self.connection.get(path, "identity").await.expect("the server answers");
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        answer.text()
    }

    /// Sends a form that is filled in, and gives the page that it leads to.
    pub async fn send(&mut self, action: &str, body: &str) -> String {
        let answer = self.connection.post(action, body).await.expect("the server answers");
        let next = answer.header("location").unwrap_or_else(|| panic!("{action} {}: {}", answer.status, answer.text()));
        let next = next.split('#').next().unwrap_or_default().to_owned();
        self.open(&next).await
    }
}
