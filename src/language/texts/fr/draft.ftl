# What an invited person has begun and not sent yet.
draft-save = Enregistrer et continuer plus tard
draft-notice = Tant que vous ne les envoyez pas, les réponses déjà données restent dans un brouillon lié à votre invitation. Vous pouvez le reprendre jusqu'au { $until } avec le même lien, aussi sur un autre appareil.
draft-before-sending = L'envoi efface le brouillon ; les réponses envoyées ne peuvent plus être modifiées ni retirées.
draft-resumed = Vous pouvez continuer là où vous en étiez : les réponses déjà données sont toujours là.
draft-saved-title = Réponses enregistrées
draft-saved-heading = Vos réponses sont enregistrées
draft-saved-not-sent = Elles ne sont pas encore envoyées : elles ne comptent qu'après avoir appuyé sur « Envoyer les réponses ».
draft-saved-back = Pour continuer, ouvrez le même lien, celui du message que vous avez reçu, sur cet appareil ou sur un autre. Vous avez jusqu'au { $until }.
draft-saved-tied = Jusqu'à l'envoi, le brouillon est chiffré et lié à votre invitation : qui a votre lien peut l'ouvrir. L'envoi l'efface, et les réponses envoyées ne peuvent plus être retirées.
draft-continue = Continuer maintenant
draft-privacy = Le brouillon
draft-privacy-text = Tant que vous n'envoyez pas vos réponses, ce que vous écrivez est conservé dans un brouillon chiffré et lié à votre invitation, sans jour ni heure. Seul peut l'ouvrir qui a votre lien personnel, ou qui posséderait à la fois la base de données et le fichier des clés. Le brouillon est effacé lorsque vous envoyez vos réponses et, si vous ne les envoyez pas, à la fin de l'enquête.
draft-kept = Brouillon enregistré
draft-not-kept = Le brouillon n'est pas encore enregistré : nous réessayons dans un instant.

problem-revoked-invitation-heading = Cette invitation n'est plus active
problem-revoked-invitation-text = Le bureau a retiré l'invitation et effacé votre adresse : ce lien ne permet plus de répondre. Si vous pensez qu'il s'agit d'une erreur, adressez-vous au bureau.
