import { FACTS } from './facts.js';

/** A language of the statement. */
export type StatementLanguage = 'nl' | 'en';

/** The texts of a statement, without the cells of its table. */
export interface StatementTexts {
  readonly title: string;
  readonly introduction: string;
  readonly chapters: readonly (readonly [heading: string, text: string])[];
  readonly casesHeading: string;
  readonly casesIntroduction: string;
  readonly head: readonly [string, string, string, string];
  readonly everyStory: string;
  readonly tests: (count: number) => string;
  readonly byHand: string;
}

const { stories, themes, locales, pseudoLocales, widths, looks, allLooks, axe } = FACTS;
const list = (items: readonly (string | number)[]): string => items.join(', ');

const dutch: StatementTexts = {
  title: 'Toegankelijkheidsverklaring',
  introduction: `**Voorbeeld om over te nemen.** Dit gaat over de onderdelen van mfa-elements: inloggen met een Authenticator-app. Zet het in de verklaring van je eigen website, en vul in wat tussen [haken] staat.

[Naam van de organisatie] vindt het belangrijk dat iedereen kan inloggen op [naam van de website]. Deze verklaring gaat over de stappen waarin je een Authenticator-app koppelt, een code invult en je gekoppelde apps beheert.`,
  chapters: [
    [
      'Nalevingsstatus',
      `De norm is EN 301 549, hoofdstuk 9, met WCAG 2.2 op niveau AA.

Voor deze onderdelen zijn ${FACTS.cases.length} eisen uitgewerkt tot tests, en die slagen alle. Niemand heeft de onderdelen onafhankelijk onderzocht, en ze zijn niet met schermlezers doorlopen. Verklaar daarom niet op grond hiervan dat je website volledig voldoet: kies **status C, eerste maatregelen genomen**, of status B zodra je eigen onderzoek er is.

Status van [naam van de website]: [A, B, C of D].`,
    ],
    [
      'Hoe het is getest',
      `Elke toestand van elk onderdeel staat als verhaal in Storybook: ${stories} in totaal. Bij elke test wordt elk verhaal gespeeld en ${looks} keer anders bekeken; alle verhalen samen komen in alle ${allLooks} combinaties van thema, taal en breedte. De lange test bekijkt elk verhaal in alle ${allLooks}.

- Thema’s: ${list(themes)}.
- Talen: ${list(locales)}; om fouten te vinden ook ${list(pseudoLocales)} (lange woorden, en van rechts naar links).
- Breedtes: ${list(widths)} px.
- Per verhaal: axe-core ${axe} (WCAG 2.0, 2.1 en 2.2, A en AA): alle regels als het wordt gespeeld, en nog eens van links naar rechts en van rechts naar links. In de andere talen: de regels over kleur, maat, schuiven en taal. De lange test doet alle regels overal. Verder de boom die een schermlezer krijgt, en geen fouten in de console.
- Op 320 px bovendien: een wandeling met de Tab-toets van begin tot eind, de maat van alles waarop je kunt drukken, en tekst met meer ruimte. Op 640 px: tekst die twee keer zo groot is.
- Wat een schermlezer uit zichzelf voorleest, is per stroom als lijst vastgelegd: wat, één keer, in deze volgorde.
- Chromium draait alle tests; Firefox en WebKit draaien die van het codeveld en de QR-code.

axe vindt ongeveer de helft van wat er mis kan zijn. De rest staat in de tabel hieronder, eis voor eis.`,
    ],
    [
      'Bekende afwijkingen',
      `- Niet doorlopen met NVDA, JAWS, VoiceOver en TalkBack, en niet op echte telefoons. De stappen daarvoor staan in Storybook, bij Guides/Accessibility.
- Met tekst van 200 % op een scherm van 320 px breed steken de cijfers van een code buiten hun vakjes. Ze blijven leesbaar. Dat is meer dan de norm vraagt.
- Browsers van voor 2024 tonen de onderdelen altijd licht, tenzij de pagina zelf kleuren zet.
- [Afwijkingen van je eigen website.]`,
    ],
    [
      'Feedback en contact',
      `Kom je er niet uit, of is iets niet toegankelijk? Meld het bij [e-mailadres] of bel [telefoonnummer]. Je krijgt binnen [twee weken] antwoord. Lukt inloggen niet, dan helpt [naam van de helpdesk] je op een andere manier verder.`,
    ],
    [
      'Handhaving',
      `Ben je niet tevreden over het antwoord? Dan kun je een klacht indienen bij [naam en adres van de klachtenregeling], en daarna bij de Nationale ombudsman.`,
    ],
    [
      'Opstelling van deze verklaring',
      `Deze tekst is gemaakt door de tests van mfa-elements; een test faalt als hij niet meer klopt. Opgesteld op [datum], voor het laatst bekeken op [datum].`,
    ],
  ],
  casesHeading: 'Eis voor eis',
  casesIntroduction:
    'De nummers in de tweede kolom zijn de succescriteria van WCAG 2.2; in EN 301 549 staat daar een 9 voor. Een sterretje betekent: nog niet in EN 301 549 V3.2.1, of op niveau AAA.',
  head: ['Eis', 'WCAG 2.2', 'Wat er geldt', 'Waaruit het blijkt'],
  everyStory: 'bekeken in elk verhaal',
  tests: (count) => `${count} ${count === 1 ? 'test' : 'tests'}`,
  byHand: 'Met de hand',
};

const english: StatementTexts = {
  title: 'Accessibility statement',
  introduction: `**An example to adapt.** This is about the parts of mfa-elements: signing in with an authenticator app. Put it in the statement of your own website, and fill in what stands in [brackets].

[Name of the organisation] wants everybody to be able to sign in to [name of the website]. This statement is about the steps in which you link an authenticator app, enter a code and manage your linked apps.`,
  chapters: [
    [
      'Compliance status',
      `The standard is EN 301 549, chapter 9, with WCAG 2.2 at level AA.

For these parts ${FACTS.cases.length} requirements are worked out as tests, and all of them pass. Nobody has audited the parts independently, and they have not been walked through with screen readers. Do not declare your website fully compliant because of this: it is **partially compliant** until an evaluation of your own says otherwise.

Status of [name of the website]: [fully, partially or not compliant].`,
    ],
    [
      'How it was tested',
      `Every state of every part is a story in Storybook: ${stories} in all. At each test every story is played and looked at in ${looks} ways; all stories together are in all ${allLooks} combinations of theme, language and width. The long test looks at each story in all ${allLooks}.

- Themes: ${list(themes)}.
- Languages: ${list(locales)}; to find mistakes also ${list(pseudoLocales)} (long words, and from right to left).
- Widths: ${list(widths)} px.
- Of each story: axe-core ${axe} (WCAG 2.0, 2.1 and 2.2, A and AA): all rules when it is played, and again from left to right and from right to left. In the other languages: the rules about colour, size, scrolling and language. The long test runs all rules everywhere. Also the tree that a screen reader is given, and no errors in the console.
- At 320 px also: a walk with the Tab key from beginning to end, the size of all that can be pressed, and text with more space. At 640 px: text twice as large.
- What a screen reader reads out by itself is laid down for each flow as a list: what, once, in this order.
- Chromium runs all tests; Firefox and WebKit run those of the code field and the QR code.

axe finds about half of what can be wrong. The rest is in the table below, one requirement after the other.`,
    ],
    [
      'Known deviations',
      `- Not walked through with NVDA, JAWS, VoiceOver and TalkBack, and not on real phones. The steps for that are in Storybook, under Guides/Accessibility.
- With text of 200 % on a screen 320 px wide the digits of a code stick out of their boxes. They can still be read. That is more than the standard asks.
- Browsers from before 2024 always show the parts in light, unless the page sets colours itself.
- [Deviations of your own website.]`,
    ],
    [
      'Feedback and contact',
      `Are you stuck, or is something not accessible? Tell us at [e-mail address] or call [telephone number]. You will have an answer within [two weeks]. If signing in does not work, [name of the help desk] helps you in another way.`,
    ],
    [
      'Enforcement',
      `Not satisfied with the answer? You can complain to [name and address of the enforcement body].`,
    ],
    [
      'Preparation of this statement',
      `This text is made by the tests of mfa-elements; a test fails when it is no longer true. Prepared on [date], last reviewed on [date].`,
    ],
  ],
  casesHeading: 'One requirement after the other',
  casesIntroduction:
    'The numbers in the second column are the success criteria of WCAG 2.2; in EN 301 549 they have a 9 before them. An asterisk means: not yet in EN 301 549 V3.2.1, or at level AAA.',
  head: ['Case', 'WCAG 2.2', 'What holds', 'What shows it'],
  everyStory: 'looked at in every story',
  tests: (count) => `${count} ${count === 1 ? 'test' : 'tests'}`,
  byHand: 'By hand',
};

/** The texts of the statement. The Dutch one follows that of Dutch public bodies. */
export const TEXTS: Readonly<Record<StatementLanguage, StatementTexts>> = {
  nl: dutch,
  en: english,
};
