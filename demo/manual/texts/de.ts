import type { ManualTexts } from './manual-texts.js';

export const texts: ManualTexts = {
  title: 'Anmelden mit einer Authenticator-App',
  subtitle: 'Anleitung für Kundinnen und Kunden des ProfiPortaals',
  made: 'Erstellt am {date}',
  contents: 'Inhalt',
  step: 'Schritt {number}',
  example: 'Beispiel',
  begin: {
    title: 'Bevor Sie beginnen',
    text: [
      'Ihre Daten im ProfiPortaal sind durch Multi-Faktor-Authentifizierung geschützt. Sie melden sich mit Ihrem Passwort und einem Bestätigungscode aus 6 Ziffern an. Diesen Code finden Sie in einer Authenticator-App auf Ihrem Smartphone. Sie verknüpfen die App einmal; das dauert wenige Minuten.',
    ],
    need: 'Halten Sie bereit',
    needs: ['Ihre E-Mail-Adresse und Ihr Passwort für das ProfiPortaal', 'Ihr Smartphone'],
    appTitle: 'Authenticator-App',
    app: 'Haben Sie noch keine Authenticator-App auf Ihrem Smartphone? Dann installieren Sie zuerst eine. Diese beiden werden am meisten genutzt; hinter jedem Link steht, wie es geht. Eine andere App ist auch möglich.',
    help: 'Kommen Sie nicht weiter? Wenden Sie sich an Ihren ProfiAdviseur: {adviser}.',
  },
  chapters: {
    first: {
      title: 'Zum ersten Mal anmelden',
      lead: 'Sie verknüpfen Ihre Authenticator-App mit dem ProfiPortaal. Halten Sie Ihr Smartphone bereit.',
      steps: {
        signIn: {
          title: 'Öffnen Sie Ihr ProfiPortaal und melden Sie sich an',
          text: [
            'Geben Sie bei {1} Ihre E-Mail-Adresse und bei {2} Ihr Passwort ein. Klicken Sie bei {3} auf {signIn}.',
          ],
          picture: 'Die Seite, auf der Sie sich anmelden.',
        },
        scan: {
          title: 'Scannen Sie den QR-Code mit Ihrer App',
          text: [
            'Öffnen Sie die Authenticator-App auf Ihrem Smartphone und wählen Sie Konto hinzufügen. Wählen Sie dann Anderes Konto.',
            'Richten Sie die Kamera Ihres Smartphones auf den QR-Code bei {1}. Gelingt das Scannen nicht? Dann klicken Sie bei {2} auf {manualEntry}.',
          ],
          picture: 'Die Seite mit dem QR-Code.',
        },
        read: {
          title: 'Lesen Sie den Bestätigungscode ab',
          text: [
            'In Ihrer App steht jetzt das ProfiPortaal mit einem 6-stelligen Bestätigungscode. Alle 30 Sekunden kommt ein neuer.',
          ],
          picture:
            'Zeichnung eines Smartphones mit der Authenticator-App: Unter dem Namen ProfiPortaal steht ein Code aus 6 Ziffern. Ihre App kann anders aussehen.',
        },
        verify: {
          title: 'Geben Sie den Bestätigungscode ein',
          text: [
            'Tippen Sie bei {1} den Code aus Ihrer App ein. Klicken Sie bei {2} auf {verify}.',
          ],
          picture: 'Die Seite, auf der Sie den Code eingeben.',
        },
        keepCodes: {
          title: 'Bewahren Sie Ihre Wiederherstellungscodes auf',
          text: [
            'Ihre App ist verknüpft. Sie erhalten jetzt Wiederherstellungscodes: Damit melden Sie sich an, wenn Sie Ihr Smartphone verloren haben. Klicken Sie bei {1} auf {download} oder bei {2} auf {print} und bewahren Sie die Codes an einem sicheren Ort auf. Sie sehen sie nur jetzt.',
            'Setzen Sie dann bei {3} das Häkchen und klicken Sie bei {4} auf {continue}.',
          ],
          picture: 'Die Seite mit Ihren Wiederherstellungscodes.',
        },
      },
      end: 'Ihre Authenticator-App ist mit Ihrem ProfiPortaal verknüpft.',
    },
    next: {
      title: 'Beim nächsten Mal anmelden',
      lead: 'Von jetzt an melden Sie sich mit Ihrem Passwort und dem Code an, den Ihre App gerade zeigt.',
      steps: {
        password: {
          title: 'Melden Sie sich mit Ihrem Passwort an',
          text: [
            'Geben Sie bei {1} Ihre E-Mail-Adresse und bei {2} Ihr Passwort ein. Klicken Sie bei {3} auf {signIn}.',
          ],
          picture: 'Die Seite, auf der Sie sich anmelden.',
        },
        code: {
          title: 'Geben Sie den Code aus Ihrer App ein',
          text: [
            'Öffnen Sie die Authenticator-App auf Ihrem Smartphone. Tippen Sie bei {1} den Bestätigungscode ein und klicken Sie bei {3} auf {verify}.',
            'Ist dies Ihr eigener Computer? Dann können Sie bei {2} {remember} wählen. Sie brauchen hier dann einige Zeit keinen Code.',
          ],
          picture: 'Die Seite, auf der Sie den Code eingeben.',
        },
      },
    },
    move: {
      title: 'Eine andere Authenticator-App verknüpfen',
      lead: 'Haben Sie ein neues Smartphone oder möchten Sie eine andere App nutzen? Dann entfernen Sie zuerst die Verknüpfung mit der alten App.',
      steps: {
        signIn: {
          title: 'Melden Sie sich bei Ihrem ProfiPortaal an',
          text: ['Melden Sie sich an wie gewohnt. Sie sehen dann die Übersicht.'],
          picture: 'Die Übersicht des ProfiPortaals.',
        },
        menu: {
          title: 'Öffnen Sie Ihre Profileinstellungen',
          text: [
            'Klicken Sie oben rechts bei {1} auf das Personensymbol. Klicken Sie dann bei {2} auf {profile}.',
          ],
          picture: 'Das Personensymbol oben rechts mit geöffnetem Menü.',
        },
        bin: {
          title: 'Klicken Sie auf den Papierkorb',
          text: ['Klicken Sie rechts neben Ihrer App bei {1} auf den Papierkorb.'],
          picture: 'Die Liste der verknüpften Apps. Rechts neben jeder App ist ein Papierkorb.',
        },
        confirm: {
          title: 'Entfernen Sie die Verknüpfung',
          text: ['Wir fragen, ob Sie sicher sind. Klicken Sie bei {1} auf {unlink}.'],
          picture: 'Die Frage, ob Sie die Verknüpfung entfernen möchten.',
        },
        prove: {
          title: 'Bestätigen Sie, dass Sie es sind',
          text: ['Geben Sie bei {1} Ihr Passwort ein und klicken Sie bei {2} auf {confirm}.'],
          picture: 'Das Fenster, in dem Sie mit Ihrem Passwort bestätigen.',
        },
        again: {
          title: 'Melden Sie sich ab und verknüpfen Sie Ihre neue App',
          text: [
            'Klicken Sie bei {1} auf das Personensymbol und bei {2} auf {signOut}. Melden Sie sich dann wieder an: Sie gehen noch einmal die Schritte aus Kapitel 1 durch, jetzt mit Ihrer neuen App.',
          ],
          picture: 'Das Menü des Personensymbols.',
        },
      },
      end: 'Entfernen Sie das ProfiPortaal danach auch aus Ihrer alten App. Die Codes darin funktionieren nicht mehr.',
    },
    lost: {
      title: 'Smartphone verloren oder vergessen',
      lead: 'Mit einem Wiederherstellungscode melden Sie sich ohne Smartphone an. Jeder Code funktioniert einmal.',
      steps: {
        choose: {
          title: 'Wählen Sie einen Wiederherstellungscode',
          text: [
            'Melden Sie sich mit E-Mail-Adresse und Passwort an. Fragt das Portal nach dem Code aus Ihrer App? Dann klicken Sie bei {1} auf {useRecoveryCode}.',
          ],
          picture: 'Die Seite, die nach dem Code aus Ihrer App fragt.',
        },
        recoveryCode: {
          title: 'Geben Sie einen Wiederherstellungscode ein',
          text: [
            'Tippen Sie bei {1} einen Ihrer Wiederherstellungscodes ein und klicken Sie bei {2} auf {verifyRecoveryCode}. Streichen Sie den Code danach durch.',
          ],
          picture: 'Die Seite, auf der Sie einen Wiederherstellungscode eingeben.',
        },
      },
      end: 'Ist Ihr Smartphone wirklich weg? Dann entfernen Sie sofort die Verknüpfung, wie in Kapitel 3. Haben Sie keine Wiederherstellungscodes? Rufen Sie Ihren ProfiAdviseur an: {adviser}.',
    },
    codes: {
      title: 'Neue Wiederherstellungscodes erstellen',
      lead: 'Sind Ihre Wiederherstellungscodes fast aufgebraucht, oder hat jemand sie gesehen? Dann erstellen Sie neue. Die alten funktionieren danach nicht mehr.',
      steps: {
        generate: {
          title: 'Fordern Sie neue Wiederherstellungscodes an',
          text: [
            'Öffnen Sie Ihre Profileinstellungen, wie in Kapitel 3. Klicken Sie bei {1} auf {generate}.',
            'Klicken Sie dann auf {generateConfirm} und bestätigen Sie mit Ihrem Passwort.',
          ],
          picture: 'Der Teil Ihrer Profileinstellungen über Wiederherstellungscodes.',
        },
        keep: {
          title: 'Bewahren Sie Ihre neuen Wiederherstellungscodes auf',
          text: [
            'Klicken Sie bei {1} auf {download} oder bei {2} auf {print} und bewahren Sie die Codes auf. Setzen Sie bei {3} das Häkchen und klicken Sie bei {4} auf {done}.',
          ],
          picture: 'Ihre neuen Wiederherstellungscodes.',
        },
      },
    },
    phone: {
      title: 'Auf dem Smartphone selbst verknüpfen',
      lead: 'Nutzen Sie das ProfiPortaal auf dem Smartphone mit Ihrer Authenticator-App? Dann brauchen Sie nichts zu scannen.',
      steps: {
        open: {
          title: 'Öffnen Sie Ihre App von der Seite aus',
          text: [
            'Melden Sie sich mit E-Mail-Adresse und Passwort an. Tippen Sie bei {1} auf {openApp}. Ihre App öffnet sich und fügt das Konto von selbst hinzu.',
            'Ist Ihre App auf einem anderen Gerät? Dann tippen Sie auf {2}: Sie sehen den QR-Code.',
          ],
          picture: 'Die Seite auf einem Smartphone.',
        },
        verify: {
          title: 'Geben Sie den Bestätigungscode ein',
          text: [
            'Lesen Sie den Code in Ihrer App ab und gehen Sie zurück zum ProfiPortaal. Tippen Sie den Code bei {1} ein und tippen Sie bei {2} auf {verify}.',
          ],
          picture: 'Die Seite auf einem Smartphone, auf der Sie den Code eingeben.',
        },
      },
    },
  },
  trouble: {
    title: 'Klappt es nicht?',
    cases: [
      {
        problem: 'Der Code stimmt nicht',
        answer:
          'Ein Code ändert sich alle 30 Sekunden. Geben Sie den Code ein, den Ihre App jetzt zeigt. Hat Ihre App mehrere Konten? Nehmen Sie das des ProfiPortaals.',
      },
      {
        problem: 'Der Code ist immer wieder falsch',
        answer:
          'Vielleicht geht die Uhr Ihres Smartphones vor oder nach. Stellen Sie die Uhrzeit Ihres Smartphones auf automatisch und versuchen Sie einen neuen Code.',
      },
      {
        problem: 'Das Scannen gelingt nicht',
        answer:
          'Klicken Sie unter dem QR-Code auf {manualEntry}. Wählen Sie in Ihrer App, einen Schlüssel einzugeben, und übernehmen Sie den Schlüssel.',
      },
      {
        problem: 'Sie haben kein Smartphone und keinen Wiederherstellungscode',
        answer: 'Rufen Sie Ihren ProfiAdviseur an: {adviser}.',
      },
    ],
  },
  colophon:
    'Der Name, die Codes und der QR-Code in den Bildern gehören zu einer erfundenen Kundin. Sie öffnen nichts.',
};
