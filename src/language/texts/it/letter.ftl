# Letters to those who are invited: plain, formal, as an office writes.
letter-subject-invitation = { $office }: la Sua opinione sui nostri servizi
letter-subject-reminder = Promemoria – { $office }: la Sua opinione sui nostri servizi
letter-subject-reminder-again = Di nuovo un promemoria – { $office }: la Sua opinione sui nostri servizi
letter-subject-thanks = { $office }: grazie, i risultati sono pubblicati
letter-subject-simulated = [dimostrazione] { $subject }
letter-simulated = Questa lettera fa parte di una dimostrazione: la rilevazione e le sue risposte sono simulate.
letter-greeting = Gentile { $name },
letter-greeting-nameless = Gentile utente,
letter-why = Lei ha utilizzato i nostri servizi: Le chiediamo di dirci che cosa ne pensa e di che cosa ha bisogno. Ogni anno misuriamo la soddisfazione degli utenti e la confrontiamo con gli impegni della Carta dei Servizi; i risultati, e ciò che intendiamo migliorare, sono pubblicati.
letter-reminder-why = qualche tempo fa Le abbiamo scritto per chiederLe un'opinione sui nostri servizi. Il questionario è ancora aperto e il Suo parere ci sarebbe utile per migliorarli.
letter-reminder-again = torniamo a scriverLe per il questionario sui nostri servizi, che è ancora aperto. Più persone rispondono, meglio i risultati dicono di che cosa gli utenti hanno bisogno.
letter-reminder-how = Riceve questo promemoria perché al momento dell'invio il sistema non ha trovato una Sua risposta. A chi ha già risposto il promemoria non è spedito: lo esclude il sistema, e nessuna pagina mostra al personale chi ha risposto e chi no. Se nel frattempo ha risposto, La ringraziamo: non deve fare altro.
letter-minutes = Il questionario richiede circa { $minutes }. Può rispondere fino al { $until }, da qui:
letter-minutes-number = { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minuti
}
letter-thanks-why = la rilevazione sui nostri servizi, alla quale L'abbiamo invitata, è conclusa e i risultati sono pubblicati: quanto gli utenti sono soddisfatti e che cosa intendiamo migliorare. Può leggerli qui:
letter-results-link = Leggi i risultati
letter-thanks = Ringraziamo tutte le persone che hanno dedicato del tempo al questionario.
letter-thanks-everybody = Mandiamo questa lettera a tutte le persone invitate: non sappiamo chi ha risposto e chi no.
letter-link = Rispondi al questionario
letter-link-personal = Il collegamento è personale e vale per una sola risposta: La preghiamo di non inoltrarlo.
letter-anonymous = Rispondere è facoltativo e non cambia nulla nei servizi che riceve. Le risposte sono conservate separate dal Suo nome e dal Suo indirizzo, e nessuna pagina mostra all'ufficio chi ha risposto o che cosa. Fino alla chiusura della rilevazione potrebbe scoprirlo solo chi avesse insieme la banca dati e il file delle chiavi, che è custodito a parte; alla chiusura la chiave è distrutta. Pubblichiamo soltanto risultati complessivi.
letter-source-task = Il Suo indirizzo è tra quelli delle persone che si sono rivolte all'ufficio. Lo usiamo per un compito di interesse pubblico: misurare la qualità dei servizi.
letter-source-obligation = Il Suo indirizzo è tra quelli delle persone che si sono rivolte all'ufficio. Lo usiamo per un obbligo di legge: misurare la qualità dei servizi.
letter-source-consent = Il Suo indirizzo ce lo ha dato Lei, acconsentendo a ricevere lettere come questa; può revocare il consenso in ogni momento.
letter-source-contract = Il Suo indirizzo ce lo ha dato Lei per un servizio che Le forniamo.
letter-address = Usiamo il Suo indirizzo solo per questa rilevazione e lo cancelliamo dopo la sua chiusura.
letter-opt-out = Se non desidera ricevere altri inviti, può dircelo da qui:
letter-opt-out-link = Non voglio ricevere altri inviti
letter-contact = Questa lettera è spedita da un sistema automatico. Per informazioni o per avere una risposta può scrivere a: { $contact }
letter-closing = Cordiali saluti
