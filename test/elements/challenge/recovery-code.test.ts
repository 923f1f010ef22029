import { expect } from '@open-wc/testing';
import { MfaError } from '../../../src/backend/mfa-error.js';
import {
  SAMPLE,
  scriptedBackend,
  type ScriptedBackendOptions,
} from '../../../src/testing/index.js';
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
/** Crockford's base32, of which the codes of this server are made. */
const capabilities = { recoveryCodeAlphabet: '0123456789ABCDEFGHJKMNPQRSTVWXYZ' };

describe('signing in with a recovery code', () => {
  async function recovery(options: ScriptedBackendOptions = {}) {
    const shown = await challenge({ capabilities, ...options });
    button(shown.element, TO_RECOVERY).click();
    await untilText(shown.element, 'Je hebt herstelcodes bewaard toen je je app koppelde.');
    return shown;
  }

  it('is offered, and there is a way back to the code from the app', async () => {
    const { element } = await recovery();
    expect(headings(element)).to.deep.equal(['Gebruik een herstelcode']);
    expect(labelOf(field(element))).to.equal('Herstelcode');
    expect(descriptionOf(field(element))).to.equal(
      'Hoofdletters, spaties en streepjes maken niet uit.',
    );
    expect(field(element).autocomplete).to.equal('off');
    await untilFocused(() => field(element));
    await expect(element).to.be.accessible();
    button(element, 'Code uit de app gebruiken').click();
    await untilText(element, 'Vul je code in');
    await untilFocused(() => field(element));
    expect(labelOf(field(element))).to.equal(LABEL);
  });

  it('is not offered where the server has none', async () => {
    const backend = scriptedBackend({ without: ['verifyRecoveryCode'] });
    const element = await show('mfa-challenge', { backend });
    await untilText(element, 'Vul je code in');
    expect(buttons(element)).to.deep.equal([VERIFY]);
  });

  it('signs in with one of the codes, however it is written', async () => {
    const { element, backend } = await recovery();
    fill(field(element), RECOVERY_CODE.toLowerCase().replaceAll('-', ' '));
    button(element, 'Herstelcode verifiëren').click();
    await untilText(element, 'Je bent ingelogd');
    expect(backend.calls.map(({ input }) => input)).to.deep.equal([
      { recoveryCode: RECOVERY_CODE.replaceAll('-', '') },
    ]);
  });

  it('reads O for 0 and I and L for 1, and leaves in the field what was typed', async () => {
    const { element, backend } = await recovery();
    fill(field(element), ' o0–iL1 ');
    button(element, 'Herstelcode verifiëren').click();
    await untilText(element, 'Deze herstelcode klopt niet of is al gebruikt.');
    expect(backend.calls.at(-1)?.input).to.deep.equal({ recoveryCode: '00111' });
    expect(field(element).value).to.equal(' o0–iL1 ');
  });

  it('is sent as it was typed where the codes of the server are not known', async () => {
    const { element, backend } = await recovery({ capabilities: {} });
    expect(descriptionOf(field(element))).to.equal(
      'Neem de code precies over, met hoofdletters en streepjes.',
    );
    fill(field(element), ' aB-o0 ');
    button(element, 'Herstelcode verifiëren').click();
    await untilText(element, 'Deze herstelcode klopt niet of is al gebruikt.');
    expect(backend.calls.at(-1)?.input).to.deep.equal({ recoveryCode: 'aB-o0' });
  });

  it('says how many tries are left', async () => {
    const { element } = await recovery({
      on: {
        verifyRecoveryCode: new MfaError('invalid-recovery-code', 'test', { attemptsLeft: 2 }),
      },
    });
    fill(field(element), RECOVERY_CODE);
    button(element, 'Herstelcode verifiëren').click();
    await untilText(element, 'Je kunt het nog 2 keer proberen.');
  });

  it('keeps a long code with a mistake in it, for the person to mend', async () => {
    const { element } = await recovery();
    fill(field(element), 'H7KQ-2MXR-9TPX');
    button(element, 'Herstelcode verifiëren').click();
    await untilText(element, 'Deze herstelcode klopt niet of is al gebruikt.');
    await untilFocused(() => field(element));
    expect(field(element).value).to.equal('H7KQ-2MXR-9TPX');
  });

  it('is not sent when it is empty, or when nothing of it is a code', async () => {
    const { element, backend } = await recovery();
    fill(field(element), ' - ');
    button(element, 'Herstelcode verifiëren').click();
    await untilText(element, 'Vul een van je herstelcodes in.');
    expect(backend.calls).to.deep.equal([]);
  });

  it('leaves nothing of what was typed behind, and no error', async () => {
    const { element } = await recovery();
    fill(field(element), 'AAAA');
    button(element, 'Herstelcode verifiëren').click();
    await untilText(element, 'Deze herstelcode klopt niet of is al gebruikt.');
    fill(field(element), RECOVERY_CODE);
    button(element, 'Code uit de app gebruiken').click();
    await untilText(element, 'Vul je code in');
    button(element, TO_RECOVERY).click();
    await untilText(element, 'Gebruik een herstelcode');
    expect(field(element).value).to.equal('');
    expect(announced(element)).to.deep.equal([]);
  });
});
