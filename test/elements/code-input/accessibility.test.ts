import { expect, fixture, html } from '@open-wc/testing';
import { a11ySnapshot, emulateMedia, setViewport } from '@web/test-runner-commands';
import axe from 'axe-core';
import '../../../src/elements/code-input/mfa-code-input.js';
import { codeField, focusedField, press, slots, type } from './code-field.js';

interface Node {
  readonly role: string;
  readonly name?: string;
  readonly children?: Node[];
}

async function accessibilityTree(): Promise<Node[]> {
  const root = (await a11ySnapshot({})) as unknown as Node;
  const flatten = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(flatten)];
  return flatten(root);
}

describe('the code field for everyone', () => {
  it('63: is one text box with the name of its label', async () => {
    await focusedField('12');
    const nodes = await accessibilityTree();
    const boxes = nodes.filter(({ role }) => role === 'textbox');
    expect(boxes.map(({ name }) => name)).to.deep.equal(['Code']);
    expect(nodes.filter(({ name }) => name === '1' || name === '2')).to.deep.equal([]);
  });

  it('63: keeps the name that a label elsewhere gives it', async () => {
    const page = await fixture<HTMLElement>(html`
      <div>
        <label for="mine">My code</label>
        <mfa-code-input label="Code"><input id="mine" /></mfa-code-input>
      </div>
    `);
    await page.querySelector('mfa-code-input')?.updateComplete;
    const boxes = (await accessibilityTree()).filter(({ role }) => role === 'textbox');
    expect(boxes.map(({ name }) => name)).to.deep.equal(['My code']);
    expect(page.querySelectorAll('label')).to.have.lengthOf(1);
  });

  it('64: is described by its hint and its error', async () => {
    const { element, input } = await codeField(
      html`<mfa-code-input label="Code" hint="See your app."></mfa-code-input>`,
    );
    expect(description(input)).to.equal('See your app.');
    element.error = 'This code is not right.';
    await element.updateComplete;
    expect(description(input)).to.equal('See your app. This code is not right.');
    expect(input).to.have.attribute('aria-invalid', 'true');
  });

  it('64: announces an error in a region that stood before it, and drops it at the next edit', async () => {
    const { element, input } = await focusedField('123456');
    const region = element.querySelector('[role=alert]');
    expect(region).to.have.text('');
    const changes: string[] = [];
    const observer = new MutationObserver(() => changes.push(region?.textContent ?? ''));
    if (region) observer.observe(region, { childList: true, characterData: true, subtree: true });
    element.error = 'This code is not right.';
    await element.updateComplete;
    element.hint = 'See your app.';
    await element.updateComplete;
    expect(region).to.have.text('This code is not right.');
    expect(changes).to.deep.equal(['This code is not right.']);
    await press('Backspace');
    expect(region).to.have.text('');
    expect(input).not.to.have.attribute('aria-invalid');
    observer.disconnect();
  });

  it('65: selects what is wrong, so that the next code replaces it', async () => {
    const { element } = await codeField(
      html`<mfa-code-input label="Code" value="123456"></mfa-code-input>`,
    );
    element.select();
    await type('654321');
    expect(element.value).to.equal('654321');
  });

  it('66: gets the focus when its label is clicked', async () => {
    const { element, input } = await codeField();
    element.querySelector('label')?.click();
    expect(document.activeElement).to.equal(input);
  });

  it('68: keeps its own digits and caret unseen when the system forces its colours', async () => {
    const { input } = await focusedField('12');
    const { forcedColorAdjust, webkitTextFillColor, caretColor } = getComputedStyle(
      input,
    ) as CSSStyleDeclaration & { readonly forcedColorAdjust: string };
    expect(forcedColorAdjust).to.equal('none');
    expect([webkitTextFillColor, caretColor]).to.deep.equal(Array(2).fill('rgba(0, 0, 0, 0)'));
  });

  it('68: then marks the slot of the caret by an outline, since shadows are not drawn', async () => {
    const { element } = await focusedField('12');
    applyForcedColorRules(element.shadowRoot);
    const outlines = slots(element).map((slot) => getComputedStyle(slot).outlineStyle);
    expect(outlines).to.deep.equal(['none', 'none', 'solid', 'none', 'none', 'none']);
  });

  it('69: keeps still for whoever asks for less motion', async () => {
    const caret = (element: Element) =>
      [...(element.shadowRoot?.querySelectorAll('.digit--active') ?? [])].map(
        (slot) => getComputedStyle(slot, '::after').animationName,
      );
    await emulateMedia({ reducedMotion: 'reduce' });
    const { element } = await focusedField('12');
    expect(caret(element)).to.deep.equal(['none']);
    await emulateMedia({ reducedMotion: 'no-preference' });
    expect(caret(element)).to.deep.equal(['blink']);
  });

  for (const display of ['block', 'grid', 'flex']) {
    for (const size of ['100%', '200%']) {
      it(`70: fits in 320 px in a ${display} with text of ${size}`, async () => {
        await setViewport({ width: 320, height: 640 });
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`.page { display: ${display}; font-size: ${size}; }`);
        document.adoptedStyleSheets.push(sheet);
        const page = await fixture<HTMLElement>(html`
          <div class="page">
            <div><mfa-code-input label="Code"></mfa-code-input></div>
          </div>
        `);
        const element = page.querySelector('mfa-code-input');
        if (!element) throw new Error('no field');
        await element.updateComplete;
        expect(document.documentElement.scrollWidth).to.be.at.most(320);
        for (const slot of slots(element)) {
          const { width, height, right } = slot.getBoundingClientRect();
          expect(Math.min(width, height)).to.be.at.least(24);
          expect(right).to.be.at.most(320);
        }
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((it) => it !== sheet);
        await setViewport({ width: 800, height: 600 });
      });
    }
  }

  it('71: has text of 16 px at least, and an input that can be seen', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { all: unset } input { display: none; opacity: 0; font-size: 8px }');
    document.adoptedStyleSheets.push(sheet);
    const { input } = await codeField();
    const { fontSize, display, visibility, opacity } = getComputedStyle(input);
    const { width, height } = input.getBoundingClientRect();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((it) => it !== sheet);
    expect(Number.parseFloat(fontSize)).to.be.at.least(16);
    expect([display, visibility, opacity]).to.deep.equal(['block', 'visible', '1']);
    expect(width).to.be.above(250);
    expect(height).to.be.at.least(44);
  });

  it('72: shows dots in place of the digits, and stays a text box', async () => {
    const { element, input } = await codeField(
      html`<mfa-code-input label="Code" masked value="123"></mfa-code-input>`,
    );
    expect(slots(element).map((slot) => slot.textContent)).to.deep.equal([
      '•',
      '•',
      '•',
      '',
      '',
      '',
    ]);
    expect(input.type).to.equal('text');
    expect(element.value).to.equal('123');
  });

  it('74: leaves nothing behind, and two on a page have no id in common', async () => {
    const listeners = trackListeners(document);
    const page = await fixture<HTMLElement>(html`
      <div>
        <mfa-code-input label="One" hint="A"></mfa-code-input>
        <mfa-code-input label="Two" hint="B"></mfa-code-input>
      </div>
    `);
    const [one, two] = page.querySelectorAll('mfa-code-input');
    if (!one || !two) throw new Error('no fields');
    const copy = one.cloneNode(true) as typeof one;
    page.append(copy);
    await Promise.all([one, two, copy].map(({ updateComplete }) => updateComplete));
    const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids).to.have.lengthOf(new Set(ids).size);
    expect(copy.input.labels).to.have.lengthOf(1);
    one.focus();
    page.remove();
    expect(listeners.left()).to.deep.equal([]);
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`has no fault that axe finds, in ${scheme}`, async () => {
      await emulateMedia({ colorScheme: scheme });
      document.documentElement.classList.add('schemes');
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(':root { color-scheme: light dark; background: Canvas }');
      document.adoptedStyleSheets.push(sheet);
      const { element } = await focusedField('12');
      element.hint = 'See your app.';
      for (const error of ['', 'This code is not right.']) {
        element.error = error;
        await element.updateComplete;
        const { violations } = await axe.run(element);
        expect(violations.map(({ id }) => id)).to.deep.equal([]);
      }
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((it) => it !== sheet);
      await emulateMedia({ colorScheme: 'light' });
    });
  }
});

function description(input: HTMLInputElement): string {
  const ids = (input.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
  return ids.map((id) => document.getElementById(id)?.textContent).join(' ');
}

/** The runner cannot force colours; this applies the rules that wait for it. */
function applyForcedColorRules(root: ShadowRoot | null): void {
  const rules = (root?.adoptedStyleSheets ?? []).flatMap((sheet) => [...sheet.cssRules]);
  const waiting = rules.filter(
    (rule): rule is CSSMediaRule =>
      rule instanceof CSSMediaRule && rule.conditionText.includes('forced-colors'),
  );
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    waiting
      .flatMap(({ cssRules }) => [...cssRules])
      .map((rule) => rule.cssText)
      .join('\n'),
  );
  root?.adoptedStyleSheets.push(sheet);
}

/** Counts what is added to and removed from a target from now on. */
function trackListeners(target: Document) {
  const signals: { type: string; signal: AbortSignal | undefined }[] = [];
  const add = target.addEventListener.bind(target);
  target.addEventListener = (
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: AddEventListenerOptions | boolean,
  ) => {
    const signal = typeof options === 'object' ? options.signal : undefined;
    signals.push({ type, signal });
    add(type, listener, options);
  };
  return {
    left() {
      target.addEventListener = add;
      return signals.filter(({ signal }) => !signal?.aborted).map(({ type }) => type);
    },
  };
}
