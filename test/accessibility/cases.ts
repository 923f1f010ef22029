/** The proof of a case: a test by its title as written in its file, or a check of every story. */
export interface Proof {
  /** Below test/. */
  readonly file: string;
  readonly test: string;
}

/** One of the cases A1–A25. */
export interface AccessibilityCase {
  readonly id: `A${number}`;
  /** Success criteria of WCAG 2.2; in EN 301 549 the clause is 9 and then the same number. */
  readonly criteria: readonly string[];
  /** The requirement, as users of an element read it. */
  readonly sentence: { readonly en: string; readonly nl: string };
  readonly proofs: readonly Proof[];
  /** The part that no automated test can prove; it is tested by hand (statement, "by hand"). */
  readonly byHand?: { readonly en: string; readonly nl: string };
}

const proof = (file: string, ...tests: readonly string[]): Proof[] =>
  tests.map((test) => ({ file, test }));

/** Returns the check of every story with this name (story-checks.ts). */
const inEveryStory = (name: string): Proof[] => proof('accessibility/story-checks.ts', name);

const STORY = 'stories/stories.test.ts';
const PASTE = 'elements/code-input/paste-and-fill.test.ts';
const CODE_FIELD = 'elements/code-input/accessibility.test.ts';
const SAID = 'accessibility/elements/announcements.test.ts';
const FIELDS = 'accessibility/elements/fields.test.ts';
const STICKY = 'accessibility/elements/sticky-header.test.ts';
const PATIENCE = 'accessibility/elements/patience.test.ts';

/** The cases, each with its proofs. */
export const CASES: readonly AccessibilityCase[] = [
  {
    id: 'A1',
    criteria: ['3.3.8'],
    sentence: {
      en: 'A code can be pasted and filled in, with spaces, hyphens or digits of another script.',
      nl: 'Een code kun je plakken en laten invullen, ook met spaties, streepjes of cijfers uit een ander schrift.',
    },
    proofs: proof(
      PASTE,
      '24: takes a code, and is complete once',
      '${number}: takes the code from "${text.trim()}", with one event',
      '41: takes what a password manager fills in while the focus is elsewhere',
    ),
    byHand: {
      en: 'the code suggested above the keyboard of an iPhone and an Android phone',
      nl: 'de code die een iPhone en een Android-telefoon boven het toetsenbord voorstellen',
    },
  },
  {
    id: 'A2',
    criteria: ['3.3.8'],
    sentence: {
      en: 'Browsers and password managers know each field, and no field refuses what is pasted.',
      nl: 'Browsers en wachtwoordmanagers herkennen elk veld, en geen veld weigert wat je plakt.',
    },
    proofs: [
      ...proof(PASTE, '45: describes itself to browsers, keyboards and password managers'),
      ...proof(FIELDS, 'A2: accepts pasted text, ${name}'),
    ],
  },
  {
    id: 'A3',
    criteria: ['3.3.8'],
    sentence: {
      en: 'Recovery codes can be copied, saved and printed, and typed in any way they can be read.',
      nl: 'Herstelcodes kun je kopiëren, bewaren en afdrukken, en overtypen zoals je ze leest.',
    },
    proofs: [
      ...proof('elements/recovery-code-list/keeping.test.ts', 'is possible in three ways'),
      ...proof(
        'elements/challenge/recovery-code.test.ts',
        'signs in with one of the codes, however it is written',
        'reads O for 0 and I and L for 1, and leaves in the field what was typed',
      ),
    ],
  },
  {
    id: 'A4',
    criteria: ['1.1.1', '3.3.8'],
    sentence: {
      en: 'Beside the QR code stands the key as text, in groups of four, with a button that copies it.',
      nl: 'Naast de QR-code staat de sleutel als tekst, in groepjes van vier, met een knop om hem te kopiëren.',
    },
    proofs: proof(
      'elements/enrollment/copy-key.test.ts',
      'copies the key without the spaces that are shown',
    ),
  },
  {
    id: 'A5',
    criteria: ['1.1.1'],
    sentence: {
      en: 'The QR code is an image with a name, and that name does not give the key away.',
      nl: 'De QR-code is een afbeelding met een naam, en die naam verraadt de sleutel niet.',
    },
    proofs: [
      ...proof(
        'elements/enrollment/enrollment.test.ts',
        'shows the QR code with a name that does not contain the key',
      ),
      ...proof(STORY, 'secretsInNames(tree)'),
    ],
  },
  {
    id: 'A6',
    criteria: ['2.2.1'],
    sentence: {
      en: 'A minute before the time to link is over there is a warning, and one press gives more, ten times and more.',
      nl: 'Een minuut voordat de tijd om te koppelen om is, krijg je een waarschuwing. Met één druk krijg je meer tijd, tien keer en vaker.',
    },
    proofs: [
      ...proof(
        'elements/enrollment/expiry.test.ts',
        'is announced only when a minute is left, politely, without moving the focus',
      ),
      ...proof(PATIENCE, 'A6: is granted eleven times when the user requests it'),
    ],
  },
  {
    id: 'A7',
    criteria: ['2.2.1'],
    sentence: {
      en: 'Nobody is hurried by the 30 seconds of a code, and no code sends itself unasked.',
      nl: 'De 30 seconden van een code jagen niemand op, en geen code verstuurt zichzelf ongevraagd.',
    },
    proofs: [
      ...proof('elements/code-input/form.test.ts', '59: is not submitted by default'),
      ...proof(PATIENCE, 'A7: the code step is unchanged after an hour, and accepts the code'),
    ],
  },
  {
    id: 'A8',
    criteria: ['4.1.3'],
    sentence: {
      en: 'What happens is read out once, in a region that stood before; a wait at its start, its last minute and its end.',
      nl: 'Wat er gebeurt wordt één keer voorgelezen, op een plek die er al was; een wachttijd bij het begin, bij de laatste minuut en aan het eind.',
    },
    proofs: [
      ...proof(
        SAID,
        'a wrong code, a second one by the button, and the right one',
        'a blocked account',
        'signing in with a recovery code',
        'its start, the last minute and its end',
        'that the key is copied, each time',
        'that time is running out, and that it was extended',
        'a new name, a wrong password for it, and an app that is unlinked',
        'while new recovery codes are generated',
      ),
    ],
    byHand: {
      en: 'how each screen reader times and words what it reads out',
      nl: 'wanneer en hoe elke schermlezer voorleest',
    },
  },
  {
    id: 'A9',
    criteria: ['3.3.1'],
    sentence: {
      en: 'An error says at its field what is wrong, and is tied to that field.',
      nl: 'Een fout staat bij het veld, zegt wat er mis is en hoort voor hulpmiddelen bij dat veld.',
    },
    proofs: [
      ...proof(CODE_FIELD, '64: is described by its hint and its error'),
      ...proof(FIELDS, 'A9: shows the error at the field, ${name}'),
    ],
  },
  {
    id: 'A10',
    criteria: ['3.3.3'],
    sentence: {
      en: 'An error says what to do: wait for the next code, look at the clock, take another account.',
      nl: 'Een fout zegt wat je kunt doen: wacht op de volgende code, kijk naar de klok, neem het andere account.',
    },
    proofs: [
      ...proof(
        'elements/challenge/refused-code.test.ts',
        'says to wait for the next code if a code was used before',
        'says after two wrong codes that the clock of the device is wrong, if it is',
      ),
      ...proof(
        'elements/enrollment/diagnosis.test.ts',
        'is given for ${name}, once, and the QR code stays',
      ),
    ],
  },
  {
    id: 'A11',
    criteria: ['2.4.3', '3.2.1', '3.2.2'],
    sentence: {
      en: 'After an error the focus is in the field, after a step at its heading, and focus alone does nothing.',
      nl: 'Na een fout staat de focus in het veld, na een stap bij de kop, en focus alleen doet niets.',
    },
    proofs: [
      ...inEveryStory('keyboard walk'),
      ...proof(
        'elements/challenge/refused-code.test.ts',
        'shows the reason at the field after a press of the button, with the caret there',
        'selects a code that was kept, so that the next one takes its place',
      ),
      ...proof(SAID, 'a QR code that has expired, and the next one'),
    ],
  },
  {
    id: 'A12',
    criteria: ['2.1.1', '2.1.2', '2.4.3'],
    sentence: {
      en: 'Everything works with the keyboard; a dialog holds the focus and gives it back.',
      nl: 'Alles werkt met het toetsenbord; een dialoogvenster houdt de focus vast en geeft hem terug.',
    },
    proofs: [
      ...inEveryStory('keyboard walk'),
      ...proof(
        'accessibility/in-page/keyboard-walk.test.ts',
        'A12: cycles through the targets of a dialog',
      ),
      ...proof(
        'elements/authenticators/unlinking.test.ts',
        'is canceled with ${way}, and the focus returns to the bin',
        'moves the focus to the bin of the row ${place}',
      ),
      ...proof('elements/authenticators/renaming.test.ts', 'works with the keyboard alone'),
    ],
  },
  {
    id: 'A13',
    criteria: ['1.4.10'],
    sentence: {
      en: 'In a page 320 px wide nothing has to be scrolled sideways, and 256 px of height is enough.',
      nl: 'Op een pagina van 320 px breed hoef je nergens zijwaarts te scrollen, en 256 px hoogte is genoeg.',
    },
    proofs: [
      ...inEveryStory('fits in the width'),
      ...proof(STICKY, 'A13: all of a dialog can be read and its buttons pressed, 256 px high'),
    ],
  },
  {
    id: 'A14',
    criteria: ['1.4.12'],
    sentence: {
      en: 'With more space between lines, paragraphs, letters and words nothing is cut off.',
      nl: 'Met meer ruimte tussen regels, alinea’s, letters en woorden valt er niets weg.',
    },
    proofs: inEveryStory('fits with spaced text'),
  },
  {
    id: 'A15',
    criteria: ['1.4.4'],
    sentence: {
      en: 'With text twice as large nothing is cut off or lies over something else.',
      nl: 'Met tekst die twee keer zo groot is valt er niets weg en ligt er niets over elkaar.',
    },
    proofs: inEveryStory('fits with text twice as large'),
  },
  {
    id: 'A16',
    criteria: ['2.5.8'],
    sentence: {
      en: 'What can be pressed is at least 24 by 24 px, and a button 44.',
      nl: 'Alles waarop je kunt drukken is minstens 24 bij 24 px, en een knop 44.',
    },
    proofs: [
      ...inEveryStory('size of targets'),
      ...proof(
        'styles/controls.test.ts',
        'gives every button a target of at least 44 px (WCAG 2.5.5)',
      ),
    ],
  },
  {
    id: 'A17',
    criteria: ['1.4.3', '1.4.11'],
    sentence: {
      en: 'Text has a contrast of 4.5:1 and controls and focus of 3:1, in every theme; a QR code is always dark on white.',
      nl: 'Tekst heeft een contrast van 4,5:1, en knoppen, velden en focus van 3:1, in elk thema; een QR-code is altijd donker op wit.',
    },
    proofs: [
      ...proof(
        'styles/contrast.test.ts',
        '${front} on ${back} is at least ${least}:1 (WCAG ${criterion})',
      ),
      ...proof(
        'elements/qr-code/qr-code-element.test.ts',
        'takes no colour from the page, its theme or its dark scheme (pitfalls 1 and 4)',
      ),
    ],
  },
  {
    id: 'A18',
    criteria: ['2.4.7', '2.4.11'],
    sentence: {
      en: 'Where the focus is can be seen, also below a header of the page that stays in sight.',
      nl: 'Je ziet waar de focus is, ook onder een kop van de pagina die in beeld blijft.',
    },
    proofs: [
      ...inEveryStory('keyboard walk'),
      ...proof(STICKY, 'A18: the focused element is not hidden by a sticky header, ${way}'),
    ],
  },
  {
    id: 'A19',
    criteria: ['1.3.1', '4.1.2'],
    sentence: {
      en: 'Each field has the name of its label, wherever that stands, and its form knows whether it is right.',
      nl: 'Elk veld heeft de naam van zijn label, waar dat ook staat, en het formulier weet of het goed is ingevuld.',
    },
    proofs: [
      ...proof(
        CODE_FIELD,
        '63: keeps the name that ${what}',
        '66: gets the focus when its label is clicked',
      ),
      ...proof(
        'elements/code-input/form.test.ts',
        '52: is invalid while it is required and empty, or half typed',
      ),
      ...proof(FIELDS, 'A19: gets the focus from a label around it'),
    ],
  },
  {
    id: 'A20',
    criteria: ['3.1.1', '3.1.2'],
    sentence: {
      en: 'The words are read out in their own language, and a key sign by sign.',
      nl: 'De woorden worden in hun eigen taal voorgelezen, en een sleutel teken voor teken.',
    },
    proofs: [
      ...proof(
        'accessibility/elements/language.test.ts',
        'is English on a page in an unsupported language',
        'is Dutch on a page without a language',
      ),
      ...proof(
        'elements/enrollment/copy-key.test.ts',
        'spells the key for screen readers, in text and not in a name',
      ),
      ...proof(CODE_FIELD, '75: excludes its digits from a translation'),
    ],
    byHand: {
      en: 'how each voice spells the key',
      nl: 'hoe elke stem de sleutel spelt',
    },
  },
  {
    id: 'A21',
    criteria: ['3.3.4'],
    sentence: {
      en: 'Before a link is removed or codes are replaced you are asked, and told what it means.',
      nl: 'Voordat een koppeling of oude codes verdwijnen, wordt het je gevraagd en hoor je wat het betekent.',
    },
    proofs: [
      ...proof(
        'elements/recovery-codes/generating.test.ts',
        'asks for confirmation, with the focus on Cancel (A21)',
      ),
      ...proof(
        'elements/authenticators/unlinking.test.ts',
        'asks for confirmation, in a dialog with the focus on Cancel',
      ),
    ],
  },
  {
    id: 'A22',
    criteria: ['3.3.7'],
    sentence: {
      en: 'Who has just proven who they are is not asked again.',
      nl: 'Wie net heeft bewezen wie hij is, hoeft dat niet nog eens.',
    },
    proofs: proof(PATIENCE, 'A22: is not required again for the next change'),
  },
  {
    id: 'A23',
    criteria: ['2.3.3'],
    sentence: {
      en: 'Nothing moves for who asks for less motion.',
      nl: 'Niets beweegt voor wie om minder beweging vraagt.',
    },
    proofs: inEveryStory('keeps still'),
  },
  {
    id: 'A24',
    criteria: ['1.4.13'],
    sentence: {
      en: 'Nothing shows only while a pointer is over it: there are no tooltips.',
      nl: 'Niets verschijnt alleen als je er met de muis op staat: er zijn geen tooltips.',
    },
    proofs: inEveryStory('no tooltips'),
  },
  {
    id: 'A25',
    criteria: ['4.1.2'],
    sentence: {
      en: 'axe finds nothing in any state, theme, language or width that is looked at.',
      nl: 'axe vindt niets, in geen enkele toestand, in geen enkel thema, geen enkele taal en op geen enkele breedte die is bekeken.',
    },
    proofs: [
      ...proof(STORY, 'every story renders, plays, is accessible, and reads and looks as accepted'),
      ...proof('stories/look-at-story.ts', 'findFaults'),
    ],
    byHand: {
      en: 'that the whole makes sense with NVDA, JAWS, VoiceOver and TalkBack',
      nl: 'of het geheel klopt met NVDA, JAWS, VoiceOver en TalkBack',
    },
  },
];
