import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright';
import { launchChromium } from '../../demo/tools/browser/launch-chromium.mjs';
import { countTimers, takeFootprint, type Footprint } from './footprint.js';
import { HostPage } from './host-page.js';

/** What every element needs once, such as its styles, is there after these. */
const FIRST_MOUNTS = 40;
const MOUNTS = 1000;

const TAGS = [
  'mfa-login',
  'mfa-challenge',
  'mfa-enrollment',
  'mfa-authenticators',
  'mfa-recovery-codes',
  'mfa-recovery-code-list',
  'mfa-qr-code',
  'mfa-code-input',
  'mfa-text-field',
] as const;

/** An element that leaks on purpose: the control of this test. */
const LEAKING = 'leaking-element';

/** Defines it. Runs in the page. */
function defineLeaking(tag: string): void {
  customElements.define(
    tag,
    class extends HTMLElement {
      connectedCallback() {
        window.addEventListener('resize', () => this.hidden);
        setInterval(() => this.hidden, 60_000);
      }
    },
  );
}

/** Loads the library and registers every element. Runs in the page. */
async function defineAll(library: string): Promise<void> {
  const { defineAll } = (await import(library)) as { readonly defineAll: () => Promise<void> };
  await defineAll();
}

/**
 * Adds elements of a tag to the page, uses each of them a little, and removes them, so many times. Runs in
 * the page.
 */
async function mount({ tag, times }: { tag: string; times: number }): Promise<void> {
  const atOnce = 20;
  const uri = 'otpauth://totp/Site:klant?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Site';
  const app = { id: 'app-1', method: 'totp', name: 'Telefoon', createdAt: new Date(0) };
  const never = () => new Promise(() => undefined);
  const always = (result: unknown) => () => Promise.resolve(result);
  const backend = {
    status: always({ state: 'code-required', methods: ['totp'] }),
    startEnrollment: always({
      id: '1',
      method: 'totp',
      secret: uri.slice(29, 61),
      otpauthUri: uri,
    }),
    listAuthenticators: always([app]),
    recoveryCodesStatus: always({ left: 8, total: 10 }),
    renameAuthenticator: never,
    unlinkAuthenticator: never,
    confirmEnrollment: never,
    verify: never,
    verifyRecoveryCode: never,
    generateRecoveryCodes: never,
  };
  const turn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const within = (root: Element | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((it) => [
      it,
      ...(it.shadowRoot ? within(it.shadowRoot) : []),
    ]);
  const use = (element: Element): void => {
    const inside = [...within(element), ...(element.shadowRoot ? within(element.shadowRoot) : [])];
    const input = inside.find((it) => it.matches('input'));
    if (input instanceof HTMLInputElement) {
      input.focus();
      input.value = '123456';
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    for (const it of inside.filter((one) =>
      one.matches('button:not([part~=download], [part~=print])'),
    ))
      (it as HTMLElement).click();
  };
  for (let done = 0; done < times; done += atOnce) {
    const elements = Array.from({ length: atOnce }, () =>
      Object.assign(document.createElement(tag), { backend, value: uri, codes: ['AAAA', 'BBBB'] }),
    );
    document.body.append(...elements);
    await turn();
    await turn();
    elements.forEach(use);
    await turn();
    for (const element of elements) element.remove();
    await turn();
  }
  // The browser keeps what had the focus last.
  const other = document.createElement('input');
  document.body.append(other);
  other.focus();
  other.remove();
  await turn();
}

describe('a page that shows an element a thousand times', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser.close());

  async function openPage(tag: string): Promise<Page> {
    const { page } = await HostPage.open(browser, { body: '', head: '' });
    await page.evaluate('globalThis.__name = (given) => given');
    await page.evaluate(countTimers);
    if (tag === LEAKING) await page.evaluate(defineLeaking, tag);
    else await page.evaluate(defineAll, '/lib/mfa-elements.js');
    return page;
  }

  /** Returns what the page keeps after the first elements, and after all. */
  async function growth(tag: string): Promise<readonly [Footprint, Footprint]> {
    const page = await openPage(tag);
    await page.evaluate(mount, { tag, times: FIRST_MOUNTS });
    const first = await takeFootprint(page, tag);
    await page.evaluate(mount, { tag, times: MOUNTS - FIRST_MOUNTS });
    const last = await takeFootprint(page, tag);
    await page.close();
    return [first, last];
  }

  for (const tag of TAGS) {
    it(`keeps nothing of ${tag}`, async () => {
      const [first, last] = await growth(tag);
      assert.deepEqual(last, first);
      assert.equal(last.instances, 0);
    });
  }

  it('is seen to grow with an element that leaks', async () => {
    const [first, last] = await growth(LEAKING);
    const grown = MOUNTS - FIRST_MOUNTS;
    for (const name of ['instances', 'onWindow', 'timers', 'nodes', 'listeners'] as const) {
      assert.ok(last[name] - first[name] >= grown, `${name}: ${first[name]}, then ${last[name]}`);
    }
  });
});
