# ascolto analyse
analyse-unknown-columns = Colonne che il questionario non conosce, non lette: { $names }.
analyse-absent-columns = Domande del questionario senza colonna nel file, contate come lasciate in bianco: { $names }.
analyse-unknown-value = Riga { $line }: «{ $value }» non è una risposta a { $field }; le altre risposte della riga sono conservate.
analyse-more-unknown-values = { $count ->
    [one] E un'altra risposta che il questionario non conosce.
   *[other] E altre { $count } risposte che il questionario non conosce.
}
analyse-empty = Il file delle risposte è vuoto. Serve un CSV con i codici delle domande nella prima riga.
analyse-not-text = Il file delle risposte non è un testo. Lo salvi come CSV.
analyse-no-known-column = Nessuna colonna del file porta il codice di una domanda. Il questionario chiede: { $names }.
analyse-universe-too-small = L'universo ({ $universe }) è minore delle risposte ({ $rows }). Indichi quanti contatti ha avuto l'ufficio nell'anno.
analyse-unknown-group = Il questionario non ha una domanda chiusa { $name } con cui dividere le risposte.
analyse-unknown-goal-item = L'obiettivo { $goal } riguarda una voce che il questionario non ha.
analyse-title = { $form }: { $count ->
    [one] { $count } risposta
   *[other] { $count } risposte
}
analyse-universe = Universo: { $count } contatti nell'anno.
analyse-column-item = Voce
analyse-column-base = Base
analyse-column-interval = Intervallo 95 %
analyse-column-mean = Media
analyse-column-median = Mediana
analyse-column-index = Indice
analyse-suppressed = meno di { $threshold }
analyse-counts-only = { $satisfied } su { $base }
analyse-goals = Obiettivi
analyse-column-goal = Obiettivo
analyse-column-target = Programmato
analyse-column-found = Rilevato
analyse-column-bounds = Limiti
analyse-column-verdict = Esito
analyse-reached = raggiunto
analyse-not-reached = non raggiunto
analyse-not-demonstrable = non dimostrabile: { $reason }
analyse-by = Per { $name }
analyse-by-channel = Per canale
analyse-channel-unstated = non indicato
analyse-needs = Scelte multiple
analyse-chosen = Scelta da, su { $base }
analyse-note = Gli intervalli varrebbero se chi ha risposto fosse un campione casuale degli utenti; sotto { $percentage } risposte si danno solo conteggi, sotto { $threshold } nulla.
analyse-empty-codes = Il file delle risposte è vuoto. Serve un CSV con i nomi delle colonne nella prima riga e una riga per ogni risposta.
analyse-absent-column = Il file non ha la colonna `{ $name }` che il piano chiede. { $hint }
analyse-doubled-column = Il file ha più di una colonna `{ $name }`: ne lasci una sola.
analyse-cells = { $count ->
    [one] Il file non va bene in un punto; nulla è stato contato.
   *[other] Il file non va bene in { $count } punti; nulla è stato contato.
}
analyse-more-cells = { $count ->
    [one] E un altro punto.
   *[other] E altri { $count } punti.
}
analyse-wrong-cell = Riga { $line }, colonna { $column } (`{ $heading }`): c'è «{ $found }», serve { $expected }.
analyse-wrong-row = Riga { $line }: ha { $found } celle, servono { $expected }.
analyse-expected-code = un codice da { $least } a { $most }, una cella vuota o un codice che il piano mette fra quelli mancanti
analyse-expected-number = un numero
analyse-expected-weight = un peso, cioè un numero da 0 in su
analyse-expected-frequency = una frequenza, cioè un numero intero da 0 in su
analyse-expected-width = { $cells } celle, come nella prima riga
