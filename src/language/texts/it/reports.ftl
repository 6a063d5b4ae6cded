# Messages about letters that came in, for a person to look at.
reports-title = Posta di ritorno
reports-waiting = { $count ->
    [0] Nessun messaggio da guardare.
    [one] Un messaggio da guardare.
   *[other] { $number } messaggi da guardare.
}
reports-unkept = { $count ->
    [one] Un messaggio degli ultimi dodici mesi non è stato conservato, perché ne aspettavano già troppi: faccia posto guardando quelli qui sotto. Se la posta di ritorno arriva in una casella, è ancora lì.
   *[other] { $number } messaggi degli ultimi dodici mesi non sono stati conservati, perché ne aspettavano già troppi: faccia posto guardando quelli qui sotto. Se la posta di ritorno arriva in una casella, sono ancora lì.
}
reports-about = Qui arrivano i messaggi spediti all'indirizzo di ritorno delle lettere. Quelli riconosciuti agiscono da soli: a una casella che non esiste o a chi si lamenta non si scrive più. Restano da guardare solo i messaggi che nessuna regola riconosce, o che non dicono di quale lettera parlano.
reports-list = Messaggi da guardare
reports-subject = Oggetto
reports-no-subject = (senza oggetto)
reports-from = Da
reports-day = Arrivato il
reports-kind = Che cosa sembra
reports-text = Testo del messaggio
reports-no-text = (Il programma non ha trovato in questo messaggio un testo da mostrare. Se la posta di ritorno arriva in una casella, il messaggio è ancora lì.)
reports-next = I prossimi messaggi
reports-received = Arrivati negli ultimi dodici mesi
reports-received-about = Delle risposte automatiche e delle ricevute si conserva solo il numero: sono posta personale.
reports-kind-hard_bounce = lettera tornata: la casella non esiste
reports-kind-soft_bounce = lettera tornata, per questa volta
reports-kind-ignored_bounce = lettera tornata per un motivo che non riguarda l'indirizzo
reports-kind-delay = lettera in ritardo
reports-kind-complaint = reclamo: segnalata come indesiderata
reports-kind-opt_out = richiesta di non ricevere più messaggi
reports-kind-automatic_reply = risposta automatica
reports-kind-receipt = ricevuta
reports-kind-delivery = conferma di consegna
reports-kind-unknown = non riconosciuto
reports-term = Il messaggio si cancella appena conferma qui sotto; altrimenti da solo, il { $day }, insieme ai destinatari.
reports-meaning = Che cosa significa?
reports-nothing = Niente da fare
reports-no-meaning = Scelga che cosa significa il messaggio: finché non sceglie, resta qui.
reports-nothing-with-address = Ha scritto un indirizzo e scelto che non c'è niente da fare. Cancelli l'indirizzo, oppure scelga che cosa significa.
reports-settle = Conferma e cancella il messaggio
reports-about-address = Quale indirizzo riguarda?
reports-offered = Indirizzi nominati nel messaggio
reports-address = Indirizzo
reports-other-address = Un altro indirizzo
reports-address-hint = Lo scriva come nome@dominio. Quello scritto qui vale più di quello scelto sopra.
reports-no-address = Scriva un indirizzo come nome@dominio, oppure ne scelga uno del messaggio.
reports-meaning-about = A un indirizzo che non esiste, e a una persona che non vuole messaggi, non si scriverà più: né per questa rilevazione né per le prossime.
reports-dead = L'indirizzo non esiste
reports-peace = La persona non vuole messaggi
reports-link = { $count ->
    [one] Un messaggio di ritorno da guardare
   *[other] { $number } messaggi di ritorno da guardare
}
reports-open = Posta di ritorno
thing-mail-report = il messaggio
staff-done-report-nothing = Il messaggio è stato cancellato.
staff-done-report-dead = Fatto: a quell'indirizzo non si scrive più. Il messaggio è stato cancellato.
staff-done-report-peace = Fatto: quella persona non riceverà più messaggi. Il messaggio è stato cancellato.
