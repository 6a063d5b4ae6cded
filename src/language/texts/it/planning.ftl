# Changing a survey that is in the field.
staff-adjust = Modifica date e criteri
staff-adjust-title = Modifica la rilevazione in corso
staff-adjust-save = Salva le modifiche
staff-done-adjust = Le modifiche sono state salvate.
staff-adjust-sealed = Questionario, canali e contatti indicati non si possono più cambiare: restano come sono stati sigillati all'apertura.
staff-adjust-agreed = Criteri sigillati
staff-adjust-agreed-about = Obiettivi, ponderazione, soglia e risposte previste fanno parte del piano sigillato all'apertura. Se cambia uno di questi criteri, il sigillo precedente resta, accanto ne viene posto un altro con la motivazione, e la relazione lo dice accanto agli esiti.
staff-adjust-letters = Gli inviti già spediti e i questionari già stampati riportano l'ultimo giorno di prima: se lo anticipa, chi risponde più tardi trova la rilevazione chiusa.
staff-adjust-over = La raccolta è terminata: l'ultimo giorno era il { $day } e non si può riaprire. Si può ancora cambiare per quanti giorni si inseriscono i questionari di carta, ora fino al { $paper }.
staff-adjust-planned-hint = All'apertura o all'ultima modifica erano { $planned }.
staff-plan-reason = Motivazione
staff-plan-reason-hint = Serve solo se cambia uno dei criteri sigillati. Si legge accanto al sigillo e nella relazione: non scriva dati personali.
refused-no-reason = Scriva perché cambiano i criteri già sigillati.
refused-threshold-lowered = La soglia promessa a chi ha già risposto si può solo alzare.
refused-weighting-universe = Per pesare le risposte per canale indichi quanti contatti ha in un anno ciascuno dei canali scelti, oppure scelga «nessuna ponderazione».
refused-charter-amends = Questo testo modifica una Carta già adottata per gli stessi anni: la adotti dalla pagina della Carta dei Servizi, dove può scrivere il motivo, e poi la scelga qui dall'elenco.
refused-charter-no-reason = Questa versione prende il posto di una già adottata per gli stessi anni: scriva il motivo della modifica.
refused-verdicts-no-reason = Gli esiti sono cambiati rispetto a quelli già pubblicati: scriva perché.
staff-plan-weighting = Ponderazione delle risposte
staff-plan-weighting-hint = Gli esiti ufficiali degli obiettivi si baseranno su questa scelta, che viene sigillata all'apertura.
weighting-none = Nessuna ponderazione: ogni risposta conta uno
weighting-channel = Per canale: le risposte di ogni canale contano quanto i suoi utenti
refused-last-day-past = L'ultimo giorno è già passato: scelga oggi o un giorno futuro.
refused-last-day-over = La raccolta è terminata e non si può riaprire: l'ultimo giorno non cambia più.
refused-paper-days-over = Con questi giorni il termine per la carta sarebbe già passato: ne indichi di più.

# Planning.
staff-plan-charter_text = Oppure incolli qui il testo della Carta
staff-plan-uploaded = È stato caricato «{ $name }»: il suo testo è qui sotto e vale al posto della scelta dall'elenco. Per tornare all'elenco, cancelli il testo.
staff-file-too-large = Il file supera 256 kB: un questionario o una Carta ne occupano pochi. Controlli di aver scelto il file giusto.
staff-plan-goals = Obiettivi per il { $year }: «{ $charter }», misurati con «{ $form }»
staff-plan-show-goals = Mostra gli obiettivi
staff-plan-show-hint = Se cambia anno, questionario o Carta, così si rivedono gli obiettivi prima di salvare. Non salva nulla.
staff-plan-group_question = Contatti per gruppo
staff-plan-group_question-hint = Facoltativo: i contatti di tutti i canali insieme, divisi secondo una domanda del questionario. Come ciascun gruppo si divida fra i canali non viene dedotto.
staff-plan-no-groups = Nessuna divisione in gruppi
staff-plan-groups = Contatti in un anno, gruppo per gruppo. Lasci vuoto se non si sa.
staff-plan-show-groups = Mostra i gruppi
staff-groups = Contatti per gruppo: «{ $question }»
staff-group = Gruppo
staff-no-group = Indichi i contatti di almeno un gruppo, o scelga «Nessuna divisione in gruppi».
refused-group-not-asked = Il questionario scelto non ha la domanda con cui sono divisi i gruppi: ne scelga un'altra, o nessuna.
refused-groups-exceed-channels = I gruppi insieme hanno più contatti dei canali insieme: controlli i numeri, o indichi i contatti di tutti i canali.

# Forgetting contacts.
staff-forget-title = Cancellare i destinatari
staff-forget-about = I destinatari vengono cancellati da soli il { $by }. Se non servono più, si possono cancellare subito.
staff-forget-question = Cancellare i destinatari?
staff-forget-button = Cancella i destinatari
staff-forget-consequence-1 = { $count ->
    [one] Nome e indirizzo di un destinatario vengono cancellati per sempre
   *[other] Nomi e indirizzi di { $count } destinatari vengono cancellati per sempre
}, insieme al numero di chi non voleva più messaggi. Nelle copie di sicurezza già fatte restano, finché non le si elimina.
staff-forget-consequence-2 = Le risposte, i risultati e il conteggio degli inviti restano. Chi apre un vecchio collegamento legge ancora che la rilevazione è chiusa.
staff-forget-consequence-3 = Per invitare di nuovo le stesse persone servirà un nuovo file; chi ha chiesto di non ricevere messaggi resta escluso. Altrimenti la cancellazione avviene da sola il { $by }.
staff-done-forget = { $count ->
    [0] Non c'erano più destinatari da cancellare.
    [one] Un destinatario è stato cancellato.
   *[other] { $count } destinatari sono stati cancellati.
}

# A small crowd.
staff-crowd-invited = { $count ->
    [one] È invitata una sola persona
   *[other] Sono invitate solo { $count } persone
}: meno di dieci, e chi le conosce potrebbe indovinare chi ha dato una risposta. Ne inviti di più, oppure usi il questionario pubblico.
staff-crowd-left = { $count ->
    [0] Tutti gli invitati hanno chiesto di non ricevere messaggi
    [one] Tolto chi ha chiesto di non ricevere messaggi, resta una sola persona invitata
   *[other] Tolto chi ha chiesto di non ricevere messaggi, restano solo { $count } persone invitate
}: meno di dieci, e chi le conosce potrebbe indovinare chi ha dato una risposta. Ne inviti di più, oppure usi il questionario pubblico.

# A form whose session was over.
staff-carried = La sessione è scaduta. Quello che ha scritto non è andato perso: dopo l'accesso lo rivede e può inviarlo.
staff-resume-title = Riprenda da dove era
staff-resume-lead = La sessione era scaduta e quello che aveva scritto non è stato ancora registrato. Lo controlli e lo invii.
staff-resume-typed = Che cosa aveva scritto
staff-resume-users = Contatti in un anno: { $channel }
staff-resume-value = Valore
staff-resume-file = Il file non può essere conservato: lo scelga di nuovo.
staff-resume-choose = Torna alla pagina
staff-resume-send = Invia quello che avevo scritto
staff-resume-drop = Non inviare
