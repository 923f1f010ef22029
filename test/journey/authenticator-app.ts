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
    const totp = URI.parse(seen.data);
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
    return this.#totp.generate({ timestamp: time.getTime() + this.clockOffset * 1000 });
  }

  /**
   * The code of another account in the app at a time: one that no clock and no slip of the hand can
   * make of this account's codes, so that there is only one explanation for it.
   */
  otherAccountsCodeAt(time: Date): string {
    const around = (steps: number) => this.codeAt(new Date(time.getTime() + steps * PERIOD * 1000));
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
}

/** How many digits differ. */
function differences(code: string, other: string): number {
  return Array.from(code).filter((digit, index) => digit !== other[index]).length;
}
