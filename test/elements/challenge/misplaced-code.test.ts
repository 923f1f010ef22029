import { aTimeout, expect } from '@open-wc/testing';
import { SAMPLE, scriptedBackend } from '../../../src/testing/index.js';
import { message } from '../../support/message.js';
import {
  announced,
  button,
  buttons,
  field,
  fill,
  headings,
  show,
  untilFocused,
  untilText,
} from '../../support/page.js';
import { pressKeys } from '../../support/engine.js';
import { challenge, TO_RECOVERY, VERIFY } from './challenge-page.js';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const [RECOVERY_CODE] = SAMPLE.recoveryCodes;
const TO_CODE = message('challenge.recovery-code.use-code');
const VERIFY_RECOVERY = message('challenge.recovery-code.submit');
const IS_RECOVERY_CODE = message('challenge.code.looks-like-recovery-code', TO_RECOVERY);
const IS_CODE = message('challenge.recovery-code.looks-like-code', TO_CODE);

type Challenge = HTMLElementTagNameMap['mfa-challenge'];

const shown = (alphabet: string | undefined = CROCKFORD) =>
  challenge({ capabilities: alphabet ? { recoveryCodeAlphabet: alphabet } : {} });

async function shownRecovery(alphabet?: string) {
  const page = await shown(alphabet);
  await switchTo(page.element, 'recovery-code');
  return page;
}

async function switchTo(element: Challenge, proof: 'code' | 'recovery-code'): Promise<void> {
  button(element, proof === 'code' ? TO_CODE : TO_RECOVERY).click();
  await untilText(element, message(`challenge.${proof}.heading`));
  await untilFocused(() => field(element));
}

/** Dispatches the events of a paste, and inserts the text unless they are canceled. */
function paste(input: HTMLInputElement, text: string): void {
  input.focus();
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const init = { bubbles: true, composed: true, cancelable: true };
  if (!input.dispatchEvent(new ClipboardEvent('paste', { ...init, clipboardData }))) return;
  const insertion = { ...init, inputType: 'insertFromPaste', data: text };
  if (!input.dispatchEvent(new InputEvent('beforeinput', insertion))) return;
  input.setRangeText(text.replaceAll(/[\r\n]+/g, ' '), 0, input.value.length, 'end');
  input.dispatchEvent(new InputEvent('input', insertion));
}

describe('a recovery code in the field for the code from the app', () => {
  for (const [what, text, alphabet] of [
    ['as it was shown', RECOVERY_CODE, CROCKFORD],
    ['with small letters', RECOVERY_CODE.toLowerCase(), CROCKFORD],
    ['from a list', `1. ${RECOVERY_CODE}`, CROCKFORD],
    ['of an unknown alphabet', 'a1b2-c3d4', ''],
    ['with six digits in a row', 'H123-456K-9TPD', CROCKFORD],
    ['of digits', '1234-5678', '0123456789'],
    ['of digits of an unknown alphabet', '1234567890', ''],
  ] as const) {
    it(`is said to be one, and is taken along to its field: ${what} (host page 12)`, async () => {
      const { element, backend } = await shown(alphabet);
      paste(field(element), text);
      await untilText(element, IS_RECOVERY_CODE);
      expect(field(element).value).to.equal('');
      expect(announced(element)).to.deep.equal([IS_RECOVERY_CODE]);
      await switchTo(element, 'recovery-code');
      expect(field(element).value).to.equal(text);
      expect(announced(element)).to.deep.equal([]);
      expect(backend.calls).to.deep.equal([]);
    });
  }

  it('signs in with two more presses (host page 12)', async () => {
    const { element, backend } = await shown();
    paste(field(element), `“${RECOVERY_CODE}”,`);
    await switchTo(element, 'recovery-code');
    button(element, VERIFY_RECOVERY).click();
    await untilText(element, message('challenge.verified.heading'));
    expect(backend.calls.map(({ input }) => input)).to.deep.equal([
      { recoveryCode: RECOVERY_CODE.replaceAll('-', '') },
    ]);
  });

  it('is noticed while it is typed, and kept with its letters (host page 12)', async () => {
    const { element } = await shown();
    field(element).focus();
    await pressKeys(...'KANA-R0E2-9TPD');
    await untilText(element, IS_RECOVERY_CODE);
    await switchTo(element, 'recovery-code');
    expect(field(element).value).to.equal('KANA-R0E2-9TPD');
  });

  for (const text of ['Password1', 'WACHTWOORD', 'NL91ABNA0417164300']) {
    it(`is not ${text}, which is not taken along (host page 12)`, async () => {
      const { element } = await shown();
      paste(field(element), text);
      await element.updateComplete;
      expect(announced(element)).not.to.include(IS_RECOVERY_CODE);
      await switchTo(element, 'recovery-code');
      expect(field(element).value).to.equal('');
    });
  }

  for (const text of ['kan niet', 'Password1', 'e-mail kwijt']) {
    it(`is not what typed words are: ${text} (host page 12)`, async () => {
      const { element } = await shown();
      field(element).focus();
      await pressKeys(...text);
      await element.updateComplete;
      await aTimeout(0);
      expect(announced(element)).to.deep.equal([]);
      await switchTo(element, 'recovery-code');
      expect(field(element).value).to.equal('');
    });
  }

  it('is not what some letters and then a code are (host page 12)', async () => {
    const { element } = await shown();
    field(element).focus();
    await pressKeys(...'abc123456');
    await element.updateComplete;
    await aTimeout(0);
    expect(field(element).value).to.equal('123456');
    expect(announced(element)).to.deep.equal([]);
    await switchTo(element, 'recovery-code');
    expect(field(element).value).to.equal('');
  });

  it('is only said to be no code if the server has no recovery codes (host page 12)', async () => {
    const backend = scriptedBackend({ without: ['verifyRecoveryCode'] });
    const element = await show('mfa-challenge', { backend });
    await untilText(element, message('challenge.code.heading'));
    paste(field(element), RECOVERY_CODE);
    await untilText(element, message('code.none', 6));
    expect(buttons(element)).to.deep.equal([VERIFY]);
  });

  it('is one of a list: the list is not taken along (host page 16)', async () => {
    const { element } = await shown();
    paste(field(element), SAMPLE.recoveryCodes.join('\n'));
    await untilText(element, message('recovery-code.several'));
    await switchTo(element, 'recovery-code');
    expect(field(element).value).to.equal('');
  });

  for (const text of ['Your code is 123 456', 'G-123456', '123-456', '1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣']) {
    it(`is not ${text} (host page 12)`, async () => {
      const { element } = await shown('');
      paste(field(element), text);
      await element.updateComplete;
      expect(field(element).value).to.equal('123456');
      expect(announced(element)).to.deep.equal([]);
    });
  }

  for (const [what, forget] of [
    ['at the next edit', () => pressKeys('1', 'Backspace')],
    [
      'when the page is hidden',
      () => {
        dispatchEvent(new PageTransitionEvent('pagehide'));
        dispatchEvent(new PageTransitionEvent('pageshow'));
      },
    ],
  ] as const) {
    it(`is forgotten ${what} (host page 12)`, async () => {
      const { element } = await shown();
      paste(field(element), RECOVERY_CODE);
      await untilText(element, IS_RECOVERY_CODE);
      await forget();
      await untilText(element, message('challenge.code.heading'));
      await switchTo(element, 'recovery-code');
      expect(field(element).value).to.equal('');
    });
  }

  it('is said in the language that the page changes to (host page 12)', async () => {
    const { element } = await shown();
    paste(field(element), RECOVERY_CODE);
    await untilText(element, IS_RECOVERY_CODE);
    document.documentElement.lang = 'en';
    try {
      await untilText(element, /This looks like a recovery code\. Choose “No access/);
    } finally {
      document.documentElement.lang = 'nl';
    }
    await untilText(element, IS_RECOVERY_CODE);
  });
});

describe('the code from the app in the field for a recovery code', () => {
  for (const [what, text, alphabet] of [
    ['the digits', '123456', CROCKFORD],
    ['two groups', '123 456', ''],
    ['a sentence', 'Your code is 123 456', CROCKFORD],
    ['where recovery codes are digits', '123456', '0123456789'],
  ] as const) {
    it(`is said to be one, and is taken along to its field: ${what} (host page 12)`, async () => {
      const { element, backend } = await shownRecovery(alphabet);
      paste(field(element), text);
      await untilText(element, IS_CODE);
      expect(field(element).value).to.equal(text);
      await switchTo(element, 'code');
      expect(field(element).value).to.equal('123456');
      expect(announced(element)).to.deep.equal([]);
      button(element, VERIFY).click();
      await untilText(element, message('challenge.verified.heading'));
      expect(backend.calls.map(({ input }) => input)).to.deep.equal([{ code: '123456' }]);
    });
  }

  it('is not sent when it was typed, but said to be one (host page 12)', async () => {
    const { element, backend } = await shownRecovery();
    await pressKeys(...'123456', 'Enter');
    await untilText(element, IS_CODE);
    expect(backend.calls).to.deep.equal([]);
    await switchTo(element, 'code');
    expect(field(element).value).to.equal('123456');
  });

  it('is sent by who insists, because a server may have such codes (host page 12)', async () => {
    const { element, backend } = await shownRecovery('');
    await pressKeys(...'123456', 'Enter');
    await untilText(element, IS_CODE);
    await pressKeys('Enter');
    await untilText(element, message('error.invalid-recovery-code'));
    expect(backend.calls.map(({ input }) => input)).to.deep.equal([{ recoveryCode: '123456' }]);
  });

  for (const [text, alphabet] of [
    [RECOVERY_CODE, CROCKFORD],
    ['1234-5678', '0123456789'],
    ['1. 1234-5678', '0123456789'],
    ['12345678', ''],
  ] as const) {
    it(`is not ${text} (host page 12)`, async () => {
      const { element } = await shownRecovery(alphabet);
      paste(field(element), text);
      await element.updateComplete;
      expect(announced(element)).to.deep.equal([]);
      await switchTo(element, 'code');
      expect(field(element).value).to.equal('');
    });
  }
});

describe('a list of recovery codes in the field for one', () => {
  it('is not filled in either if the codes are in two columns (host page 16)', async () => {
    const { element } = await shownRecovery(CROCKFORD);
    paste(field(element), 'ABCD-1234\tEFGH-5678');
    await untilText(element, message('recovery-code.several'));
    expect(field(element).value).to.equal('');
  });

  it('is not filled in; what was there stays, and the next paste works (host page 16)', async () => {
    const { element } = await shownRecovery();
    fill(field(element), 'H7KQ');
    paste(
      field(element),
      SAMPLE.recoveryCodes.map((code, at) => `${at + 1}. ${code}`).join('\r\n'),
    );
    await untilText(element, message('recovery-code.several'));
    expect(field(element).value).to.equal('H7KQ');
    expect(headings(element)).to.deep.equal([message('challenge.recovery-code.heading')]);
    paste(field(element), `1. ${RECOVERY_CODE},\r\n`);
    await element.updateComplete;
    expect(announced(element)).to.deep.equal([]);
    button(element, VERIFY_RECOVERY).click();
    await untilText(element, message('challenge.verified.heading'));
  });
});
