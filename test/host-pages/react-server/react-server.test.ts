import { expect, nextFrame } from '@open-wc/testing';
import { renderToString } from 'react-dom/server';
import { pressKeys } from '../../support/engine.js';
import { until } from '../../support/page.js';
import { undefinedPage } from '../../support/undefined-page.js';
import { PAGES } from './pages.js';

const APP = `${location.origin}/test/host-pages/react-server/app.ts`;

/** Opens a page as a server sends it, with the script at its end. */
async function opened(name: string, transition: boolean) {
  const page = PAGES.get(name);
  if (!page) throw new Error(`There is no page "${name}".`);
  const { document, window } = await undefinedPage(
    `<div id="root">${renderToString(page.app)}</div>`,
  );
  document.body.dataset.page = name;
  if (transition) document.body.dataset.transition = '';
  const written = document.querySelector(page.tag);
  if (!written) throw new Error('the server has rendered no element');
  const script = document.createElement('script');
  script.type = 'module';
  script.src = APP;
  document.head.append(script);
  await until(() => Reflect.has(window, 'complaints'), 'the script does not run');
  const complaints = Reflect.get(window, 'complaints') as readonly string[];
  return { document, window, written, complaints, tag: page.tag };
}

/** Finds an element in an element of the frame, also in shadow trees. */
function find(within: ParentNode, selector: string): Element | undefined {
  const found = within.querySelector(selector);
  if (found) return found;
  const trees = [within as Partial<Element>, ...within.querySelectorAll('*')].flatMap(
    ({ shadowRoot }) => shadowRoot ?? [],
  );
  return trees.map((tree) => find(tree, selector)).find(Boolean);
}

/** Waits until an element and those in it have rendered, also what their first render has led to. */
async function settled(element: Element): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    for (const it of [element, ...element.querySelectorAll('*')]) {
      await (it as { updateComplete?: Promise<unknown> }).updateComplete;
    }
    await nextFrame();
  }
}

/** What shows that an element works. */
const SIGN: Readonly<Record<string, string>> = {
  'mfa-qr-code': 'svg[role=img]',
  'mfa-recovery-code-list': 'li',
  'mfa-authenticators': '[part~=unlink]',
  'mfa-recovery-codes': '[part~=generate]',
};

describe('a page that React has rendered on a server and hydrates (host page 2)', () => {
  for (const name of PAGES.keys()) {
    for (const transition of [false, true]) {
      it(`works: ${name}${transition ? ', in a transition' : ''}`, async () => {
        const { document, written, complaints, tag } = await opened(name, transition);
        const sign = SIGN[tag] ?? 'input';
        const shown = () => find(written, sign);
        await until(() => shown() !== undefined, `there is no ${sign}: ${complaints.join()}`);
        await until(() => (written.shadowRoot?.childElementCount ?? 0) > 0, 'it does not render');
        expect(complaints).to.deep.equal([]);
        // React would have replaced it, had it not found what it expected.
        expect(written.isConnected && document.querySelector(tag) === written).to.equal(true);
        if (sign !== 'input') return;
        await settled(written);
        const input = shown() as HTMLInputElement;
        input.focus();
        await pressKeys('1', '2', '3');
        expect(input.value).to.equal('123');
        expect(complaints).to.deep.equal([]);
      });
    }
  }
});
