# The staff's pages.
staff-sign-in-title = Accesso riservato all'ufficio
staff-sign-in = Entra
staff-sign-out = Esci
staff-login = Nome utente
staff-password = Password
staff-surveys = Rilevazioni
staff-results = Risultati
