# Controllo della posta in uscita: pagina del personale e comando `ascolto mail`.
mail-check-title = Posta in uscita
mail-check-link = Controllo della posta in uscita
mail-check-about = Qui si vede con quali impostazioni partono gli inviti e si prova se funzionano, prima di scrivere a qualcuno. Le impostazioni si cambiano nel file di configurazione; le password non sono mai mostrate.
mail-check-set-up = Impostazioni
mail-check-sender = Mittente
mail-check-from = Indirizzo
mail-check-returns = Ritorni e avvisi
mail-check-returns-to-sender = al mittente ({ $from })
mail-check-signed-by = con la chiave di { $name }
mail-check-signed-by-server = nessuna: firma il server di posta
mail-check-server = Server di posta
mail-check-stand-in = Server di riserva
mail-check-folder = Cartella al posto di un server
mail-check-host = Nome
mail-check-port = Porta
mail-check-security-none = nessuna
mail-check-security-starttls = STARTTLS
mail-check-security-tls = TLS dal primo momento
mail-check-no-user = non richiesto
mail-check-user-token = { $user }, con un token OAuth2
mail-check-publish = Record DNS della firma
mail-check-publish-about = La firma DKIM vale solo se nel DNS del dominio c'è un record TXT con questo nome e questo contenuto.
mail-check-record-name = Nome del record
mail-check-record-content = Contenuto del record
mail-check-run-title = Prova
mail-check-run-about = La prova si collega a ogni server di posta, entra e chiede se il mittente è ammesso; poi chiude il collegamento. Non lascia tracce; se un server tace, può durare un minuto o due.
mail-check-record-field = Record DNS pubblicato (facoltativo)
mail-check-record-field-hint = Incolli quello che mostra il comando { $command }, oppure il contenuto del record copiato dal pannello del DNS.
mail-check-record-long = È troppo lungo per un record DKIM: incolli solo il record con il nome indicato sopra.
mail-check-address = Indirizzo per una lettera di prova (facoltativo)
mail-check-address-hint = Uno solo, di preferenza il Suo. La lettera parte subito; l'indirizzo non viene conservato.
mail-check-no-address = Scriva un solo indirizzo email intero, per esempio anna.bianchi@example.it.
mail-check-run = Prova adesso
mail-check-result = Esito della prova
mail-check-good = Tutto ciò che è stato provato funziona.
mail-check-bad = Qualcosa non funziona: sotto ogni punto non superato è scritto che cosa cambiare.

mail-check-state-passed = superato
mail-check-state-not_needed = non serve
mail-check-state-failed = non superato
mail-check-state-not_reached = non provato
mail-check-state-advice = consiglio

mail-check-way-folder = Cartella { $path }
mail-check-way-server = Server di posta { $host }, porta { $port }
mail-check-way-stand-in = Server di riserva { $host }, porta { $port }
mail-check-stage-folder = Cartella
mail-check-stage-connection = Collegamento
mail-check-stage-greeting = Saluto del server
mail-check-stage-protection = Protezione
mail-check-stage-sign_in = Accesso
mail-check-stage-sender = Mittente ammesso
mail-check-passed-folder = Si può scrivere nella cartella.
mail-check-passed-connection = La porta { $port } di { $host } è raggiungibile.
mail-check-passed-greeting = È un server di posta e ci accoglie.
mail-check-passed-protection = Il collegamento è cifrato (TLS) e il certificato vale per { $host }.
mail-check-passed-sign_in = L'utente { $user } è entrato.
mail-check-passed-sender = Il server accetta messaggi da { $from }.
mail-check-not-needed-folder = Non serve.
mail-check-not-needed-connection = Non serve.
mail-check-not-needed-greeting = Non serve.
mail-check-not-needed-protection = Le impostazioni non la chiedono: va bene solo per un server su questo computer o nella rete dell'ente.
mail-check-not-needed-sign_in = Le impostazioni non indicano un utente.
mail-check-not-needed-sender = Non serve.

mail-check-hint-folder = Controlli mail.folder e i permessi: il programma deve poter scrivere nella cartella.
mail-check-hint-unreachable = Controlli { $section }.smtp_host e { $section }.smtp_port, e che il firewall lasci uscire il collegamento da questo computer.
mail-check-hint-wants-tls = La porta 465 vuole TLS dal primo momento: scriva { $section }.smtp_security = "tls".
mail-check-hint-not-tls = Alla porta { $port } il server non comincia con TLS: scriva { $section }.smtp_security = "starttls", oppure usi la porta 465.
mail-check-hint-no-starttls = Alla porta { $port } il server non offre STARTTLS: usi la porta che lo offre (di solito 587), oppure la porta 465 con { $section }.smtp_security = "tls".
mail-check-hint-strange-authority = Il certificato è firmato da un'autorità che il programma non conosce: se è quella dell'ente, indichi il suo file PEM in { $section }.smtp_authority.
mail-check-hint-other-name = Il certificato vale per un altro nome: in { $section }.smtp_host scriva il nome che vi figura.
mail-check-hint-expired = Il certificato è scaduto o non vale ancora: chi gestisce il server lo rinnovi. Controlli anche l'orologio di questo computer.
mail-check-hint-bad-certificate = Il certificato non si può accettare: chi gestisce il server ne controlli la catena.
mail-check-hint-token-command = Provi a mano il comando di { $section }.smtp_token_command: deve stampare il token e finire senza errori.
mail-check-hint-no-mechanism = Il server non offre l'accesso, o non nei modi PLAIN, LOGIN o (con un token) XOAUTH2. Spesso lo offre solo sotto TLS: controlli { $section }.smtp_security. Se non vuole un accesso, tolga { $section }.smtp_user.
mail-check-hint-password = Controlli { $section }.smtp_user e { $section }.smtp_password, oppure il token, e che l'utente possa spedire per SMTP.
mail-check-hint-sender = Il server non lascia spedire da { $from } questo utente: chieda a chi lo gestisce, oppure cambi mail.from o mail.bounce_address.
mail-check-hint-sender-or-sign-in = Forse il server vuole un accesso: indichi { $section }.smtp_user e { $section }.smtp_password. Altrimenti non ammette questo mittente: controlli mail.from e mail.bounce_address.
mail-check-hint-greeting = Il server non accoglie questo computer: chieda a chi lo gestisce di ammetterlo.
mail-check-hint-silent = Il server non ha risposto entro { $seconds } secondi: controlli la porta e riprovi; se continua, ne parli con chi lo gestisce.
mail-check-hint-broken = Il collegamento si è interrotto: controlli che alla porta { $port } ci sia un server di posta e che { $section }.smtp_security sia quello che vuole.

mail-check-signature = Firma DKIM
mail-check-key = Chiave
mail-check-signed = Le lettere sono firmate per { $domain }.
mail-check-unsigned = Nessuna chiave in mail.dkim_key: le lettere partono da qui senza firma.
mail-check-unsigned-hint = Si assicuri che firmi il server di posta, altrimenti molti le scartano. Lo dice la lettera di prova: nelle sue intestazioni deve esserci una firma DKIM valida.
mail-check-domain = Dominio
mail-check-domain-same = È quello del mittente, come chiede DMARC.
mail-check-domain-other = La firma è di { $domain }, il mittente di { $sender }: per DMARC potrebbe non contare.
mail-check-domain-other-hint = Scriva mail.dkim_domain = "{ $sender }" e pubblichi la chiave in quel dominio. Se i due appartengono allo stesso dominio registrato, va bene anche così.
mail-check-record = Record DNS
mail-check-record-not-asked = Non confrontato.
mail-check-record-ask = Per confrontarlo, legga il record con { $command } e lo dia alla prova.
mail-check-record-good = Il record { $name } contiene questa chiave.
mail-check-record-no-key = Non c'è una chiave con cui confrontare il record.
mail-check-record-no-key-hint = Indichi in mail.dkim_key la chiave privata che firma; se firma il server di posta, il record si confronta con la chiave del server.
mail-check-record-absent = Sotto il nome { $name } non c'è nulla.
mail-check-record-absent-hint = Pubblichi un record TXT con il nome e il contenuto indicati; può volerci qualche ora prima che si veda.
mail-check-record-several = Sotto il nome { $name } ci sono più record.
mail-check-record-several-hint = Ne lasci uno solo: chi riceve non sa quale valga.
mail-check-record-not_dkim = Non è un record DKIM: manca p=, non si legge, oppure la versione non è DKIM1.
mail-check-record-not_dkim-hint = Lo sostituisca con il contenuto indicato, intero e senza aggiunte.
mail-check-record-revoked = Il record dice che la chiave è revocata: p= è vuoto.
mail-check-record-revoked-hint = Pubblichi il contenuto indicato, oppure una chiave nuova sotto un altro nome (mail.dkim_selector).
mail-check-record-other_kind = Il record è per un altro tipo di chiave: questa è { $kind }.
mail-check-record-other_kind-hint = Lo sostituisca con il contenuto indicato: k= deve dire { $kind }.
mail-check-record-other_use = Il record limita la chiave: h= o s= escludono la firma di lettere con SHA-256.
mail-check-record-other_use-hint = Tolga h= e s= dal record: il contenuto indicato basta.
mail-check-record-trial = Il record dice t=y: la firma è solo in prova e per chi riceve non conta.
mail-check-record-trial-hint = Tolga t=y dal record.
mail-check-record-cut_off = Il record è tagliato: la chiave non è intera.
mail-check-record-cut_off-hint = Molti pannelli accettano al massimo 255 caratteri per volta: divida il contenuto in più parti tra virgolette, una dopo l'altra nello stesso record.
mail-check-record-other_key = Il record contiene un'altra chiave.
mail-check-record-other_key-hint = Pubblichi il contenuto indicato, oppure indichi in mail.dkim_key la chiave privata di quel record; controlli anche mail.dkim_selector.

mail-check-advice = Consigli
mail-check-advice-folder_only-label = Spedizione
mail-check-advice-folder_only = Le lettere restano nella cartella: nessuna viene spedita.
mail-check-advice-folder_only-hint = Per spedirle indichi un server di posta: mail.transport = "smtp".
mail-check-advice-no_return_address-label = Ritorni
mail-check-advice-no_return_address = Le lettere che non si possono consegnare tornano alla casella del mittente.
mail-check-advice-no_return_address-hint = Indichi in mail.bounce_address una casella che nessun altro legge e la faccia leggere al programma ([mail_reports]).
mail-check-advice-link_unprotected-label = Collegamenti
mail-check-advice-link_unprotected = I collegamenti delle lettere non cominciano con https: i programmi di posta non mostrano il pulsante per non ricevere altri messaggi.
mail-check-advice-link_unprotected-hint = Indichi in server.base_url l'indirizzo pubblico del sito, con https.

mail-check-letter = Lettera di prova
mail-check-letter-outcome = Spedizione
mail-check-letter-accepted = { $way } l'ha presa in carico: { $told }
mail-check-letter-accepted-hint = Presa in carico non vuol dire arrivata. Guardi nella casella, anche tra la posta indesiderata, e nelle intestazioni complete del messaggio (Authentication-Results).
mail-check-letter-in_folder = È nella cartella, come ogni altra lettera: nessuno l'ha spedita.
mail-check-letter-in_folder-hint = La apra con un programma di posta per vedere come appare.
mail-check-letter-refused = { $way } l'ha rifiutata: { $told }
mail-check-letter-refused-hint = Se l'indirizzo è giusto, chi gestisce il server di posta sa dire perché.
mail-check-letter-later = { $way } non l'ha presa adesso: { $told }
mail-check-letter-later-hint = Gli inviti verrebbero ritentati da soli; la lettera di prova no. Riprovi fra qualche minuto.
mail-check-letter-unclear = Il collegamento con { $way } si è interrotto alla fine: può essere partita o no ({ $told }).
mail-check-letter-unclear-hint = Guardi nella casella prima di riprovare.
mail-check-letter-not_reached = Non è stata spedita: nessun server di posta è pronto.
mail-check-letter-not_reached-hint = Corregga prima i punti non superati.

mail-check-letter-subject = Lettera di prova – { $body }
mail-check-letter-notice = Questa è una lettera di prova: non deve rispondere a nulla.
mail-check-letter-why = Chi gestisce gli inviti di { $body } l'ha spedita a questo indirizzo per vedere se le lettere arrivano. Ha le stesse intestazioni di un invito.
mail-check-letter-look = Che cosa guardare:
mail-check-letter-inbox = è nella posta in arrivo e non tra quella indesiderata;
mail-check-letter-from = il mittente è quello che i cittadini si aspettano;
mail-check-letter-signed = nelle intestazioni complete («mostra originale», «sorgente del messaggio») la riga Authentication-Results dice dkim=pass, e anche spf=pass e dmarc=pass;
mail-check-letter-unsigned = nelle intestazioni complete («mostra originale», «sorgente del messaggio») la riga Authentication-Results dice spf=pass e dmarc=pass, e riconosce una firma DKIM del server di posta;
mail-check-letter-button = il programma di posta offre un pulsante per non ricevere altri messaggi: qui si può premere, non cambia nulla.
mail-check-letter-opt-out = Negli inviti, con questo collegamento si chiede di non riceverne altri. In questa lettera porta a una pagina che non fa nulla:

# The command.
mail-check-command-publish = Nel DNS deve esserci questo record TXT:
terminal-mail-check-bad = Non tutto funziona: sotto ogni punto non superato è scritto che cosa cambiare.
terminal-mail-check-input = Il record non si può leggere dall'ingresso standard: { $reason }
