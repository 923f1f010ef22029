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
  CONFIRM,
  NEW_CODES,
  openDialog,
  operations,
  QUESTION,
  recoveryCodes,
  GENERATE,
  REPLACED,
  generated,
  SEVEN,
} from './recovery-codes-page.js';

describe('generating new recovery codes', () => {
  const events = hearEvents();

  it('asks for confirmation, with the focus on Cancel (A21)', async () => {
    const { element, backend } = await asked();
    expect(openDialog(element)?.getAttribute('aria-labelledby')).to.equal('dialog-heading');
    expect(text(element)).to.include(message('recovery-codes.replace.lead'));
    expectFocusOn(button(element, CANCEL));
    expect(operations(backend)).to.deep.equal(['recoveryCodesStatus']);
    await expect(element).to.be.accessible();
  });

  it('does not mention old codes if none are left', async () => {
    const { element } = await recoveryCodes({
      on: { recoveryCodesStatus: { left: 0, total: 10 } },
    });
    await untilText(element, message('recovery-codes.left.zero'));
    button(element, GENERATE).click();
    await untilText(element, QUESTION);
    expect(text(element)).not.to.include('oude');
  });

  it('mentions neither old nor new codes if there never were any', async () => {
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
    it(`is canceled with ${way}, and the focus returns to its button (A12)`, async () => {
      const { element, backend } = await asked();
      await leave(element);
      await until(() => openDialog(element) === undefined, 'the dialog stays');
      await untilFocused(() => button(element, GENERATE));
      expect(operations(backend)).to.deep.equal(['recoveryCodesStatus']);
      button(element, GENERATE).click();
      await untilText(element, QUESTION);
    });
  }

  it('is canceled if the browser closes the dialog', async () => {
    const { element } = await asked();
    (openDialog(element) as HTMLDialogElement).close();
    await untilFocused(() => button(element, GENERATE));
    await element.updateComplete;
    button(element, GENERATE).click();
    await until(() => openDialog(element) !== undefined, 'the dialog cannot be opened again');
  });

  it('sends one request, however often the button is pressed', async () => {
    const { element, backend } = await asked();
    const held = backend.hold('generateRecoveryCodes');
    button(element, CONFIRM).click();
    await untilText(element, message('button.busy'));
    button(element, message('button.busy')).click();
    await expect(element).to.be.accessible();
    held.proceed();
    await untilText(element, NEW_CODES);
    expect(operations(backend)).to.deep.equal(['recoveryCodesStatus', 'generateRecoveryCodes']);
  });

  it('shows them once, dispatches the event, and moves the focus to the heading (A11)', async () => {
    const { element } = await generated();
    for (const code of SAMPLE.recoveryCodes) expect(text(element)).to.include(code);
    expect(text(element)).to.include(message('recovery-codes.new.lead.other'));
    expect(headings(element)).to.deep.equal([NEW_CODES]);
    expect(openDialog(element)).to.equal(undefined);
    expectFocusOn(heading(element));
    expect(events.heard.names).to.deep.equal(['mfa-recovery-codes-changed']);
    expect(events.heard.last('mfa-recovery-codes-changed')?.detail).to.deep.equal({});
    await expect(element).to.be.accessible();
  });

  it('continues only once they are kept, and the browser asks before the page is left (C88)', async () => {
    const { element } = await generated();
    expect(asksBeforeLeaving()).to.equal(true);
    button(element, DONE).click();
    await untilText(element, REMINDER);
    expectFocusOn(box(element));
    box(element).click();
    button(element, DONE).click();
    await untilText(element, REPLACED);
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('ends with the new number, and announces once that there are new codes', async () => {
    const { element, backend } = await generated();
    backend.on.recoveryCodesStatus = { left: 10, total: 10, createdAt: new Date('2026-03-02') };
    box(element).click();
    button(element, DONE).click();
    await untilText(element, message('recovery-codes.left.of-total', 10, 10));
    expect(text(element)).to.include(message('recovery-codes.generated', '2 maart 2026'));
    expect(announced(element)).to.deep.equal([REPLACED]);
    expectFocusOn(heading(element));
    for (const code of SAMPLE.recoveryCodes) expect(text(element)).not.to.include(code);
    expect(operations(backend)).to.deep.equal([
      'recoveryCodesStatus',
      'generateRecoveryCodes',
      'recoveryCodesStatus',
    ]);
    await expect(element).to.be.accessible();
  });

  it('does not report a failure if only the new number fails to load', async () => {
    const { element, backend } = await generated();
    backend.on.recoveryCodesStatus = 'offline';
    box(element).click();
    button(element, DONE).click();
    await untilText(element, REPLACED);
    expect(text(element)).not.to.include(message('failure.heading'));
    expect(buttons(element)).to.deep.equal([GENERATE]);
  });

  it('shows in the dialog why it failed, and can be retried', async () => {
    const { element, backend } = await asked({ on: { generateRecoveryCodes: 'offline' } });
    button(element, CONFIRM).click();
    await untilText(element, message('error.offline'));
    expect(openDialog(element)).not.to.equal(undefined);
    expect(announced(element)).to.have.length(1);
    expect(events.heard.names).to.deep.equal(['mfa-error']);
    await expect(element).to.be.accessible();
    delete backend.on.generateRecoveryCodes;
    button(element, CONFIRM).click();
    await untilText(element, NEW_CODES);
  });

  it('says what is unknown after a lost response (C49, D1)', async () => {
    const { element, backend } = await asked({
      on: { generateRecoveryCodes: 'unknown-outcome', recoveryCodesStatus: SEVEN },
    });
    button(element, CONFIRM).click();
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
    button(element, GENERATE).click();
    await untilText(element, QUESTION);
    button(element, CONFIRM).click();
    await untilText(element, NEW_CODES);
  });

  it('also says so if the connection is still lost', async () => {
    const { element, backend } = await asked({ on: { generateRecoveryCodes: 'unknown-outcome' } });
    backend.on.recoveryCodesStatus = 'offline';
    button(element, CONFIRM).click();
    await untilText(element, message('recovery-codes.unknown-outcome'));
    expect(buttons(element)).to.deep.equal([GENERATE]);
  });

  it('links to the sign-in page if the session ended meanwhile', async () => {
    const { element } = await asked({ on: { generateRecoveryCodes: 'signed-out' } });
    element.signInUrl = '/inloggen';
    button(element, CONFIRM).click();
    await untilText(element, message('error.signed-out'));
    expect(openDialog(element)).to.equal(undefined);
    expectFocusOn(heading(element));
    link(element, message('failure.sign-in.action'));
  });
});

describe('new recovery codes that require a step-up', () => {
  it('are generated by themselves once the password is right', async () => {
    const { element, backend } = await asked({ stepUp: ['password'] });
    button(element, CONFIRM).click();
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

  it('are generated once the code from the app is right', async () => {
    const { element } = await asked({ stepUp: ['code'] });
    button(element, CONFIRM).click();
    await untilText(element, message('step-up.code.lead'));
    fill(field(element), SAMPLE.code);
    button(element, message('step-up.submit')).click();
    await untilText(element, NEW_CODES);
  });

  it('keep the dialog open after a wrong password, with the caret in the empty field', async () => {
    const { element } = await asked({ stepUp: ['password'] });
    button(element, CONFIRM).click();
    await untilText(element, message('step-up.password.lead'));
    fill(field(element), 'verkeerd');
    button(element, message('step-up.submit')).click();
    await untilText(element, message('error.invalid-password'));
    await untilFocused(() => field(element));
    expect(field(element).value).to.equal('');
    expect(openDialog(element)).not.to.equal(undefined);
  });

  it('keep the dialog open if the server refuses the password that was sent with the request', async () => {
    const stepUp = ['password'] as const;
    const { element, backend } = await asked({ stepUp });
    button(element, CONFIRM).click();
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

  it('are canceled with Cancel, and nothing that was typed stays', async () => {
    const { element } = await asked({ stepUp: ['password'] });
    button(element, CONFIRM).click();
    await untilText(element, message('step-up.password.lead'));
    const input = field(element);
    fill(input, SAMPLE.password);
    button(element, CANCEL).click();
    await untilFocused(() => button(element, GENERATE));
    expect(element.querySelector('input')).to.equal(null);
    expect(input.value).to.equal('');
    expect(text(element)).to.include(message('recovery-codes.left.of-total', 10, 10));
  });
});
