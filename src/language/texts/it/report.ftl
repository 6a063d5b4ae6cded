# The annual report: page, PDF and spreadsheet.
report-page = Pagina
report-page-of = di
report-chart-data = I dati del grafico
report-contents = Indice
report-csv-table = tabella
report-csv-row = riga
report-csv-column = colonna
report-csv-value = valore
report-csv-shown = come mostrato
report-csv-note = nota
report-csv-channel = Canale
report-csv-channel-few = altri canali
report-csv-importance = { $item } – importanza
report-csv-dont-know = non so
report-csv-not-applicable = non applicabile
report-csv-not-asked = non chiesto
report-title = Soddisfazione degli utenti: relazione { $year }
report-made-on = Relazione del { $day }
report-notice-simulated = Risposte simulate: nessuna persona è stata intervistata.
report-count-of = { $count } su { $base }
report-suppressed = non pubblicato
report-fewer-than = meno di { $threshold }
report-total = Totale
report-merged = Altre risposte, unite per riservatezza
report-change-up = aumento
report-change-down = calo
report-change-stable = stabile
report-change-not-shown = non dimostrata
report-change-interval = da { $lower } a { $upper } punti
# What files have beside a number, in a column of its own.
report-apart-verdict = esito
report-apart-lower = limite inferiore
report-apart-upper = limite superiore
report-apart-direction = verso
report-apart-unit = unità
report-apart-caveat = avvertenza
report-apart-from = dal
report-apart-to = al
report-apart-effect = ampiezza dell'effetto
report-apart-p = p (Holm)
report-apart-effective = base efficace
report-apart-design = effetto del disegno
report-scale-changed = altra scala: non confrontabile
report-reworded = domanda riformulata
report-broken-scale = scala cambiata
report-broken-mode = altro modo di raccolta
report-verdict-reached = raggiunto
report-verdict-missed = non raggiunto
report-verdict-open = non dimostrabile
report-reason-missed = anche nel caso più favorevole il valore sarebbe { $bound }
# Headings of columns.
report-column-goal = Obiettivo
report-column-target = Valore programmato
report-column-found = Valore rilevato
report-column-deviation = Scostamento
report-column-cause = Causa dello scostamento
report-column-verdict = Esito
report-column-verdict-now = Esito di quest'anno
report-column-base = n
report-column-item = Voce
report-column-group = Voce e gruppo
report-column-all = Tutte le risposte
report-column-mode-difference = Differenza fra i canali
report-column-weighted = Ponderato per canale
report-column-choice = Risposta
report-column-answers = Risposte
report-column-dont-know = Non so
report-column-not-applicable = Non applicabile
report-column-blank = In bianco
report-column-satisfied = Soddisfatti
report-column-recommending = Consiglierebbero l'ufficio
report-column-favourable = Risposte favorevoli
report-column-interval = Intervallo 95 %
report-column-mean = Media (intervallo 95 %)
report-column-change = Rispetto al { $year }
report-column-trend = Tendenza, punti l'anno
report-column-channel = Canale
report-column-universe = Contatti dell'anno
report-column-universe-part = Quota dei contatti
report-column-coverage = Risposte sui contatti
report-column-invited = Invitati
report-column-undelivered = Inviti non recapitati
report-column-responses = Risposte
report-column-rate = Tasso di risposta
report-column-part = Quota
report-column-action = Azione
report-column-owner = Chi la attua
report-column-due = Entro
report-column-state = Stato
report-column-outcome = Che cosa ne è stato
# Goals.
report-goals-title = Gli obiettivi in sintesi
report-goals-caption = Obiettivi della Carta dei Servizi, anno { $year }
report-goals-none = Per quest'anno non sono stati fissati obiettivi: manca una Carta dei Servizi con valori programmati.
report-goals-note = n: risposte o casi su cui si basa il valore. Scostamento: valore rilevato meno valore programmato, in punti percentuali per le percentuali. Un obiettivo è raggiunto solo se lo è anche tenendo conto dell'incertezza; la regola è nella nota metodologica.
report-goals-chart = Obiettivi raggiunti: { $reached }; non raggiunti: { $missed }; non dimostrabili: { $open }
report-goals-chart-caption = Valori rilevati a confronto con quelli programmati
report-goals-in-short = { $goals ->
    [one] L'unico obiettivo della Carta dei Servizi
   *[other] Su { $goals } obiettivi della Carta dei Servizi,
}{ $goals ->
    [one] { $reached ->
        [one] { " " }è raggiunto.
       *[other] { $missed ->
            [one] { " " }non è raggiunto.
           *[other] { " " }non è dimostrabile.
        }
    }
   *[other] { $reached ->
        [0] { " " }nessuno è raggiunto
        [one] { " " }uno è raggiunto
       *[other] { " " }{ $reached } sono raggiunti
    }, { $missed ->
        [0] nessuno risulta mancato
        [one] uno non è raggiunto
       *[other] { $missed } non sono raggiunti
    } e { $open ->
        [0] nessuno resta in dubbio
        [one] per uno i dati non bastano a dirlo
       *[other] per { $open } i dati non bastano a dirlo
    }.
}
report-answers-in-short = { $count ->
    [0] Non è arrivata alcuna risposta.
    [one] È arrivata una risposta.
   *[other] Sono arrivate { $number } risposte.
}
report-overall-in-short = Nel complesso si dice soddisfatto il { $satisfied } di chi ha risposto.
report-overall-up = Nel complesso si dice soddisfatto il { $satisfied } di chi ha risposto, in aumento rispetto al { $previous } del { $year }.
report-overall-down = Nel complesso si dice soddisfatto il { $satisfied } di chi ha risposto, in calo rispetto al { $previous } del { $year }.
report-overall-stable = Nel complesso si dice soddisfatto il { $satisfied } di chi ha risposto, valore stabile rispetto al { $previous } del { $year }.
report-overall-not-shown = Nel complesso si dice soddisfatto il { $satisfied } di chi ha risposto; rispetto al { $previous } del { $year } una variazione non è dimostrata.
report-overall-reworded = Rispetto al { $year } la domanda è stata riformulata.
report-overall-scale-changed = Il valore del { $year } non è confrontabile: la scala era un'altra.
# Actions.
report-past-title = Che cosa ne è stato delle azioni promesse
report-past-caption = Azioni di miglioramento promesse nella relazione precedente
report-past-none = La relazione precedente non prometteva azioni di miglioramento.
report-past-first = È la prima edizione: non ci sono azioni promesse in precedenza.
report-past-in-short = { $actions ->
    [one] La relazione precedente prometteva un'azione di miglioramento:
   *[other] La relazione precedente prometteva { $actions } azioni di miglioramento:
} { $done ->
    [0] nessuna attuata
    [one] una attuata
   *[other] { $done } attuate
}, { $planned ->
    [0] nessuna ancora da attuare
    [one] una ancora da attuare
   *[other] { $planned } ancora da attuare
}, { $dropped ->
    [0] nessuna abbandonata
    [one] una abbandonata
   *[other] { $dropped } abbandonate
}{ $begun ->
    [0] {""}
    [one] , una in corso
   *[other] , { $begun } in corso
}{ $late ->
    [0] .
    [one] . Una ha superato la scadenza.
   *[other] . { $late } hanno superato la scadenza.
}
report-action-planned = da attuare
report-action-done = attuata
report-action-dropped = abbandonata
report-action-under-way = in corso
report-action-late = scaduta, non ancora attuata
report-done-about = { $action } ({ $state })
report-done-about-outcome = { $action } ({ $state }): { $outcome }
report-column-verdict-of = Esito { $year }
report-column-value-of = Valore { $year }
report-column-goal-change = Variazione
report-column-done-about = Che cosa è stato fatto
report-goal-years-caption = Gli obiettivi del { $year } rispetto al { $before }
report-goal-years-note = L'esito dell'anno precedente è quello pubblicato allora, con gli obiettivi di allora: nessuna Carta successiva lo riscrive. Fra parentesi l'intervallo al 95 % della variazione; dove i casi sono tutti, la variazione è esatta.
report-goal-change-points = { $points } punti
report-goal-change-interval = da { $lower } a { $upper }
report-next-title = Che cosa faremo
report-next-caption = Azioni di miglioramento promesse
report-next-none = Non sono ancora state decise azioni di miglioramento.
report-next-note = La prossima relazione comincerà dicendo che cosa ne è stato.
report-next-missing = { $count ->
    [one] Un obiettivo non raggiunto è ancora senza azione di miglioramento: { $goals }.
   *[other] { $count } obiettivi non raggiunti sono ancora senza azione di miglioramento: { $goals }.
}
# Sample.
report-sample-title = A chi abbiamo chiesto e chi ha risposto
report-sample-period = Le risposte sono state raccolte dal { $from } al { $to }.
report-sample-universe = Nell'anno l'ufficio ha avuto { $universe } contatti (chi si rivolge più volte all'ufficio è contato ogni volta); risposte rispetto ai contatti: { $heard }.
report-sample-planned = Erano previste almeno { $planned } risposte.
report-sample-chart = Da quali canali arrivano le risposte
report-sample-caption = Contatti, inviti e risposte per canale
report-sample-note = Tasso di risposta: risposte su inviti recapitati. Dove non si invita personalmente (totem, collegamento pubblico, sportello) non si sa quanti abbiano visto l'invito: il tasso di risposta non si può calcolare.
report-no-rate = non calcolabile
report-who-title = Chi ha risposto
report-coverage-note = Contatti dell'anno: di tutti i canali insieme, e chi si rivolge più volte all'ufficio è contato ogni volta. Risposte sui contatti: quante risposte sono arrivate da un gruppo rispetto ai suoi contatti; non è un tasso di risposta.
report-note-options = Si poteva scegliere più di una risposta; percentuali su chi ne ha scelta almeno una.
# Factors.
report-factors-title = I risultati per fattore di qualità
report-factors-reading = Per ogni voce: quante risposte sono arrivate, quante di persone soddisfatte e quanto il valore è incerto.
report-factors-caption = { $factor }: risposte e soddisfazione
report-factors-chart-caption = Percentuali su chi ha espresso un giudizio
report-factors-chart-range = { $factor }: soddisfatti dal { $least } al { $most }, a seconda della voce
report-quoted = «{ $text }»
report-factors-chart-finding = { $factor }: «{ $best }» soddisfa più di «{ $worst }»
report-factors-rest = Altri giudizi
report-note-judgements = Risposte: quelle che esprimono un giudizio; su di esse si calcolano le percentuali e la media. Intervallo 95 %: i valori fra cui si troverebbe la quota di tutti gli utenti, se chi ha risposto fosse un campione casuale.
report-note-change = Variazione della quota in punti percentuali.
# Overall.
report-overall-title = Il giudizio nel complesso
report-overall-sentence = Su 100 risposte, { $satisfied } sono di persone soddisfatte nel complesso ({ $answers } risposte; fra { $lower } e { $upper } se chi ha risposto fosse un campione casuale degli utenti).
report-priorities-title = Che cosa conta di più e quanto soddisfa
report-priorities-reading = Più una voce è in alto, più conta per chi ha risposto; più è a destra, più soddisfa. Le linee sono le medie delle voci: con altre linee cambierebbero i riquadri.
report-priorities-chart = Contano molto e soddisfano meno: { $items }
report-priorities-chart-many = { $count } voci contano più della media e soddisfano meno della media
report-priorities-chart-none = Nessuna voce conta più della media e soddisfa meno della media
report-priorities-chart-base = almeno { $least } risposte per voce
report-overall-caption = Soddisfazione nel complesso
report-expectation-caption = Rispetto alle attese
report-recommend-caption = Consiglierebbe l'ufficio ad altri
report-years-caption = Quota di soddisfatti negli anni
report-years-chart = { $item }: gli anni a confronto
report-years-chart-up = { $item }: in aumento dal { $from } al { $to }
report-years-chart-down = { $item }: in calo dal { $from } al { $to }
report-years-chart-stable = { $item }: stabile dal { $from } al { $to }
report-years-chart-not-shown = { $item }: dal { $from } al { $to } nessuna tendenza dimostrata
report-drivers-chart = Con il giudizio complessivo va di pari passo soprattutto: { $item }
report-drivers-chart-reading = Tutte le voci insieme spiegano il { $explained } delle differenze fra i giudizi complessivi; le barre dividono questa parte in 100. È un'associazione, non una causa
report-years-note = Una voce continua la serie dell'anno precedente, salvo dove è detto altrimenti; dove le risposte sono meno di 30 il valore non è riportato.
report-trend = { $points } { $verdict }
report-trend-from = { $points } { $verdict } dal { $from } al { $to }
report-trend-not-shown = non dimostrata
report-trend-note = La tendenza è quella delle quote di soddisfatti sugli ultimi anni confrontabili, almeno tre: altre parole della domanda, un'altra scala o un altro modo di raccolta la interrompono. La tendenza e la variazione rispetto all'anno precedente possono non concordare: si riportano entrambe.
# Needs.
report-needs-chart = La richiesta più frequente: «{ $need }»
report-needs-title = Di che cosa c'è davvero bisogno
report-needs-reading = Le richieste, dalla più alla meno frequente.
report-needs-suppressed = «{ $question }»: le risposte sono troppo poche per essere pubblicate.
# Comments.
report-comments-title = Le osservazioni libere
report-comments-none = Nessuno ha lasciato osservazioni.
report-comments-few = Chi ha risposto è troppo poco numeroso perché si possa pubblicare che cosa ha scritto.
report-comments-count = { $total ->
    [one] È arrivata un'osservazione libera.
   *[other] Sono arrivate { $total } osservazioni libere.
} Ogni testo è letto da una persona prima di essere pubblicato: approvate { $approved }, non pubblicate { $refused }, ancora da leggere { $pending }.
report-comments-all = Le osservazioni approvate:
report-comments-some = Alcune delle osservazioni approvate:
# Annex: by group.
report-groups-title = Allegato: i risultati per canale e per gruppo
report-groups-chart-finding = { $item }: «{ $best }» più soddisfatti, «{ $worst }» meno
report-groups-chart-range = { $item }: soddisfatti dal { $least } al { $most }, a seconda del gruppo
report-groups-reading = Gli stessi giudizi, separati secondo il canale e secondo chi ha risposto. Differenze fra gruppi piccoli possono essere dovute al caso: lo dice l'intervallo.
report-groups-by-channel = Per canale
report-groups-by = Per gruppo: { $name }
report-groups-note = n: risposte con un giudizio. Non sono pubblicati i gruppi con meno di { $threshold } risposte, né quelli che permetterebbero di ricavarli dal totale.
# Annex: channels side by side.
report-modes-caption = I canali a confronto: quanti sono soddisfatti, quanto i canali differiscono, il valore ponderato
report-modes-note = «Differenza fra i canali» (piccola, media, grande): quanto le risposte cambiano da un canale all'altro, tolto ciò che può fare il caso. «Non emergono differenze» non vuol dire che i canali diano le stesse risposte.
report-difference-none = non emergono differenze
report-difference-small = piccola
report-difference-medium = media
report-difference-large = grande
report-obstacle-constant = risposte tutte uguali
report-obstacle-one-channel = risposte da un solo canale
report-obstacle-too-few = troppo poche risposte
report-weighted-small = valgono meno di { $least } risposte
report-modes-weight-of = { $channel } { $weight }
report-modes-weights = «Ponderato per canale»: ogni risposta conta in proporzione agli utenti del suo canale nell'anno, e non una per una. Pesi: { $weights }. Ponderare costa precisione: l'effetto del disegno è { $effect }, cioè { $responses } risposte valgono quanto { $worth }.
report-modes-no-universe = Nessun valore è ponderato per canale: non è stato indicato quanti utenti abbia ciascun canale.
report-modes-channel-without-answers = Nessun valore è ponderato per canale: il canale «{ $channel }» ha utenti ma nessuna risposta, e nessun altro può rispondere per loro.
report-modes-channel-without-users = Nessun valore è ponderato per canale: dal canale «{ $channel }» sono arrivate risposte, ma non è stato indicato quanti utenti abbia.
report-modes-not-weighted = Nessun valore è ponderato per canale: con queste risposte il calcolo non è possibile.
report-note-mode-mix = I canali hanno risposto in modo diverso su { $items }: il valore dipende da quante risposte ha portato ciascun canale. Nell'allegato i canali sono separati.
report-goals-amended = { $goals }: i criteri sono stati cambiati dopo essere stati sigillati (vedi i sigilli nella nota metodologica).
report-goals-weighted = Gli esiti degli obiettivi misurati con il questionario si basano sulle risposte pesate per canale, come stabilito prima della rilevazione.
report-goals-mode-mix = { $goal }: i canali hanno risposto in modo diverso, e il valore dipende da quante risposte ha portato ciascuno (vedi allegato).
report-goals-mode-mix-weighted = { $goal }: i canali hanno risposto in modo diverso; ponderato per canale il valore sarebbe { $value }. L'esito ufficiale resta quello delle risposte non ponderate.
# Method.
report-method-title = Nota metodologica
report-method-who = A chi abbiamo chiesto, come e quando
report-method-who-text = La rilevazione si è svolta dal { $from } al { $to } attraverso questi canali: { $channels }. Rispondere era facoltativo. Il canale è registrato con ogni risposta.
report-method-open-link = Un invito personale vale per una sola risposta. Il collegamento pubblico e il totem, invece, non possono impedire che la stessa persona risponda più volte.
report-method-sample = Gli inviti per e-mail sono andati a un campione casuale: il { $day } sono state estratte { $size } persone fra le { $eligible } che si potevano invitare, da un elenco di { $contacts }, ciascuna con la stessa probabilità (generatore ChaCha20, seme { $seed }).
report-method-sample-of-segment = Gli inviti per e-mail sono andati a un campione casuale: il { $day } sono state estratte { $size } persone fra le { $eligible } che si potevano invitare e che rispondono a queste condizioni: { $conditions }. L'elenco era di { $contacts }; ciascuna aveva la stessa probabilità (generatore ChaCha20, seme { $seed }).
report-method-sample-languages = lingua { $languages }
report-method-sample-condition = { $label } { $values }
report-method-sample-no-value = nessun valore
report-method-no-weights = I valori principali e gli esiti degli obiettivi non sono ponderati: ogni risposta conta allo stesso modo, qualunque sia il canale. Prima di metterli insieme i canali si confrontano uno a uno: il confronto è nell'allegato.
report-method-goals-weighted = I valori principali non sono ponderati: ogni risposta conta allo stesso modo, qualunque sia il canale. Gli esiti degli obiettivi misurati con il questionario sono invece ponderati per canale, come stabilito prima della rilevazione: ogni canale conta quanto le persone che rappresenta. Il confronto fra i canali è nell'allegato.
report-method-simulated = Le risposte di questa edizione sono simulate: servono a mostrare il programma e non descrivono alcun ufficio.
report-method-percentages = Come leggere percentuali e medie
report-method-denominators = Percentuali e medie si calcolano su chi ha espresso un giudizio. «Non so», «non applicabile», risposte in bianco e domande non poste sono contate a parte e non entrano nella base.
report-method-satisfied = Si considera soddisfatto chi sceglie { $rules }.
report-method-recommending = Si considera che consiglierebbe l'ufficio chi sceglie { $rules }.
report-method-favourable = Si considera favorevole chi sceglie { $rules }.
report-method-satisfied-rule = { $labels } ({ $values } sulla scala da { $least } a { $most })
report-method-decimals = Sotto le { $least } risposte si riportano solo i conteggi, senza percentuali né medie; sotto le 1.000 le percentuali sono senza decimali. La media presuppone che i punti della scala siano equidistanti: va letta insieme alla distribuzione.
report-method-intervals = Che cosa dicono gli intervalli, e che cosa no
report-method-volunteers = Chi ha risposto lo ha fatto di propria volontà: non è un campione casuale degli utenti. Chi non ha risposto può pensarla diversamente, e nessun calcolo può correggere questo.
report-method-interval-text = L'intervallo (di Wilson, al 95 %; t di Student per le medie) dice quanto il valore potrebbe variare per il solo caso se chi ha risposto fosse un campione casuale. Non copre l'effetto di chi non risponde, dell'ordine delle domande o del canale.
report-method-computed = Metodi usati in questa relazione: { $methods }.
report-method-of-wilson = per le quote l'intervallo di Wilson
report-method-of-wilson-finite = per le quote l'intervallo di Wilson con la correzione per universo finito
report-method-of-student = per medie e indici la t di Student
report-method-of-student-finite = per medie e indici la t di Student con la correzione per universo finito
report-method-of-complete-count = per i registri completi il conteggio di tutti i casi, senza intervallo
report-method-of-kruskal-wallis = per il confronto dei canali il test di Kruskal-Wallis (probabilità corrette con il metodo di Holm per il numero di voci)
report-method-of-chi-square = per il confronto dei canali, dove le risposte non hanno un ordine, il chi quadrato con la V di Cramér
report-method-of-post-stratified = per i valori ponderati la post-stratificazione per canale con errore linearizzato
report-caveat-small-base = Meno di trenta risposte: { $items }.
report-caveat-reworded = La domanda dell'edizione precedente era formulata diversamente: { $items }.
report-caveat-scale-changed = La scala dell'edizione precedente era un'altra, perciò gli anni non si confrontano: { $items }.
report-caveat-mode-mix = I canali hanno risposto in modo diverso, con una differenza media o grande: { $items }.
report-method-verdicts = Quando un obiettivo è raggiunto
report-method-verdict-text = Ogni obiettivo ha un solo esito ufficiale. È raggiunto se lo è anche al limite sfavorevole dell'incertezza, non raggiunto se non lo è nemmeno al limite favorevole, altrimenti non dimostrabile. I limiti sono unilaterali al 95 %: di Wilson per le quote, t di Student per le medie e gli indici, allargati, dove quasi tutti danno la stessa risposta, a ciò che il campione può non aver colto. Un valore osservato appena sopra l'obiettivo non basta. I registri completi, che contano ogni caso dell'anno, si confrontano direttamente.
report-method-verdict-errors = Quando il valore vero è proprio quello programmato la regola può sbagliare per il solo caso. Con gli obiettivi e le risposte di quest'anno dice raggiunta una promessa mancata di un soffio al massimo nel { $reached } dei casi, e non raggiunta una promessa mantenuta di misura al massimo nel { $missed } (calcolo esatto, per l'obiettivo più sfavorevole). Più il valore vero è lontano da quello programmato, più raro è l'errore.
report-method-verdict-errors-about = Quando il valore vero è proprio quello programmato la regola può sbagliare per il solo caso, in un senso o nell'altro: in circa cinque casi su cento per ciascuno dei due.
report-method-verdict-words = «Non dimostrabile» non vuol dire mancato: vuol dire che con queste risposte non si può affermare né l'una né l'altra cosa. Accanto all'esito è indicato che cosa servirebbe.
report-method-minimum = Sotto la base minima stabilita per ciascun obiettivo (da { $least } a { $most } casi) non si dà alcun esito, per non premiare una rilevazione scarsa.
report-method-minimum-one = Sotto la base minima di { $least } casi non si dà alcun esito, per non premiare una rilevazione scarsa.
report-method-changes = Come si confrontano gli anni
report-method-changes-text = «Aumento» o «calo» si dice solo quando l'intervallo al 95 % della differenza (Newcombe) esclude lo zero; «stabile» quando la differenza sta con sufficiente certezza entro cinque punti; altrimenti la variazione è «non dimostrata», che non vuol dire assente. Una voce si confronta solo se la scala è la stessa: gli stessi punti, gli stessi contati come soddisfazione, lo stesso verso. Se sono cambiate solo le parole della domanda si confronta, e lo si dice. Su almeno tre anni confrontabili si riporta la tendenza (Cochran-Armitage): «aumento» o «calo» quando l'intervallo al 95 % della variazione annua esclude lo zero; parole, scala o modo di raccolta diversi la interrompono.
report-method-privacy = Riservatezza
report-method-threshold = Le risposte sono anonime e si pubblicano solo in forma complessiva: non si dice mai che cosa ha risposto un gruppo di meno di { $threshold } persone; quanti hanno scelto una risposta si dice invece anche quando sono pochi. Le osservazioni libere si pubblicano solo dopo che una persona le ha lette.
report-method-hidden-groups = Nell'allegato non sono riportati i gruppi con troppo poche risposte e quelli che permetterebbero di ricavarli.
report-method-nothing-hidden = In questa relazione non è stato necessario omettere nulla per questo motivo.
report-method-hidden = Perché le risposte sono troppo poche, non si riportano i valori di: { $items }.
report-method-hidden-goal = obiettivo «{ $goal }»
report-method-in-part = Alcune risposte, date da troppo poche persone, sono unite ad altre o non riportate in: { $items }.
report-method-form = Questionario e regole fissate prima
report-method-form-text = Questionario «{ $title }», revisione { $revision }; impronta della struttura { $hash }. I questionari con la stessa impronta si possono confrontare negli anni.
report-method-seal = Obiettivi, formule e basi minime sono stati fissati prima della prima risposta: sigillo n. { $number } del { $day }, impronta { $hash }.
report-method-sealed-again = Il numero di risposte previste è stato poi cambiato: sigillo n. { $number } del { $day }, impronta { $hash }. Motivo: { $reason }
report-funnel-contacts = Contatti dell'anno
report-funnel-answers = Questionari compilati
report-funnel-invited = Invitati
report-funnel-delivered = Inviti recapitati
report-funnel-answers-email = Questionari compilati dagli invitati
report-funnel-all = Tutti i canali
report-funnel-email = Inviti per e-mail
report-funnel-chart = Dagli invitati a chi ha risposto
report-funnel-chart-email = Ha risposto il { $share } di chi ha ricevuto l'invito per e-mail
report-funnel-chart-all = Le risposte sono il { $share } dei contatti dell'anno
report-by-day-chart = { $count ->
    [one] È stata raccolta una risposta
   *[other] Sono state raccolte { $number } risposte
}
report-by-day-chart-fewer = { $count ->
    [one] È stata raccolta una risposta sola delle { $planned } previste
   *[other] Sono state raccolte { $number } risposte, meno delle { $planned } previste
}
report-by-day-chart-enough = { $count ->
    [one] È stata raccolta la risposta prevista
   *[other] Sono state raccolte { $number } risposte, almeno quante ne erano previste ({ $planned })
}
report-by-day-base = tutti i questionari compilati, nel giorno in cui sono arrivati o sono stati compilati su carta
report-feeling-title = Gradimento e incertezza
report-feeling-reading = Il gradimento dice quanto una voce piace, l'incertezza quanto le risposte sono date a caso o senza una vera opinione: tutte e due da 0 a 100, secondo il modello CUB (Piccolo 2003). Più una voce è in alto, più piace; più è a destra, meno le risposte sono decise.
report-feeling-chart = Gradimento più alto: { $liked }; risposte più incerte: { $uncertain }
report-services-base = con l'intervallo al 95 %; i gruppi con meno di 30 risposte non hanno percentuali
report-services-chart = { $by }: { $count ->
    [one] in una voce su { $items } gli intervalli di due gruppi si separano
   *[other] in { $count } voci su { $items } gli intervalli di due gruppi si separano
}
report-priorities-reading-factors = Ogni punto è un fattore di qualità, alla media degli indici delle sue voci. Più è in alto, più conta per chi ha risposto; più è a destra, più soddisfa. Le linee sono le medie dei fattori: con altre linee cambierebbero i riquadri.
report-priorities-chart-none-factors = Nessun fattore conta più della media e soddisfa meno della media
report-method-together = Ogni obiettivo ha il proprio esito. Se si considerano insieme i { $goals } obiettivi misurati su un campione, con una probabilità di errore del 5 % per tutti (metodo di Holm), restano decisi tutti quelli decisi da soli ({ $decided }).
report-method-together-lost = Ogni obiettivo ha il proprio esito. Se si considerano insieme i { $goals } obiettivi misurati su un campione, con una probabilità di errore del 5 % per tutti (metodo di Holm), ne restano decisi { $kept } dei { $decided } decisi da soli; non lo restano: { $lost }.
report-apart-amended = dopo il sigillo
report-judged-years-chart = { $item }: i giudizi dal { $from } al { $to }
report-promises-caption = Come si misura ogni obiettivo
report-column-quality = Dimensione, fattore e tipo
report-column-how-measured = Indicatore e formula
report-column-source = Fonte
report-column-redress = Se l'impegno non è mantenuto
report-promises-source = { $source }, almeno { $least } casi
report-by-day-others = altri canali
