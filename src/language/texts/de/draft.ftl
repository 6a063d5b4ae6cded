# What an invited person has begun and not sent yet.
draft-save = Speichern und später fortfahren
draft-notice = Bis zum Absenden bleiben Ihre bisherigen Antworten in einem Entwurf, der zu Ihrer Einladung gehört. Sie können ihn bis zum { $until } mit demselben Link wieder aufnehmen, auch auf einem anderen Gerät.
draft-before-sending = Mit dem Absenden wird der Entwurf gelöscht; abgesendete Antworten lassen sich nicht mehr ändern oder zurückziehen.
draft-resumed = Sie können dort fortfahren, wo Sie aufgehört haben: Ihre bisherigen Antworten sind noch da.
draft-saved-title = Antworten gespeichert
draft-saved-heading = Ihre Antworten sind gespeichert
draft-saved-not-sent = Sie sind noch nicht abgesendet: Sie zählen erst, wenn Sie auf „Antworten absenden“ gedrückt haben.
draft-saved-back = Um fortzufahren, öffnen Sie denselben Link aus der Nachricht, die Sie erhalten haben, auf diesem oder einem anderen Gerät. Sie haben bis zum { $until } Zeit.
draft-saved-tied = Bis zum Absenden ist der Entwurf verschlüsselt und gehört zu Ihrer Einladung: Öffnen kann ihn, wer Ihren Link hat. Mit dem Absenden wird er gelöscht, und abgesendete Antworten lassen sich nicht mehr zurückziehen.
draft-continue = Jetzt fortfahren
draft-privacy = Der Entwurf
draft-privacy-text = Bis Sie absenden, wird das Geschriebene in einem verschlüsselten Entwurf aufbewahrt, der zu Ihrer Einladung gehört, ohne Tag und Uhrzeit. Öffnen kann ihn nur, wer Ihren persönlichen Link hat oder wer die Datenbank und die Schlüsseldatei zusammen besäße. Der Entwurf wird gelöscht, wenn Sie die Antworten absenden, und sonst am Ende der Umfrage.
draft-kept = Entwurf gespeichert
draft-not-kept = Der Entwurf ist noch nicht gespeichert: Wir versuchen es gleich wieder.

problem-revoked-invitation-heading = Diese Einladung gilt nicht mehr
problem-revoked-invitation-text = Das Amt hat die Einladung zurückgezogen und Ihre Adresse gelöscht: Über diesen Link kann man nicht mehr antworten. Wenn Sie das für einen Irrtum halten, wenden Sie sich bitte an das Amt.
