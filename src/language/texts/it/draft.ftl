# What an invited person has begun and not sent yet.
draft-save = Salva e continua più tardi
draft-notice = Finché non invia, le risposte già date restano in una bozza legata al Suo invito. Può riprenderla fino al { $until } con lo stesso collegamento, anche da un altro dispositivo.
draft-before-sending = Con l'invio la bozza si cancella; la risposta inviata non si può più modificare né ritirare.
draft-resumed = Può continuare da dove aveva interrotto: le risposte già date ci sono ancora.
draft-saved-title = Risposte salvate
draft-saved-heading = Le Sue risposte sono salvate
draft-saved-not-sent = Non sono ancora inviate: contano solo dopo che avrà premuto «Invia le risposte».
draft-saved-back = Per continuare apra lo stesso collegamento, quello del messaggio che ha ricevuto, su questo o su un altro dispositivo. C'è tempo fino al { $until }.
draft-saved-tied = Fino all'invio la bozza è cifrata e legata al Suo invito: la apre chi ha il Suo collegamento. Con l'invio si cancella, e la risposta inviata non si può più ritirare.
draft-continue = Continua adesso
draft-privacy = La bozza
draft-privacy-text = Finché non invia, quello che scrive si conserva in una bozza cifrata e legata al Suo invito, senza data né ora. La può aprire solo chi ha il Suo collegamento personale, oppure chi possedesse insieme la banca dati e il file delle chiavi. La bozza si cancella quando invia le risposte e, se non le invia, quando la rilevazione finisce.
draft-kept = Bozza salvata
draft-not-kept = La bozza non è stata ancora salvata: riproviamo tra poco.

problem-revoked-invitation-heading = Questo invito non è più attivo
problem-revoked-invitation-text = L'ufficio ha ritirato l'invito e ha cancellato il Suo indirizzo: con questo collegamento non si può più rispondere. Se pensa che sia un errore, si rivolga all'ufficio.
