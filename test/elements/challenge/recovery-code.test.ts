import { expect } from '@open-wc/testing';
import { MfaError } from '../../../src/backend/mfa-error.js';
import {
  SAMPLE,
  scriptedBackend,
  type ScriptedBackendOptions,
} from '../../../src/testing/index.js';
import { message } from '../../support/message.js';
import {
  announced,
  button,
  buttons,
  descriptionOf,
  field,
  fill,
  headings,
  labelOf,
  show,
  untilFocused,
  untilText,
} from '../../support/page.js';
import { challenge, LABEL, TO_RECOVERY, VERIFY } from './challenge-page.js';

const [RECOVERY_CODE] = SAMPLE.recoveryCodes;
/** Crockford's base32, the alphabet of the codes of this server. */
const capabilities = { recoveryCodeAlphabet: '0123456789ABCDEFGHJKMNPQRSTVWXYZ' };

describe('signing in with a recovery code', () => {
  async function recovery(options: ScriptedBackendOptions = {}) {
    const shown = await challenge({ capabilities, ...options });
    button(shown.element, TO_RECOVERY).click();
    await untilText(shown.element, message('challenge.recovery-code.lead'));
    return shown;
  }

  it('is offered, and there is a way back to the code from the app', async () => {
    const { element } = await recovery();
    expect(headings(element)).to.deep.equal([message('challenge.recovery-code.heading')]);
    expect(labelOf(field(element))).to.equal(message('recovery-code.label'));
    expect(descriptionOf(field(element))).to.equal(message('recovery-code.hint'));
    expect(field(element).autocomplete).to.equal('off');
    await untilFocused(() => field(element));
    await expect(element).to.be.accessible();
    button(element, message('challenge.recovery-code.use-code')).click();
    await untilText(element, message('challenge.code.heading'));
    await untilFocused(() => field(element));
    expect(labelOf(field(element))).to.equal(LABEL);
  });

  it('is not offered if the server has none', async () => {
    const backend = scriptedBackend({ without: ['verifyRecoveryCode'] });
    const element = await show('mfa-challenge', { backend });
    await untilText(element, message('challenge.code.heading'));
    expect(buttons(element)).to.deep.equal([VERIFY]);
  });

  it('signs in with one of the codes, however it is written', async () => {
    const { element, backend } = await recovery();
    fill(field(element), RECOVERY_CODE.toLowerCase().replaceAll('-', ' '));
    button(element, message('challenge.recovery-code.submit')).click();
    await untilText(element, message('challenge.verified.heading'));
    expect(backend.calls.map(({ input }) => input)).to.deep.equal([
      { recoveryCode: RECOVERY_CODE.replaceAll('-', '') },
    ]);
  });

  it('reads O for 0 and I and L for 1, and leaves in the field what was typed', async () => {
    const { element, backend } = await recovery();
    fill(field(element), ' o0–iL1 ');
    button(element, message('challenge.recovery-code.submit')).click();
    await untilText(element, message('error.invalid-recovery-code'));
    expect(backend.calls.at(-1)?.input).to.deep.equal({ recoveryCode: '00111' });
    expect(field(element).value).to.equal(' o0–iL1 ');
  });

  it('is sent as typed if the alphabet of the server is unknown', async () => {
    const { element, backend } = await recovery({ capabilities: {} });
    expect(descriptionOf(field(element))).to.equal(message('recovery-code.hint.exact'));
    fill(field(element), ' aB-o0 ');
    button(element, message('challenge.recovery-code.submit')).click();
    await untilText(element, message('error.invalid-recovery-code'));
    expect(backend.calls.at(-1)?.input).to.deep.equal({ recoveryCode: 'aB-o0' });
  });

  it('says how many tries are left', async () => {
    const { element } = await recovery({
      on: {
        verifyRecoveryCode: new MfaError('invalid-recovery-code', 'test', { attemptsLeft: 2 }),
      },
    });
    fill(field(element), RECOVERY_CODE);
    button(element, message('challenge.recovery-code.submit')).click();
    await untilText(element, message('error.attempts-left.other', 2));
  });

  it('keeps a long code with a mistake in it, to be corrected', async () => {
    const { element } = await recovery();
    fill(field(element), 'H7KQ-2MXR-9TPX');
    button(element, message('challenge.recovery-code.submit')).click();
    await untilText(element, message('error.invalid-recovery-code'));
    await untilFocused(() => field(element));
    expect(field(element).value).to.equal('H7KQ-2MXR-9TPX');
  });

  it('is not sent if it is empty or has no character of a code', async () => {
    const { element, backend } = await recovery();
    fill(field(element), ' - ');
    button(element, message('challenge.recovery-code.submit')).click();
    await untilText(element, message('recovery-code.incomplete'));
    expect(backend.calls).to.deep.equal([]);
  });

  it('leaves nothing of what was typed behind, and no error', async () => {
    const { element } = await recovery();
    fill(field(element), 'AAAA');
    button(element, message('challenge.recovery-code.submit')).click();
    await untilText(element, message('error.invalid-recovery-code'));
    fill(field(element), RECOVERY_CODE);
    button(element, message('challenge.recovery-code.use-code')).click();
    await untilText(element, message('challenge.code.heading'));
    button(element, TO_RECOVERY).click();
    await untilText(element, message('challenge.recovery-code.heading'));
    expect(field(element).value).to.equal('');
    expect(announced(element)).to.deep.equal([]);
  });
});
