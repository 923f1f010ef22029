import type { Kysely } from 'kysely';
import type { Clock } from '../clock.js';
import type { Schema } from '../database/schema.js';
import { Problem } from '../problem.js';
import type { RememberedDevices } from '../sessions/remembered-devices.js';
import type { Session, Sessions } from '../sessions/sessions.js';
import type { SignIns } from '../sessions/sign-ins.js';
import { type Authenticator, type Authenticators, MAX_AUTHENTICATORS } from './authenticators.js';
import { timeStepOf } from './codes.js';
import { accountOf, type EnrollmentOwner, type Enrollments } from './enrollments.js';
import type { RecoveryCodes } from './recovery-codes.js';
import type { Throttle } from './throttle.js';

/** A link that was made. */
export interface Linked {
  readonly authenticator: Authenticator;
  /** The value of the session's new cookie. */
  readonly sessionToken: string;
  /** Only when the account had none. */
  readonly recoveryCodes: readonly string[] | undefined;
}

/**
 * Turns enrollments into linked apps, and takes links away: what changes who can get in. Remembered
 * devices are forgotten by all of it (B62).
 */
export class Linking {
  readonly #database: Kysely<Schema>;
  readonly #clock: Clock;
  readonly #authenticators: Authenticators;
  readonly #enrollments: Enrollments;
  readonly #recoveryCodes: RecoveryCodes;
  readonly #rememberedDevices: RememberedDevices;
  readonly #sessions: Sessions;
  readonly #signIns: SignIns;
  readonly #throttle: Throttle;

  constructor(parts: {
    database: Kysely<Schema>;
    clock: Clock;
    authenticators: Authenticators;
    enrollments: Enrollments;
    recoveryCodes: RecoveryCodes;
    rememberedDevices: RememberedDevices;
    sessions: Sessions;
    signIns: SignIns;
    throttle: Throttle;
  }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#authenticators = parts.authenticators;
    this.#enrollments = parts.enrollments;
    this.#recoveryCodes = parts.recoveryCodes;
    this.#rememberedDevices = parts.rememberedDevices;
    this.#sessions = parts.sessions;
    this.#signIns = parts.signIns;
    this.#throttle = parts.throttle;
  }

  /**
   * Whether one more app may be linked.
   *
   * @returns How many there are.
   * @throws {Problem} `already-linked` or `limit-reached`.
   */
  async checkRoom(owner: EnrollmentOwner, database = this.#database): Promise<number> {
    const count = await this.#authenticators.count(accountOf(owner), database);
    if (owner.kind === 'sign-in' && count > 0) throw new Problem('already-linked');
    if (count >= MAX_AUTHENTICATORS) throw new Problem('limit-reached');
    return count;
  }

  /**
   * Links the app that shows this code. All or nothing: the link, its used-up code, the recovery
   * codes and the session are one transaction (B34).
   *
   * @throws {Problem} `enrollment-expired`, `invalid-code`, `rate-limited`, `locked`,
   *   `already-linked`, `limit-reached` or `login-expired`.
   */
  async confirm(
    owner: EnrollmentOwner,
    id: string,
    { code, name }: { code: string; name: string | undefined },
  ): Promise<Linked> {
    const accountId = accountOf(owner);
    const { secret, sealedSecret } = await this.#enrollments.get(owner, id);
    const { attemptsLeft } = await this.#throttle.charge(accountId);
    const step = await timeStepOf(secret, code, this.#clock());
    if (step === undefined) throw new Problem('invalid-code', { attemptsLeft });
    const drawn = await this.#recoveryCodes.draw();
    return this.#database.transaction().execute(async (transaction) => {
      await lockAccount(transaction, accountId);
      const count = await this.checkRoom(owner, transaction);
      await this.#enrollments.consume(transaction, owner, id);
      const authenticator = await this.#authenticators.add(transaction, {
        id,
        accountId,
        name: name ?? nameOfNumber(count + 1),
        sealedSecret,
        step,
      });
      const { total } = await this.#recoveryCodes.status(accountId, transaction);
      if (total === 0) await this.#recoveryCodes.replace(transaction, accountId, drawn);
      await this.#rememberedDevices.forgetAll(transaction, accountId);
      const sessionToken = await this.#enter(transaction, owner);
      await this.#throttle.reset(transaction, accountId);
      return {
        authenticator,
        sessionToken,
        recoveryCodes: total === 0 ? drawn.codes : undefined,
      };
    });
  }

  /**
   * Takes a link away and ends the other sessions. Without any app the recovery codes go too: the
   * next sign-in links anew.
   *
   * @throws {Problem} `not-found`.
   */
  async unlink(session: Session, id: string): Promise<void> {
    const { accountId } = session;
    await this.#database.transaction().execute(async (transaction) => {
      await lockAccount(transaction, accountId);
      await this.#authenticators.remove(transaction, accountId, id);
      const left = await this.#authenticators.count(accountId, transaction);
      if (left === 0) await this.#recoveryCodes.remove(transaction, accountId);
      await this.#rememberedDevices.forgetAll(transaction, accountId);
      await this.#sessions.endOthers(transaction, session);
    });
  }

  /**
   * New recovery codes in place of the old ones.
   *
   * @throws {Problem} `forbidden` when no app is linked: there is nothing to recover then.
   */
  async regenerateRecoveryCodes(accountId: string): Promise<readonly string[]> {
    const drawn = await this.#recoveryCodes.draw();
    await this.#database.transaction().execute(async (transaction) => {
      await lockAccount(transaction, accountId);
      const count = await this.#authenticators.count(accountId, transaction);
      if (count === 0) throw new Problem('forbidden', { title: 'No app is linked.' });
      await this.#recoveryCodes.replace(transaction, accountId, drawn);
      await this.#rememberedDevices.forgetAll(transaction, accountId);
    });
    return drawn.codes;
  }

  /** At the first sign-in the sign-in becomes a session; a session gets another cookie. */
  async #enter(transaction: Kysely<Schema>, owner: EnrollmentOwner): Promise<string> {
    if (owner.kind === 'sign-in') {
      await this.#signIns.consume(transaction, owner.signIn.id);
      return this.#sessions.begin(transaction, owner.signIn.accountId);
    }
    await this.#sessions.endOthers(transaction, owner.session);
    return this.#sessions.rotate(transaction, owner.session.id);
  }
}

function nameOfNumber(number: number): string {
  return number === 1 ? 'Authenticator-app' : `Authenticator-app ${number}`;
}

/**
 * Requests that change what protects one account go one after the other. No stronger lock than that: a
 * sign-in beside it refers to the account and holds the row of its device, and each would wait for
 * the other.
 */
async function lockAccount(transaction: Kysely<Schema>, id: string): Promise<void> {
  await transaction
    .selectFrom('accounts')
    .select('id')
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
}
