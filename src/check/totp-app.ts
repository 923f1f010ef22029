import { oneTimeCodes } from '../otp/diagnosis/one-time-codes.js';
import type { OtpauthUri } from '../otp/otpauth-uri.js';
import type { CommandEnvironment } from './command-environment.js';

/** Periods before and after now whose codes a server may accept if its clock differs. */
const NEAR = 10;
/** Milliseconds to wait after a period begins, in case the clock of the server is a little behind. */
const MARGIN = 1000;

type Clock = Pick<CommandEnvironment, 'now' | 'sleep' | 'notify'>;

/** An authenticator app that has scanned a secret. Gives each code once. */
export class TotpApp {
  readonly #codeOf: (step: number) => string;
  readonly #account: OtpauthUri;
  readonly #clock: Clock;
  #lastUsed = -Infinity;

  constructor(account: OtpauthUri, clock: Clock) {
    this.#account = account;
    this.#codeOf = oneTimeCodes(account);
    this.#clock = clock;
  }

  /**
   * Returns a code that it has not returned before, because servers accept each once (RFC 6238, section
   * 5.2). Waits for the next code if it has to.
   */
  async unusedCode(): Promise<string> {
    if (this.#step() <= this.#lastUsed) {
      const period = this.#account.period * 1000;
      const wait = (this.#lastUsed + 1) * period + MARGIN - this.#clock.now();
      this.#clock.notify(
        `Waiting ${Math.ceil(wait / 1000)} s for the next code: servers accept each code once.`,
      );
      await this.#clock.sleep(wait);
    }
    this.#lastUsed = this.#step();
    return this.#codeOf(this.#lastUsed);
  }

  /** Returns a code that neither app shows around now. */
  wrongCode(other?: TotpApp): string {
    const right = [this, other].flatMap((app) => (app ? app.#codesNear() : []));
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
