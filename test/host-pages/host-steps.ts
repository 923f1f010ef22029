import { SAMPLE, type ScriptedBackendOptions } from '../../src/testing/index.js';
import { message, messagePattern } from '../support/message.js';
import { button, field, until, untilFocused, untilText } from '../support/page.js';
import type { PlacedElement } from './page-content.js';

/** A moment at which a person types in a field of an element, and the page changes. */
export interface HostStep {
  readonly name: string;
  readonly element: PlacedElement;
  readonly server: ScriptedBackendOptions;
  /** The slot of the author's own child. */
  readonly slot: 'help' | 'hint';
  /** Brings the person to the field. */
  reach(element: HTMLElement): Promise<void>;
  /** What the person types before the page changes, and after it. */
  readonly typed: readonly [before: string, after: string];
  /** What is sent: the operation of the backend, or the form of the page. */
  readonly sends: string;
}

const placed = (
  tag: PlacedElement['tag'],
  attributes: Readonly<Record<string, string>> = {},
  inForm = false,
): PlacedElement => ({ tag, attributes, inForm, child: null });

const flow = (tag: PlacedElement['tag']) => placed(tag, { 'base-url': '/api/mfa' });

const CODE = ['123', '456'] as const;

const seen =
  (text: string | RegExp) =>
  (element: HTMLElement): Promise<void> =>
    untilText(element, text);

async function press(element: HTMLElement, name: string): Promise<void> {
  await until(() => canPress(element, name), `no button "${name}" comes`);
  button(element, name).click();
}

function canPress(element: HTMLElement, name: string): boolean {
  try {
    return !button(element, name).disabled;
  } catch {
    return false;
  }
}

/** Empties a field that has a value at the start, as a person who types over it does. */
const typeOver = async (element: HTMLElement): Promise<void> => {
  await untilFocused(() => field(element));
  field(element).select();
};

const pencil = message('authenticators.rename.label', SAMPLE.authenticator.name);
const bin = message('authenticators.unlink.label', SAMPLE.authenticator.name);

export const SIGN_IN: HostStep = {
  name: 'the code at sign-in',
  element: flow('mfa-challenge'),
  server: { state: 'code-required' },
  slot: 'help',
  reach: seen(message('challenge.code.heading')),
  typed: CODE,
  sends: 'verify',
};

export const CODE_FIELD: HostStep = {
  name: 'a code field in a form of the page',
  element: placed('mfa-code-input', { label: 'Code', name: 'code' }, true),
  server: {},
  slot: 'hint',
  reach: seen('Code'),
  typed: CODE,
  sends: 'form',
};

/** Every moment at which an element has a field in the page's own tree. */
export const STEPS: readonly HostStep[] = [
  SIGN_IN,
  CODE_FIELD,
  {
    name: 'a text field in a form of the page',
    element: placed('mfa-text-field', { label: 'Naam', name: 'naam' }, true),
    server: {},
    slot: 'hint',
    reach: seen('Naam'),
    typed: ['San', 'ne'],
    sends: 'form',
  },
  {
    name: 'the code in mfa-login',
    element: flow('mfa-login'),
    server: { state: 'code-required' },
    slot: 'help',
    reach: seen(message('challenge.code.heading')),
    typed: CODE,
    sends: 'verify',
  },
  {
    name: 'the first app in mfa-login',
    element: flow('mfa-login'),
    server: { state: 'enrollment-required' },
    slot: 'help',
    reach: seen(message('enrollment.scan.heading')),
    typed: CODE,
    sends: 'confirmEnrollment',
  },
  {
    name: 'the code in mfa-enrollment',
    element: flow('mfa-enrollment'),
    server: { state: 'enrollment-required' },
    slot: 'help',
    reach: seen(message('enrollment.scan.heading')),
    typed: CODE,
    sends: 'confirmEnrollment',
  },
  {
    name: 'the new name of an app',
    element: flow('mfa-authenticators'),
    server: { state: 'verified' },
    slot: 'help',
    reach: async (element) => {
      await untilText(element, messagePattern('authenticators.linked-on'));
      await press(element, pencil);
      await until(() => element.querySelector('input') !== null, 'no field comes');
      await typeOver(element);
    },
    typed: ['Werk', 'foon'],
    sends: 'renameAuthenticator',
  },
  {
    name: 'the code of another app',
    element: flow('mfa-authenticators'),
    server: { state: 'verified' },
    slot: 'help',
    reach: async (element) => {
      await press(element, message('authenticators.link.another'));
      await untilText(element, message('enrollment.scan.heading'));
    },
    typed: CODE,
    sends: 'confirmEnrollment',
  },
  {
    name: 'the password in a dialog',
    element: flow('mfa-authenticators'),
    server: { state: 'verified', stepUp: ['password'] },
    slot: 'help',
    reach: async (element) => {
      await press(element, bin);
      await press(element, message('authenticators.unlink.confirm'));
      await untilText(element, message('step-up.password.lead'));
      await untilFocused(() => field(element));
    },
    typed: ['welkom', '-bij-profi'],
    sends: 'stepUp',
  },
];
