import jsQR from 'jsqr';
import { Secret, TOTP, URI } from 'otpauth';
import { PNG } from 'pngjs';

/** How long a code shows, in seconds (RFC 6238, section 5.2). */
const PERIOD = 30;
const A_DAY = (24 * 60 * 60) / PERIOD;

/**
 * A phone with an authenticator app: it sees only the picture on the screen, and computes its codes
 * with another implementation than the server's.
 */
export class AuthenticatorApp {
  readonly #totp: TOTP;
  readonly #codes = new Map<number, string>();
  /** Seconds that the clock of the phone is ahead; behind: negative. */
  clockOffset: number;

  private constructor(totp: TOTP, clockOffset: number) {
    this.#totp = totp;
    this.clockOffset = clockOffset;
  }

  /**
   * Points the camera at the screen.
   *
   * @param screenshot A PNG with one QR code in it.
   * @param clockOffset Seconds that the clock of the phone is ahead; behind: negative.
   */
  static scan(screenshot: Buffer, clockOffset = 0): AuthenticatorApp {
    const { data, width, height } = PNG.sync.read(screenshot);
    const seen = jsQR(new Uint8ClampedArray(data), width, height);
    if (!seen) throw new Error('The camera sees no QR code.');
    return AuthenticatorApp.of(seen.data, clockOffset);
  }

  /** One that has seen the QR code with this otpauth URI. */
  static of(uri: string, clockOffset = 0): AuthenticatorApp {
    const totp = URI.parse(uri);
    if (!(totp instanceof TOTP)) throw new Error('The QR code is not of a time-based account.');
    return new AuthenticatorApp(totp, clockOffset);
  }

  /** The account as the app lists it. */
  get account(): string {
    return `${this.#totp.issuer}: ${this.#totp.label}`;
  }

  /** What somebody with a copy of the app would have. Only to prove where it is not. */
  get secret(): string {
    return this.#totp.secret.base32;
  }

  /** The code that shows at a time. */
  codeAt(time: Date): string {
    return this.#codeOf(this.#stepAt(time));
  }

  /**
   * The code of another account in the app at a time: one that no clock and no slip of the hand can
   * make of this account's codes, so that there is only one explanation for it.
   */
  otherAccountsCodeAt(time: Date): string {
    const now = this.#stepAt(time);
    const around = (steps: number) => this.#codeOf(now + steps);
    const days = new Set(
      Array.from({ length: 2 * A_DAY + 1 }, (_, index) => around(index - A_DAY)),
    );
    const near = [-2, -1, 0, 1, 2].map(around);
    for (;;) {
      const other = new TOTP({ secret: new Secret({ size: 20 }) });
      const code = other.generate({ timestamp: time.getTime() });
      if (!days.has(code) && near.every((own) => differences(code, own) > 2)) return code;
    }
  }

  /** Different codes that the app does not show around a time. */
  wrongCodesAt(time: Date, count: number): string[] {
    const codes = new Set<string>();
    while (codes.size < count) codes.add(this.otherAccountsCodeAt(time));
    return [...codes];
  }

  /** Which code it is on the phone's clock, counted from 1970 (RFC 6238, section 4.2). */
  #stepAt(time: Date): number {
    return Math.floor((time.getTime() / 1000 + this.clockOffset) / PERIOD);
  }

  /** Two days have thousands of codes: each is computed once. */
  #codeOf(step: number): string {
    const known = this.#codes.get(step);
    if (known !== undefined) return known;
    const code = this.#totp.generate({ timestamp: step * PERIOD * 1000 });
    this.#codes.set(step, code);
    return code;
  }
}

/** How many digits differ. */
function differences(code: string, other: string): number {
  return Array.from(code).filter((digit, index) => digit !== other[index]).length;
}
