# The rating widget on the pages of a body's own web sites: what its visitors read.
channel-widget = valutazione sul sito
widget-star = { $count ->
    [one] { $count } stella su { $of }
   *[other] { $count } stelle su { $of }
}
widget-at-most-characters = Al massimo { $most } caratteri, senza nomi o altri dati personali.
widget-send = Invia
widget-sending = Invio in corso…
widget-anonymous = La valutazione è anonima: non usiamo cookie e non registriamo chi visita la pagina.
widget-privacy = Informativa sulla privacy
widget-lost = Non sappiamo se la risposta è arrivata: forse la linea si è interrotta. Ciò che è stato scritto è ancora qui e si può inviare di nuovo: la stessa risposta è contata una volta sola.
widget-elsewhere = Rispondere nella pagina del questionario
widget-off = Questa pagina non può ancora raccogliere valutazioni: il suo sito non è tra quelli autorizzati.
# For whoever looks after the page or sends by a program.
widget-console = Ascolto: il sito %s non è tra quelli autorizzati. Va aggiunto a widget_origins, nella sezione [server] della configurazione di Ascolto.
widget-other-form = Il questionario di questa rilevazione non si può chiedere nelle pagine del sito: deve cominciare con un giudizio a cinque punti, da cui dipendono le altre domande.
widget-refused = Da questo sito ({ $origin }) non si accettano risposte. Va aggiunto a widget_origins, nella sezione [server] della configurazione.
