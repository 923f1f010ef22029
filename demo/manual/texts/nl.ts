import type { ManualTexts } from './manual-texts.js';

export const texts: ManualTexts = {
  title: 'Inloggen met een Authenticator-app',
  subtitle: 'Handleiding voor klanten van het ProfiPortaal',
  made: 'Gemaakt op {date}',
  contents: 'Inhoud',
  step: 'Stap {number}',
  example: 'Voorbeeld',
  begin: {
    title: 'Voordat je begint',
    text: [
      'Je gegevens op het ProfiPortaal zijn beschermd met multifactorauthenticatie. Je logt in met je wachtwoord en met een machtigingscode van 6 cijfers. Die code staat in een Authenticator-app op je telefoon. Je koppelt de app één keer; dat duurt een paar minuten.',
    ],
    need: 'Leg klaar',
    needs: ['je e-mailadres en wachtwoord van het ProfiPortaal', 'je telefoon'],
    appTitle: 'Authenticator-app',
    app: 'Heb je nog geen Authenticator-app op je telefoon? Installeer er dan eerst een. Deze twee worden het meest gebruikt; bij elk staat hoe je dat doet. Een andere app mag ook.',
    help: 'Kom je er niet uit? Neem contact op met je ProfiAdviseur: {adviser}.',
  },
  chapters: {
    first: {
      title: 'De eerste keer inloggen',
      lead: 'Je koppelt je Authenticator-app aan het ProfiPortaal. Houd je telefoon bij de hand.',
      steps: {
        signIn: {
          title: 'Ga naar je ProfiPortaal en log in',
          text: [
            'Vul je e-mailadres in bij {1} en je wachtwoord bij {2}. Klik op {signIn} bij {3}.',
          ],
          picture: 'Het scherm waarop je inlogt.',
        },
        scan: {
          title: 'Scan de QR-code met je app',
          text: [
            'Open de Authenticator-app op je telefoon en kies account toevoegen. Kies daarna ander account.',
            'Richt de camera van je telefoon op de QR-code bij {1}. Lukt scannen niet? Klik dan op {manualEntry} bij {2}.',
          ],
          picture: 'Het scherm met de QR-code.',
        },
        read: {
          title: 'Lees de machtigingscode af',
          text: [
            'In je app staat nu het ProfiPortaal, met een 6-cijferige machtigingscode. Elke 30 seconden komt er een nieuwe.',
          ],
          picture:
            'Tekening van een telefoon met de Authenticator-app: onder de naam ProfiPortaal staat een code van 6 cijfers. In jouw app kan het er anders uitzien.',
        },
        verify: {
          title: 'Vul de machtigingscode in',
          text: ['Typ de code uit je app over bij {1}. Klik op {verify} bij {2}.'],
          picture: 'Het scherm waarop je de code invult.',
        },
        keepCodes: {
          title: 'Bewaar je herstelcodes',
          text: [
            'Je app is gekoppeld. Je krijgt nu herstelcodes: daarmee log je in als je je telefoon kwijt bent. Klik op {download} bij {1} of op {print} bij {2} en bewaar de codes op een veilige plek. Je ziet ze alleen nu.',
            'Zet daarna het vinkje bij {3} en klik op {continue} bij {4}.',
          ],
          picture: 'Het scherm met je herstelcodes.',
        },
      },
      end: 'Je Authenticator-app is gekoppeld aan je ProfiPortaal.',
    },
    next: {
      title: 'De volgende keer inloggen',
      lead: 'Vanaf nu log je in met je wachtwoord en de code die op dat moment in je app staat.',
      steps: {
        password: {
          title: 'Log in met je wachtwoord',
          text: [
            'Vul je e-mailadres in bij {1} en je wachtwoord bij {2}. Klik op {signIn} bij {3}.',
          ],
          picture: 'Het scherm waarop je inlogt.',
        },
        code: {
          title: 'Vul de code uit je app in',
          text: [
            'Open de Authenticator-app op je telefoon. Typ de machtigingscode over bij {1} en klik op {verify} bij {3}.',
            'Is dit je eigen computer? Dan kun je bij {2} kiezen voor {remember}. Je hebt hier dan een tijd geen code nodig.',
          ],
          picture: 'Het scherm waarop je de code invult.',
        },
      },
    },
    move: {
      title: 'Een andere Authenticator-app koppelen',
      lead: 'Heb je een nieuwe telefoon of wil je een andere app gebruiken? Verwijder dan eerst de koppeling met de oude app.',
      steps: {
        signIn: {
          title: 'Log in op je ProfiPortaal',
          text: ['Log in zoals je gewend bent. Je ziet dan het overzicht.'],
          picture: 'Het overzicht van het ProfiPortaal.',
        },
        menu: {
          title: 'Ga naar je profiel instellingen',
          text: ['Klik rechtsboven op het poppetje bij {1}. Klik dan op {profile} bij {2}.'],
          picture: 'Het poppetje rechtsboven, met het menu open.',
        },
        bin: {
          title: 'Klik op de prullenbak',
          text: ['Klik rechts van je app op de prullenbak bij {1}.'],
          picture: 'De lijst met gekoppelde apps. Rechts van elke app staat een prullenbak.',
        },
        confirm: {
          title: 'Verwijder de koppeling',
          text: ['We vragen of je het zeker weet. Klik op {unlink} bij {1}.'],
          picture: 'De vraag of je de koppeling wilt verwijderen.',
        },
        prove: {
          title: 'Bevestig dat jij het bent',
          text: ['Vul je wachtwoord in bij {1} en klik op {confirm} bij {2}.'],
          picture: 'Het venster waarin je bevestigt met je wachtwoord.',
        },
        again: {
          title: 'Log uit en koppel je nieuwe app',
          text: [
            'Klik op het poppetje bij {1} en op {signOut} bij {2}. Log daarna opnieuw in: je doorloopt dan weer de stappen van hoofdstuk 1, nu met je nieuwe app.',
          ],
          picture: 'Het menu van het poppetje.',
        },
      },
      end: 'Haal het ProfiPortaal daarna ook weg uit je oude app. De codes daarin werken niet meer.',
    },
    lost: {
      title: 'Je telefoon kwijt of vergeten',
      lead: 'Met een herstelcode log je in zonder telefoon. Elke herstelcode werkt één keer.',
      steps: {
        choose: {
          title: 'Kies voor een herstelcode',
          text: [
            'Log in met je e-mailadres en wachtwoord. Vraagt het portaal om de code uit je app? Klik dan op {useRecoveryCode} bij {1}.',
          ],
          picture: 'Het scherm dat om de code uit je app vraagt.',
        },
        recoveryCode: {
          title: 'Vul een herstelcode in',
          text: [
            'Typ een van je herstelcodes over bij {1} en klik op {verifyRecoveryCode} bij {2}. Streep de code daarna door.',
          ],
          picture: 'Het scherm waarop je een herstelcode invult.',
        },
      },
      end: 'Is je telefoon echt weg? Verwijder dan meteen de koppeling, zoals in hoofdstuk 3. Heb je geen herstelcodes? Bel je ProfiAdviseur: {adviser}.',
    },
    codes: {
      title: 'Nieuwe herstelcodes maken',
      lead: 'Zijn je herstelcodes bijna op, of heeft iemand ze gezien? Maak dan nieuwe. De oude werken daarna niet meer.',
      steps: {
        generate: {
          title: 'Vraag nieuwe herstelcodes aan',
          text: [
            'Ga naar je profiel instellingen, zoals in hoofdstuk 3. Klik op {generate} bij {1}.',
            'Klik daarna op {generateConfirm} en bevestig met je wachtwoord.',
          ],
          picture: 'Het deel van je profiel instellingen over herstelcodes.',
        },
        keep: {
          title: 'Bewaar je nieuwe herstelcodes',
          text: [
            'Klik op {download} bij {1} of op {print} bij {2} en bewaar de codes. Zet het vinkje bij {3} en klik op {done} bij {4}.',
          ],
          picture: 'Je nieuwe herstelcodes.',
        },
      },
    },
    phone: {
      title: 'Koppelen op je telefoon zelf',
      lead: 'Gebruik je het ProfiPortaal op de telefoon waar je Authenticator-app op staat? Dan hoef je niets te scannen.',
      steps: {
        open: {
          title: 'Open je app vanaf het scherm',
          text: [
            'Log in met je e-mailadres en wachtwoord. Tik op {openApp} bij {1}. Je app gaat open en zet het account er vanzelf in.',
            'Staat je app op een ander apparaat? Tik dan bij {2}: je ziet de QR-code.',
          ],
          picture: 'Het scherm op een telefoon.',
        },
        verify: {
          title: 'Vul de machtigingscode in',
          text: [
            'Lees in je app de code af en ga terug naar het ProfiPortaal. Typ de code over bij {1} en tik op {verify} bij {2}.',
          ],
          picture: 'Het scherm op een telefoon waarop je de code invult.',
        },
      },
    },
  },
  trouble: {
    title: 'Lukt het niet?',
    cases: [
      {
        problem: 'De code klopt niet',
        answer:
          'Een code verandert elke 30 seconden. Vul de code in die nu in je app staat. Staan er meer accounts in je app? Kies die van het ProfiPortaal.',
      },
      {
        problem: 'De code blijft fout',
        answer:
          'De klok van je telefoon loopt misschien voor of achter. Zet de tijd van je telefoon op automatisch en probeer een nieuwe code.',
      },
      {
        problem: 'Scannen lukt niet',
        answer:
          'Klik onder de QR-code op {manualEntry}. Kies er in je app voor een sleutel in te voeren en neem de sleutel over.',
      },
      {
        problem: 'Je hebt geen telefoon en geen herstelcode',
        answer: 'Bel je ProfiAdviseur: {adviser}.',
      },
    ],
  },
  colophon:
    'De naam, de codes en de QR-code in de plaatjes zijn van een verzonnen klant. Je kunt er niets mee openen.',
};
