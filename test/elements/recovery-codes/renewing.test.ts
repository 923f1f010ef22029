import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { MfaError } from '../../../src/backend/mfa-error.js';
import { SAMPLE } from '../../../src/testing/index.js';
import { hearEvents } from '../../support/events.js';
import { message } from '../../support/message.js';
import {
  announced,
  button,
  buttons,
  expectFocusOn,
  field,
  fill,
  heading,
  headings,
  labelOf,
  link,
  text,
  until,
  untilFocused,
  untilText,
} from '../../support/page.js';
import { asksBeforeLeaving, box, REMINDER } from '../recovery-code-list/recovery-code-list-page.js';
import {
  asked,
  CANCEL,
  DONE,
  GENERATE,
  NEW_CODES,
  openDialog,
  operations,
  QUESTION,
  recoveryCodes,
  RENEW,
  RENEWED,
  renewed,
  SEVEN,
} from './recovery-codes-page.js';

describe('making new recovery codes', () => {
  const events = hearEvents();

  it('says first what it means, beginning at the button that changes nothing (A21)', async () => {
    const { element, backend } = await asked();
    expect(openDialog(element)?.getAttribute('aria-labelledby')).to.equal('dialog-heading');
    expect(text(element)).to.include(message('recovery-codes.replace.lead'));
    expectFocusOn(button(element, CANCEL));
    expect(operations(backend)).to.deep.equal(['recoveryCodesStatus']);
    await expect(element).to.be.accessible();
  });

  it('does not speak of old codes where none are left', async () => {
    const { element } = await recoveryCodes({
      on: { recoveryCodesStatus: { left: 0, total: 10 } },
    });
    await untilText(element, message('recovery-codes.left.zero'));
    button(element, RENEW).click();
    await untilText(element, QUESTION);
    expect(text(element)).not.to.include('oude');
  });

  it('speaks of no old and no new codes to whoever never had any', async () => {
    const { element } = await recoveryCodes({ on: { recoveryCodesStatus: { left: 0, total: 0 } } });
    await untilText(element, message('recovery-codes.none'));
    button(element, message('recovery-codes.generate')).click();
    await untilText(element, message('recovery-codes.generate.heading'));
    button(element, message('recovery-codes.generate.confirm')).click();
    await untilText(element, message('recovery-codes.first.heading.other'));
    expect(text(element)).not.to.match(/oude|nieuwe/i);
    box(element).click();
    button(element, DONE).click();
    await untilText(element, message('recovery-codes.first.generated'));
    expect(text(element)).not.to.match(/oude|nieuwe/i);
  });

  for (const [way, leave] of [
    ['Cancel', (element: HTMLElement) => Promise.resolve(button(element, CANCEL).click())],
    ['Escape', () => sendKeys({ press: 'Escape' })],
  ] as const) {
    it(`is called off with ${way}, and the focus returns to its button (A12)`, async () => {
      const { element, backend } = await asked();
      await leave(element);
      await until(() => openDialog(element) === undefined, 'the dialog stays');
      await untilFocused(() => button(element, RENEW));
      expect(operations(backend)).to.deep.equal(['recoveryCodesStatus']);
      button(element, RENEW).click();
      await untilText(element, QUESTION);
    });
  }

  it('is called off when the browser itself closes the dialog', async () => {
    const { element } = await asked();
    (openDialog(element) as HTMLDialogElement).close();
    await untilFocused(() => button(element, RENEW));
    await element.updateComplete;
    button(element, RENEW).click();
    await until(() => openDialog(element) !== undefined, 'the dialog cannot be opened again');
  });

  it('asks the server once, however often the button is pressed', async () => {
    const { element, backend } = await asked();
    const held = backend.hold('generateRecoveryCodes');
    button(element, GENERATE).click();
    await untilText(element, message('button.busy'));
    button(element, message('button.busy')).click();
    await expect(element).to.be.accessible();
    held.proceed();
    await untilText(element, NEW_CODES);
    expect(operations(backend)).to.deep.equal(['recoveryCodesStatus', 'generateRecoveryCodes']);
  });

  it('shows them once, tells the page, and brings the focus to the heading (A11)', async () => {
    const { element } = await renewed();
    for (const code of SAMPLE.recoveryCodes) expect(text(element)).to.include(code);
    expect(text(element)).to.include(message('recovery-codes.new.lead.other'));
    expect(headings(element)).to.deep.equal([NEW_CODES]);
    expect(openDialog(element)).to.equal(undefined);
    expectFocusOn(heading(element));
    expect(events.heard.names).to.deep.equal(['mfa-recovery-codes-changed']);
    expect(events.heard.last('mfa-recovery-codes-changed')?.detail).to.deep.equal({});
    await expect(element).to.be.accessible();
  });

  it('goes on only once they are kept, and the browser asks before the page is left (C88)', async () => {
    const { element } = await renewed();
    expect(asksBeforeLeaving()).to.equal(true);
    button(element, DONE).click();
    await untilText(element, REMINDER);
    expectFocusOn(box(element));
    box(element).click();
    button(element, DONE).click();
    await untilText(element, RENEWED);
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('ends with the number read again, and says once that there are new codes', async () => {
    const { element, backend } = await renewed();
    backend.on.recoveryCodesStatus = { left: 10, total: 10, createdAt: new Date('2026-03-02') };
    box(element).click();
    button(element, DONE).click();
    await untilText(element, message('recovery-codes.left.of-total', 10, 10));
    expect(text(element)).to.include(message('recovery-codes.generated', '2 maart 2026'));
    expect(announced(element)).to.deep.equal([RENEWED]);
    expectFocusOn(heading(element));
    for (const code of SAMPLE.recoveryCodes) expect(text(element)).not.to.include(code);
    expect(operations(backend)).to.deep.equal([
      'recoveryCodesStatus',
      'generateRecoveryCodes',
      'recoveryCodesStatus',
    ]);
    await expect(element).to.be.accessible();
  });

  it('does not call new codes failed when only the number did not come', async () => {
    const { element, backend } = await renewed();
    backend.on.recoveryCodesStatus = 'offline';
    box(element).click();
    button(element, DONE).click();
    await untilText(element, RENEWED);
    expect(text(element)).not.to.include(message('failure.heading'));
    expect(buttons(element)).to.deep.equal([RENEW]);
  });

  it('says in the dialog why it could not be done, and can be tried again', async () => {
    const { element, backend } = await asked({ on: { generateRecoveryCodes: 'offline' } });
    button(element, GENERATE).click();
    await untilText(element, message('error.offline'));
    expect(openDialog(element)).not.to.equal(undefined);
    expect(announced(element)).to.have.length(1);
    expect(events.heard.names).to.deep.equal(['mfa-error']);
    await expect(element).to.be.accessible();
    delete backend.on.generateRecoveryCodes;
    button(element, GENERATE).click();
    await untilText(element, NEW_CODES);
  });

  it('says honestly what nobody knows when the answer was lost (C49)', async () => {
    const { element, backend } = await asked({
      on: { generateRecoveryCodes: 'unknown-outcome', recoveryCodesStatus: SEVEN },
    });
    button(element, GENERATE).click();
    await untilText(element, message('recovery-codes.unknown-outcome'));
    expect(text(element)).to.include(message('recovery-codes.unknown-outcome'));
    expect(announced(element)).to.have.length(1);
    expect(openDialog(element)).to.equal(undefined);
    expectFocusOn(heading(element));
    expect(events.heard.names).to.deep.equal(['mfa-error']);
    expect(operations(backend)).to.deep.equal([
      'recoveryCodesStatus',
      'generateRecoveryCodes',
      'recoveryCodesStatus',
    ]);
    await expect(element).to.be.accessible();
    delete backend.on.generateRecoveryCodes;
    button(element, RENEW).click();
    await untilText(element, QUESTION);
    button(element, GENERATE).click();
    await untilText(element, NEW_CODES);
  });

  it('says so too when the connection is still gone', async () => {
    const { element, backend } = await asked({ on: { generateRecoveryCodes: 'unknown-outcome' } });
    backend.on.recoveryCodesStatus = 'offline';
    button(element, GENERATE).click();
    await untilText(element, message('recovery-codes.unknown-outcome'));
    expect(buttons(element)).to.deep.equal([RENEW]);
  });

  it('leads to the sign-in page when the session ended meanwhile', async () => {
    const { element } = await asked({ on: { generateRecoveryCodes: 'signed-out' } });
    element.signInUrl = '/inloggen';
    button(element, GENERATE).click();
    await untilText(element, message('error.signed-out'));
    expect(openDialog(element)).to.equal(undefined);
    expectFocusOn(heading(element));
    link(element, message('failure.sign-in.action'));
  });
});

describe('new recovery codes that the server makes only after a proof', () => {
  it('come by themselves once the password is right', async () => {
    const { element, backend } = await asked({ stepUp: ['password'] });
    button(element, GENERATE).click();
    await untilText(element, message('step-up.password.lead'));
    await untilFocused(() => field(element));
    expect(labelOf(field(element))).to.equal(message('password.label'));
    await expect(element).to.be.accessible();
    const held = backend.hold('generateRecoveryCodes');
    fill(field(element), SAMPLE.password);
    button(element, message('step-up.submit')).click();
    await held.called;
    await untilFocused(() => button(element, message('button.busy')));
    held.proceed();
    await untilText(element, NEW_CODES);
    expectFocusOn(heading(element));
    expect(operations(backend)).to.deep.equal([
      'recoveryCodesStatus',
      'generateRecoveryCodes',
      'stepUp',
      'generateRecoveryCodes',
    ]);
    expect(element.querySelector('input')).to.equal(null);
  });

  it('come once the code from the app is right', async () => {
    const { element } = await asked({ stepUp: ['code'] });
    button(element, GENERATE).click();
    await untilText(element, message('step-up.code.lead'));
    fill(field(element), SAMPLE.code);
    button(element, message('step-up.submit')).click();
    await untilText(element, NEW_CODES);
  });

  it('wait in the dialog after a wrong password, with the cursor in the empty field', async () => {
    const { element } = await asked({ stepUp: ['password'] });
    button(element, GENERATE).click();
    await untilText(element, message('step-up.password.lead'));
    fill(field(element), 'verkeerd');
    button(element, message('step-up.submit')).click();
    await untilText(element, message('error.invalid-password'));
    await untilFocused(() => field(element));
    expect(field(element).value).to.equal('');
    expect(openDialog(element)).not.to.equal(undefined);
  });

  it('wait as well when the server refuses the password that went along with them', async () => {
    const stepUp = ['password'] as const;
    const { element, backend } = await asked({ stepUp });
    button(element, GENERATE).click();
    await untilText(element, message('step-up.password.lead'));
    backend.on.generateRecoveryCodes = new MfaError('invalid-password', 'test', { stepUp });
    fill(field(element), SAMPLE.password);
    button(element, message('step-up.submit')).click();
    await untilText(element, message('error.invalid-password'));
    await untilFocused(() => field(element));
    delete backend.on.generateRecoveryCodes;
    fill(field(element), SAMPLE.password);
    button(element, message('step-up.submit')).click();
    await untilText(element, NEW_CODES);
  });

  it('are called off with Cancel, and nothing that was typed stays', async () => {
    const { element } = await asked({ stepUp: ['password'] });
    button(element, GENERATE).click();
    await untilText(element, message('step-up.password.lead'));
    const input = field(element);
    fill(input, SAMPLE.password);
    button(element, CANCEL).click();
    await untilFocused(() => button(element, RENEW));
    expect(element.querySelector('input')).to.equal(null);
    expect(input.value).to.equal('');
    expect(text(element)).to.include(message('recovery-codes.left.of-total', 10, 10));
  });
});
