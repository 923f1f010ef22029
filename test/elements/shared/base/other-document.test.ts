import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../../../../src/elements/authenticators/mfa-authenticators.js';
import '../../../../src/elements/challenge/mfa-challenge.js';
import '../../../../src/elements/code-input/mfa-code-input.js';
import '../../../../src/elements/enrollment/mfa-enrollment.js';
import '../../../../src/elements/login/mfa-login.js';
import '../../../../src/elements/qr-code/mfa-qr-code.js';
import '../../../../src/elements/recovery-code-list/mfa-recovery-code-list.js';
import '../../../../src/elements/recovery-codes/mfa-recovery-codes.js';
import '../../../../src/elements/text-field/mfa-text-field.js';
import { SAMPLE, scriptedBackend } from '../../../../src/testing/index.js';
import { message } from '../../../support/message.js';
import { button, field, fill, untilText } from '../../../support/page.js';

const TAGS = [
  'mfa-authenticators',
  'mfa-challenge',
  'mfa-code-input',
  'mfa-enrollment',
  'mfa-login',
  'mfa-qr-code',
  'mfa-recovery-code-list',
  'mfa-recovery-codes',
  'mfa-text-field',
] as const;

/** Returns the document of an empty frame, in which no tag of ours is defined. */
function otherDocument(): Document {
  const frame = document.createElement('iframe');
  frame.className = 'other-document';
  document.body.append(frame);
  if (!frame.contentDocument) throw new Error('The frame has no document.');
  return frame.contentDocument;
}

afterEach(() => {
  for (const frame of document.querySelectorAll('.other-document')) frame.remove();
});

describe('an element that is created here for the document of a frame', () => {
  for (const tag of TAGS) {
    it(`has its styles there: <${tag}>`, async () => {
      const element = document.createElement(tag) as LitElement;
      otherDocument().body.append(element);
      await element.updateComplete;
      const { elementStyles } = element.constructor as typeof LitElement;
      expect(elementStyles.length).to.be.greaterThan(0);
      expect(element.shadowRoot?.adoptedStyleSheets.length).to.be.at.least(elementStyles.length);
    });
  }

  it('has them in this document when it comes back', async () => {
    const element = document.createElement('mfa-qr-code');
    otherDocument().body.append(element);
    await element.updateComplete;
    document.body.append(element);
    const { elementStyles } = element.constructor as typeof LitElement;
    expect(element.shadowRoot?.adoptedStyleSheets).to.include.members(
      elementStyles.map((styles) => 'styleSheet' in styles && styles.styleSheet),
    );
    element.remove();
  });

  it('signs a customer in there', async () => {
    const element = document.createElement('mfa-challenge');
    element.backend = scriptedBackend({ state: 'code-required' });
    otherDocument().body.append(element);
    await untilText(element, message('challenge.code.heading'));
    fill(field(element), SAMPLE.code);
    button(element, message('code.submit')).click();
    await untilText(element, message('challenge.verified.heading'));
  });
});
