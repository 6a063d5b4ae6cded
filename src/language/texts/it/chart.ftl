# The words in and around pictures.
chart-item = Voce
chart-satisfied = Soddisfatti
chart-recommending = Consiglierebbero
chart-favourable = Risposte favorevoli
chart-positive = Giudizi positivi
chart-target = Obiettivo
chart-answers = Risposte
chart-no-opinion = Non so, non applic.
chart-dont-know = Non so
chart-not-applicable = Non applicabile
chart-blank = In bianco
chart-not-asked = Non richiesto
chart-suppressed = Dati non pubblicati: troppo poche risposte
chart-counts-only = meno di 30: solo conteggi
chart-battery-about = { $count ->
    [one] Barra divergente di una voce: a sinistra del centro i giudizi negativi, a destra i positivi.
   *[other] Barre divergenti di { $count } voci, dalla più alla meno soddisfacente: a sinistra del centro i giudizi negativi, a destra i positivi.
}
chart-battery-item-positive = { $label }: { $satisfied } di giudizi positivi e { $dissatisfied } di negativi su { $answers } risposte
chart-battery-item-satisfied = { $label }: { $satisfied } di soddisfatti e { $dissatisfied } di giudizi negativi su { $answers } risposte
chart-battery-item-recommending = { $label }: { $satisfied } consiglierebbe l'ufficio e { $dissatisfied } dà una risposta negativa, su { $answers } risposte
chart-battery-item-favourable = { $label }: { $satisfied } di risposte favorevoli e { $dissatisfied } di negative su { $answers } risposte
chart-battery-most = Le voci più apprezzate: { $items }.
chart-battery-least = Le meno apprezzate: { $items }.
chart-battery-few = Con meno di 30 risposte, perciò in soli conteggi: { $labels }.
chart-battery-withheld = Non pubblicati perché le risposte sono troppo poche: { $labels }.
chart-goal = Obiettivo
chart-found = Valore rilevato
chart-interval = Intervallo
chart-interval-legend = incertezza (90 %)
chart-found-legend = valore rilevato
chart-target-legend = valore programmato
chart-zone-legend = promessa mantenuta
chart-previous-legend = anno precedente
chart-previous = anno precedente: { $value }
chart-other-scale = altra scala, non confrontabile
chart-reworded = domanda riformulata
chart-previous-heading = Anno precedente
chart-target-heading = Valore programmato
chart-base-heading = Base
chart-verdict-heading = Esito
chart-reason-heading = Motivo
chart-at-least = almeno { $value }
chart-at-most = al massimo { $value }
chart-own-axes = In altre unità, ogni riga con la propria scala
chart-not-measured = non rilevato
chart-goal-few = { $count ->
    [one] una sola risposta, nessuna percentuale
   *[other] solo { $count } risposte, nessuna percentuale
}
chart-reached = Raggiunto
chart-not-reached = Non raggiunto
chart-not-demonstrable = Non dimostrabile
chart-why-near = vicino al valore programmato: per decidere servirebbero circa { $needed } risposte
chart-why-never = valore rilevato e valore programmato quasi coincidono: nessun numero raggiungibile di risposte basterebbe a decidere
chart-why-undecidable = i contatti di un anno non bastano a decidere: servirebbero circa { $needed } risposte
chart-why-below-plan = meno risposte del previsto: ne erano previste almeno { $planned }
chart-why-too-few = casi insufficienti: per dare un esito ne servono almeno { $needed }
chart-why-not-measured = nessun valore rilevato nell'anno
chart-goals-about = Obiettivi raggiunti: { $reached }; non raggiunti: { $missed }; non dimostrabili: { $open }.
chart-goal-item = { $label }: { $value } (obiettivo: { $target }), { $verdict }
chart-goal-item-based = { $label }: { $value } su una base di { $base } (obiettivo: { $target }), { $verdict }
chart-option = Risposta
chart-chosen = Scelta da
chart-share = Quota
chart-interval-95 = Intervallo (95 %)
chart-interval-95-legend = incertezza (95 %)
chart-needs-about = Risposte di chi ha scelto almeno una voce ({ $answers }): { $items }.
chart-part-of-responses = quota delle risposte
chart-part-of-contacts = quota dei contatti dell'anno
chart-sample-about = Risposte per canale, { $answers } in tutto: { $channels }.
chart-sample-channel = { $channel } { $responses } delle risposte ({ $contacts } dei contatti dell'anno)
chart-channel = Canale
chart-responses = Questionari compilati
chart-contacts = Contatti dell'anno
chart-invited = Invitati
chart-undelivered = Inviti non recapitati
