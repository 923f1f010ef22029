import { msg } from '../../localization/msg.js';
import type { AuthenticatorApp } from './authenticator-apps.js';

/** How the account gets into the app: by scanning the QR code, or by typing or pasting the key. */
export type EntryMethod = 'scan' | 'key';

type Steps = Record<EntryMethod, () => readonly string[]>;

const copyKey = () =>
  msg('First copy the key.', {
    id: 'guide.copy-key',
    desc: 'Guide for an app on this very phone: first step. The key and its button stand above it',
  });

const aimCamera = () =>
  msg('Aim the camera at the QR code on this screen.', {
    id: 'guide.aim-camera',
    desc: 'Guide for any app: last step of scanning',
  });

const openGoogle = () =>
  msg('Open the app and tap the plus at the bottom right.', {
    id: 'guide.google.add',
    desc: 'Guide for Google Authenticator: first step, by camera or by key',
  });

const google: Steps = {
  scan: () => [
    openGoogle(),
    msg('Choose “Scan a QR code”.', {
      id: 'guide.google.scan',
      desc: 'Guide for Google Authenticator: its menu item for scanning. Dutch app: "QR-code scannen"',
    }),
    aimCamera(),
  ],
  key: () => [
    copyKey(),
    openGoogle(),
    msg('Choose to enter a key.', {
      id: 'guide.google.key',
      desc: 'Guide for Google Authenticator: its menu item for a key, described and not quoted',
    }),
    msg('Fill in the account name, paste the key and choose that it is time based.', {
      id: 'guide.google.fill-in',
      desc: 'Guide for Google Authenticator: the form for a key',
    }),
  ],
};

const openMicrosoft = () =>
  msg('Open the app and tap the plus at the top right.', {
    id: 'guide.microsoft.add',
    desc: 'Guide for Microsoft Authenticator: first step, by camera or by key',
  });

const microsoft: Steps = {
  scan: () => [
    openMicrosoft(),
    msg('Choose “Other account”.', {
      id: 'guide.microsoft.other',
      desc: 'Guide for Microsoft Authenticator: its menu item for accounts elsewhere. Dutch app: "Ander account"',
    }),
    aimCamera(),
  ],
  key: () => [
    copyKey(),
    openMicrosoft(),
    msg('Choose “Other account”, and then to enter the code by hand.', {
      id: 'guide.microsoft.key',
      desc: 'Guide for Microsoft Authenticator: its menu items for a key. Dutch app: "Ander account"',
    }),
    msg('Fill in the account name and paste the key.', {
      id: 'guide.microsoft.fill-in',
      desc: 'Guide for Microsoft Authenticator: the form for a key',
    }),
  ],
};

const openOther = () =>
  msg('Open the app and choose to add an account. That is often a plus.', {
    id: 'guide.other.add',
    desc: 'Guide for any other app: first step, by camera or by key. Dutch: "account toevoegen"',
  });

const anyOther: Steps = {
  scan: () => [
    openOther(),
    msg('Does the app ask which kind of account? Choose other account.', {
      id: 'guide.other.kind',
      desc: 'Guide for any other app: a question that some ask. Dutch: "ander account"',
    }),
    aimCamera(),
  ],
  key: () => [
    copyKey(),
    openOther(),
    msg('Choose to enter a key by hand.', {
      id: 'guide.other.key',
      desc: 'Guide for any other app: its menu item for a key',
    }),
    msg('Fill in the account name and paste the key. If it is asked, choose time based.', {
      id: 'guide.other.fill-in',
      desc: 'Guide for any other app: the form for a key',
    }),
  ],
};

const BUILT_IN_STEPS: ReadonlyMap<string, Steps> = new Map([
  ['Google Authenticator', google],
  ['Microsoft Authenticator', microsoft],
]);

/**
 * Returns what to do in an app, in short sentences.
 *
 * @param app The app, or `undefined` for any app that is not suggested.
 */
export function appSteps(
  app: AuthenticatorApp | undefined,
  method: EntryMethod,
): readonly string[] {
  const given = method === 'scan' ? app?.steps : app?.handheldSteps;
  return given ?? (BUILT_IN_STEPS.get(app?.name ?? '') ?? anyOther)[method]();
}
