import { expect } from '@open-wc/testing';
import { attributes, contents, PLANTED, tracesIn } from '../../support/planted-secrets.js';
import { HeardEvents } from '../../support/events.js';
import { message } from '../../support/message.js';
import { button, allElements, field, fill, until, untilText } from '../../support/page.js';
import { printWith } from '../../support/printing.js';
import { SecretWatch } from '../../support/secret-watch.js';
import { box, printSheet } from '../recovery-code-list/recovery-code-list-page.js';
import { asked, DONE, CONFIRM, NEW_CODES, generated, REPLACED } from './recovery-codes-page.js';

const planted = { recoveryCodes: PLANTED.recoveryCodes };

describe('new recovery codes as secrets', () => {
  let watch: SecretWatch;
  let heard: HeardEvents;
  let restore: () => void;

  beforeEach(() => {
    watch = new SecretWatch();
    heard = new HeardEvents();
    restore = printWith();
  });
  afterEach(() => {
    watch.stop();
    heard.stop();
    restore();
  });

  async function expectNoLeak() {
    expect(await watch.leaks(document.documentElement)).to.deep.equal([]);
  }
  const traces = () => tracesIn(contents(document.documentElement));
  const listOf = (element: Element) =>
    allElements(element).find((it) => it.matches('mfa-recovery-code-list'));

  it('are in text only, and nowhere once they are kept', async () => {
    const { element } = await generated(planted);
    const list = listOf(element);
    await until(() => traces().length === PLANTED.recoveryCodes.length, 'the codes do not show');
    await expectNoLeak();
    button(element, message('recovery-code-list.print')).click();
    expect(printSheet()).not.to.equal(null);
    await expectNoLeak();
    box(element).click();
    button(element, DONE).click();
    await untilText(element, REPLACED);
    expect(traces()).to.deep.equal([]);
    await until(() => tracesIn(contents(list ?? element)).length === 0, 'the list keeps them');
    expect(list).to.have.property('codes').that.deep.equals([]);
    expect(printSheet()).to.equal(null);
    await expectNoLeak();
  });

  for (const [when, leave] of Object.entries({
    'the page is left': () =>
      window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })),
    'the element is taken out of the page': (element: Element) => element.remove(),
  })) {
    it(`are nowhere when ${when} (C9, C10)`, async () => {
      const { element } = await generated(planted);
      const list = listOf(element);
      await until(() => traces().length > 0, 'the codes do not show');
      button(element, message('recovery-code-list.print')).click();
      leave(element);
      expect(printSheet()).to.equal(null);
      await until(() => tracesIn(contents(element)).length === 0, 'the codes stay');
      await until(() => tracesIn(contents(list ?? element)).length === 0, 'the list keeps them');
      expect(traces()).to.deep.equal([]);
      await expectNoLeak();
    });
  }

  it('do not leak the proof of the step-up', async () => {
    const { element } = await asked({ ...planted, stepUp: ['password'] });
    button(element, CONFIRM).click();
    await untilText(element, message('step-up.password.lead'));
    fill(field(element), PLANTED.password);
    await expectNoLeak();
    button(element, message('step-up.submit')).click();
    await untilText(element, message('error.invalid-password'));
    expect(traces()).to.deep.equal([]);
    await expectNoLeak();
  });

  it('are repeated nowhere if a backend throws them', async () => {
    const { element } = await asked({
      ...planted,
      on: {
        generateRecoveryCodes: () => {
          throw new Error(PLANTED.recoveryCodes.join());
        },
      },
    });
    button(element, CONFIRM).click();
    await untilText(element, message('recovery-codes.unknown-outcome'));
    await expectNoLeak();
  });

  it('are not copied with the element', async () => {
    const { element } = await generated(planted);
    await untilText(element, NEW_CODES);
    const copy = element.cloneNode(true) as Element;
    expect(tracesIn(attributes(copy) + contents(copy))).to.deep.equal([]);
  });
});
