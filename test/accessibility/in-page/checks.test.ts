import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { motion } from './motion.js';
import { overlappingTargets } from './overlapping-targets.js';
import { sidewaysScrolling } from './sideways-scrolling.js';
import { smallTargets } from './small-targets.js';
import { tooltips } from './tooltips.js';
import { withText } from './with-text.js';

const page = (template: unknown) => fixture<HTMLElement>(html`<div>${template}</div>`);

const square = (side: number) =>
  `padding: 0; border: 0; inline-size: ${side}px; block-size: ${side}px`;

describe('A16: targets under 24 px', () => {
  it('are found in shadow trees too', async () => {
    const within = await page(html`<span></span>`);
    const shadow = within.querySelector('span')?.attachShadow({ mode: 'open' });
    const button = document.createElement('button');
    button.textContent = 'x';
    button.style.cssText = square(23);
    shadow?.append(button);
    expect(smallTargets(within)).to.deep.equal(['<button> "x" is 23 × 23 px']);
    button.style.cssText = square(24);
    expect(smallTargets(within)).to.deep.equal([]);
  });

  it('may only be links in a sentence', async () => {
    const link = html`<a href="#" style="font-size: 12px">help</a>`;
    expect(smallTargets(await page(html`<p>Ask for ${link}.</p>`))).to.deep.equal([]);
    expect(smallTargets(await page(html`<p>${link}</p>`))).to.have.length(1);
  });

  it('are not checkboxes in a label that is large enough', async () => {
    const box = html`<input type="checkbox" style=${square(13)} />`;
    const label = html`<label style="display: block; min-block-size: 24px">${box} Kept</label>`;
    expect(smallTargets(await page(label))).to.deep.equal([]);
    expect(smallTargets(await page(box))).to.have.length(1);
  });

  it('do not include disabled or hidden ones', async () => {
    const disabled = html`<button disabled style=${square(9)}>x</button>`;
    const hidden = html`<button hidden style=${square(9)}>x</button>`;
    expect(smallTargets(await page(html`${disabled} ${hidden}`))).to.deep.equal([]);
  });
});

describe('overlapping targets', () => {
  it('are found, and adjacent ones are not', async () => {
    const style = (left: number) =>
      `position: absolute; inset-inline-start: ${left}px; ${square(40)}`;
    const two = (left: number) =>
      html`<button style=${style(0)}>One</button><button style=${style(left)}>Two</button>`;
    expect(overlappingTargets(await page(two(40)))).to.deep.equal([]);
    expect(overlappingTargets(await page(two(30)))).to.deep.equal([
      '<button> "One" and <button> "Two" overlap',
    ]);
  });
});

describe('A13: content that scrolls sideways', () => {
  it('is found in the page or a part of it', async () => {
    const wide = html`<p style="inline-size: 3000px; margin: 0">Wide</p>`;
    const part = await page(html`<div class="part" style="overflow-x: auto">${wide}</div>`);
    expect(sidewaysScrolling(part).join()).to.include('<div class="part"> is 3000 px wide');
    part.remove();
    const within = await page(wide);
    expect(sidewaysScrolling(within).join()).to.include('<html');
    within.remove();
    expect(sidewaysScrolling()).to.deep.equal([]);
  });
});

describe('text as a user sets it', () => {
  async function text() {
    const within = await page(
      html`<p>Text</p>
        <span></span>`,
    );
    const shadow = within.querySelector('span')?.attachShadow({ mode: 'open' });
    const inner = document.createElement('p');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('p { letter-spacing: 0 !important; line-height: 1; font-size: 1rem }');
    if (shadow) shadow.adoptedStyleSheets = [sheet];
    shadow?.append(inner);
    return inner;
  }

  it('A14: has more space between lines, letters and words, in shadow trees too', async () => {
    const inner = await text();
    const read = () => {
      const { letterSpacing, lineHeight, wordSpacing, marginBlockEnd } = getComputedStyle(inner);
      return [letterSpacing, lineHeight, wordSpacing, marginBlockEnd];
    };
    const before = read();
    expect(withText('spaced', read)).to.deep.equal(['1.92px', '24px', '2.56px', '32px']);
    expect(read()).to.deep.equal(before);
  });

  it('A15: is twice as large', async () => {
    const inner = await text();
    const size = () => getComputedStyle(inner).fontSize;
    expect(withText('twice as large', size)).to.equal('32px');
    expect(size()).to.equal('16px');
  });
});

describe('A23: motion', () => {
  afterEach(() => {
    document.adoptedStyleSheets = [];
  });

  it('is found unless it stops if the user prefers reduced motion', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      @keyframes turn { to { rotate: 1turn } }
      @media (prefers-reduced-motion: no-preference) { .ring::before { animation: turn 1s; content: '' } }
    `);
    document.adoptedStyleSheets = [sheet];
    const within = await page(html`<i class="ring"></i>`);
    await emulateMedia({ reducedMotion: 'no-preference' });
    expect(motion(within)).to.deep.equal(['<i class="ring">::before moves']);
    await emulateMedia({ reducedMotion: 'reduce' });
    expect(motion(within)).to.deep.equal([]);
  });
});

describe('A24: tooltips', () => {
  it('are found', async () => {
    expect(tooltips(await page(html`<button title="Remove">x</button>`))).to.have.length(1);
    expect(tooltips(await page(html`<button aria-label="Remove">x</button>`))).to.deep.equal([]);
  });
});
