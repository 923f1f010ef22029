import { SAMPLE } from 'mfa-elements/testing';
import type { SupabaseClient } from '../../../stories/guides/examples/supabase-client-backend.js';

type Mfa = SupabaseClient['auth']['mfa'];
type Factors = Extract<Awaited<ReturnType<Mfa['listFactors']>>, { error: null }>['data']['all'];
type Factor = Factors[number];
type Failure = Extract<Awaited<ReturnType<Mfa['listFactors']>>, { data: null }>['error'];

const refuse = (code: string, status = 422): Failure => ({ name: 'AuthApiError', code, status });

/** The response was lost. */
export const LOST: Failure = { name: 'AuthRetryableFetchError', status: 0 };

const good = <Data>(data: Data) => ({ data, error: null });
const bad = (error: Failure) => ({ data: null, error });

/** A Supabase client with a server in memory: {@link SAMPLE}'s code is right, every other is wrong. */
export class FakeSupabase implements SupabaseClient {
  /** The called methods, oldest first, each with its factor. */
  readonly calls: string[] = [];
  factors: Factor[] = [];
  level: string | null = 'aal1';
  /** Replaces the result of a method, by its name, after the call was handled. */
  readonly instead = new Map<string, () => Failure | undefined | Promise<undefined>>();

  /** Adds an existing factor. */
  has(id: string, facts: Partial<Factor> = {}): void {
    this.factors.push({
      id,
      factor_type: 'totp',
      status: 'verified',
      created_at: '2026-01-12T08:30:00Z',
      ...facts,
    });
  }

  readonly auth = {
    mfa: {
      enroll: (input) =>
        this.#answer('enroll', input.friendlyName, () => {
          const id = `factor-${this.calls.length}`;
          this.has(id, {
            status: 'unverified',
            ...(input.friendlyName && { friendly_name: input.friendlyName }),
          });
          return good({ id, totp: { secret: SAMPLE.secret, uri: SAMPLE.otpauthUri } });
        }),
      challenge: ({ factorId }) =>
        this.#answer('challenge', factorId, () =>
          this.#find(factorId)
            ? good({ id: `challenge of ${factorId}` })
            : bad(refuse('mfa_factor_not_found', 404)),
        ),
      verify: ({ factorId, challengeId, code }) =>
        this.#answer('verify', factorId, () => {
          if (challengeId !== `challenge of ${factorId}` || code !== SAMPLE.code) {
            return bad(refuse('mfa_verification_failed'));
          }
          this.factors = this.factors.map((one) =>
            one.id === factorId ? { ...one, status: 'verified' } : one,
          );
          this.level = 'aal2';
          return good({});
        }),
      listFactors: () => this.#answer('listFactors', undefined, () => good({ all: this.factors })),
      unenroll: ({ factorId }) =>
        this.#answer('unenroll', factorId, () => {
          if (this.#find(factorId)?.status === 'verified' && this.level !== 'aal2') {
            return bad(refuse('insufficient_aal', 403));
          }
          this.factors = this.factors.filter(({ id }) => id !== factorId);
          return good({});
        }),
      getAuthenticatorAssuranceLevel: () =>
        this.#answer('level', undefined, () => good({ currentLevel: this.level })),
    },
  } satisfies SupabaseClient['auth'];

  #find(wanted: string): Factor | undefined {
    return this.factors.find(({ id }) => id === wanted);
  }

  async #answer<Answer>(
    method: string,
    about: string | undefined,
    work: () => Answer,
  ): Promise<Answer | { data: null; error: Failure }> {
    this.calls.push(about === undefined ? method : `${method} ${about}`);
    const answer = work();
    const failure = await this.instead.get(method)?.();
    return failure ? bad(failure) : answer;
  }
}
