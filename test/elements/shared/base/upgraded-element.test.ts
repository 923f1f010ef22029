import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { pressKeys } from '../../../support/engine.js';
import { undefinedPage } from '../../../support/undefined-page.js';

interface PublicProperty {
  readonly name: string;
  readonly type: string;
  readonly readonly: boolean;
}

/** An element by the names of its properties. */
type LooseElement = HTMLElement & { updateComplete: Promise<void> } & Record<string, unknown>;

/** Two values of each type that a public property has; neither is a default. */
const VALUES: Record<string, readonly [unknown, unknown]> = {
  boolean: [true, true],
  number: [7, 8],
  string: ['123456', '654321'],
  Date: [new Date(2026, 1, 1), new Date(2026, 2, 2)],
  'readonly string[]': [['AAAA-BBBB', 'CCCC-DDDD'], ['EEEE-FFFF']],
  'readonly AuthenticatorApp[]': [[{ name: 'Een', steps: {} }], []],
  "Setting<'backend'>": [{}, { capabilities: {} }],
  "Setting<'definition'>": [{ operations: {} }, { name: 'other', operations: {} }],
  "Setting<'fetcher'>": [
    () => Promise.reject(new Error('first')),
    () => Promise.reject(new Error('second')),
  ],
  "Setting<'variables'>": [{ tenant: 'a' }, { tenant: 'b' }],
};

function valuesOf({ name, type }: PublicProperty): readonly [unknown, unknown] {
  const alternatives = type.split(' | ').filter((it) => it !== 'undefined');
  const known = alternatives.map((it) => VALUES[it]).find(Boolean);
  if (known) return known;
  const literals = alternatives
    .map((it) => /^'(.*)'$/.exec(it)?.[1])
    .filter((it) => it !== undefined);
  const [first, last] = [literals[0], literals.at(-1)];
  if (first === undefined) throw new Error(`${name}: no value is known for the type ${type}.`);
  return [last, first];
}

/** How an element gets into a page before its definition. */
const WAYS = {
  'in the page': (page: Document, tag: string) => page.body.appendChild(page.createElement(tag)),
  'created, and connected later': (page: Document, tag: string) => page.createElement(tag),
  'cloned from a template, and connected later': (page: Document, tag: string) => {
    const template = page.createElement('template');
    template.innerHTML = `<${tag}></${tag}>`;
    return only(template.content.cloneNode(true) as DocumentFragment, tag);
  },
} satisfies Record<string, (page: Document, tag: string) => HTMLElement>;

function only<Found extends Element = LooseElement>(page: ParentNode, tag: string): Found {
  const found = page.querySelector<Found>(tag);
  if (!found) throw new Error(`the page has no <${tag}>`);
  return found;
}

const elements = await executeServerCommand<Record<string, PublicProperty[]>, undefined>(
  'public-properties',
);

describe('what a page sets before the definition arrives (host page 2)', () => {
  for (const [tag, properties] of Object.entries(elements)) {
    const writable = properties.filter((it) => !it.readonly);

    for (const [way, create] of Object.entries(WAYS)) {
      it(`counts on <${tag}> ${way}: every public property`, async () => {
        const page = await undefinedPage();
        const set = writable.map((property) => {
          const element = create(page.document, tag) as LooseElement;
          const [value] = valuesOf(property);
          // Without a backend an element would send requests.
          if (writable.some(({ name }) => name === 'backend')) element.backend = {};
          element[property.name] = value;
          return { ...property, element, value };
        });
        await page.define(tag);
        const faults: string[] = [];
        for (const { name, element, value } of set) {
          if (!element.isConnected) page.document.body.append(element);
          const check = (when: string) => {
            if (!isSame(element[name], value)) faults.push(`${name} is lost ${when}`);
            if (Object.hasOwn(element, name)) faults.push(`${name} hides the accessor ${when}`);
          };
          check('at once');
          await element.updateComplete;
          check('after the first render');
        }
        expect(faults).to.deep.equal([]);
      });
    }

    it(`is replaced on <${tag}> by what is set after it, also before the first render`, async () => {
      const page = await undefinedPage();
      const set = writable.map((property) => {
        const element = page.document.body.appendChild(
          page.document.createElement(tag),
        ) as unknown as LooseElement;
        const [early, late] = valuesOf(property);
        if (writable.some(({ name }) => name === 'backend')) element.backend = {};
        element[property.name] = early;
        return { ...property, element, late };
      });
      await page.define(tag);
      for (const { element, name, late } of set) element[name] = late;
      const faults: string[] = [];
      for (const { element, name, late } of set) {
        await element.updateComplete;
        if (!isSame(element[name], late)) faults.push(name);
      }
      expect(faults).to.deep.equal([]);
    });

    it(`does not hide what can only be read on <${tag}>`, async () => {
      const page = await undefinedPage(`<${tag}></${tag}>`);
      const element = only(page.document, tag);
      const names = properties.filter((it) => it.readonly).map(({ name }) => name);
      element.backend = {};
      for (const name of names) element[name] = 'early';
      await page.define(tag);
      for (const name of names) expect(element[name], name).not.to.equal('early');
    });
  }

  for (const tag of ['mfa-code-input', 'mfa-text-field']) {
    it(`is the value of <${tag}>, and typing goes on from there`, async () => {
      const page = await undefinedPage(`<form><${tag} name="code"></${tag}></form>`);
      const element = only(page.document, tag);
      element.value = '123';
      await page.define(tag);
      await element.updateComplete;
      expect(element.value).to.equal('123');
      element.focus();
      await pressKeys('End', '4', '5');
      expect(element.value).to.equal('12345');
      const form = page.document.querySelector('form') ?? undefined;
      expect(new page.window.FormData(form).get('code')).to.equal('12345');
    });
  }

  it('is drawn by <mfa-qr-code>', async () => {
    const page = await undefinedPage('<mfa-qr-code></mfa-qr-code>');
    const element = only<HTMLElementTagNameMap['mfa-qr-code']>(page.document, 'mfa-qr-code');
    element.value =
      'otpauth://totp/Portal:alice?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Portal';
    await page.define('mfa-qr-code');
    await element.updateComplete;
    expect(element.failed).to.equal(false);
    expect(element.shadowRoot?.querySelectorAll('svg[role=img]')).to.have.length(1);
  });

  it('is listed by <mfa-recovery-code-list>', async () => {
    const page = await undefinedPage('<mfa-recovery-code-list></mfa-recovery-code-list>');
    const element = only<HTMLElementTagNameMap['mfa-recovery-code-list']>(
      page.document,
      'mfa-recovery-code-list',
    );
    element.codes = ['AAAA-BBBB', 'CCCC-DDDD'];
    await page.define('mfa-recovery-code-list');
    expect(element.kept).to.equal(false);
    await element.updateComplete;
    expect(element.shadowRoot?.querySelectorAll('li')).to.have.length(2);
  });
});

/** Compares by content: a value may be copied, but not changed. */
function isSame(value: unknown, expected: unknown): boolean {
  if (typeof expected === 'function') return value === expected;
  return JSON.stringify(value) === JSON.stringify(expected);
}
