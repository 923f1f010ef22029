import jsQR from 'jsqr';
import { TOTP, URI } from 'otpauth';
import { PNG } from 'pngjs';

/** How long a code shows, in seconds (RFC 6238, section 5.2). */
const PERIOD = 30;

/**
 * A phone with an authenticator app: it sees only the picture on the screen, and computes its codes
 * with another implementation than the server's.
 */
export class AuthenticatorApp {
  readonly #totp: TOTP;

  private constructor(totp: TOTP) {
    this.#totp = totp;
  }

  /**
   * Points the camera at the screen.
   *
   * @param screenshot A PNG with one QR code in it.
   */
  static scan(screenshot: Buffer): AuthenticatorApp {
    const { data, width, height } = PNG.sync.read(screenshot);
    const seen = jsQR(new Uint8ClampedArray(data), width, height);
    if (!seen) throw new Error('The camera sees no QR code.');
    const totp = URI.parse(seen.data);
    if (!(totp instanceof TOTP)) throw new Error('The QR code is not of a time-based account.');
    return new AuthenticatorApp(totp);
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
    return this.#totp.generate({ timestamp: time.getTime() });
  }

  /** Six digits that the app does not show around a time. */
  wrongCodeAt(time: Date): string {
    const near = [-2, -1, 0, 1, 2].map((steps) =>
      this.codeAt(new Date(time.getTime() + steps * PERIOD * 1000)),
    );
    const wrong = ['000000', '111111', '222222', '333333', '444444', '555555'];
    return wrong.find((code) => !near.includes(code)) ?? '';
  }
}
