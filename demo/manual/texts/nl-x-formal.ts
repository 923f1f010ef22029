import type { ManualTexts } from './manual-texts.js';

export const texts: ManualTexts = {
  title: 'Inloggen met een Authenticator-app',
  subtitle: 'Handleiding voor klanten van het ProfiPortaal',
  made: 'Gemaakt op {date}',
  contents: 'Inhoud',
  step: 'Stap {number}',
  example: 'Voorbeeld',
  begin: {
    title: 'Voordat u begint',
    text: [
      'Uw gegevens op het ProfiPortaal zijn beschermd met multifactorauthenticatie. U logt in met uw wachtwoord en met een machtigingscode van 6 cijfers. Die code staat in een Authenticator-app op uw telefoon. U koppelt de app één keer; dat duurt een paar minuten.',
    ],
    need: 'Leg klaar',
    needs: ['uw e-mailadres en wachtwoord van het ProfiPortaal', 'uw telefoon'],
    appTitle: 'Authenticator-app',
    app: 'Hebt u nog geen Authenticator-app op uw telefoon? Installeer er dan eerst een. Deze twee worden het meest gebruikt; bij elk staat hoe u dat doet. Een andere app mag ook.',
    help: 'Komt u er niet uit? Neem contact op met uw ProfiAdviseur: {adviser}.',
  },
  chapters: {
    first: {
      title: 'De eerste keer inloggen',
      lead: 'U koppelt uw Authenticator-app aan het ProfiPortaal. Houd uw telefoon bij de hand.',
      steps: {
        signIn: {
          title: 'Ga naar uw ProfiPortaal en log in',
          text: [
            'Vul uw e-mailadres in bij {1} en uw wachtwoord bij {2}. Klik op {signIn} bij {3}.',
          ],
          picture: 'Het scherm waarop u inlogt.',
        },
        scan: {
          title: 'Scan de QR-code met uw app',
          text: [
            'Open de Authenticator-app op uw telefoon en kies account toevoegen. Kies daarna ander account.',
            'Richt de camera van uw telefoon op de QR-code bij {1}. Lukt scannen niet? Klik dan op {manualEntry} bij {2}.',
          ],
          picture: 'Het scherm met de QR-code.',
        },
        read: {
          title: 'Lees de machtigingscode af',
          text: [
            'In uw app staat nu het ProfiPortaal, met een 6-cijferige machtigingscode. Elke 30 seconden komt er een nieuwe.',
          ],
          picture:
            'Tekening van een telefoon met de Authenticator-app: onder de naam ProfiPortaal staat een code van 6 cijfers. In uw app kan het er anders uitzien.',
        },
        verify: {
          title: 'Vul de machtigingscode in',
          text: ['Typ de code uit uw app over bij {1}. Klik op {verify} bij {2}.'],
          picture: 'Het scherm waarop u de code invult.',
        },
        keepCodes: {
          title: 'Bewaar uw herstelcodes',
          text: [
            'Uw app is gekoppeld. U krijgt nu herstelcodes: daarmee logt u in als u uw telefoon kwijt bent. Klik op {download} bij {1} of op {print} bij {2} en bewaar de codes op een veilige plek. U ziet ze alleen nu.',
            'Zet daarna het vinkje bij {3} en klik op {continue} bij {4}.',
          ],
          picture: 'Het scherm met uw herstelcodes.',
        },
      },
      end: 'Uw Authenticator-app is gekoppeld aan uw ProfiPortaal.',
    },
    next: {
      title: 'De volgende keer inloggen',
      lead: 'Vanaf nu logt u in met uw wachtwoord en de code die op dat moment in uw app staat.',
      steps: {
        password: {
          title: 'Log in met uw wachtwoord',
          text: [
            'Vul uw e-mailadres in bij {1} en uw wachtwoord bij {2}. Klik op {signIn} bij {3}.',
          ],
          picture: 'Het scherm waarop u inlogt.',
        },
        code: {
          title: 'Vul de code uit uw app in',
          text: [
            'Open de Authenticator-app op uw telefoon. Typ de machtigingscode over bij {1} en klik op {verify} bij {3}.',
            'Is dit uw eigen computer? Dan kunt u bij {2} kiezen voor {remember}. U hebt hier dan een tijd geen code nodig.',
          ],
          picture: 'Het scherm waarop u de code invult.',
        },
      },
    },
    move: {
      title: 'Een andere Authenticator-app koppelen',
      lead: 'Hebt u een nieuwe telefoon of wilt u een andere app gebruiken? Verwijder dan eerst de koppeling met de oude app.',
      steps: {
        signIn: {
          title: 'Log in op uw ProfiPortaal',
          text: ['Log in zoals u gewend bent. U ziet dan het overzicht.'],
          picture: 'Het overzicht van het ProfiPortaal.',
        },
        menu: {
          title: 'Ga naar uw profiel instellingen',
          text: ['Klik rechtsboven op het poppetje bij {1}. Klik dan op {profile} bij {2}.'],
          picture: 'Het poppetje rechtsboven, met het menu open.',
        },
        bin: {
          title: 'Klik op de prullenbak',
          text: ['Klik rechts van uw app op de prullenbak bij {1}.'],
          picture: 'De lijst met gekoppelde apps. Rechts van elke app staat een prullenbak.',
        },
        confirm: {
          title: 'Verwijder de koppeling',
          text: ['We vragen of u het zeker weet. Klik op {unlink} bij {1}.'],
          picture: 'De vraag of u de koppeling wilt verwijderen.',
        },
        prove: {
          title: 'Bevestig dat u het bent',
          text: ['Vul uw wachtwoord in bij {1} en klik op {confirm} bij {2}.'],
          picture: 'Het venster waarin u bevestigt met uw wachtwoord.',
        },
        again: {
          title: 'Log uit en koppel uw nieuwe app',
          text: [
            'Klik op het poppetje bij {1} en op {signOut} bij {2}. Log daarna opnieuw in: u doorloopt dan weer de stappen van hoofdstuk 1, nu met uw nieuwe app.',
          ],
          picture: 'Het menu van het poppetje.',
        },
      },
      end: 'Haal het ProfiPortaal daarna ook weg uit uw oude app. De codes daarin werken niet meer.',
    },
    lost: {
      title: 'Uw telefoon kwijt of vergeten',
      lead: 'Met een herstelcode logt u in zonder telefoon. Elke herstelcode werkt één keer.',
      steps: {
        choose: {
          title: 'Kies voor een herstelcode',
          text: [
            'Log in met uw e-mailadres en wachtwoord. Vraagt het portaal om de code uit uw app? Klik dan op {useRecoveryCode} bij {1}.',
          ],
          picture: 'Het scherm dat om de code uit uw app vraagt.',
        },
        recoveryCode: {
          title: 'Vul een herstelcode in',
          text: [
            'Typ een van uw herstelcodes over bij {1} en klik op {verifyRecoveryCode} bij {2}. Streep de code daarna door.',
          ],
          picture: 'Het scherm waarop u een herstelcode invult.',
        },
      },
      end: 'Is uw telefoon echt weg? Verwijder dan meteen de koppeling, zoals in hoofdstuk 3. Hebt u geen herstelcodes? Bel uw ProfiAdviseur: {adviser}.',
    },
    codes: {
      title: 'Nieuwe herstelcodes maken',
      lead: 'Zijn uw herstelcodes bijna op, of heeft iemand ze gezien? Maak dan nieuwe. De oude werken daarna niet meer.',
      steps: {
        generate: {
          title: 'Vraag nieuwe herstelcodes aan',
          text: [
            'Ga naar uw profiel instellingen, zoals in hoofdstuk 3. Klik op {generate} bij {1}.',
            'Klik daarna op {generateConfirm} en bevestig met uw wachtwoord.',
          ],
          picture: 'Het deel van uw profiel instellingen over herstelcodes.',
        },
        keep: {
          title: 'Bewaar uw nieuwe herstelcodes',
          text: [
            'Klik op {download} bij {1} of op {print} bij {2} en bewaar de codes. Zet het vinkje bij {3} en klik op {done} bij {4}.',
          ],
          picture: 'Uw nieuwe herstelcodes.',
        },
      },
    },
    phone: {
      title: 'Koppelen op uw telefoon zelf',
      lead: 'Gebruikt u het ProfiPortaal op de telefoon waar uw Authenticator-app op staat? Dan hoeft u niets te scannen.',
      steps: {
        open: {
          title: 'Open uw app vanaf het scherm',
          text: [
            'Log in met uw e-mailadres en wachtwoord. Tik op {openApp} bij {1}. Uw app gaat open en zet het account er vanzelf in.',
            'Staat uw app op een ander apparaat? Tik dan bij {2}: u ziet de QR-code.',
          ],
          picture: 'Het scherm op een telefoon.',
        },
        verify: {
          title: 'Vul de machtigingscode in',
          text: [
            'Lees in uw app de code af en ga terug naar het ProfiPortaal. Typ de code over bij {1} en tik op {verify} bij {2}.',
          ],
          picture: 'Het scherm op een telefoon waarop u de code invult.',
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
          'Een code verandert elke 30 seconden. Vul de code in die nu in uw app staat. Staan er meer accounts in uw app? Kies die van het ProfiPortaal.',
      },
      {
        problem: 'De code blijft fout',
        answer:
          'De klok van uw telefoon loopt misschien voor of achter. Zet de tijd van uw telefoon op automatisch en probeer een nieuwe code.',
      },
      {
        problem: 'Scannen lukt niet',
        answer:
          'Klik onder de QR-code op {manualEntry}. Kies er in uw app voor een sleutel in te voeren en neem de sleutel over.',
      },
      {
        problem: 'U hebt geen telefoon en geen herstelcode',
        answer: 'Bel uw ProfiAdviseur: {adviser}.',
      },
    ],
  },
  colophon:
    'De naam, de codes en de QR-code in de plaatjes zijn van een verzonnen klant. U kunt er niets mee openen.',
};
