# The staff's pages.
staff-sign-in-title = Accesso riservato all'ufficio
staff-sign-in = Entra
staff-sign-out = Esci
staff-login = Nome utente
staff-password = Password
staff-surveys = Rilevazioni
staff-places = Sezioni
staff-results = Risultati

# The list of surveys.
staff-new-survey = Nuova rilevazione
staff-duplicate-last-year = Duplica la rilevazione del { $year }
staff-no-surveys = Non ci sono ancora rilevazioni. Cominci con «Nuova rilevazione».
staff-column-survey = Rilevazione
staff-column-state = Stato
staff-column-days = Periodo
staff-column-responses = Risposte
staff-column-next = Che cosa fare
staff-days = dal { $from } al { $to }
staff-next-draft = Controlli il piano e apra la rilevazione.
staff-next-early = Le risposte si raccolgono dal { $from }.
staff-next-open = Raccoglie risposte fino al { $to }.
staff-next-collecting = Inserisca i questionari di carta che mancano, poi chiuda la rilevazione.
staff-next-closed = Legga i risultati e pubblichi la relazione.
staff-next-published = La relazione è pubblicata.

# One survey.
staff-edit = Modifica
staff-cancel = Annulla
staff-back = Torna alla rilevazione
staff-office = Ufficio
staff-year = Anno
staff-form = Questionario
staff-form-version = { $title } (testo n. { $revision })
staff-charter = Carta dei Servizi
staff-no-charter = nessuna: la relazione non potrà dire quali obiettivi sono raggiunti
staff-universe = Contatti in un anno
staff-not-known = non indicati
staff-privacy-threshold = Risposte minime per pubblicare un dato
staff-collecting-days = Giorni per inserire i questionari di carta dopo l'ultimo giorno
staff-plan = Piano
staff-responses = Risposte
staff-of-planned = previste
staff-by-channel = Risposte per canale
staff-by-day = Risposte per giorno
staff-channel = Canale
staff-links = Collegamenti
staff-link = Collegamento
staff-public-link = Questionario pubblico
staff-action = Azione
staff-kiosks = Totem
staff-kiosk-place = Luogo del totem
staff-kiosk-place-hint = Per esempio «Atrio, piano terra». Compare nei risultati, non sul questionario.
staff-kiosk-add = Aggiungi un totem
staff-kiosk-revoke = Disattiva
staff-kiosk-revoked = disattivato
staff-kiosk-over = rilevazione chiusa
staff-kiosk-works = attivo
staff-key-in = Inserisci un questionario
staff-contacts = Destinatari e inviti
staff-printable = Questionario da stampare
staff-duplicate-for = Duplica per il { $year }
staff-goals = Obiettivi della Carta dei Servizi
staff-goals-other-years = Questa Carta non vale per il { $year }: vale { $years }. Scelga quella in vigore nell'anno, oppure corregga l'anno.
staff-goal = Obiettivo
staff-indicator = Come si misura
staff-target = Valore da raggiungere
staff-goal-unmeasured = Il questionario scelto non permette di misurarlo.
staff-seals = Sigilli
staff-seals-about = All'apertura il piano di analisi è stato sigillato: obiettivi, questionario, contatti e regole non possono essere cambiati senza che si veda.
staff-open-question = Aprire la rilevazione?
staff-open-button = Apri la rilevazione
staff-open-consequence-1 = Dal { $from } si può rispondere da tutti i canali scelti.
staff-open-consequence-2 = Obiettivi, questionario, contatti e soglia vengono sigillati: dopo l'apertura si possono cambiare soltanto titolo, ultimo giorno, giorni per la carta e risposte previste.
staff-open-consequence-3 = Nessun invito parte da solo: si inviano dalla pagina dei destinatari.
staff-stop-question = Terminare la raccolta delle risposte?
staff-stop-button = Termina la raccolta
staff-stop-consequence-1 = Il questionario pubblico, gli inviti e i totem non accettano più risposte.
staff-stop-consequence-2 = Fino al { $paper } si possono ancora inserire i questionari di carta compilati entro oggi.
staff-stop-consequence-3 = La raccolta non si può riaprire.
staff-close-question = Chiudere la rilevazione?
staff-close-button = Chiudi la rilevazione
staff-close-consequence-1 = Nessuna risposta viene più accettata, nemmeno dalla carta, e gli inviti in attesa non partono.
staff-close-consequence-2 = La chiave che lega inviti e risposte viene distrutta: da quel momento può risalire a chi ha risposto solo chi avesse conservato una copia precedente della banca dati e una del file delle chiavi.
staff-close-consequence-3 = La chiusura è definitiva. Poi si possono pubblicare i risultati.
staff-done-open = La rilevazione è aperta.
staff-done-stop = La raccolta è terminata.
staff-done-close = La rilevazione è chiusa: la chiave che legava le risposte agli inviti è distrutta.
staff-done-duplicate = La rilevazione è stata duplicata come bozza: controlli date e testi, poi salvi.
staff-done-kiosk = Il totem è stato aggiunto: apra il suo collegamento sul dispositivo.
staff-done-revoked = Il totem è stato disattivato: il suo collegamento non funziona più.
staff-done-saved = Il piano è stato salvato.

# Contacts.
staff-contacts-number = Destinatari
staff-contacts-opted-out = Non vogliono ricevere messaggi
staff-contacts-invited = Inviti preparati
staff-letters-uncertain = Invii incerti
staff-letters-uncertain-about = Un invio è incerto quando si è interrotto mentre il messaggio veniva consegnato: può essere arrivato o no, e non viene ripetuto se non lo decide Lei. Questa pagina non dice chi ha risposto.
staff-invite = Invia gli inviti
staff-remind = Invia un promemoria
staff-remind-about = Gli inviti vanno a chi non ne ha ancora ricevuto uno. Il promemoria non raggiunge chi ha già risposto, ma l'ufficio non vede di chi si tratta. I promemoria risultano tutti in invio finché l'ultimo non è concluso: così nemmeno i dati dicono chi ha risposto.
staff-retry-where = I messaggi non recapitati o incerti si ritentano in quella pagina.
staff-letters = Messaggi
staff-letter = Messaggio
staff-number = Numero
staff-letter-invitation = Invito
staff-letter-reminder = Promemoria
staff-letter-thanks = Ringraziamento
staff-letter-waiting = da inviare
staff-letter-sending = in invio
staff-letter-done = inviati o non più necessari
staff-letter-uncertain = incerti: forse arrivati, forse no
staff-letter-bounced_hard = non recapitati: la casella non esiste
staff-letter-bounced_soft = non recapitati: casella piena o server che rifiuta
staff-letter-suppressed = non inviati: la persona non vuole o non può ricevere lettere
staff-letter-cancelled = annullati
staff-letters-why = Perché alcuni messaggi non sono partiti
staff-letters-why-about = I messaggi da inviare restano in coda e partono da soli appena il server di posta li accetta: non occorre premere di nuovo.
staff-letter-why = Motivo
staff-letter-next = Prossimo tentativo
staff-letter-no-connection = il server di posta non è raggiungibile
staff-letter-not-let-in = il server di posta non ci lascia entrare
staff-letter-too-slow = il server di posta non risponde in tempo
staff-letter-no-key = il file delle chiavi non ha la chiave di questa rilevazione
staff-letter-lifted = anche se il suo indirizzo risultava inesistente
staff-letter-thanks-again = il ringraziamento
staff-contacts-upload = Carica i destinatari
staff-contacts-file = File dei destinatari
staff-contacts-file-hint = Un file CSV o XLSX con una colonna di indirizzi e, se ci sono, «nome», «cognome» e «lingua». Al massimo 7 MB. Prima di conservare qualcosa vedrà un'anteprima; lo stesso file caricato due volte non aggiunge nessuno.
staff-contacts-send = Mostra l'anteprima
staff-no-file = Scelga un file da caricare.
staff-import-title = File caricato
staff-import-to-mend = Righe da correggere
staff-import-rows = { $count ->
    [one] Una riga letta
   *[other] { $count } righe lette
}
staff-import-added = { $count ->
    [one] Un destinatario aggiunto
   *[other] { $count } destinatari aggiunti
}
staff-import-there = { $count ->
    [one] Uno era già presente
   *[other] { $count } erano già presenti
}
staff-import-merged = { $count ->
    [one] Una riga ripete un indirizzo del file
   *[other] { $count } righe ripetono un indirizzo del file
}
staff-import-suppressed = { $count ->
    [one] Una persona non riceve più messaggi (lo ha chiesto, o la sua casella non esiste più) ed è esclusa
   *[other] { $count } persone non ricevono più messaggi (lo hanno chiesto, o la loro casella non esiste più) e sono escluse
}
staff-import-faults = { $count ->
    [one] Una riga da correggere
   *[other] { $count } righe da correggere
}
staff-done-sampled = { $count ->
    [one] Il campione è estratto: una persona.
   *[other] Il campione è estratto: { $count } persone. Gli inviti andranno soltanto a loro.
}
staff-done-sample-withdrawn = Il campione è stato annullato.
staff-done-invited = { $count ->
    [0] Nessun nuovo invito da preparare.
    [one] Un invito è in partenza.
   *[other] { $count } inviti sono in partenza.
}
staff-done-letter-saved = Il testo della lettera è salvato.
staff-done-letter-restored = Vale di nuovo il testo del programma.
staff-done-thanked = { $count ->
    [0] Nessun ringraziamento da spedire: erano già tutti in coda.
    [one] { $count } ringraziamento in coda: parte tra poco.
   *[other] { $count } ringraziamenti in coda: partono tra poco.
}
staff-done-reminded = { $count ->
    [0] Nessun promemoria da preparare.
    [one] Un promemoria è in partenza.
   *[other] { $count } promemoria sono in partenza.
}
staff-done-retried-uncertain = { $count ->
    [0] Nessun invito incerto da rimandare.
    [one] Un invito incerto è di nuovo in partenza.
   *[other] { $count } inviti incerti sono di nuovo in partenza.
}
staff-done-thanks-retried = { $count ->
    [0] Nessun ringraziamento incerto da rimandare.
    [one] Un ringraziamento incerto è di nuovo in partenza.
   *[other] { $count } ringraziamenti incerti sono di nuovo in partenza.
}
staff-done-retried = { $count ->
    [0] Nessun invito da ritentare.
    [one] Un invito rifiutato è di nuovo in partenza.
   *[other] { $count } inviti rifiutati sono di nuovo in partenza.
}

# The questionnaire on paper.
staff-printed-how = stampi questa pagina con il comando «Stampa» del browser.

# The plan.
staff-edit-survey = Modifica il piano
staff-mistakes = Da correggere
staff-plan-what = Che cosa si rileva
staff-plan-office = Ufficio
staff-plan-office_name = Nome dell'ufficio
staff-plan-office_code = Sigla dell'ufficio negli indirizzi
staff-plan-office_code-hint = Lettere minuscole, cifre e _, per esempio «urp».
staff-plan-office_contact = A chi scrive il cittadino che vuole una risposta
staff-plan-office_contact-hint = Indirizzo di posta elettronica o postale, su una riga.
staff-plan-year = Anno
staff-plan-title = Titolo
staff-plan-title-hint = Compare solo nelle pagine dell'ufficio.
staff-plan-code = Indirizzo
staff-plan-code-hint = L'ultima parte del collegamento al questionario: lettere minuscole, cifre e _, per esempio «urp_2026».
staff-plan-form = Questionario
staff-plan-own-form = Usa un questionario preparato dall'ufficio
staff-plan-form_file = File del questionario
staff-plan-form_file-hint = Un file TOML. Ha la precedenza sulla scelta dal catalogo.
staff-plan-form_text = Oppure incolli qui il testo del questionario
staff-plan-charter = Carta dei Servizi
staff-plan-own-charter = Usa una Carta preparata dall'ufficio
staff-plan-charter_file = File della Carta
staff-plan-charter_file-hint = Un file TOML. Ha la precedenza sulla scelta dal catalogo.
staff-charter-none = Nessuna Carta dei Servizi
staff-charter-version = Versione { $version }, in vigore dal { $year } – { $title }, { $office }
staff-from-catalog = dal catalogo
staff-plan-when = Quando
staff-plan-opens_on = Primo giorno
staff-plan-closes_on = Ultimo giorno
staff-plan-collecting_days = Giorni per inserire i questionari di carta dopo l'ultimo giorno
staff-plan-collecting_days-hint = Per quanti giorni si possono ancora inserire i questionari di carta.
staff-plan-channels = Canali
staff-plan-universe-of = Contatti in un anno, { $channel }
staff-plan-universe-about = Quanti contatti l'ufficio ha in un anno attraverso ciascun canale: chi si rivolge più volte all'ufficio è contato ogni volta. Lasci vuoto se non si sa.
staff-plan-sample = Risposte
staff-plan-planned_responses = Risposte previste
staff-plan-planned-hint = Con { $needed } risposte le percentuali hanno un margine di 5 punti, al livello di fiducia del 95 %.
staff-plan-privacy_threshold = Risposte minime per pubblicare un dato
staff-plan-privacy_threshold-hint = Sotto questo numero un dato non viene mostrato, perché nessuno sia riconoscibile.
staff-plan-save = Salva il piano
staff-usual-title = Soddisfazione degli utenti { $year }
staff-wrong-code = Usi lettere minuscole, cifre e _, cominciando con una lettera (al massimo 40 caratteri).
staff-wrong-day = Scriva il giorno come 2026-03-31 o 31/03/2026.
staff-wrong-number = Scriva un numero intero fra { $least } e { $most }.
staff-no-form = Scelga un questionario dall'elenco o ne carichi uno.

# What went wrong, on the office's pages.
staff-problem-may-not-heading = Operazione non permessa
staff-problem-may-not-text = La Sua utenza può solo leggere, oppure la pagina era aperta da prima dell'ultimo accesso. Torni alla pagina, la ricarichi e riprovi.
staff-problem-no-page-heading = Pagina non trovata
staff-problem-no-page-text = A questo indirizzo non c'è nessuna pagina dell'ufficio.
staff-problem-wrong-method-heading = Questa pagina non si apre così
staff-problem-wrong-method-text = L'indirizzo serve solo a un pulsante di un'altra pagina. Apra la rilevazione dall'elenco e usi il pulsante.
staff-problem-too-large-heading = L'invio è troppo grande
staff-problem-too-large-text = Con questa pagina si possono inviare al massimo 8 MB. Divida il file in più parti, oppure tolga le colonne che non servono, e riprovi.
staff-problem-busy-heading = Un momento, per favore
staff-problem-busy-text = In questo momento il sistema ha molto da fare e non è stato salvato nulla. Aspetti qualche secondo e riprovi.
staff-problem-broken-text-heading = Il testo non è leggibile
staff-problem-broken-text-text = Il modulo è arrivato con caratteri che non si possono leggere (non sono in UTF-8). Torni alla pagina precedente e invii di nuovo; se succede ancora, provi con un altro browser.
