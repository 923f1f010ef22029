import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { addSeconds, type Clock } from '../clock.js';
import type { Schema } from '../database/schema.js';
import { Problem } from '../problem.js';
import type { Session } from '../sessions/sessions.js';
import type { SignIn } from '../sessions/sign-ins.js';
import { newSecret } from './key-uri.js';
import type { SecretBox } from './secret-box.js';

/** Who links an app: somebody at the first sign-in, or somebody who is signed in already. */
export type EnrollmentOwner =
  | { readonly kind: 'sign-in'; readonly signIn: SignIn }
  | { readonly kind: 'session'; readonly session: Session };

export interface PendingEnrollment {
  /** Becomes the id of the authenticator, which is why the sealed secret can move as it is. */
  readonly id: string;
  readonly secret: string;
  readonly sealedSecret: string;
  readonly expiresAt: Date;
}

const LIFETIME_SECONDS = 10 * 60;

/**
 * Links with an app that wait for their first right code. One belongs to the sign-in or session
 * that began it: somebody else who knows the password must never be shown the same secret.
 */
export class Enrollments {
  readonly #database: Kysely<Schema>;
  readonly #clock: Clock;
  readonly #secretBox: SecretBox;

  constructor(database: Kysely<Schema>, clock: Clock, secretBox: SecretBox) {
    this.#database = database;
    this.#clock = clock;
    this.#secretBox = secretBox;
  }

  /** Begins one, or gives the one that is going on: a reload must not change the QR code. */
  async start(owner: EnrollmentOwner): Promise<PendingEnrollment> {
    const pending = await this.#find(owner);
    if (pending) return pending;
    const now = this.#clock();
    const accountId = accountOf(owner);
    const id = randomUUID();
    const { column, value } = ownedBy(owner);
    await this.#database
      .deleteFrom('enrollments')
      .where(column, '=', value)
      .where('expires_at', '<=', now)
      .execute();
    await this.#database
      .insertInto('enrollments')
      .values({
        id,
        account_id: accountId,
        sign_in_id: null,
        session_id: null,
        [column]: value,
        sealed_secret: this.#secretBox.seal(newSecret(), { accountId, authenticatorId: id }),
        created_at: now,
        expires_at: this.#expiry(owner, now),
      })
      // A request beside this one may have begun it: then that one counts.
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const begun = await this.#find(owner);
    if (!begun) throw new Problem('unavailable', { retryAfter: 1 });
    return begun;
  }

  /**
   * The one that is going on under this id.
   *
   * @throws {Problem} `enrollment-expired` when there is none: over, replaced or never this owner's.
   */
  async get(owner: EnrollmentOwner, id: string): Promise<PendingEnrollment> {
    const pending = await this.#find(owner);
    if (pending?.id !== id) throw new Problem('enrollment-expired');
    return pending;
  }

  /** @throws {Problem} `not-found` when there is nothing to forget. */
  async cancel(owner: EnrollmentOwner, id: string): Promise<void> {
    const { column, value } = ownedBy(owner);
    const { numDeletedRows } = await this.#database
      .deleteFrom('enrollments')
      .where('id', '=', id)
      .where(column, '=', value)
      .executeTakeFirst();
    if (numDeletedRows !== 1n) throw new Problem('not-found');
  }

  /**
   * Takes it away to become an authenticator, once, together with every other one of the account:
   * what they showed is no longer valid.
   *
   * @throws {Problem} `enrollment-expired` when a request beside this one was first.
   */
  async consume(transaction: Kysely<Schema>, owner: EnrollmentOwner, id: string): Promise<void> {
    const { numDeletedRows } = await transaction
      .deleteFrom('enrollments')
      .where('id', '=', id)
      .executeTakeFirst();
    if (numDeletedRows !== 1n) throw new Problem('enrollment-expired');
    await transaction
      .deleteFrom('enrollments')
      .where('account_id', '=', accountOf(owner))
      .execute();
  }

  async #find(owner: EnrollmentOwner): Promise<PendingEnrollment | undefined> {
    const { column, value } = ownedBy(owner);
    const row = await this.#database
      .selectFrom('enrollments')
      .select(['id', 'sealed_secret', 'expires_at'])
      .where(column, '=', value)
      .where('expires_at', '>', this.#clock())
      .executeTakeFirst();
    if (!row) return undefined;
    const secretOwner = { accountId: accountOf(owner), authenticatorId: row.id };
    return {
      id: row.id,
      secret: this.#secretBox.open(row.sealed_secret, secretOwner),
      sealedSecret: row.sealed_secret,
      expiresAt: row.expires_at,
    };
  }

  /** Never later than the sign-in it belongs to: a promise that could not be kept. */
  #expiry(owner: EnrollmentOwner, now: Date): Date {
    const expiry = addSeconds(now, LIFETIME_SECONDS);
    if (owner.kind === 'session' || owner.signIn.expiresAt > expiry) return expiry;
    return owner.signIn.expiresAt;
  }
}

export function accountOf(owner: EnrollmentOwner): string {
  return owner.kind === 'session' ? owner.session.accountId : owner.signIn.accountId;
}

function ownedBy(owner: EnrollmentOwner) {
  return owner.kind === 'session'
    ? ({ column: 'session_id', value: owner.session.id } as const)
    : ({ column: 'sign_in_id', value: owner.signIn.id } as const);
}
