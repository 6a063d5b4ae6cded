# Changing a survey that is in the field.
staff-adjust = Modifica date e risposte previste
staff-adjust-title = Modifica la rilevazione in corso
staff-adjust-save = Salva le modifiche
staff-done-adjust = Le modifiche sono state salvate.
staff-adjust-sealed = Questionario, canali, obiettivi, utenti e soglia non si possono più cambiare: restano come sono stati sigillati all'apertura.
staff-adjust-letters = Gli inviti già spediti e i questionari già stampati riportano l'ultimo giorno di prima: se lo anticipa, chi risponde più tardi trova la rilevazione chiusa.
staff-adjust-over = La raccolta è terminata: l'ultimo giorno era il { $day } e non si può riaprire. Si può ancora cambiare per quanti giorni si inseriscono i questionari di carta, ora fino al { $paper }.
staff-adjust-planned-hint = All'apertura o all'ultima modifica erano { $planned }. Il numero fa parte del piano sigillato: se lo cambia, il sigillo precedente resta e accanto ne viene posto un altro, con la motivazione.
staff-plan-reason = Motivazione
staff-plan-reason-hint = Serve solo se cambia il numero delle risposte previste. Si legge accanto al sigillo: non scriva dati personali.
refused-no-reason = Scriva perché cambia il numero delle risposte previste.
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
staff-plan-group_question = Utenti per gruppo
staff-plan-group_question-hint = Facoltativo: gli utenti di tutti i canali insieme, divisi secondo una domanda del questionario. Quanti di ciascun gruppo usino ciascun canale non viene dedotto.
staff-plan-no-groups = Nessuna divisione in gruppi
staff-plan-groups = Utenti in un anno, gruppo per gruppo. Lasci vuoto se non si sa.
staff-plan-show-groups = Mostra i gruppi
staff-groups = Utenti per gruppo: «{ $question }»
staff-group = Gruppo
staff-no-group = Indichi gli utenti di almeno un gruppo, o scelga «Nessuna divisione in gruppi».
refused-group-not-asked = Il questionario scelto non ha la domanda con cui sono divisi i gruppi: ne scelga un'altra, o nessuna.
refused-groups-exceed-channels = I gruppi insieme hanno più utenti dei canali insieme: controlli i numeri, o indichi gli utenti di tutti i canali.
