import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { SAMPLE, scriptedBackend } from '../../../../src/testing/index.js';
import '../../../support/define-all.js';
import { message } from '../../../support/message.js';
import { button, field, fill, untilText } from '../../../support/page.js';
import { undefinedPage } from '../../../support/undefined-page.js';

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

/** Shows an element of this page in that of a frame, in which no tag of ours is defined. */
async function showInFrame(element: HTMLElement): Promise<void> {
  const { document: page } = await undefinedPage();
  page.body.append(element);
}

describe('an element that is created here for the document of a frame', () => {
  for (const tag of TAGS) {
    it(`has its styles there: <${tag}>`, async () => {
      const element = document.createElement(tag) as LitElement;
      await showInFrame(element);
      await element.updateComplete;
      const { elementStyles } = element.constructor as typeof LitElement;
      expect(elementStyles.length).to.be.greaterThan(0);
      expect(element.shadowRoot?.adoptedStyleSheets.length).to.be.at.least(elementStyles.length);
    });
  }

  it('has them in this document when it comes back', async () => {
    const element = document.createElement('mfa-qr-code');
    await showInFrame(element);
    await element.updateComplete;
    document.body.append(element);
    const { elementStyles } = element.constructor as typeof LitElement;
    expect(element.shadowRoot?.adoptedStyleSheets).to.include.members(
      elementStyles.map((styles) => 'styleSheet' in styles && styles.styleSheet),
    );
    element.remove();
  });

  it('draws a QR code there', async () => {
    const element = document.createElement('mfa-qr-code');
    element.value = SAMPLE.otpauthUri;
    await showInFrame(element);
    await element.updateComplete;
    expect(element.shadowRoot?.querySelectorAll('svg[role=img]')).to.have.length(1);
  });

  it('signs a customer in there', async () => {
    const element = document.createElement('mfa-challenge');
    element.backend = scriptedBackend({ state: 'code-required' });
    await showInFrame(element);
    await untilText(element, message('challenge.code.heading'));
    fill(field(element), SAMPLE.code);
    button(element, message('code.submit')).click();
    await untilText(element, message('challenge.verified.heading'));
  });
});
