import { expect } from '@open-wc/testing';
import { decodeCookie, readPageSource } from '../../../src/backend/http/page-source.js';

describe('a value that is read from the page', () => {
  let place: HTMLElement;

  beforeEach(() => {
    place = document.createElement('div');
    document.body.append(place);
  });

  afterEach(() => {
    place.remove();
    document.cookie = 'page-source=; max-age=0';
    document.cookie = 'page-source-2=; max-age=0';
  });

  function add(tagName: string, attributes: Readonly<Record<string, string>>): HTMLElement {
    const element = document.createElement(tagName);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    place.append(element);
    return element;
  }

  it('is a cookie with exactly this name, decoded', () => {
    document.cookie = 'page-source-2=other';
    document.cookie = 'page-source=a%2Fb=c';
    expect(readPageSource({ cookie: 'page-source' })).to.equal('a/b=c');
    expect(readPageSource({ cookie: 'page' })).to.be.undefined;
  });

  it('is a cookie as it stands if it is not percent-encoded', () => {
    expect(decodeCookie('100%')).to.equal('100%');
  });

  it('is the content of a meta element', () => {
    add('meta', { name: 'csrf', content: 'm' });
    expect(readPageSource({ meta: 'csrf' })).to.equal('m');
    expect(readPageSource({ meta: 'other' })).to.be.undefined;
  });

  it('is nothing if a meta element has no content', () => {
    add('meta', { name: 'csrf' });
    expect(readPageSource({ meta: 'csrf' })).to.be.undefined;
  });

  it('is the current value of an input', () => {
    const input = add('input', { name: '_token', value: 'first' });
    (input as HTMLInputElement).value = 'second';
    expect(readPageSource({ input: '_token' })).to.equal('second');
    expect(readPageSource({ input: 'other' })).to.be.undefined;
  });

  it('is an attribute of the first element that matches', () => {
    add('p', { 'data-token': 'a' });
    add('p', { 'data-token': 'b' });
    expect(readPageSource({ attribute: 'data-token', of: '[data-token]' })).to.equal('a');
    expect(readPageSource({ attribute: 'data-none', of: '[data-token]' })).to.be.undefined;
    expect(readPageSource({ attribute: 'data-token', of: 'article' })).to.be.undefined;
  });
});
