import { createElement, Suspense, useEffect, useRef, type ReactNode } from 'react';
import { SAMPLE, scriptedBackend } from '../../../src/testing/index.js';

/** The properties that a component gives an element when it is in the page. */
type Given = Readonly<Record<string, () => unknown>>;

interface Placed {
  readonly tag: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly given?: Given;
  readonly children?: readonly ReactNode[];
}

function Element({ tag, attributes = {}, given = {}, children = [] }: Placed): ReactNode {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    for (const [name, value] of Object.entries(given))
      Reflect.set(ref.current ?? {}, name, value());
  }, [given]);
  return createElement(tag, { ...attributes, ref }, ...children);
}

const backend = (state: 'enrollment-required' | 'code-required' | 'verified') => ({
  backend: () => scriptedBackend({ state }),
});

const ownForm = createElement(
  'form',
  { action: '/verify', method: 'post' },
  createElement('label', { htmlFor: 'own' }, 'Code'),
  createElement(
    'mfa-code-input',
    {},
    createElement('input', { id: 'own', name: 'code', autoComplete: 'one-time-code' }),
  ),
  createElement('button', {}, 'Verder'),
);

/** Each element, as an app on a server renders it. */
const PLACED: Readonly<Record<string, Placed>> = {
  'mfa-login': { tag: 'mfa-login', given: backend('code-required') },
  'mfa-challenge': { tag: 'mfa-challenge', given: backend('code-required') },
  'mfa-challenge with a form of the author': {
    tag: 'mfa-challenge',
    given: backend('code-required'),
    children: [ownForm],
  },
  'mfa-enrollment': { tag: 'mfa-enrollment', given: backend('enrollment-required') },
  'mfa-authenticators': { tag: 'mfa-authenticators', given: backend('verified') },
  'mfa-recovery-codes': { tag: 'mfa-recovery-codes', given: backend('verified') },
  'mfa-code-input': { tag: 'mfa-code-input', attributes: { label: 'Code', name: 'code' } },
  'mfa-code-input with an input of the author': {
    tag: 'mfa-code-input',
    attributes: { hint: 'Zes cijfers' },
    children: [
      createElement('label', { htmlFor: 'written', key: 1 }, 'Code'),
      createElement('input', { id: 'written', name: 'code', key: 2 }),
    ],
  },
  'mfa-text-field': {
    tag: 'mfa-text-field',
    attributes: { label: 'Naam', error: 'Vul een naam in.', required: true },
  },
  'mfa-qr-code': { tag: 'mfa-qr-code', given: { value: () => SAMPLE.otpauthUri } },
  'mfa-recovery-code-list': {
    tag: 'mfa-recovery-code-list',
    given: { codes: () => ['AAAA-BBBB', 'CCCC-DDDD'] },
  },
};

/** The ways in which an app holds an element. */
const HOLDERS: Readonly<Record<string, (element: ReactNode) => ReactNode>> = {
  'a page': (element) => createElement('main', {}, createElement('h1', {}, 'Inloggen'), element),
  'a Suspense': (element) =>
    createElement('main', {}, createElement(Suspense, { fallback: 'Even geduld' }, element)),
};

/** Every page by its name. */
export const PAGES = new Map<string, { readonly tag: string; readonly app: ReactNode }>(
  Object.entries(HOLDERS).flatMap(([holder, hold]) =>
    Object.entries(PLACED).map(
      ([name, placed]) =>
        [
          `${name} in ${holder}`,
          { tag: placed.tag, app: hold(createElement(Element, placed)) },
        ] as const,
    ),
  ),
);
