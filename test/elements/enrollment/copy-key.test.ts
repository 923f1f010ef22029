import { expect } from '@open-wc/testing';
import { SAMPLE } from '../../../src/testing/index.js';
import { message } from '../../support/message.js';
import {
  announced,
  button,
  allElements,
  visibleElements,
  text,
  until,
  untilText,
} from '../../support/page.js';
import { enter, fold, KEY, scanning } from './enrollment-page.js';

const COPY = message('enrollment.key.copy');
const SELECTED = message('copy.selected');

/** Shows the enrollment with the key unfolded. */
async function byHand() {
  const shown = await scanning();
  fold(shown.element, 'key').click();
  await until(() => text(shown.element).includes(KEY), 'the key stays folded');
  return shown;
}

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

  it('has its live region before there is a message', async () => {
    const { element } = await byHand();
    const besideButton = button(element, COPY).parentElement;
    const regions = visibleElements(element).filter((one) => one.matches('[role=status]'));
    expect(regions.some((region) => besideButton?.contains(region))).to.equal(true);
    expect(announced(element)).to.deep.equal([]);
  });

  it('copies the key without the spaces that are shown', async () => {
    const { element } = await byHand();
    button(element, COPY).click();
    await untilText(element, message('copy.done'));
    expect(clipboard).to.deep.equal([SAMPLE.secret]);
    expect(announced(element)).to.deep.equal([message('copy.done')]);
    await expect(element).to.be.accessible();
  });

  it('announces nothing before the browser confirms', async () => {
    let done = () => undefined as void;
    write = () => new Promise((resolve) => (done = resolve));
    const { element } = await byHand();
    button(element, COPY).click();
    await element.updateComplete;
    expect(announced(element)).to.deep.equal([]);
    done();
    await untilText(element, message('copy.done'));
  });

  it('copies the name of the account in the same way', async () => {
    const { element } = await byHand();
    button(element, message('enrollment.account.copy')).click();
    await untilText(element, message('copy.done'));
    expect(clipboard).to.deep.equal(['ProfiPortaal: profiklant@voorbeeld.nl']);
    expect(text(element)).to.include(
      `${message('enrollment.kind.label')} ${message('enrollment.kind.time-based')}`,
    );
  });

  for (const [name, refuse] of [
    [
      'the browser or a policy refuses',
      () => Promise.reject(new DOMException('', 'NotAllowedError')),
    ],
    [
      'the browser throws',
      () => {
        throw new TypeError();
      },
    ],
  ] as const) {
    it(`selects the key if ${name}, and claims nothing`, async () => {
      write = refuse;
      const { element } = await byHand();
      button(element, COPY).click();
      await untilText(element, SELECTED);
      expect(announced(element)).to.deep.equal([SELECTED]);
      expect(text(element)).not.to.include(message('copy.done'));
      expect(selectedIn(element)).to.equal(SAMPLE.secret);
      await expect(element).to.be.accessible();
    });
  }

  it('also selects it if there is no clipboard', async () => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    const { element } = await byHand();
    button(element, COPY).click();
    await untilText(element, SELECTED);
    expect(selectedIn(element)).to.equal(SAMPLE.secret);
  });

  it('is announced again at every press', async () => {
    const { element } = await byHand();
    button(element, COPY).click();
    await untilText(element, message('copy.done'));
    let done = () => undefined as void;
    write = () => new Promise((resolve) => (done = resolve));
    button(element, COPY).click();
    await until(() => announced(element).length === 0, 'the old words stay');
    done();
    await untilText(element, message('copy.done'));
  });

  it('announces nothing in an element that was removed meanwhile', async () => {
    let done = () => undefined as void;
    write = () => new Promise((resolve) => (done = resolve));
    const { element } = await byHand();
    const parent = element.parentElement;
    button(element, COPY).click();
    element.remove();
    done();
    parent?.append(element);
    await untilText(element, message('enrollment.code.heading'));
    expect(announced(element)).to.deep.equal([]);
  });

  it('announces nothing about a key that came after the press (C14)', async () => {
    const { element, backend } = await byHand();
    button(element, COPY).click();
    await untilText(element, message('copy.done'));
    backend.on.confirmEnrollment = 'enrollment-expired';
    enter(element, SAMPLE.code);
    await untilText(element, message('enrollment.expired.heading'));
    button(element, message('enrollment.expired.action')).click();
    await untilText(element, message('enrollment.code.heading'));
    fold(element, 'key').click();
    await untilText(element, COPY);
    expect(announced(element)).to.deep.equal([]);
  });

  it('spells the key for screen readers, in text and not in a name', async () => {
    const { element } = await byHand();
    const spelled = visibleElements(element).find((it) => it.matches('.spelled'));
    expect(spelled && text(spelled)).to.equal(
      'J B S W, Y 3 D P, E H P K, 3 P X P, J B S W, Y 3 D P, E H P K, 3 P X P',
    );
    const shown = visibleElements(element).find((it) => it.matches('[part=key]'));
    expect(shown?.getAttribute('aria-hidden')).to.equal('true');
    for (const it of [spelled, shown]) expect(it?.getAttribute('translate')).to.equal('no');
    const names = allElements(element).map((it) => it.getAttribute('aria-label') ?? '');
    expect(names.join()).not.to.include('JBSW');
  });
});

/** Returns what Ctrl+C would copy. A selection in a shadow tree is read from that tree if the browser supports it. */
function selectedIn({ shadowRoot }: HTMLElement): string {
  const tree = shadowRoot as { getSelection?: () => Selection | null } | null;
  return (tree?.getSelection?.() ?? getSelection())?.toString() ?? '';
}
