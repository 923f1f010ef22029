import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { clippedTexts } from '../../stories/message-inspector/clipped-texts.js';

const LONG = 'Donaudampfschifffahrtsgesellschaft';

const complaintsAbout = async (content: TemplateResult): Promise<readonly string[]> =>
  clippedTexts(await fixture(html`<div style="font: 16px/1.5 monospace">${content}</div>`));

/** Creates a host with this content in its shadow tree. */
async function shadowHost(content: string, light = ''): Promise<Element> {
  const host = await fixture(html`<div style="font: 16px/1.5 monospace"></div>`);
  host.attachShadow({ mode: 'open' }).setHTMLUnsafe(content);
  host.textContent = light;
  return host;
}

describe('a text that does not fit', () => {
  it('is cut off', async () => {
    const [complaint, ...more] = await complaintsAbout(
      html`<p class="card" style="width: 100px; overflow: hidden">${LONG}</p>`,
    );
    expect(more).to.deep.equal([]);
    expect(complaint).to.match(
      /^“Donau.*” in <p class="card">: cut off \d+ px over the right edge of <p class="card">$/,
    );
  });

  it('is cut off by an ellipsis', async () => {
    expect(
      await complaintsAbout(
        html`<p
          style="width: 100px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap"
        >
          Een kleine zin die te lang is
        </p>`,
      ),
    ).to.have.lengthOf(1);
  });

  it('is cut off at the bottom, after some lines', async () => {
    const [complaint] = await complaintsAbout(
      html`<div style="width: 100px; height: 48px; overflow: clip">
        <p style="margin: 0">Een zin die op veel meer dan twee regels past en dan verdwijnt</p>
      </div>`,
    );
    expect(complaint).to.contain('over the bottom edge');
  });

  it('is cut off by line-clamp', async () => {
    expect(
      await complaintsAbout(
        html`<p
          style="width: 100px; overflow: hidden; display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical"
        >
          Een zin die op veel meer dan twee regels past en dan verdwijnt
        </p>`,
      ),
    ).to.have.lengthOf(1);
  });

  it('overflows its box', async () => {
    expect(
      await complaintsAbout(
        html`<button part="button verify" style="width: 100px; white-space: nowrap">
          ${LONG}
        </button>`,
      ),
    ).to.have.lengthOf(1);
  });

  it('overflows the element that is painted around its box', async () => {
    const [complaint] = await complaintsAbout(
      html`<div class="notice" style="width: 100px; border: 1px solid">
        <span style="display: inline-block">${LONG}</span>
      </div>`,
    );
    expect(complaint).to.contain('of <div class="notice">');
  });

  it('extends beyond the edge of the page', async () => {
    const [complaint] = await complaintsAbout(
      html`<p style="position: absolute; left: calc(100vw - 50px); width: 400px">${LONG}</p>`,
    );
    expect(complaint).to.contain('of the page');
  });

  it('has to be scrolled sideways', async () => {
    const [complaint] = await complaintsAbout(
      html`<div style="width: 100px; overflow-x: auto">${LONG}</div>`,
    );
    expect(complaint).to.contain('which scrolls');
  });

  it('is found in a shadow tree, and reported with the name of its element', async () => {
    const host = await shadowHost(
      `<button part="button copy" style="width: 80px; white-space: nowrap">${LONG}</button>`,
    );
    expect(clippedTexts(host)[0]).to.contain('<button part="button copy"> of <div>');
  });

  it('is found in a slot of a box that cuts it off', async () => {
    const host = await shadowHost(
      '<p style="width: 80px; overflow: hidden"><slot></slot></p>',
      LONG,
    );
    expect(clippedTexts(host)).to.have.lengthOf(1);
  });
});

describe('not reported:', () => {
  it('a text that fits', async () => {
    expect(await complaintsAbout(html`<p>Een zin</p>`)).to.deep.equal([]);
  });

  it('a text for screen readers only', async () => {
    expect(
      await complaintsAbout(
        html`<p
          style="position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap"
        >
          ${LONG}
        </p>`,
      ),
    ).to.deep.equal([]);
  });

  it('collapsed content', async () => {
    expect(
      await complaintsAbout(
        html`<details style="width: 100px">
          <summary>Meer</summary>
          <p style="white-space: nowrap">${LONG}</p>
        </details>`,
      ),
    ).to.deep.equal([]);
  });

  it('lines that are closer together than the height of their letters', async () => {
    expect(
      await complaintsAbout(
        html`<p style="font: 40px/0.8 system-ui; overflow: hidden">Typ je code</p>`,
      ),
    ).to.deep.equal([]);
  });

  it('a page that is scrolled down', async () => {
    expect(
      await complaintsAbout(
        html`<div style="height: 40px; overflow-y: auto">
          <p style="height: 400px">Boven</p>
          <p>Beneden</p>
        </div>`,
      ),
    ).to.deep.equal([]);
  });

  it('content that is positioned outside a box that does not clip it', async () => {
    expect(
      await complaintsAbout(
        html`<div style="position: relative">
          <div style="width: 100px; height: 20px; overflow: hidden">
            <p style="position: absolute; left: 0; width: 400px">${LONG}</p>
          </div>
        </div>`,
      ),
    ).to.deep.equal([]);
  });
});
