import {
  MfaError,
  type Authenticator,
  type Enrollment,
  type EnrollmentConfirmation,
  type MfaBackend,
  type MfaErrorKind,
  type MfaStatus,
  type RequestOptions,
  type StepUpInput,
  type StepUpProof,
  type Verification,
} from 'mfa-elements';

/** An app as the API below has it; times in seconds since 1970. */
interface App {
  readonly key: number;
  readonly label: string | null;
  readonly since: number;
  readonly used: number | null;
}

interface Overview {
  readonly signedIn: boolean;
  readonly due: 'code' | 'link' | null;
  readonly apps: readonly App[];
}

interface Begun {
  readonly key: number;
  readonly secret: string;
  readonly uri: string;
  readonly secondsLeft: number;
}

interface Linked {
  readonly app: App;
  readonly recovery: string | null;
}

interface Problem {
  readonly error?: string;
  readonly triesLeft?: number;
}

/** The error kinds of the API's own error codes. */
const KINDS: Readonly<Record<string, MfaErrorKind>> = {
  WRONG_CODE: 'invalid-code',
  OLD_CODE: 'code-reused',
  WRONG_PASSWORD: 'invalid-password',
  CONFIRM_FIRST: 'step-up-required',
  QR_TOO_OLD: 'enrollment-expired',
  NO_SUCH_APP: 'not-found',
  TOO_MANY_APPS: 'limit-reached',
};

const PROOFS: readonly StepUpProof[] = ['password'];

const pathOf = (key: string): string => `/apps/${encodeURIComponent(key)}`;

const readJson = async <Body>(asked: Promise<Response>): Promise<Body> =>
  (await (await asked).json()) as Body;

const toDate = (seconds: number): Date => new Date(seconds * 1000);

const toAuthenticator = ({ key, label, since, used }: App): Authenticator => ({
  id: String(key),
  method: 'totp',
  createdAt: toDate(since),
  // What is not known is left out, never null.
  ...(label !== null && { name: label }),
  ...(used !== null && { lastUsedAt: toDate(used) }),
});

/**
 * A whole backend by hand, for an API like this one:
 *
 *     GET    /2fa            {"signedIn": true, "due": "code" | "link" | null, "apps": [App]}
 *     POST   /2fa/apps       {"key", "secret", "uri", "secondsLeft"}
 *     PUT    /2fa/apps/7     {"code"} → {"app": App, "recovery": "aaaa-bbbb,cccc-dddd"}
 *     DELETE /2fa/apps/7
 *     POST   /2fa/login      {"code", "trust"} → {"next": "/account"}
 *     POST   /2fa/password   {"password"}
 *
 * A refusal is 4xx with {"error": "WRONG_CODE", "triesLeft": 2}.
 *
 * It has no `renameAuthenticator`, `cancelEnrollment`, `verifyRecoveryCode` or `recoveryCodesStatus`,
 * because this API has none of them: the elements hide what needs them.
 */
export class HandWrittenBackend implements MfaBackend {
  readonly capabilities = { rememberDevice: true, maxAuthenticators: 3 };
  readonly #baseUrl: string;
  readonly #fetch: typeof fetch;

  constructor(baseUrl: string, fetcher: typeof fetch = fetch.bind(globalThis)) {
    this.#baseUrl = baseUrl;
    this.#fetch = fetcher;
  }

  async status(options?: RequestOptions): Promise<MfaStatus> {
    const { signedIn, due } = await readJson<Overview>(this.#ask('GET', '', undefined, options));
    const methods = ['totp'];
    if (!signedIn) return { state: 'signed-out', methods };
    if (due === null) return { state: 'verified', methods };
    return { state: due === 'code' ? 'code-required' : 'enrollment-required', methods };
  }

  async startEnrollment(options?: RequestOptions): Promise<Enrollment> {
    const begun = await readJson<Begun>(this.#ask('POST', '/apps', undefined, options));
    return {
      id: String(begun.key),
      method: 'totp',
      secret: begun.secret,
      otpauthUri: begun.uri,
      expiresAt: new Date(Date.now() + begun.secondsLeft * 1000),
    };
  }

  async confirmEnrollment(
    { enrollmentId, code }: { readonly enrollmentId: string; readonly code: string },
    options?: RequestOptions,
  ): Promise<EnrollmentConfirmation> {
    const { app, recovery } = await readJson<Linked>(
      this.#ask('PUT', pathOf(enrollmentId), { code }, options),
    );
    return {
      authenticator: toAuthenticator(app),
      ...(recovery !== null && { recoveryCodes: recovery.split(',') }),
    };
  }

  async verify(
    { code, rememberDevice = false }: { readonly code: string; readonly rememberDevice?: boolean },
    options?: RequestOptions,
  ): Promise<Verification> {
    const body = { code, trust: rememberDevice };
    const { next } = await readJson<{ next: string }>(this.#ask('POST', '/login', body, options));
    return { redirectTo: next };
  }

  async listAuthenticators(options?: RequestOptions): Promise<readonly Authenticator[]> {
    const { apps } = await readJson<Overview>(this.#ask('GET', '', undefined, options));
    return apps.map(toAuthenticator);
  }

  async unlinkAuthenticator(
    { authenticatorId }: { readonly authenticatorId: string },
    options?: RequestOptions,
  ): Promise<void> {
    await this.#ask('DELETE', pathOf(authenticatorId), undefined, options);
  }

  async stepUp(proof: StepUpInput, options?: RequestOptions): Promise<void> {
    await this.#ask('POST', '/password', proof, options);
  }

  /** Asks once, and never again: whether a change arrived is not ours to guess. */
  async #ask(
    method: string,
    path: string,
    body: object | undefined,
    { signal }: RequestOptions = {},
  ): Promise<Response> {
    let response: Response;
    try {
      response = await this.#fetch(this.#baseUrl + path, {
        method,
        // A redirect would carry the code along to who knows where.
        redirect: 'manual',
        cache: 'no-store',
        headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
        ...(signal && { signal }),
      });
    } catch {
      // Aborted: rejects with the reason of the signal.
      signal?.throwIfAborted();
      throw new MfaError(
        method === 'GET' ? 'unavailable' : 'unknown-outcome',
        `${method} ${path}: no response arrived.`,
      );
    }
    if (response.ok && !isPage(response)) return response;
    const error = await toError(response);
    const isRefused = response.status >= 400 && response.status < 500;
    if (method === 'GET' || isRefused) throw error;
    // Neither done nor refused: the elements look it up.
    throw new MfaError('unknown-outcome', error.message, error.facts, error);
  }
}

const isPage = ({ headers }: Response): boolean =>
  headers.get('Content-Type')?.startsWith('text/html') === true;

/** Returns facts and a message of its own: the response may repeat the code that was sent. */
async function toError(response: Response): Promise<MfaError> {
  const { status, headers } = response;
  // This API redirects to the sign-in page if the user is not signed in; a proxy before it sends that page itself.
  if (response.type === 'opaqueredirect' || response.ok)
    return new MfaError('signed-out', 'Sign in again.');
  const wait = headers.get('Retry-After');
  const retryAfter = wait === null ? undefined : Number(wait);
  if (status === 429)
    return new MfaError('rate-limited', 'Too many tries.', { status, retryAfter });
  if (status >= 500) return new MfaError('unavailable', 'It is down.', { status, retryAfter });
  const { error = '', triesLeft } = (await response.json().catch(() => ({}))) as Problem;
  const kind = Object.hasOwn(KINDS, error) ? KINDS[error] : undefined;
  return new MfaError(kind ?? 'unexpected', `The API responded with ${status}.`, {
    status,
    attemptsLeft: triesLeft,
    stepUp: kind === 'step-up-required' ? PROOFS : undefined,
  });
}
