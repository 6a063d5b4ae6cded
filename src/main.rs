//! The `ascolto` program: reads the command line and hands over to [`ascolto::cli`].

fn main() -> std::process::ExitCode {
    ascolto::cli::run()
}
