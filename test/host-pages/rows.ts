/** A kind of fault that people reported about other products, and that the elements do not have. */
export interface Row {
  readonly number: number;
  /** The public reports, as `owner/repository#issue`. */
  readonly reports: readonly string[];
  /** What a page, a server or a person does. */
  readonly given: string;
  readonly right: string;
}

/**
 * The table of "Works in", in the order of how much users suffer. A test proves a row by naming it at the end of its
 * own name: `(host page 6)`.
 */
export const ROWS: readonly Row[] = [
  {
    number: 1,
    reports: ['hotwired/turbo-rails#552', 'livewire/livewire#8403'],
    given: 'A page patches itself around an element, or takes the children of an element away.',
    right:
      'What the element had put there comes back at once, with the typed digits and the focus. What the author wrote is followed.',
  },
  {
    number: 2,
    reports: ['angular/angular#30848', 'lit/lit#701', 'react/react#23381'],
    given: 'A property is set before the element is defined. A page from a server hydrates.',
    right:
      'The property counts. Nothing is added until the scripts of the page have run and React has hydrated the element. A secret in an attribute is taken away and used, with a warning in the console.',
  },
  {
    number: 3,
    reports: ['shoelace-style/localize#20'],
    given: 'The language of a page is written as `nl_NL`.',
    right: 'The elements speak the language that is meant, in every common spelling.',
  },
  {
    number: 4,
    reports: ['pterodactyl/panel#1799'],
    given: 'The QR code stands beside text in a row.',
    right: 'It is never smaller than a phone can read.',
  },
  {
    number: 5,
    reports: ['Libki/libki-server#235', 'jmpsec/osctrl#138'],
    given: 'The session is over, and the server sends the sign-in page, or a bare 401, 403 or 419.',
    right: 'The user is told that the sign-in has ended, and gets the way to it.',
  },
  {
    number: 6,
    reports: ['ugogo/react-input-verification-code#33'],
    given: 'A page keeps the value at `input`, and sends it at `mfa-code-complete`.',
    right: '`input` comes before `mfa-code-complete`, however the code gets in.',
  },
  {
    number: 7,
    reports: ['darkreader/darkreader#15046'],
    given: 'Dark Reader recolours the page with the QR code.',
    right: 'The QR code stays black on white.',
  },
  {
    number: 8,
    reports: ['andOTP/andOTP#292', 'freeotp/freeotp-android#284'],
    given: 'A page from right to left shows codes and keys.',
    right: 'They read as they are meant: on screen, copied and printed.',
  },
  {
    number: 9,
    reports: ['frappe/frappe#41639'],
    given: 'A dialog of an element is open in a dialog of the page. The user presses Escape.',
    right: 'One Escape closes one thing.',
  },
  {
    number: 10,
    reports: ['twentyhq/twenty#14376'],
    given: 'A page without margins is 320 px wide.',
    right: 'Nothing scrolls sideways.',
  },
  {
    number: 11,
    reports: ['fluxerapp/fluxer#210'],
    given: 'Linking an app was begun again elsewhere. The QR code on screen is an old one.',
    right: 'The user is told that the code fits this QR code, and gets a new one.',
  },
  {
    number: 12,
    reports: ['mozilla/fxa#6879', 'streetwriters/notesnook#3631'],
    given:
      'A recovery code is pasted in the field for the code of the app, or the other way round.',
    right: 'It is said at once, with the way to the other field. Nothing is lost.',
  },
  {
    number: 13,
    reports: ['okta/okta-signin-widget#2387', 'logto-io/logto#8151'],
    given: 'The user goes back after signing in.',
    right:
      'A page that leaves by itself is not returned to. A user who pressed a button can go back.',
  },
  {
    number: 14,
    reports: ['mozilla/fxa#12273'],
    given: 'A server sends the year 1 or 1970 for “never”.',
    right: 'No date is shown.',
  },
  {
    number: 15,
    reports: ['Automattic/wp-desktop#910'],
    given: 'A frame does not allow printing or downloading recovery codes.',
    right: 'The user is told, and the codes are selected.',
  },
  {
    number: 16,
    reports: ['silverstripe/silverstripe-mfa#435'],
    given: 'A recovery code is pasted with its number in the list, or with a full stop.',
    right: 'What stands around the code is put aside.',
  },
  {
    number: 17,
    reports: [],
    given:
      'A page sets a number as the value, makes the field shorter, or names it with `aria-label`.',
    right: 'The code field does what a native input does.',
  },
  {
    number: 18,
    reports: [],
    given: 'A label aims at `mfa-code-input` itself. Enter is held down in a form of the page.',
    right: 'The documentation says what is deliberate.',
  },
  {
    number: 19,
    reports: [],
    given: 'Tests run in jsdom or happy-dom, in Vitest or Jest.',
    right: 'Importing and placing every element throws nothing.',
  },
  {
    number: 20,
    reports: [],
    given: 'A form submits itself while another required field is empty.',
    right: 'Only what was really sent counts. No press is lost.',
  },
  {
    number: 21,
    reports: [],
    given: 'The focus goes to a code field below the fold, in WebKit.',
    right: 'The field is in view.',
  },
  {
    number: 22,
    reports: [],
    given: 'A right code brings the next step, in WebKit.',
    right: 'The new step is in view, from its heading on.',
  },
];
