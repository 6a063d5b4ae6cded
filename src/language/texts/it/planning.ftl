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
