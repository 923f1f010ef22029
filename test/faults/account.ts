import type { MfaOperation } from '../../src/backend/backend.js';
import { SAMPLE } from '../../src/testing/sample-account.js';
import { APPS, TYPED } from './typed.js';

interface App {
  readonly id: string;
  readonly name: string;
}

/** What the server has stored about one visitor: the truth that the elements are compared with. */
export interface Account {
  /** `half`: the password was right and the second step is due. */
  session: 'half' | 'whole' | 'over';
  apps: readonly App[];
  /** The enrollment that is open. */
  enrollment: string | null;
  /** How long the next QR code works; each one after it works {@link LONG}. */
  enrollmentSeconds: number;
  /** The codes of the app that were accepted. Each works once. */
  usedCodes: readonly string[];
  /** The recovery codes that work. */
  recoveryCodes: readonly string[];
  recoveryCodesTotal: number;
  recoveryCodesMade: string;
  proof: 'needed' | 'given';
}

/** A response of the contract (demo/server/openapi.json). */
export interface Reply {
  readonly status: number;
  /** Absent if the response has none. */
  readonly body?: Readonly<Record<string, unknown>>;
}

/** A request of the contract. */
export interface Asked {
  readonly operation: MfaOperation;
  /** The id in its path. */
  readonly id?: string | undefined;
  /** Its JSON. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** How long a QR code works, in seconds. */
const LONG = 600;

const CREATED = '2026-01-12T08:30:00Z';

/** The codes that replace the old ones. */
const NEW_RECOVERY_CODES = SAMPLE.recoveryCodes.map((code) => `9${code.slice(1)}`);

/** The account at the start of a cell: eight of ten recovery codes are left, and two apps are linked. */
export function newAccount(changes: Partial<Account> = {}): Account {
  return {
    session: 'whole',
    apps: APPS,
    enrollment: null,
    enrollmentSeconds: LONG,
    usedCodes: [],
    recoveryCodes: SAMPLE.recoveryCodes.slice(0, 8),
    recoveryCodesTotal: 10,
    recoveryCodesMade: CREATED,
    proof: 'given',
    ...changes,
  };
}

class Refused extends Error {
  constructor(readonly reply: Reply) {
    super('refused');
  }
}

/** A problem of the contract (RFC 9457). */
export const problem = (
  kind: string,
  status: number,
  members: Readonly<Record<string, unknown>> = {},
): Reply => ({
  status,
  body: { type: `urn:mfa-elements:problem:${kind}`, title: 'Refused.', status, ...members },
});

function refuse(kind: string, status: number, members?: Readonly<Record<string, unknown>>): never {
  throw new Refused(problem(kind, status, members));
}

/** Does what a request asks, as the contract says, and changes the account by it. */
export function perform(account: Account, asked: Asked): Reply {
  try {
    if (account.session === 'over' && asked.operation !== 'status') refuse('signed-out', 401);
    return ACTIONS[asked.operation](account, asked);
  } catch (error) {
    if (error instanceof Refused) return error.reply;
    throw error;
  }
}

function useCode(account: Account, code: unknown): void {
  const right: readonly unknown[] = TYPED.codes;
  if (!right.includes(code)) refuse('invalid-code', 422);
  if (account.usedCodes.includes(String(code))) refuse('code-reused', 422);
  account.usedCodes = [...account.usedCodes, String(code)];
}

function requireProof({ proof }: Account): void {
  if (proof === 'needed') refuse('step-up-required', 403, { stepUp: ['password'] });
}

function requireHalf({ session }: Account): void {
  if (session !== 'half') refuse('login-expired', 401);
}

function findApp({ apps }: Account, id: string | undefined): App {
  return apps.find((app) => app.id === id) ?? refuse('not-found', 404);
}

const shown = ({ id, name }: App) => ({ id, method: 'totp', name, createdAt: CREATED });

function stateOf({ session, apps }: Account): string {
  if (session === 'over') return 'signed-out';
  if (session === 'whole') return 'verified';
  return apps.length > 0 ? 'code-required' : 'enrollment-required';
}

const ACTIONS: Readonly<Record<MfaOperation, (account: Account, asked: Asked) => Reply>> = {
  status: (account) => ({
    status: 200,
    body: {
      state: stateOf(account),
      methods: ['totp'],
      account: SAMPLE.account,
      issuer: SAMPLE.issuer,
    },
  }),
  startEnrollment: (account) => {
    if (account.session === 'half' && account.apps.length > 0) refuse('already-linked', 409);
    account.enrollment ??= 'enrollment-1';
    const { secret, otpauthUri } = SAMPLE;
    const expiresAt = new Date(Date.now() + account.enrollmentSeconds * 1000).toISOString();
    account.enrollmentSeconds = LONG;
    const body = { id: account.enrollment, method: 'totp', secret, otpauthUri, expiresAt };
    return { status: 201, body };
  },
  confirmEnrollment: (account, { id, body }) => {
    if (id !== account.enrollment) refuse('not-found', 404);
    useCode(account, body.code);
    const app = { id: `app-${account.apps.length + 1}`, name: APPS[0].name };
    const isSignIn = account.session === 'half';
    account.apps = [...account.apps, app];
    account.enrollment = null;
    account.session = 'whole';
    return {
      status: 201,
      body: {
        authenticator: shown(app),
        recoveryCodes: account.recoveryCodes,
        ...(isSignIn && { redirectTo: '/' }),
      },
    };
  },
  cancelEnrollment: (account, { id }) => {
    if (id !== account.enrollment) refuse('not-found', 404);
    account.enrollment = null;
    return { status: 204 };
  },
  verify: (account, { body }) => {
    requireHalf(account);
    useCode(account, body.code);
    account.session = 'whole';
    return { status: 200, body: { redirectTo: '/' } };
  },
  verifyRecoveryCode: (account, { body }) => {
    requireHalf(account);
    const given = String(body.recoveryCode).replaceAll('-', '');
    const left = account.recoveryCodes.filter((code) => code.replaceAll('-', '') !== given);
    if (left.length === account.recoveryCodes.length) refuse('invalid-recovery-code', 422);
    account.recoveryCodes = left;
    account.session = 'whole';
    return { status: 200, body: { recoveryCodesLeft: left.length, redirectTo: '/' } };
  },
  listAuthenticators: ({ apps }) => ({ status: 200, body: { authenticators: apps.map(shown) } }),
  renameAuthenticator: (account, { id, body }) => {
    const renamed = { ...findApp(account, id), name: String(body.name) };
    requireProof(account);
    account.apps = account.apps.map((app) => (app.id === id ? renamed : app));
    return { status: 200, body: { authenticator: shown(renamed) } };
  },
  unlinkAuthenticator: (account, { id }) => {
    const unlinked = findApp(account, id);
    requireProof(account);
    account.apps = account.apps.filter((app) => app !== unlinked);
    return { status: 204 };
  },
  stepUp: (account, { body }) => {
    if (body.password !== TYPED.password) refuse('invalid-password', 422);
    account.proof = 'given';
    return { status: 204 };
  },
  recoveryCodesStatus: ({ recoveryCodes, recoveryCodesTotal: total, recoveryCodesMade }) => ({
    status: 200,
    body: { left: recoveryCodes.length, total, createdAt: recoveryCodesMade },
  }),
  generateRecoveryCodes: (account) => {
    requireProof(account);
    account.recoveryCodes = NEW_RECOVERY_CODES;
    account.recoveryCodesTotal = NEW_RECOVERY_CODES.length;
    account.recoveryCodesMade = new Date().toISOString();
    return { status: 201, body: { recoveryCodes: NEW_RECOVERY_CODES } };
  },
};
