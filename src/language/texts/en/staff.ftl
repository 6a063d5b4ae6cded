# The staff's pages.
staff-sign-in-title = Sign in, for the office only
staff-sign-in = Sign in
staff-sign-out = Sign out
staff-login = User name
staff-password = Password
staff-surveys = Surveys
staff-results = Results
