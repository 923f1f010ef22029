import type { Kysely } from 'kysely';
import { addSeconds, type Clock } from '../clock.js';
import type { Schema } from '../database/schema.js';
import { Problem, type ProblemFacts } from '../problem.js';

/** The numbers of wrong tries and the lengths of the waits, in seconds. */
export interface ThrottleLimits {
  /** Wrong tries before the next wait. */
  readonly triesPerRound: number;
  readonly firstWait: number;
  /** Each wait is twice the previous one, up to this. */
  readonly longestWait: number;
  /** Consecutive wrong tries after which only support can help. */
  readonly total: number;
}

/** NIST SP 800-63B-4 section 3.2.2: waits from 30 seconds to 1 hour, 100 failures at most. */
export const SECOND_FACTOR_LIMITS: ThrottleLimits = {
  triesPerRound: 5,
  firstWait: 30,
  longestWait: 3600,
  total: 100,
};

/** Without a total, because a stranger who knows an address must not be able to lock its owner out (B20). */
export const PASSWORD_LIMITS: ThrottleLimits = {
  triesPerRound: 10,
  firstWait: 30,
  longestWait: 900,
  total: Infinity,
};

/** A locked account stays locked. This only keeps clients from repeating the request soon. */
const LOCKED_RETRY_SECONDS = 3600;

/** A try that was charged. */
export interface Attempt {
  readonly failures: number;
  /** What the refusal of this try says, if it is wrong. */
  readonly ifWrong: Pick<ProblemFacts, 'attemptsLeft' | 'retryAfter'>;
}

/**
 * Counts wrong tries per account in the database, so that a new sign-in, another cookie, another kind of code
 * or a restart gives no new tries (RFC 4226 section 7.3).
 *
 * A try is charged before it is checked, so that concurrent tries cannot outrun the counter. It is charged in
 * a transaction of its own, so that it stays charged whatever happens next (B15, B16).
 */
export class Throttle {
  readonly #database: Kysely<Schema>;
  readonly #clock: Clock;
  readonly #scope: string;
  readonly #limits: ThrottleLimits;

  constructor(
    database: Kysely<Schema>,
    clock: Clock,
    scope: 'password' | 'second-factor',
    limits: ThrottleLimits,
  ) {
    this.#database = database;
    this.#clock = clock;
    this.#scope = scope;
    this.#limits = limits;
  }

  /** @throws {Problem} `rate-limited` or `locked`; the try is then neither counted nor checked. */
  charge(subject: string): Promise<Attempt> {
    const key = this.#key(subject);
    const now = this.#clock();
    return this.#database.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('attempt_counters')
        .values({ subject: key, failures: 0, blocked_until: null, updated_at: now })
        .onConflict((conflict) => conflict.column('subject').doNothing())
        .execute();
      const counter = await transaction
        .selectFrom('attempt_counters')
        .select(['failures', 'blocked_until'])
        .where('subject', '=', key)
        .forUpdate()
        .executeTakeFirstOrThrow();
      if (counter.failures >= this.#limits.total) {
        throw new Problem('locked', { retryAfter: LOCKED_RETRY_SECONDS });
      }
      if (counter.blocked_until !== null && counter.blocked_until > now) {
        const milliseconds = counter.blocked_until.getTime() - now.getTime();
        throw new Problem('rate-limited', { retryAfter: Math.ceil(milliseconds / 1000) });
      }
      const failures = counter.failures + 1;
      const wait = this.#waitAfter(failures);
      const blockedUntil = wait === undefined ? null : addSeconds(now, wait);
      await transaction
        .updateTable('attempt_counters')
        .set({ failures, blocked_until: blockedUntil, updated_at: now })
        .where('subject', '=', key)
        .execute();
      return {
        failures,
        ifWrong: {
          attemptsLeft: this.#attemptsLeft(failures),
          ...(wait !== undefined && { retryAfter: wait }),
        },
      };
    });
  }

  /** Resets the counter after a right code. Call it in the transaction that begins the session. */
  async reset(transaction: Kysely<Schema>, subject: string): Promise<void> {
    await transaction
      .updateTable('attempt_counters')
      .set({ failures: 0, blocked_until: null, updated_at: this.#clock() })
      .where('subject', '=', this.#key(subject))
      .execute();
  }

  /**
   * Refunds one charge: the try was right, but with another proof than this counter protects (B13). If another
   * try was charged meanwhile, the counter stays unchanged, which is the safe side.
   */
  async refund(transaction: Kysely<Schema>, subject: string, { failures }: Attempt): Promise<void> {
    await transaction
      .updateTable('attempt_counters')
      .set({ failures: failures - 1, blocked_until: null, updated_at: this.#clock() })
      .where('subject', '=', this.#key(subject))
      .where('failures', '=', failures)
      .execute();
  }

  #key(subject: string): string {
    return `${this.#scope}:${subject}`;
  }

  /** The seconds to wait if the last of these failures ends a round. */
  #waitAfter(failures: number): number | undefined {
    const { triesPerRound, firstWait, longestWait } = this.#limits;
    if (failures % triesPerRound !== 0) return undefined;
    const round = failures / triesPerRound;
    return Math.min(longestWait, firstWait * 2 ** (round - 1));
  }

  #attemptsLeft(failures: number): number {
    const { triesPerRound, total } = this.#limits;
    const inRound = failures % triesPerRound;
    return Math.min(inRound === 0 ? 0 : triesPerRound - inRound, total - failures);
  }
}
