import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { addSeconds, type Clock } from '../clock.js';
import type { Schema } from '../database/schema.js';
import { Problem } from '../problem.js';
import type { Session } from '../sessions/sessions.js';
import type { SignIn } from '../sessions/sign-ins.js';
import { newSecret } from './key-uri.js';
import type { SecretBox } from './secret-box.js';

/** The owner of an enrollment: the first sign-in of an account, or a session. */
export type EnrollmentOwner =
  | { readonly kind: 'sign-in'; readonly signIn: SignIn }
  | { readonly kind: 'session'; readonly session: Session };

export interface PendingEnrollment {
  /** Becomes the id of the authenticator, so that the encrypted secret can be moved unchanged. */
  readonly id: string;
  readonly secret: string;
  readonly sealedSecret: string;
  readonly expiresAt: Date;
}

const LIFETIME_SECONDS = 10 * 60;

/**
 * Stores enrollments that wait for their first right code. Each belongs to the sign-in or session that
 * started it, because an attacker who knows the password must never see the same secret.
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

  /** Starts an enrollment, or returns the pending one, because a reload must not change the QR code. */
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
      // If a concurrent request has started one, that one counts.
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const started = await this.#find(owner);
    if (!started) throw new Problem('unavailable', { retryAfter: 1 });
    return started;
  }

  /**
   * The pending enrollment with this id.
   *
   * @throws {Problem} `enrollment-expired` if it has expired, was replaced or has another owner.
   */
  async get(owner: EnrollmentOwner, id: string): Promise<PendingEnrollment> {
    const pending = await this.#find(owner);
    if (pending?.id !== id) throw new Problem('enrollment-expired');
    return pending;
  }

  /** @throws {Problem} `not-found` if the owner has no such enrollment. */
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
   * Uses up an enrollment, which becomes an authenticator. Deletes all other enrollments of the account,
   * whose secrets are no longer valid.
   *
   * @throws {Problem} `enrollment-expired` if a concurrent request was first.
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

  /** Not later than the expiry of its sign-in, without which it cannot be confirmed. */
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
