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

/** The result of a confirmed enrollment. */
export interface Linked {
  readonly authenticator: Authenticator;
  /** The value of the session's new cookie. */
  readonly sessionToken: string;
  /** Set only if the account had none. */
  readonly recoveryCodes: readonly string[] | undefined;
}

/**
 * Performs the changes to the protection of an account: confirms enrollments, unlinks authenticators and
 * replaces recovery codes. Each of them forgets the remembered devices (B62).
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
   * Checks that one more authenticator may be linked.
   *
   * @returns The number of linked authenticators.
   * @throws {Problem} `already-linked` or `limit-reached`.
   */
  async checkRoom(owner: EnrollmentOwner, database = this.#database): Promise<number> {
    const count = await this.#authenticators.count(accountOf(owner), database);
    if (owner.kind === 'sign-in' && count > 0) throw new Problem('already-linked');
    if (count >= MAX_AUTHENTICATORS) throw new Problem('limit-reached');
    return count;
  }

  /**
   * Links the app that shows this code. The authenticator, its used-up code, the recovery codes and the
   * session are stored in one transaction (B34).
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
    const { ifWrong } = await this.#throttle.charge(accountId);
    const step = await timeStepOf(secret, code, this.#clock());
    if (step === undefined) throw new Problem('invalid-code', ifWrong);
    const generated = await this.#recoveryCodes.generate();
    return this.#database.transaction().execute(async (transaction) => {
      await lockAccount(transaction, accountId);
      const count = await this.checkRoom(owner, transaction);
      await this.#enrollments.consume(transaction, owner, id);
      const authenticator = await this.#authenticators.add(transaction, {
        id,
        accountId,
        name: name ?? defaultName(count + 1),
        sealedSecret,
        step,
      });
      const { total } = await this.#recoveryCodes.status(accountId, transaction);
      if (total === 0) await this.#recoveryCodes.replace(transaction, accountId, generated);
      await this.#rememberedDevices.forgetAll(transaction, accountId);
      const sessionToken = await this.#continueSession(transaction, owner);
      await this.#throttle.reset(transaction, accountId);
      return {
        authenticator,
        sessionToken,
        recoveryCodes: total === 0 ? generated.codes : undefined,
      };
    });
  }

  /**
   * Unlinks an authenticator and ends the other sessions. If none is left, deletes the recovery codes too,
   * and the next sign-in enrolls again.
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
   * Replaces the recovery codes.
   *
   * @throws {Problem} `forbidden` if no authenticator is linked, because there is nothing to recover.
   */
  async regenerateRecoveryCodes(accountId: string): Promise<readonly string[]> {
    const generated = await this.#recoveryCodes.generate();
    await this.#database.transaction().execute(async (transaction) => {
      await lockAccount(transaction, accountId);
      const count = await this.#authenticators.count(accountId, transaction);
      if (count === 0) throw new Problem('forbidden', { title: 'No app is linked.' });
      await this.#recoveryCodes.replace(transaction, accountId, generated);
      await this.#rememberedDevices.forgetAll(transaction, accountId);
    });
    return generated.codes;
  }

  /** Exchanges a sign-in for a session, or rotates the cookie of a session. */
  async #continueSession(transaction: Kysely<Schema>, owner: EnrollmentOwner): Promise<string> {
    if (owner.kind === 'sign-in') {
      await this.#signIns.consume(transaction, owner.signIn.id);
      return this.#sessions.begin(transaction, owner.signIn.accountId);
    }
    await this.#sessions.endOthers(transaction, owner.session);
    return this.#sessions.rotate(transaction, owner.session.id);
  }
}

function defaultName(number: number): string {
  return number === 1 ? 'Authenticator-app' : `Authenticator-app ${number}`;
}

/**
 * Makes requests that change the protection of one account wait for each other. A stronger lock would cause a
 * deadlock: a concurrent sign-in refers to the account and holds the row of its device.
 */
async function lockAccount(transaction: Kysely<Schema>, id: string): Promise<void> {
  await transaction
    .selectFrom('accounts')
    .select('id')
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
}
