# The rating widget: for those who plan it, put it on a page or configure it.
staff-widget = Valutazione nelle pagine del sito
staff-widget-about = Per chiedere la valutazione in una pagina del sito si copia questo codice nel punto in cui deve comparire il riquadro. Non usa cookie e non comunica quale pagina si stava leggendo: per distinguere pagine o servizi, pianifichi una rilevazione per ciascuno.
staff-widget-code = Codice da copiare nella pagina
staff-widget-no-link = Chi naviga senza script non vedrà nulla: per offrirgli il collegamento al questionario aggiunga il canale web.
staff-widget-sites = Siti autorizzati: { $sites }.
staff-widget-no-sites = Nessun sito è ancora autorizzato. Chieda a chi gestisce il programma di indicare il sito in widget_origins, nella sezione [server] della configurazione, per esempio widget_origins = ["https://www.provincia.example.it"].
staff-widget-language = Il riquadro parla la lingua della pagina (l'attributo lang), se il questionario è scritto in quella lingua; un'altra si sceglie aggiungendo al codice, per esempio, data-lang="en".
staff-widget-policy = Se il sito limita gli script con una Content-Security-Policy, script-src e connect-src devono comprendere { $site }.
refused-widget-form = Il questionario non si può chiedere nelle pagine del sito: deve cominciare con un giudizio obbligatorio a cinque punti, senza «non so», da cui dipendono le altre domande (scelte o testo libero). Tolga il canale «valutazione sul sito» o scelga un questionario come «Valutazione di una pagina del sito».
report-method-widget = La valutazione sul sito misura la pagina che il visitatore stava leggendo, non l'intero servizio, e non può impedire che la stessa persona risponda più volte, come il collegamento pubblico.
fault-origin = «{ $typed }» non è l'origine di un sito.
fault-hint-origin-meant = Scriva "{ $meant }": schema e nome del sito, senza percorso né barra finale, come li scrive il browser.
fault-hint-origin = Scriva schema e nome del sito, per esempio "https://www.example.org"; ogni sito ha la sua riga e non si usano caratteri jolly.
