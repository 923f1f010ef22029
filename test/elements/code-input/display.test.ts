import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { emulate, needs } from '../../support/engine.js';
import { active, codeField, focusedField, press, shown, slots, type } from './code-field.js';
import { framedPage } from './framed-page.js';

/** The width of a password manager's button, in CSS px. */
const BADGE = 44;

/** Adds styles of the page for one test. */
function style(text: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}

/** Returns the distance of the center of each painted digit from the center of its slot, in CSS px. */
function shifts(element: HTMLElementTagNameMap['mfa-code-input']): number[] {
  return slots(element).map((slot) => {
    const range = document.createRange();
    range.selectNodeContents(slot);
    const [digit, box] = [range.getBoundingClientRect(), slot.getBoundingClientRect()];
    return Math.round(Math.abs(digit.x + digit.width / 2 - (box.x + box.width / 2)));
  });
}

/** Returns the animation of the caret, and the duration of its slot's transition. */
function motionOfCaret(element: HTMLElementTagNameMap['mfa-code-input']): string[] {
  const [slot] = slots(element).slice(2);
  if (!slot) throw new Error('There is no third slot.');
  const { animationName } = getComputedStyle(slot, '::after');
  return [animationName, getComputedStyle(slot).transitionDuration];
}

describe('the code field on every screen', () => {
  let sheets: CSSStyleSheet[] = [];
  beforeEach(() => {
    sheets = [...document.adoptedStyleSheets];
  });
  afterEach(() => {
    document.adoptedStyleSheets = sheets;
    document.documentElement.removeAttribute('dir');
  });

  for (const [what, rules] of [
    [
      'that hides and moves inputs',
      `input { all: revert; display: none; opacity: 0; visibility: hidden; color: red !important;
        width: 300px !important; height: 8px !important; max-height: 8px !important;
        font-size: 8px; position: static; float: right; transform: translateX(400px) !important;
        clip-path: circle(0) !important; pointer-events: none !important; user-select: none;
        -webkit-user-select: none; text-security: disc; letter-spacing: 1em }`,
    ],
    ['that unsets everything', '* { all: unset }'],
    [
      'that spaces and colours all text',
      `* { letter-spacing: 1em; word-spacing: 1em; text-indent: 1em; text-transform: uppercase;
        font-style: italic; text-shadow: 0 0 9px red; -webkit-text-fill-color: red }`,
    ],
    ['that says so with !important', '* { letter-spacing: 1em !important; color: red !important }'],
  ] as const) {
    it(`71: resists a page ${what}`, async () => {
      style(rules);
      const field = await focusedField('123456');
      const { element, input } = field;
      expect(element.value).to.equal('123456');
      const { fontSize, display, visibility, opacity, webkitTextFillColor } =
        getComputedStyle(input);
      expect(Number.parseFloat(fontSize)).to.be.at.least(16);
      expect([display, visibility, opacity, webkitTextFillColor]).to.deep.equal([
        'block',
        'visible',
        '1',
        'rgba(0, 0, 0, 0)',
      ]);
      expect(shifts(element)).to.deep.equal(Array(6).fill(0));
      const [control, own] = [controlOf(element), input].map((it) => it.getBoundingClientRect());
      expect(own).to.deep.include({ x: control?.x, width: control?.width });
      expect(own?.height).to.be.at.least(44);
      const { webkitTextFillColor: digits, color } = getComputedStyle(slots(element)[0] ?? element);
      expect(digits).to.equal(color);
      expect(color).not.to.equal('rgb(255, 0, 0)');
    });
  }

  it('67: reads from left to right in a page that reads from right to left', async () => {
    document.documentElement.dir = 'rtl';
    const field = await focusedField('123');
    const lefts = slots(field.element).map((slot) => slot.getBoundingClientRect().left);
    expect(lefts).to.deep.equal(lefts.toSorted((a, b) => a - b));
    expect(shown(field)).to.equal('123...');
    await press('ArrowLeft');
    expect(active(field)).to.deep.equal([3]);
    await press('9');
    expect(field.element.value).to.equal('129');
  });

  it('67: is then on the right, below its label', async () => {
    document.documentElement.dir = 'rtl';
    const { element } = await codeField();
    const { right } = element.getBoundingClientRect();
    expect(Math.round(controlOf(element).getBoundingClientRect().right)).to.equal(
      Math.round(right),
    );
  });

  it('68: hides the digits of the input itself and its caret in forced colours', async () => {
    const { input } = await focusedField('12');
    const style = getComputedStyle(input);
    // An engine without this property does not force colours.
    if (CSS.supports('forced-color-adjust', 'none'))
      expect(style.getPropertyValue('forced-color-adjust')).to.equal('none');
    expect([style.webkitTextFillColor, style.caretColor]).to.deep.equal(
      Array(2).fill('rgba(0, 0, 0, 0)'),
    );
  });

  it('68: marks the slot of the caret by an outline in forced colours, which remove shadows', async () => {
    const { element } = await focusedField('12');
    applyForcedColorRules(element.shadowRoot);
    expect(outlines(element)).to.deep.equal(['none', 'none', 'solid', 'none', 'none', 'none']);
  });

  it('68: shows each digit once under forced colours', async function () {
    needs('forced colours', this);
    await emulate('forced-colors', 'active');
    try {
      const { element, input } = await focusedField('12');
      expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
      const { webkitTextFillColor, caretColor } = getComputedStyle(input);
      expect([webkitTextFillColor, caretColor]).to.deep.equal(Array(2).fill('rgba(0, 0, 0, 0)'));
      expect(outlines(element)).to.deep.equal(['none', 'none', 'solid', 'none', 'none', 'none']);
    } finally {
      await emulate('forced-colors');
    }
  });

  it('writes nothing into the page at a key', async () => {
    const { element } = await focusedField('12');
    const written: string[] = [];
    const observer = new MutationObserver((records) =>
      written.push(...records.map(({ type, attributeName }) => attributeName ?? type)),
    );
    observer.observe(element, { subtree: true, attributes: true, childList: true });
    await type('3');
    await element.updateComplete;
    observer.disconnect();
    expect(shown({ element })).to.equal('123...');
    expect(written).to.deep.equal([]);
  });

  it('69: has a caret that neither blinks nor fades, so that a key is painted in one frame', async function () {
    needs('motion', this);
    const { element } = await focusedField('12');
    await emulateMedia({ reducedMotion: 'no-preference' });
    const motion = motionOfCaret(element);
    await emulateMedia({ reducedMotion: 'reduce' });
    expect(motion).to.deep.equal(['none', '0s']);
  });

  for (const display of ['block', 'grid', 'flex']) {
    for (const size of ['100%', '200%']) {
      it(`70, 76: fits in 320 px in a ${display} with text of ${size}, with room at its end`, async () => {
        const page = await framedPage(`
          <style>.page { display: ${display}; font-size: ${size}; }</style>
          <div class="page"><div><mfa-code-input label="Code"></mfa-code-input></div></div>`);
        await page.upgrade();
        expect(page.body.ownerDocument.documentElement.scrollWidth).to.be.at.most(320);
        const end = page.input.getBoundingClientRect().right;
        expect(end).to.be.at.most(320);
        for (const slot of slots(page.field)) {
          const { width, height, right } = slot.getBoundingClientRect();
          expect(Math.min(width, height)).to.be.at.least(24);
          expect(Math.floor(right)).to.be.at.most(end - BADGE);
        }
      });
    }
  }

  it('71: has text of 16 px at least, also in a page with smaller text', async () => {
    style('html { font-size: 8px }');
    const { input } = await codeField();
    expect(Number.parseFloat(getComputedStyle(input).fontSize)).to.be.at.least(16);
  });

  for (const length of [4, 6, 8]) {
    it(`76: keeps room for a password manager's button behind the last of ${length} slots`, async () => {
      const page = await fixture<HTMLElement>(
        html`<div><mfa-code-input label="Code" length=${length}></mfa-code-input></div>`,
      );
      const element = page.querySelector('mfa-code-input');
      if (!element) throw new Error('no field');
      await element.updateComplete;
      const last = slots(element).at(-1)?.getBoundingClientRect();
      const { right } = element.input.getBoundingClientRect();
      expect(Math.round(right - (last?.right ?? right))).to.be.at.least(BADGE);
    });
  }
});

const controlOf = (element: Element): HTMLElement =>
  element.shadowRoot?.querySelector<HTMLElement>('[part=control]') ?? document.body;

const outlines = (element: HTMLElementTagNameMap['mfa-code-input']): string[] =>
  slots(element).map((slot) => getComputedStyle(slot).outlineStyle);

/** Applies the rules for forced colours, for engines that cannot emulate these. */
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
