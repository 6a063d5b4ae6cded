# The citizen's pages and the kiosk.
citizen-skip = Vai al contenuto
citizen-languages = Scelta della lingua
citizen-simulated-title = Dati simulati.
citizen-simulated = Questa è una dimostrazione: rilevazione e risposte sono inventate.
citizen-accessibility = Dichiarazione di accessibilità
citizen-privacy-page = Informativa sulla privacy
citizen-no-cookies = Questa pagina non usa cookie.

citizen-minutes = { $count ->
    [one] Circa un minuto
   *[other] Circa { $count } minuti
}
citizen-optional = Rispondere è facoltativo
citizen-privacy-summary = Come trattiamo le Sue risposte
citizen-privacy-why = Perché lo chiediamo
citizen-privacy-why-text = { $body } rileva la soddisfazione degli utenti per migliorare i propri servizi. È un compito di interesse pubblico (art. 6, par. 1, lett. e, del Regolamento UE 2016/679): per questo non Le chiediamo un consenso. Rispondere è facoltativo e non cambia in alcun modo i servizi che riceve.
citizen-privacy-anonymous = Che cosa registriamo
citizen-privacy-anonymous-text = Registriamo le risposte, il giorno e il canale (per esempio web o totem). Non registriamo il Suo nome, l'indirizzo del computer né l'ora. Le risposte si pubblicano solo in forma complessiva; i commenti solo dopo che una persona ha controllato che non facciano riconoscere nessuno.
citizen-privacy-link = Il collegamento personale
citizen-privacy-link-text = Se ha ricevuto un invito con un collegamento personale, nessuna pagina del programma mostra chi ha risposto o che cosa. Fino alla chiusura della rilevazione solo chi possedesse insieme la banca dati e il file delle chiavi, conservati separatamente, potrebbe tecnicamente ricostruire il legame. Alla chiusura la chiave è distrutta: da allora potrebbe farlo solo chi avesse conservato una copia precedente di entrambe.
citizen-privacy-final = Una risposta inviata non si può ritirare
citizen-privacy-final-text = Le risposte sono registrate senza il Suo nome: una volta inviate, il programma non permette di ritrovarle, correggerle o cancellarle. Non scriva nelle risposte aperte nomi o altri dati personali, Suoi o di altri.
citizen-privacy-who = A chi rivolgersi
citizen-privacy-who-text = Titolare del trattamento: { $controller }.
citizen-privacy-officer-text = Titolare del trattamento: { $controller }. Responsabile della protezione dei dati: { $officer }.
citizen-privacy-contact = Informazioni sulla rilevazione: { $contact }

citizen-page-of = Pagina { $at } di { $of }
citizen-part-of = Parte { $at } di { $of }
citizen-required = (obbligatoria)
citizen-choose-any = Può scegliere più risposte.
citizen-choose-at-most = { $count ->
    [one] Può scegliere una sola risposta.
   *[other] Può scegliere al massimo { $count } risposte.
}
citizen-at-most-characters = Al massimo { $most } caratteri. Non scriva nomi o altri dati personali.
citizen-how-satisfied = Quanto La soddisfa?
citizen-how-important = Quanto è importante per Lei?
citizen-not-a-complaint = Non è un reclamo: per avere risposta scriva a { $contact }.
citizen-next = Avanti
citizen-back = Indietro
citizen-send = Invia le risposte
citizen-before-sending = Dopo l'invio le risposte non si possono più modificare.
citizen-appeared = C'è ancora qualche domanda per Lei.
citizen-appeared-go = Vai alla prima

citizen-error-title = Da completare
citizen-summary = Manca ancora qualcosa
citizen-summary-kept = Le risposte già date sono conservate in questa pagina. Controlli:
citizen-refused-missing = manca la risposta
citizen-refused-unknown-field = questa domanda non fa parte del questionario
citizen-refused-unknown-answer = questa risposta non è tra quelle previste: ne scelga una
citizen-refused-too-many = { $count ->
    [one] scelga una sola risposta
   *[other] scelga al massimo { $count } risposte
}
citizen-refused-not-together = una delle risposte scelte esclude le altre: la lasci da sola o la tolga
citizen-refused-out-of-range = scriva un numero intero da { $least } a { $most }
citizen-refused-too-long = il testo è troppo lungo: al massimo { $most } caratteri
citizen-refused-unreadable = ci sono caratteri che non è stato possibile leggere: al loro posto c'è il segno �. Li corregga e invii di nuovo

citizen-thanks-title = Grazie
citizen-thanks-heading = Grazie, le Sue risposte sono state registrate
citizen-thanks-anonymous = Le risposte sono registrate senza il Suo nome e nessuna pagina mostra di chi sono. Se ha usato un invito personale, fino alla chiusura della rilevazione potrebbe scoprirlo solo chi, come i tecnici che custodiscono i dati, potesse mettere insieme due archivi conservati separatamente.
citizen-first-kept-title = Risposta già registrata
citizen-first-kept-heading = Una risposta era già stata registrata
citizen-first-kept = Abbiamo conservato la prima risposta inviata da questa pagina o con questo collegamento. Le risposte appena inviate sono diverse e non la sostituiscono.
citizen-first-kept-why = Le risposte sono registrate senza nome: il programma non permette di ritrovarle né di modificarle.
citizen-kiosk-next = Questa pagina torna da sola all'inizio per la prossima persona.
citizen-kiosk-start = Nuovo questionario
citizen-kiosk-restart = Cancella tutto e ricomincia
citizen-kiosk-idle = È ancora qui? Tra poco il questionario ricomincia da capo. Tocchi lo schermo per continuare.

# The questionnaire on paper.
citizen-paper-anonymous = Il questionario è anonimo: non scriva il Suo nome.
citizen-paper-return = Lo riconsegni all'ufficio entro il { $day }.
citizen-paper-contact = Per informazioni: { $contact }.
citizen-paper-quoted = «{ $text }»
citizen-paper-when = solo se a { $question } ha risposto { $answers }
citizen-paper-if = se La riguarda

citizen-home-title = La Sua opinione migliora i servizi
citizen-home-lead = Qui può dire com'è andata con i nostri uffici. Bastano pochi minuti, senza registrazione.
citizen-home-text = Almeno una volta all'anno misuriamo la soddisfazione di chi usa i nostri servizi, come promesso nella Carta dei Servizi, e pubblichiamo i risultati. Le risposte sono anonime.
citizen-home-open = Questionari aperti
citizen-home-none = In questo momento non ci sono questionari aperti a tutti. Se ha ricevuto un invito, usi il collegamento che si trova nel messaggio.
citizen-home-reports = Risultati pubblicati
citizen-home-survey = { $minutes } · fino al { $day }
citizen-report-of = { $office }: risultati { $year }

citizen-opt-out-title = Non ricevere altri inviti
citizen-opt-out-question = Vuole che non Le scriviamo più per le rilevazioni di soddisfazione?
citizen-opt-out-consequence = Dopo la conferma non riceverà altri inviti né solleciti, nemmeno per le prossime rilevazioni. Può comunque rispondere ai questionari aperti a tutti.
citizen-opt-out-button = Non scrivetemi più
citizen-opt-out-otherwise = Se ha aperto questa pagina per errore, la chiuda: non cambia nulla.
citizen-opted-out-title = Non Le scriveremo più
citizen-opted-out-heading = Non Le scriveremo più
citizen-opted-out = Abbiamo registrato la Sua richiesta: a questo indirizzo non arriveranno altri inviti.
citizen-opt-out-deleted-heading = Il Suo indirizzo è già stato cancellato
citizen-opt-out-deleted = La rilevazione è finita e abbiamo cancellato gli indirizzi a cui avevamo scritto. Per questo da qui non possiamo più annotare la Sua richiesta per le prossime rilevazioni.
citizen-opt-out-deleted-contact = Se non vuole ricevere inviti nemmeno in futuro, lo faccia sapere a: { $contact }
citizen-test-letter-title = Lettera di prova
citizen-test-letter-heading = Questo collegamento viene da una lettera di prova
citizen-test-letter = L'ufficio ha spedito una lettera per provare se la sua posta arriva. Qui non c'è nulla da confermare e nessun indirizzo è stato tolto o annotato. Negli inviti questo collegamento serve a non riceverne altri.
