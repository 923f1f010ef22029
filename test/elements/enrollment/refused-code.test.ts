import { expect } from '@open-wc/testing';
import { SAMPLE } from '../../../src/testing/index.js';
import { message } from '../../support/message.js';
import {
  announced,
  descriptionOf,
  field,
  until,
  untilFocused,
  untilText,
} from '../../support/page.js';
import { drawing, enter, holdsKey, LINKED, scanning } from './enrollment-page.js';

describe('a code that is refused while linking', () => {
  it('keeps the QR code and the key, and clears only the wrong code', async () => {
    const { element, backend } = await scanning({ on: { confirmEnrollment: 'code-reused' } });
    await until(() => drawing(element) !== undefined, 'no QR code is drawn');
    const before = drawing(element);
    enter(element, '999999');
    const sentence = message('error.code-reused');
    await untilText(element, sentence);
    await untilFocused(() => field(element));
    expect(field(element).value).to.equal('');
    expect(announced(element)).to.deep.equal([sentence]);
    field(element).blur();
    expect(descriptionOf(field(element))).to.equal(sentence);
    expect(drawing(element)).to.equal(before);
    expect(holdsKey(element)).to.equal(true);
    await expect(element).to.be.accessible();
    delete backend.on.confirmEnrollment;
    enter(element, SAMPLE.code);
    await untilText(element, LINKED);
    expect(backend.calls.map(({ operation }) => operation)).to.deep.equal([
      'startEnrollment',
      'confirmEnrollment',
      'confirmEnrollment',
    ]);
  });

  for (const kind of ['offline', 'timeout', 'unavailable', 'rate-limited', 'csrf'] as const) {
    it(`keeps the code that was typed after ${kind}`, async () => {
      const { element } = await scanning({ on: { confirmEnrollment: kind } });
      enter(element, SAMPLE.code);
      await until(() => announced(element).length === 1, 'no error shows');
      expect(field(element).value).to.equal(SAMPLE.code);
      expect(holdsKey(element)).to.equal(true);
    });
  }

  it('does not send a code with digits missing', async () => {
    const { element, backend } = await scanning();
    enter(element, '123');
    await untilText(element, message('code.incomplete', 6));
    expect(field(element).value).to.equal('123');
    expect(backend.calls).to.have.length(1);
  });
});
