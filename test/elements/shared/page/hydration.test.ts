import { expect } from '@open-wc/testing';
import { until } from '../../../support/page.js';

const SCRIPT = new URL('../../../../src/elements/code-input/mfa-code-input.ts', import.meta.url);

/** Opens a page whose HTML does not end: the browser waits for more of it. */
function unfinishedPage(markup: string): Document {
  const frame = document.createElement('iframe');
  frame.className = 'unfinished';
  document.body.append(frame);
  const page = frame.contentDocument;
  if (!page) throw new Error('The frame has no page.');
  page.open();
  page.write(`<!doctype html><html lang="nl"><title>A page</title><body>${markup}`);
  return page;
}

afterEach(() => {
  for (const frame of document.querySelectorAll('.unfinished')) frame.remove();
});

describe('an element of the HTML of a server', () => {
  it('does not wait for a page that does not finish loading (host page 2)', async () => {
    const page = unfinishedPage(
      `<script type="module" async src="${SCRIPT.href}"></script><mfa-code-input></mfa-code-input>`,
    );
    await until(() => page.querySelector('input') !== null, 'The field has no input.');
    expect(page.readyState).to.equal('loading');
  });

  it('is ready for what the page does once it has loaded: what it reads, submits or focuses', async () => {
    const frame = document.createElement('iframe');
    frame.className = 'unfinished';
    frame.srcdoc = `<!doctype html><html lang="nl"><title>A page</title><body>
      <form><mfa-code-input name="code"></mfa-code-input><input name="other"></form>
      <script>
        const field = document.querySelector('mfa-code-input');
        addEventListener('DOMContentLoaded', () => {
          field.value = '123456';
          field.focus();
        });
        addEventListener('load', () => {
          document.forms[0].other.focus();
          document.title = new FormData(document.forms[0]).get('code') ?? 'nothing';
        });
      </script>
      <script type="module" src="${SCRIPT.href}"></script>`;
    document.body.append(frame);
    const page = () => frame.contentDocument;
    await until(() => page()?.title !== 'A page' && page()?.title !== '', 'It does not load.');
    expect(page()?.title).to.equal('123456');
    await page()?.querySelector('mfa-code-input')?.updateComplete;
    expect(page()?.activeElement?.getAttribute('name')).to.equal('other');
  });

  it('shows what its author wrote, and takes a value and the focus, until it may change', async () => {
    const page = unfinishedPage(
      `<script type="module" async src="${SCRIPT.href}"></script>
      <mfa-code-input><label for="c">Code</label><input id="c" name="code"></mfa-code-input>`,
    );
    const field = page.querySelector('mfa-code-input');
    const input = page.querySelector('input');
    await until(
      () => page.defaultView?.customElements.get('mfa-code-input') !== undefined,
      'It is not defined.',
    );
    expect(field?.shadowRoot).to.equal(null);
    expect(input?.getAttributeNames()).to.deep.equal(['id', 'name']);
    Object.assign(field ?? {}, { value: '12' });
    expect(field?.value).to.equal('12');
    expect(input?.value).to.equal('');
    field?.focus();
    await until(() => Boolean(field?.shadowRoot), 'It does not change.');
    await field?.updateComplete;
    expect(input?.value).to.equal('12');
    await until(() => page.activeElement === input, 'The input has no focus.');
  });

  it('adds nothing meanwhile, whatever a script reads, sets or calls (host page 2)', async () => {
    const page = unfinishedPage(
      `<script type="module" async src="${SCRIPT.href}"></script><mfa-code-input></mfa-code-input>`,
    );
    const field = page.querySelector('mfa-code-input');
    await until(
      () => page.defaultView?.customElements.get('mfa-code-input') !== undefined,
      'It is not defined.',
    );
    if (!field || !page.defaultView) throw new Error('There is no field.');
    expect(field.value).to.equal('');
    field.value = '12';
    field.error = 'Fout';
    field.length = 8;
    field.select();
    field.focus();
    for (const type of ['pageshow', 'pagehide']) {
      page.defaultView.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
    }
    field.value = '34';
    expect(field.childNodes).to.have.length(0);
    await until(() => field.childNodes.length > 0, 'The field has no input.');
    await field.updateComplete;
    expect(field.value).to.equal('34');
    expect(
      [...field.querySelectorAll('[slot=error]')].map(({ textContent }) => textContent),
    ).to.deep.equal(['Fout']);
  });
});
