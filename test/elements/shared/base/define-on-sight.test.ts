import { expect, fixture, html } from '@open-wc/testing';
import { defineOnSight } from '../../../../src/elements/shared/base/define-on-sight.js';
import { until } from '../../../support/page.js';

let count = 0;
/** A tag that no page has defined yet. */
const newTag = () => `sight-test-${(count += 1)}`;

/** Starts to look for a tag; `loads` counts how often its module was asked for. */
function lookFor(tag: string, load = () => Promise.resolve()): { loads: number } {
  const asked = { loads: 0 };
  defineOnSight({
    [tag]: async () => {
      asked.loads += 1;
      await load();
      customElements.define(tag, class extends HTMLElement {});
    },
  });
  return asked;
}

const isDefined = (tag: string) => until(() => customElements.get(tag) !== undefined, `no ${tag}`);

describe('an element that is defined on sight', () => {
  let page: HTMLElement;
  const { error } = console;
  let logged: string[];

  beforeEach(async () => {
    page = await fixture<HTMLElement>(html`<div></div>`);
    logged = [];
    console.error = (text: string) => logged.push(text);
  });
  afterEach(() => (console.error = error));

  it('is not loaded by a page without it', async () => {
    const asked = lookFor(newTag());
    page.innerHTML = '<other-element></other-element><p></p>';
    await new Promise(requestAnimationFrame);
    expect(asked.loads).to.equal(0);
  });

  it('is defined if it is there already', async () => {
    const tag = newTag();
    page.innerHTML = `<section><${tag}></${tag}></section>`;
    lookFor(tag);
    await isDefined(tag);
  });

  it('is defined once, if several are added deep in the page', async () => {
    const tag = newTag();
    const asked = lookFor(tag);
    page.innerHTML = `<section><${tag}></${tag}><${tag}></${tag}></section>`;
    await isDefined(tag);
    expect(asked.loads).to.equal(1);
  });

  it('is found in an open shadow tree, also in one within', async () => {
    const tag = newTag();
    lookFor(tag);
    const host = document.createElement('div');
    page.append(host);
    const tree = host.attachShadow({ mode: 'open' });
    tree.innerHTML = '<div></div>';
    await new Promise(requestAnimationFrame);
    const inner = document.createElement('div');
    inner.attachShadow({ mode: 'open' }).innerHTML = `<${tag}></${tag}>`;
    tree.append(inner);
    await isDefined(tag);
  });

  it('is found in a shadow tree that comes with the definition of its host', async () => {
    const [tag, hostTag] = [newTag(), newTag()];
    lookFor(tag);
    page.innerHTML = `<${hostTag}></${hostTag}>`;
    await new Promise(requestAnimationFrame);
    customElements.define(
      hostTag,
      class extends HTMLElement {
        connectedCallback() {
          this.attachShadow({ mode: 'open' }).innerHTML = `<${tag}></${tag}>`;
        }
      },
    );
    await isDefined(tag);
  });

  it('waits once for the elements of another script, however many come and go', async () => {
    const hostTag = newTag();
    lookFor(newTag());
    const whenDefined = customElements.whenDefined.bind(customElements);
    let waits = 0;
    customElements.whenDefined = (name) => {
      if (name === hostTag) waits += 1;
      return whenDefined(name);
    };
    const show = async () => {
      page.innerHTML = `<${hostTag}></${hostTag}><${hostTag}></${hostTag}>`;
      await new Promise(requestAnimationFrame);
      return waits;
    };
    // What looks for the elements of the other tests waits too.
    const first = await show();
    expect(first).to.be.above(0);
    expect(await show()).to.equal(first);
    Reflect.deleteProperty(customElements, 'whenDefined');
  });

  it('is not disturbed by names with a dash that no custom element may have', async () => {
    const tag = newTag();
    lookFor(tag);
    const rejected: unknown[] = [];
    const listen = ({ reason }: PromiseRejectionEvent) => rejected.push(reason);
    window.addEventListener('unhandledrejection', listen);
    page.innerHTML = `<svg><font-face></font-face></svg><${tag}></${tag}>`;
    await isDefined(tag);
    await new Promise((resolve) => setTimeout(resolve));
    window.removeEventListener('unhandledrejection', listen);
    expect(rejected).to.deep.equal([]);
  });

  describe('whose file did not come', () => {
    let tag: string;
    let asked: { readonly loads: number };

    beforeEach(async () => {
      tag = newTag();
      const outcomes = [Promise.reject(new Error('404')), Promise.resolve()];
      asked = lookFor(tag, () => outcomes.shift() ?? Promise.resolve());
      page.innerHTML = `<${tag}></${tag}>`;
      await until(() => logged.length > 0, 'nothing was reported');
    });

    it('is loaded again for the next such element', async () => {
      page.append(document.createElement(tag));
      await isDefined(tag);
      expect(asked.loads).to.equal(2);
    });

    it('is reported, and loaded again once the device is online', async () => {
      expect(logged).to.deep.equal([
        `<${tag}>: Its file does not load. Publish every file of dist/.`,
      ]);
      window.dispatchEvent(new Event('online'));
      await isDefined(tag);
      expect(asked.loads).to.equal(2);
    });
  });
});
