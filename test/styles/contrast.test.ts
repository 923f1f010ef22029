import { expect, fixtureCleanup } from '@open-wc/testing';
import { LitElement } from 'lit';
import { tokens } from '../../src/styles/tokens.styles.js';
import { LINES, TEXT, type Ground } from './color-pairs.js';
import { contrast, paint } from './contrast.js';
import { hoverAll, markPage, pairsOnScreen } from './pairs-on-screen.js';
import { SCREENS } from './screens.js';
import { setTheme, THEMES } from './themes.js';

const listed = new Set([
  ...TEXT.map(([front, back]) => `text ${front} ${back}`),
  ...LINES.map(([front, back]) => `line ${front} ${back}`),
]);

describe('the list of adjacent colours', () => {
  const seen = new Set<string>();
  let unmark: () => void;

  before(() => {
    unmark = markPage();
  });

  after(() => {
    unmark();
  });

  for (const [screen, show] of Object.entries(SCREENS)) {
    it(`contains all pairs of a screen: ${screen}`, async () => {
      await show();
      const atRest = pairsOnScreen(document);
      hoverAll(document);
      const here = new Set([...atRest, ...pairsOnScreen(document)]);
      fixtureCleanup();
      for (const pair of here) seen.add(pair);
      expect([...here].filter((pair) => !listed.has(pair))).to.deep.equal([]);
    });
  }

  it('contains no other pairs', () => {
    expect([...listed].filter((pair) => !seen.has(pair))).to.deep.equal([]);
  });
});

/** An element with the tokens, to read their computed values. */
class ColorProbe extends LitElement {
  static override styles = tokens;

  read(name: Ground): string {
    const style = getComputedStyle(this);
    if (name !== 'page') {
      this.style.setProperty('outline-color', `var(--_color-${name})`);
      return style.outlineColor;
    }
    const page = getComputedStyle(document.body).backgroundColor;
    if (page !== 'rgba(0, 0, 0, 0)') return page;
    this.style.setProperty('outline-color', 'Canvas');
    return style.outlineColor;
  }
}
customElements.define('color-probe', ColorProbe);

for (const [title, theme] of Object.entries(THEMES)) {
  describe(`the colours on ${title}`, () => {
    const probe = new ColorProbe();
    let unset: () => void;

    before(async () => {
      unset = await setTheme(theme);
      document.body.append(probe);
    });

    after(() => {
      probe.remove();
      unset();
    });

    for (const [pairs, least, criterion] of [
      [TEXT, 4.5, '1.4.3'],
      [LINES, 3, '1.4.11'],
    ] as const) {
      for (const [front, back] of pairs) {
        it(`${front} on ${back} is at least ${least}:1 (WCAG ${criterion})`, () => {
          const ground = [probe.read('page'), probe.read(back)];
          const ratio = contrast(paint(...ground, probe.read(front)), paint(...ground));
          expect(ratio).to.be.at.least(least);
        });
      }
    }
  });
}
