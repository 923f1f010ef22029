import type { Kysely } from 'kysely';
import type { Accounts } from '../accounts/accounts.js';
import type { Clock } from '../clock.js';
import type { Schema } from '../database/schema.js';
import { Problem } from '../problem.js';
import type { Session, Sessions } from '../sessions/sessions.js';
import type { Authenticators } from './authenticators.js';
import type { SecondFactor } from './second-factor.js';
import type { Throttle } from './throttle.js';

/** Requires and performs step-ups, which protect an account from an intruder in an open session. */
export class StepUp {
  readonly #database: Kysely<Schema>;
  readonly #clock: Clock;
  readonly #accounts: Accounts;
  readonly #authenticators: Authenticators;
  readonly #sessions: Sessions;
  readonly #secondFactor: SecondFactor;
  readonly #throttle: Throttle;

  constructor(parts: {
    database: Kysely<Schema>;
    clock: Clock;
    accounts: Accounts;
    authenticators: Authenticators;
    sessions: Sessions;
    secondFactor: SecondFactor;
    throttle: Throttle;
  }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#accounts = parts.accounts;
    this.#authenticators = parts.authenticators;
    this.#sessions = parts.sessions;
    this.#secondFactor = parts.secondFactor;
    this.#throttle = parts.throttle;
  }

  /** @throws {Problem} `step-up-required`, with the proofs that this account can give. */
  async require(session: Session): Promise<void> {
    if (this.#sessions.isSteppedUp(session)) return;
    if (session.byRememberedDevice) throw codeRequired();
    const linked = await this.#authenticators.count(session.accountId);
    throw new Problem('step-up-required', {
      stepUp: linked > 0 ? ['password', 'code'] : ['password'],
    });
  }

  /**
   * Steps up with the password. It is not accepted in a session that started on a remembered device, which has
   * given only the password: to change a second factor, a user has to prove one (B28, NIST SP 800-63B-4
   * section 4.1.2.1).
   *
   * Wrong passwords use the same counter as wrong codes (B26). A right one refunds its own try but does not
   * reset the counter, because it says nothing about earlier guesses of codes (B13).
   *
   * @returns The value of the session's new cookie.
   * @throws {Problem} `step-up-required`, `invalid-password`, `rate-limited` or `locked`.
   */
  async withPassword(session: Session, password: string): Promise<string> {
    const { id, accountId, byRememberedDevice } = session;
    if (byRememberedDevice) throw codeRequired();
    const attempt = await this.#throttle.charge(accountId);
    if (!(await this.#accounts.hasPassword(accountId, password))) {
      throw new Problem('invalid-password', attempt.ifWrong);
    }
    return this.#database.transaction().execute(async (transaction) => {
      await this.#throttle.refund(transaction, accountId, attempt);
      return this.#sessions.rotate(transaction, id, { stepped_up_at: this.#clock() });
    });
  }

  /**
   * Steps up with a code.
   *
   * @returns The value of the session's new cookie.
   * @throws {Problem} As {@link SecondFactor.withCode}.
   */
  withCode({ id, accountId }: Session, code: string): Promise<string> {
    return this.#secondFactor.withCode(accountId, code, (transaction) =>
      this.#sessions.rotate(transaction, id, {
        stepped_up_at: this.#clock(),
        by_remembered_device: false,
      }),
    );
  }
}

/** The problem for a session in which only the password was given. */
const codeRequired = () => new Problem('step-up-required', { stepUp: ['code'] });
