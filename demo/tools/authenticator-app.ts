import jsQR from 'jsqr';
import { Secret, TOTP, URI } from 'otpauth';
import { PNG } from 'pngjs';

/** How long a code is shown, in seconds (RFC 6238, section 5.2). */
const PERIOD = 30;
const CODES_A_DAY = (24 * 60 * 60) / PERIOD;

/**
 * Simulates a phone with an authenticator app. It reads the QR code from a screenshot and computes codes
 * with another implementation than the server, so that an error in either one is found.
 */
export class AuthenticatorApp {
  readonly #totp: TOTP;
  readonly #codes = new Map<number, string>();
  /** How many seconds the clock of the phone is ahead; negative if it is behind. */
  clockOffset: number;

  private constructor(totp: TOTP, clockOffset: number) {
    this.#totp = totp;
    this.clockOffset = clockOffset;
  }

  /**
   * Scans a QR code.
   *
   * @param screenshot A PNG that contains one QR code.
   * @param clockOffset How many seconds the clock of the phone is ahead; negative if it is behind.
   */
  static scan(screenshot: Buffer, clockOffset = 0): AuthenticatorApp {
    const { data, width, height } = PNG.sync.read(screenshot);
    const seen = jsQR(new Uint8ClampedArray(data), width, height);
    if (!seen) throw new Error('The screenshot contains no QR code.');
    return AuthenticatorApp.of(seen.data, clockOffset);
  }

  /** Creates an app that has scanned the QR code of an otpauth URI. */
  static of(uri: string, clockOffset = 0): AuthenticatorApp {
    const totp = URI.parse(uri);
    if (!(totp instanceof TOTP)) throw new Error('The QR code is not of a time-based account.');
    return new AuthenticatorApp(totp, clockOffset);
  }

  /** The account as the app lists it. */
  get account(): string {
    return `${this.#totp.issuer}: ${this.#totp.label}`;
  }

  /** The shared secret, for tests that prove where it does not occur. */
  get secret(): string {
    return this.#totp.secret.base32;
  }

  /** The code that is shown at a time. */
  codeAt(time: Date): string {
    return this.#codeOf(this.#stepAt(time));
  }

  /**
   * The code of another account in the app at a time. No wrong clock and no typing error turns a code of
   * this account into it, so that there is only one explanation for it.
   */
  otherAccountsCodeAt(time: Date): string {
    const now = this.#stepAt(time);
    const around = (steps: number) => this.#codeOf(now + steps);
    const days = new Set(
      Array.from({ length: 2 * CODES_A_DAY + 1 }, (_, index) => around(index - CODES_A_DAY)),
    );
    const near = [-2, -1, 0, 1, 2].map(around);
    for (;;) {
      const other = new TOTP({ secret: new Secret({ size: 20 }) });
      const code = other.generate({ timestamp: time.getTime() });
      if (!days.has(code) && near.every((own) => differences(code, own) > 2)) return code;
    }
  }

  /** Distinct codes that the app does not show around a time. */
  wrongCodesAt(time: Date, count: number): string[] {
    const codes = new Set<string>();
    while (codes.size < count) codes.add(this.otherAccountsCodeAt(time));
    return [...codes];
  }

  /** The time step by the phone's clock, counted from 1970 (RFC 6238, section 4.2). */
  #stepAt(time: Date): number {
    return Math.floor((time.getTime() / 1000 + this.clockOffset) / PERIOD);
  }

  /** Computes each code once, because two days have thousands of them. */
  #codeOf(step: number): string {
    const known = this.#codes.get(step);
    if (known !== undefined) return known;
    const code = this.#totp.generate({ timestamp: step * PERIOD * 1000 });
    this.#codes.set(step, code);
    return code;
  }
}

/** The number of digits that differ. */
function differences(code: string, other: string): number {
  return Array.from(code).filter((digit, index) => digit !== other[index]).length;
}
