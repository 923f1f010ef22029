import { expect } from '@open-wc/testing';
import { SAMPLE } from '../../../src/testing/index.js';
import { announced, button, painted, text, until, untilText } from '../../support/page.js';
import { KEY, scanning } from './enrollment-page.js';

const COPY = 'Sleutel kopiëren';

describe('copying the key', () => {
  let clipboard: string[];
  let write: (given: string) => Promise<void>;

  beforeEach(() => {
    clipboard = [];
    write = (given) => {
      clipboard.push(given);
      return Promise.resolve();
    };
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (given: string) => write(given) },
    });
  });

  afterEach(() => {
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('has its live region ready before there is anything to say', async () => {
    const { element } = await scanning();
    const besideButton = button(element, COPY).parentElement;
    const regions = painted(element).filter((one) => one.matches('[role=status]'));
    expect(regions.some((region) => besideButton?.contains(region))).to.equal(true);
    expect(announced(element)).to.deep.equal([]);
  });

  it('gives the key itself, without the spaces it is shown with', async () => {
    const { element } = await scanning();
    button(element, COPY).click();
    await untilText(element, 'Gekopieerd');
    expect(clipboard).to.deep.equal([SAMPLE.secret]);
    expect(announced(element)).to.deep.equal(['Gekopieerd']);
    await expect(element).to.be.accessible();
  });

  it('says nothing before the browser says that it is copied', async () => {
    let done = () => undefined as void;
    write = () => new Promise((resolve) => (done = resolve));
    const { element } = await scanning();
    button(element, COPY).click();
    await element.updateComplete;
    expect(announced(element)).to.deep.equal([]);
    done();
    await untilText(element, 'Gekopieerd');
  });

  it('says how to copy by hand when the browser refuses, and claims nothing', async () => {
    write = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    const { element } = await scanning();
    button(element, COPY).click();
    await untilText(element, 'Kopiëren lukt hier niet. Selecteer de tekst en kopieer die zelf.');
    expect(text(element)).not.to.include('Gekopieerd');
    expect(text(element)).to.include(KEY);
  });

  it('says so too where there is no clipboard at all', async () => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    const { element } = await scanning();
    button(element, COPY).click();
    await until(() => announced(element).length === 1, 'nothing is said');
    expect(text(element)).to.include('Kopiëren lukt hier niet.');
  });
});
