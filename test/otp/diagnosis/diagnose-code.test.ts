import { expect } from '@open-wc/testing';
import { Secret, TOTP } from 'otpauth';
import type { CodeDiagnosis, RefusedCode } from '../../../src/otp/diagnosis/code-diagnosis.js';
import { diagnoseCode } from '../../../src/otp/diagnosis/diagnose-code.js';
import { seededRandom } from '../../support/seeded-random.js';

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
/** Another secret of the same user, such as that of an earlier QR code. */
const OTHER = 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU';

interface App {
  readonly secret?: string;
  readonly algorithm?: 'SHA1' | 'SHA256' | 'SHA512';
  readonly digits?: number;
  readonly period?: number;
}

const uriOf = ({ algorithm = 'SHA1', digits = 6, period = 30 }: App = {}) =>
  `otpauth://totp/Profi:klant?secret=${SECRET}&algorithm=${algorithm}&digits=${digits}&period=${period}`;

/** Returns the code of an app at a time in ms, computed by a library that the product does not use. */
function codeOf(at: number, { secret = SECRET, ...settings }: App = {}): string {
  return new TOTP({ secret: Secret.fromBase32(secret), ...settings }).generate({ timestamp: at });
}

/** The start of a time step, for every period used here. */
const STEP = Date.UTC(2026, 10, 22, 10, 0, 0);
/** 12 seconds after the start of the step. */
const AT = STEP + 12_000;

const diagnose = (code: string, more: Partial<RefusedCode> = {}) =>
  diagnoseCode({ code, otpauthUri: uriOf(), at: AT, ...more });

/** Diagnoses the code of an app whose clock is off by this many seconds. */
const withClockOff = (seconds: number, app: App = {}, at = AT) =>
  diagnose(codeOf(at + seconds * 1000, app), { otpauthUri: uriOf(app), at });

const clockOff = (minutes: number): CodeDiagnosis => ({ kind: 'clock-off', minutes });
const unexplained: CodeDiagnosis = { kind: 'unexplained' };
const justExpired: CodeDiagnosis = { kind: 'just-expired' };
const mistyped: CodeDiagnosis = { kind: 'mistyped' };
const otherAccount: CodeDiagnosis = { kind: 'other-account' };
const otherSecret: CodeDiagnosis = { kind: 'other-secret' };

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Replaces a digit by the next one. */
const withOtherDigit = (code: string, place: number) =>
  code.slice(0, place) + String((Number(code[place]) + 1) % 10) + code.slice(place + 1);

/** Swaps two adjacent digits. */
const withSwap = (code: string, place: number) =>
  code.slice(0, place) + code.charAt(place + 1) + code.charAt(place) + code.slice(place + 2);

describe('why a code was refused', () => {
  describe('by the clock of the app', () => {
    const table: readonly (readonly [number, CodeDiagnosis])[] = [
      [0, unexplained],
      [-1, unexplained],
      [-12, unexplained],
      [-13, justExpired],
      [-72, justExpired],
      [-73, clockOff(-2)],
      [-2 * MINUTE, clockOff(-2)],
      [-3 * MINUTE, clockOff(-3)],
      [17, unexplained],
      [18, clockOff(1)],
      [MINUTE, clockOff(1)],
      [3 * MINUTE, clockOff(3)],
      [-7 * MINUTE - 20, clockOff(-8)],
      [59 * MINUTE, clockOff(59)],
      [-HOUR, clockOff(-60)],
      [HOUR, clockOff(60)],
      [2 * HOUR + 4 * MINUTE, clockOff(124)],
      [-3.5 * HOUR, clockOff(-210)],
      [-5 * HOUR - 17 * MINUTE, clockOff(-317)],
      [12 * HOUR, clockOff(720)],
      [-12 * HOUR, clockOff(-720)],
      [14 * HOUR, clockOff(840)],
      [-14 * HOUR, clockOff(-840)],
      [14 * HOUR + 30, otherAccount],
      [-14 * HOUR - 30, otherAccount],
      [-24 * 365 * HOUR, otherAccount],
    ];
    for (const [seconds, expected] of table) {
      it(`is diagnosed if it is off by ${seconds} s`, async () => {
        expect(await withClockOff(seconds)).to.deep.equal(expected);
      });
    }

    it('changes at the millisecond at which the code changes', async () => {
      for (const [at, expected] of [
        [STEP - 1, clockOff(1)],
        [STEP, unexplained],
        [STEP + 29_999, unexplained],
        [STEP + 30_000, justExpired],
        [STEP + 89_999, justExpired],
        [STEP + 90_000, clockOff(-2)],
      ] as const) {
        expect(await diagnose(codeOf(STEP), { at }), String(at - STEP)).to.deep.equal(expected);
      }
    });

    for (const app of [
      { algorithm: 'SHA256' },
      { algorithm: 'SHA512' },
      { digits: 7 },
      { digits: 8 },
      { algorithm: 'SHA256', digits: 8, period: 60 },
    ] as const) {
      it(`follows the settings of the URI: ${JSON.stringify(app)}`, async () => {
        const period = 'period' in app ? app.period : 30;
        expect(await withClockOff(0, app)).to.deep.equal(unexplained);
        expect(await withClockOff(-period, app)).to.deep.equal(justExpired);
        expect(await withClockOff(-2 * HOUR, app)).to.deep.equal(clockOff(-120));
        expect(await withClockOff(14 * HOUR, app)).to.deep.equal(clockOff(840));
      });
    }

    it('counts a longer period in minutes', async () => {
      expect(await withClockOff(-10 * MINUTE, { period: 60 })).to.deep.equal(clockOff(-10));
      expect(await withClockOff(5 * HOUR, { period: 3600 })).to.deep.equal(clockOff(300));
      expect(await withClockOff(14 * HOUR + MINUTE, { period: 60 })).to.deep.equal(otherAccount);
    });

    it('is not searched further with a short period, so that chance matches are no likelier', async () => {
      const app = { period: 1 };
      expect(await withClockOff(1, app)).to.deep.equal(clockOff(1));
      expect(await withClockOff(1680, app)).to.deep.equal(clockOff(28));
      expect(await withClockOff(1681, app)).to.deep.equal(otherAccount);
    });

    it('is diagnosed for a secret of any length that a URI allows', async () => {
      for (const length of [26, 52, 103, 128]) {
        const secret = SECRET.repeat(4).slice(0, length);
        const otpauthUri = `otpauth://totp/Profi:klant?secret=${secret}`;
        const code = codeOf(AT, { secret });
        expect(await diagnose(code, { otpauthUri }), String(length)).to.deep.equal(unexplained);
      }
    });

    it('is diagnosed on a device whose clock says 1970', async () => {
      const device = { at: 12_000 };
      expect(await diagnose(codeOf(0), device)).to.deep.equal(unexplained);
      expect(await diagnose(codeOf(HOUR * 1000), device)).to.deep.equal(clockOff(60));
      expect(await diagnose(codeOf(AT), device)).to.deep.equal(otherAccount);
    });
  });

  describe('by the code before it', () => {
    const late = codeOf(AT - 30_000);
    const later = codeOf(AT - 60_000);

    it('is reuse if it is the same code, whatever that was', async () => {
      for (const code of [codeOf(AT), late, withOtherDigit(codeOf(AT), 0), '12']) {
        const previous = { code, diagnosis: otherAccount };
        expect(await diagnose(code, { previous })).to.deep.equal({ kind: 'reused' });
      }
    });

    it('is a slow clock if the previous code was late too', async () => {
      const previous = { code: later, diagnosis: justExpired };
      expect(await diagnose(late, { previous })).to.deep.equal(clockOff(-1));
    });

    it('stays a slow clock the third time', async () => {
      const previous = { code: later, diagnosis: clockOff(-1) };
      expect(await diagnose(late, { previous })).to.deep.equal(clockOff(-1));
    });

    for (const diagnosis of [mistyped, otherAccount, unexplained, clockOff(3)]) {
      it(`is only late after ${JSON.stringify(diagnosis)}`, async () => {
        const previous = { code: '000000', diagnosis };
        expect(await diagnose(late, { previous })).to.deep.equal(justExpired);
      });
    }

    it('is not a slow clock if this code is not late', async () => {
      const previous = { code: later, diagnosis: justExpired };
      expect(await diagnose(codeOf(AT), { previous })).to.deep.equal(unexplained);
      expect(await diagnose(codeOf(AT, { secret: OTHER }), { previous })).to.deep.equal(
        otherAccount,
      );
    });
  });

  describe('by the secret that the server expects (host page 11)', () => {
    const right = codeOf(AT);
    const before = { code: codeOf(AT - 30_000), diagnosis: unexplained } as const;

    it('is unknown after one right code by the clock of this device', async () => {
      expect(await diagnose(right)).to.deep.equal(unexplained);
    });

    it('is another after two right codes', async () => {
      const previous = { ...before, valid: before.code };
      expect(await diagnose(right, { previous })).to.deep.equal(otherSecret);
    });

    it('is another also if a wrong code was between the two', async () => {
      const previous = { code: '12', diagnosis: mistyped, valid: before.code };
      expect(await diagnose(right, { previous })).to.deep.equal(otherSecret);
    });

    it('is not another if one right code was sent twice, whatever was between', async () => {
      for (const code of [right, '000000']) {
        const previous = { code, diagnosis: unexplained, valid: right };
        expect(await diagnose(right, { previous })).to.deep.equal({ kind: 'reused' });
      }
    });

    it('stays another if the same code is sent again', async () => {
      const previous = { code: right, diagnosis: otherSecret, valid: right };
      expect(await diagnose(right, { previous })).to.deep.equal(otherSecret);
    });

    it('is another after one right code by the clock of the server, unless a step has just begun or is about to end', async () => {
      for (const [since, expected] of [
        [0, unexplained],
        [4_999, unexplained],
        [5_000, otherSecret],
        [25_000, otherSecret],
        [25_001, unexplained],
        [29_999, unexplained],
      ] as const) {
        const at = STEP + since;
        const diagnosis = await diagnose(codeOf(at), { at, isServerTime: true });
        expect(diagnosis, String(since)).to.deep.equal(expected);
      }
    });

    it('is not asked for a code that is wrong by any clock', async () => {
      const previous = { ...before, valid: before.code };
      for (const [code, expected] of [
        [codeOf(AT, { secret: OTHER }), otherAccount],
        [withOtherDigit(right, 2), mistyped],
        [codeOf(AT + 600_000), clockOff(10)],
      ] as const) {
        const diagnosis = await diagnose(code, { previous, isServerTime: true });
        expect(diagnosis).to.deep.equal(expected);
      }
    });
  });

  describe('by the digits', () => {
    for (const [name, distance] of [
      ['now', 0],
      ['a step ago', -30],
      ['the next step', 30],
    ] as const) {
      const right = codeOf(AT + distance * 1000);

      it(`is a typo if one digit differs from the code of ${name}, in any place`, async () => {
        for (let place = 0; place < 6; place += 1) {
          expect(await diagnose(withOtherDigit(right, place))).to.deep.equal(mistyped);
        }
      });

      it(`is a typo if two adjacent digits of the code of ${name} are swapped`, async () => {
        for (let place = 0; place < 5; place += 1) {
          const code = withSwap(right, place);
          if (code !== right) expect(await diagnose(code), code).to.deep.equal(mistyped);
        }
      });
    }

    it('is not a typo if more digits differ', async () => {
      const right = codeOf(AT);
      expect(right, 'digits that all differ from their neighbors').to.match(/^(?:(.)(?!\1))+$/);
      for (const code of [
        withOtherDigit(withOtherDigit(right, 0), 1),
        withOtherDigit(withOtherDigit(right, 0), 5),
        withSwap(withSwap(right, 0), 1),
        withSwap(withSwap(right, 0), 3),
        withOtherDigit(withSwap(right, 0), 4),
        withOtherDigit(codeOf(AT - 60_000), 0),
      ]) {
        expect(await diagnose(code), code).to.deep.equal(otherAccount);
      }
    });

    it('is a typo if there are too many, too few or no digits', async () => {
      const right = codeOf(AT);
      for (const code of [
        '',
        right.slice(1),
        `${right}0`,
        `0${right}`,
        'abcdef',
        'abc765',
        '765abc',
      ]) {
        expect(await diagnose(code), code).to.deep.equal(mistyped);
      }
      expect(await diagnose(right, { otpauthUri: uriOf({ digits: 8 }) })).to.deep.equal(mistyped);
    });
  });

  describe('by chance', () => {
    it('is almost always another account, or a typo, for the code of another account', async () => {
      const CODES = 2000;
      // A quarter of an hour, so that there are few codes to compute for each of the 2,000.
      const period = 900;
      const steps = 2 * ((14 * HOUR) / period) + 1;
      // 0.226 are expected; more than 5 happen once in 8 million runs, and this run is deterministic.
      expect((CODES * steps) / 1e6).to.be.closeTo(0.226, 0.001);
      const random = seededRandom(20_261_122);
      const kinds = new Map<string, number>();
      for (let count = 0; count < CODES; count += 1) {
        const at = AT + Math.floor(random() * 1e12);
        const code = codeOf(at, { secret: OTHER });
        const { kind } = await diagnose(code, { otpauthUri: uriOf({ period }), at });
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      }
      const slips = kinds.get('mistyped') ?? 0;
      expect((kinds.get('other-account') ?? 0) + slips).to.be.at.least(CODES - 5);
      // 3 × 58.5 codes of a million: 0.35 are expected.
      expect(slips).to.be.at.most(5);
      // Takes two seconds, and longer on a busy machine.
    }).timeout(60_000);
  });

  it('does not reveal the secret if the URI is invalid', async () => {
    const refused = diagnose('123456', { otpauthUri: `otpauth://hotp/x?secret=${SECRET}` });
    const error: unknown = await refused.catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(RangeError);
    expect(String(error)).to.not.include(SECRET);
  });
});
