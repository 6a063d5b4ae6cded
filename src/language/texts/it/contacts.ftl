# What an uploaded file of contacts may lack.
contacts-file-empty = Il file è vuoto. Scelga un file CSV con almeno un indirizzo.
contacts-file-not-text = Il file non è un CSV. Apra il foglio di calcolo e lo salvi come «CSV (delimitato dal separatore di elenco)».
contacts-file-no-address-column = Nessuna colonna contiene gli indirizzi: nella prima riga intitoli la colonna «email». Le altre colonne possono chiamarsi «nome», «cognome» e «lingua».
contacts-row = Riga { $line }: { $reason }
contacts-row-open-quote = le virgolette restano aperte fino alla riga { $until }. Chiuda o tolga le virgolette e carichi di nuovo il file: queste righe non sono state importate.
contacts-row-too-many-cells = ci sono più celle che colonne, forse per un separatore dentro un nome. Metta il testo tra virgolette: la riga non è stata importata.
contacts-row-language = la lingua «{ $typed }» non è riconosciuta; il destinatario è stato importato con la lingua abituale.
contacts-address-empty = manca l'indirizzo; la riga non è stata importata.
contacts-address-no-at = l'indirizzo non ha la forma nome@dominio; la riga non è stata importata.
contacts-address-blank = nell'indirizzo c'è uno spazio o un carattere invisibile; la riga non è stata importata.
contacts-address-several = c'è più di un indirizzo: ne scriva uno per riga; la riga non è stata importata.
contacts-address-local = la parte prima di @ contiene un carattere o un punto fuori posto; la riga non è stata importata.
contacts-address-domain = la parte dopo @ non è un dominio valido; la riga non è stata importata.
contacts-address-too-long = l'indirizzo è troppo lungo; la riga non è stata importata.
