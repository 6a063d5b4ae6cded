# A survey goes on with another version of its questionnaire.
move-title = Passare a un'altra versione del questionario
move-newer = Di questo questionario c'è una versione più recente.
move-look = Guarda che cosa cambia e passa a quella
move-version-own = Versione { $number } (in uso)
move-none = La rilevazione usa già questa versione.
move-back = Torna alla rilevazione
move-effect = Che effetto ha
move-draft = La rilevazione è una bozza: nessuno ha ancora risposto e nulla va perso.
move-responses = { $count ->
    [0] Nessuno ha ancora risposto.
    [one] C'è già una risposta: resta com'è e conta insieme alle altre.
   *[other] Ci sono già { $responses } risposte: restano come sono e contano insieme alle altre.
}
move-added = { $count ->
    [one] Una domanda è nuova: chi ha già risposto non l'ha avuta, e le sue percentuali contano solo chi l'ha avuta.
   *[other] { $count } domande sono nuove: chi ha già risposto non le ha avute, e le loro percentuali contano solo chi le ha avute.
}
move-order = L'ordine delle domande cambia: può influire un poco sulle risposte che seguono.
move-reworded = { $count ->
    [one] Un testo è riscritto: se ora la domanda chiede un'altra cosa, non passi a questa versione, perché le risposte si contano insieme.
   *[other] { $count } testi sono riscritti: se ora una domanda chiede un'altra cosa, non passi a questa versione, perché le risposte si contano insieme.
}
move-untranslated = Non tutto è tradotto ({ $languages }): chi risponde in quelle lingue legge il resto nella prima lingua ({ $first }).
move-under-way = Chi sta rispondendo adesso va avanti con il questionario nuovo; ciò che ha già scritto resta.
move-paper = I questionari di carta già stampati sono della versione di prima: li ristampi. La pagina per inserirli segue la versione nuova.
move-seal = Accanto al sigillo dell'apertura ne viene messo un altro, con il motivo: si legge nella pagina della rilevazione.
move-reason-hint = Si legge accanto al nuovo sigillo e nella relazione: non scriva dati personali.
move-button = Passa a questa versione
move-hindered = La rilevazione è aperta e non può passare a questa versione:
move-hindered-gone = «{ $name }» non c'è più: le risposte già date non si vedrebbero.
move-hindered-answered = «{ $name }» ha altre risposte possibili, un'altra scala o un altro scopo: le risposte già date non significherebbero più la stessa cosa.
move-hindered-asked = «{ $name }» si mostra ad altre persone: le risposte di prima e di dopo non si possono contare insieme.
move-hindered-required = «{ $name }» sarebbe obbligatoria e prima non lo era: chi sta rispondendo adesso si vedrebbe respingere le risposte.
move-hindered-shorter = «{ $name }» ammette un testo più corto: chi sta scrivendo adesso si vedrebbe respingere il testo.
move-hindered-parted = I risultati non conterebbero più insieme { $surveys }: faccia passare prima la rilevazione principale dell'anno, quella con la Carta.
move-way-out = Può cominciare una bozza dalla versione in uso, rifare le modifiche senza quelle elencate e pubblicarla; oppure tenere questa versione per la prossima rilevazione.
move-adapt-own = Adatta la versione in uso in una nuova bozza
move-movable = Rilevazioni che usano un'altra versione
move-movable-about = Prima di passare a questa versione si vede che effetto ha.
staff-done-moved = La rilevazione usa ora l'altra versione del questionario.
refused-moved-meanwhile = La rilevazione è passata nel frattempo a un'altra versione: guardi com'è adesso.
refused-move-meaning = Le risposte già date non significherebbero più la stessa cosa: guardi qui sotto che cosa lo impedisce.
