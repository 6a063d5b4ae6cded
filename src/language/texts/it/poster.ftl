# The poster and the leaflets that lead to the questionnaire. The first part hangs at the desk: every language of citizens has it.
poster-heading = Ci dica com'è andata
poster-invitation = { $count ->
    [one] La Sua opinione ci aiuta a migliorare i servizi: basta circa un minuto, le risposte sono anonime e rispondere è facoltativo.
   *[other] La Sua opinione ci aiuta a migliorare i servizi: bastano circa { $count } minuti, le risposte sono anonime e rispondere è facoltativo.
}
poster-until = Può rispondere fino al { $to }
poster-period = Può rispondere dal { $from } al { $to }
poster-scan = Inquadri il codice con il telefono o apra questo indirizzo:
poster-code = Codice QR che apre il questionario all'indirizzo { $address }
poster-simulated = Dimostrazione: rilevazione e risposte sono inventate.

# What staff read who make it.
poster-about = Il codice QR e l'indirizzo della locandina portano al questionario. Scelga le lingue e il formato.
poster-languages = Lingue della locandina
poster-size = Formato
poster-size-a4 = Una locandina A4
poster-size-a6 = Quattro volantini A6 su un foglio A4, da tagliare
poster-make = Locandina da stampare (PDF)
poster-not-open = La locandina si può stampare solo mentre la rilevazione è aperta: prima e dopo, il suo codice non porterebbe a nessun questionario. Apra la rilevazione, poi torni qui.
poster-over = L'ultimo giorno per rispondere è passato: il codice della locandina non porterebbe più al questionario. Se la rilevazione deve continuare, ne sposti prima la chiusura.
poster-not-on-web = La locandina porta al questionario sul web, ma questa rilevazione non prevede il canale web. Aggiunga il canale web in bozza, prima di aprire la rilevazione.
poster-no-language = In questa lingua la locandina non c'è: scelga una o più delle lingue proposte nella pagina della rilevazione.
poster-no-size = Questo formato non c'è: scelga una locandina A4 o quattro volantini A6.
