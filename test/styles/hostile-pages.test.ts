import { expect } from '@open-wc/testing';
import '../support/define-all.js';
import { ChallengeHarness, scriptedBackend } from '../../src/testing/index.js';
import { allElements, field, show } from '../support/page.js';

async function under<Result>(css: string, act: () => Promise<Result>): Promise<Result> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  try {
    return await act();
  } finally {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((it) => it !== sheet);
  }
}

/** Mounts the code step and waits for its field. */
async function showField(): Promise<ChallengeHarness> {
  const backend = scriptedBackend({ state: 'code-required' });
  const harness = new ChallengeHarness(await show('mfa-challenge', { backend }));
  await harness.untilOffers('submit');
  await harness.useRecoveryCode();
  return harness;
}

/** Returns the position and size of each visible piece of the step. */
async function layout(): Promise<string[]> {
  const { element } = await showField();
  const left = element.getBoundingClientRect().left;
  const pieces = allElements(element).filter((piece) =>
    piece.matches('form, label, input, h2, .lead, .button--primary'),
  );
  return pieces.map((piece) => {
    const { x, width, height } = piece.getBoundingClientRect();
    return [piece.localName, x - left, width, height].map((it) => String(it)).join(' ');
  });
}

const HOSTILE = {
  'a reset of everything': '* { all: unset }',
  'sizes without padding and border': '* { box-sizing: content-box }',
  'a style for every form': `
    form { display: grid; gap: 40px; padding: 30px; border: 5px solid; background: gold }
    label { float: left; width: 120px; margin: 9px; text-transform: uppercase; font-weight: 100 }
    input { width: 90px; height: 12px; margin: 20px; text-transform: uppercase; border-radius: 0 }
    input:focus { transform: scale(2) }
    button { position: absolute; padding: 90px }
  `,
  'a style for every heading and paragraph': 'h2, p { margin: 4em; font-size: 4em; width: 10px }',
  'text in the middle': 'body { text-align: center }',
  'text that does not wrap': 'body { white-space: nowrap; text-indent: 3em }',
  'dense lines': '* { line-height: 1 }',
};

describe('an element in an unknown page', () => {
  for (const [what, css] of Object.entries(HOSTILE)) {
    it(`keeps its layout, with ${what}`, async () => {
      // The page keeps its own typeface; only positions are compared.
      const reset = 'body { font: 16px/1.5 monospace } mfa-challenge { font: 16px monospace }';
      const expected = await under(reset, layout);
      expect(await under(`${css} ${reset}`, layout)).to.deep.equal(expected);
    });
  }

  it('keeps the case of recovery codes in a page in capitals', async () => {
    await under('* { text-transform: uppercase }', async () => {
      const list = await show('mfa-recovery-code-list', { codes: ['abcd-efgh'] });
      await list.updateComplete;
      const code = allElements(list).find(({ part }) => part.contains('recovery-code'));
      expect(code && getComputedStyle(code).textTransform).to.equal('none');
      expect(getComputedStyle(field((await showField()).element)).textTransform).to.equal('none');
    });
  });

  it('has the same width on a page whose root is 62.5 %', async () => {
    await under('html { font-size: 62.5% } body { font-size: 1.6rem }', async () => {
      const { element } = await showField();
      const flow = allElements(element).find(({ part }) => part.contains('flow'));
      expect(flow && getComputedStyle(flow).maxInlineSize).to.equal('640px');
    });
  });

  it('keeps targets of 24 px if the page sets smaller ones (WCAG 2.5.8)', async () => {
    await under(':root { --mfa-control-size: 10px; --mfa-space: 0px }', async () => {
      for (const button of allElements((await showField()).element)) {
        if (!button.matches('button')) continue;
        expect(button.getBoundingClientRect().height).to.be.at.least(24);
      }
    });
  });

  it("keeps the user's own space between lines and letters (WCAG 1.4.12)", async () => {
    await under('* { letter-spacing: 2px !important; word-spacing: 3px !important }', async () => {
      const { element } = await showField();
      for (const piece of allElements(element).filter((it) => it.matches('h2, .lead, label'))) {
        const { letterSpacing, wordSpacing } = getComputedStyle(piece);
        expect([letterSpacing, wordSpacing], piece.localName).to.deep.equal(['2px', '3px']);
      }
    });
  });

  it('does not move anything with reduced motion (WCAG 2.3.3)', async () => {
    const challenge = await showField();
    await challenge.enterRecoveryCode('WRONG-CODE');
    const moving = allElements(challenge.element).flatMap((piece) => piece.getAnimations());
    expect(moving).to.have.length(0);
  });
});
