import { renderedMessages } from '../message-inspector/rendered-messages.js';

/** Selects a message of the library, in any language of the page. */
export interface MessageQuery {
  /** The id, without a plural form at its end. With several ids, any of them matches. */
  readonly ids: readonly string[];
  /** A value of the message, to choose between several on the page. */
  readonly about?: string;
}

const message = (...ids: string[]): MessageQuery => ({ ids });
const messageAbout = (about: string, id: string): MessageQuery => ({ ids: [id], about });

/** The plural forms of CLDR at the end of an id. */
const PLURAL = /\.(zero|one|two|few|many|other)$/;

const hasId = (ids: readonly string[], id: string): boolean =>
  ids.includes(id) || ids.includes(id.replace(PLURAL, ''));

/** Collapses white space, as a page does. */
const collapsed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/**
 * The texts of a message that were rendered since the story began, with its values, in the language of the
 * page or in a pseudo-locale.
 */
export const renderedTexts = ({ ids, about }: MessageQuery): string[] =>
  renderedMessages()
    .filter(({ id, values }) => hasId(ids, id) && (about === undefined || values.includes(about)))
    .map(({ text }) => collapsed(text));

/** Tells whether a text is the message, or the given text. */
export const isMessage = (text: string, wanted: MessageQuery | string): boolean =>
  typeof wanted === 'string'
    ? collapsed(text) === wanted
    : renderedTexts(wanted).includes(collapsed(text));

/** Tells whether a text is or contains the message. */
export const containsMessage = (text: string, wanted: MessageQuery | string): boolean =>
  (typeof wanted === 'string' ? [wanted] : renderedTexts(wanted)).some((message) =>
    ` ${collapsed(text)} `.includes(` ${message} `),
  );

/** The messages that stories look for. Those of errors come from the library itself (`seeError`). */
export const messages = {
  anotherLinked: message('authenticators.linked'),
  appName: message('authenticators.rename.field'),
  appNeeded: message('authenticators.unlink.needed'),
  busy: message('button.busy'),
  cancel: message('button.cancel'),
  canTryAgain: message('retry.over'),
  clockFast: message('clock-skew.fast'),
  clockSlow: message('clock-skew.slow'),
  code: message('code.label'),
  codeIncomplete: message('code.incomplete'),
  codeUnclear: message('code.too-long'),
  confirm: message('step-up.submit'),
  enterCode: message('challenge.code.heading'),
  expired: message('enrollment.expired.heading'),
  onContinue: message('enrollment.done.action'),
  continueSignedIn: message('challenge.continue'),
  kept: message('recovery-code-list.kept'),
  looksLikeCode: message('challenge.recovery-code.looks-like-code'),
  looksLikeRecoveryCode: message('challenge.code.looks-like-recovery-code'),
  noCode: message('code.none'),
  severalRecoveryCodes: message('recovery-code.several'),
  keepFirst: message('recovery-code-list.reminder'),
  lastRecoveryCode: message('challenge.few-recovery-codes.none'),
  lastButOneRecoveryCode: message('challenge.few-recovery-codes.one'),
  linkAnother: message('authenticators.link.another'),
  linked: message('enrollment.done.heading'),
  linkedOrNot: message('enrollment.canceled.unknown-lead'),
  linkedApps: message('authenticators.heading'),
  nameMissing: message('authenticators.rename.incomplete'),
  nameTooLong: message('authenticators.rename.too-long'),
  noApps: message('authenticators.empty'),
  notYoursToRemove: message('authenticators.unlink.forbidden'),
  oneMoment: message('login.checking'),
  openApp: message('enrollment.open.action'),
  otherAppsStay: message('authenticators.unlink.one-of-many'),
  password: message('password.label'),
  passwordMissing: message('password.incomplete'),
  qrCode: message('enrollment.qr.label'),
  qrCodeMade: message('enrollment.starting'),
  qrCodeMissing: message('qr-code.failed'),
  reload: message('failure.reload.action'),
  listUpdated: message('authenticators.changed-elsewhere'),
  lookedUp: message('authenticators.loading'),
  recoveryCode: message('recovery-code.label'),
  recoveryCodeMissing: message('recovery-code.incomplete'),
  rememberDevice: message('challenge.remember.label'),
  remove: message('authenticators.unlink.confirm'),
  removeGoogle: messageAbout('Google Authenticator', 'authenticators.unlink.label'),
  removed: message('authenticators.unlinked'),
  sameCode: message('diagnosis.reused'),
  renamed: messageAbout('Werktelefoon', 'authenticators.renamed'),
  renameGoogle: messageAbout('Google Authenticator', 'authenticators.rename.label'),
  save: message('authenticators.rename.save'),
  signedIn: message('challenge.verified.heading'),
  stillThere: message('challenge.kept'),
  unknownSignIn: message('challenge.unknown-outcome'),
  stillToWait: message('retry.still'),
  twoRecoveryCodes: message('challenge.few-recovery-codes'),
  useCodeFromApp: message('step-up.use-code'),
  usePassword: message('step-up.use-password'),
  useRecoveryCode: message('challenge.code.use-recovery-code'),
  verifyCode: message('code.submit'),
  verifyRecoveryCode: message('challenge.recovery-code.submit'),
  codesLost: message('enrollment.recovery-codes.lost'),
  onlyCodesLost: message('enrollment.recovery-codes.lost.first-only'),
  codesLeft: message('recovery-codes.left', 'recovery-codes.left.of-total'),
  codesLookedUp: message('recovery-codes.loading'),
  looksUp: message('authenticators.checking'),
  codesMade: message('recovery-codes.first.generated'),
  codesRenewed: message('recovery-codes.replaced'),
  codesUnknown: message('recovery-codes.unknown-outcome'),
  copyKey: message('enrollment.key.copy'),
  copyAll: message('recovery-code-list.copy.other'),
  copied: message('copy.done'),
  done: message('recovery-codes.new.continue'),
  download: message('recovery-code-list.download'),
  fileName: message('recovery-code-list.file-name'),
  makeCodes: message('recovery-codes.replace.confirm', 'recovery-codes.generate.confirm'),
  onPaper: message('recovery-code-list.heading'),
  print: message('recovery-code-list.print'),
  generateCodes: message('recovery-codes.replace', 'recovery-codes.generate'),
  selected: message('copy.selected'),
  savingRefused: message('recovery-code-list.download.refused'),
  printingRefused: message('recovery-code-list.print.refused'),
  selectIt: message('copy.refused'),
  moreTime: message('enrollment.expiry.action'),
  noMoreTime: message('enrollment.expiry.no-longer'),
  noAppYet: message('enrollment.open.no-app'),
  nothingLost: message('enrollment.offline.kept'),
  openStepsGoogle: messageAbout('Google Authenticator', 'guide.app'),
  openStepsMicrosoft: messageAbout('Microsoft Authenticator', 'guide.app'),
  openStepsOther: message('guide.other'),
  refusedCodeJustExpired: message('diagnosis.just-expired'),
  refusedCodeMistyped: message('diagnosis.mistyped'),
  refusedCodeOfAnother: message('diagnosis.other-account'),
  refusedCodeOfAnotherOneName: message('diagnosis.other-account.one-name'),
  refusedCodeOfAnotherNoName: message('diagnosis.other-account.no-name'),
  refusedCodeOfOtherQrCode: message('diagnosis.other-secret'),
  refusedCodeUnexplained: message('diagnosis.unexplained'),
  refusedCodeClockFast: message('diagnosis.clock-fast'),
  refusedCodeClockSlow: message('diagnosis.clock-slow'),
  showKey: message('enrollment.manual-entry.summary', 'enrollment.open.manual-entry'),
  showQr: message('enrollment.open.other-device'),
  stopped: message('enrollment.canceled.heading'),
  timeAgain: message('enrollment.expiry.longer'),
  timeLeft: message('enrollment.expiry.near'),
} as const satisfies Record<string, MessageQuery>;
