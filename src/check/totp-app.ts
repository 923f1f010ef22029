import { oneTimeCodes } from '../otp/diagnosis/one-time-codes.js';
import type { OtpauthUri } from '../otp/otpauth-uri.js';
import type { WalkClock } from './walk-clock.js';

/** Periods to either side of now in which a code might still be taken, whatever the clocks. */
const NEAR = 10;
/** Milliseconds into a period that are waited for, for a clock of the server that is behind a little. */
const MARGIN = 1000;

/** An authenticator app that has scanned a secret, and shows each code once. */
export class AuthenticatorApp {
  readonly #codeOf: (step: number) => string;
  readonly #account: OtpauthUri;
  readonly #clock: WalkClock;
  #lastUsed = -Infinity;

  constructor(account: OtpauthUri, clock: WalkClock) {
    this.#account = account;
    this.#codeOf = oneTimeCodes(account);
    this.#clock = clock;
  }

  /** A right code that was not given out before: servers take each once (RFC 6238, section 5.2). */
  async unusedCode(): Promise<string> {
    if (this.#step() <= this.#lastUsed) {
      const period = this.#account.period * 1000;
      const wait = (this.#lastUsed + 1) * period + MARGIN - this.#clock.now();
      this.#clock.say(
        `Waiting ${Math.ceil(wait / 1000)} s for the next code: servers take each code once.`,
      );
      await this.#clock.sleep(wait);
    }
    this.#lastUsed = this.#step();
    return this.#codeOf(this.#lastUsed);
  }

  /** A code that neither this app nor one of the others shows around now. */
  wrongCode(others: readonly AuthenticatorApp[] = []): string {
    const right = [this, ...others].flatMap((app) => app.#codesNear());
    const candidates = Array.from('0123456789', (digit) => digit.repeat(this.#account.digits));
    return candidates.find((code) => !right.includes(code)) ?? '';
  }

  #codesNear(): readonly string[] {
    const now = this.#step();
    return Array.from({ length: 2 * NEAR + 1 }, (_, index) => this.#codeOf(now - NEAR + index));
  }

  #step(): number {
    return Math.floor(this.#clock.now() / 1000 / this.#account.period);
  }
}
