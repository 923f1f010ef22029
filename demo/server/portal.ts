import type { Kysely } from 'kysely';
import { Accounts } from './accounts/accounts.js';
import type { ScryptCost } from './accounts/scrypt.js';
import type { Clock } from './clock.js';
import type { Schema } from './database/schema.js';
import { AddressLimit } from './http/address-limit.js';
import { Cookies } from './http/cookies.js';
import { Authenticators } from './mfa/authenticators.js';
import { Enrollments } from './mfa/enrollments.js';
import { Linking } from './mfa/linking.js';
import { RecoveryCodes } from './mfa/recovery-codes.js';
import { SecondFactor } from './mfa/second-factor.js';
import { SecretBox } from './mfa/secret-box.js';
import { StepUp } from './mfa/step-up.js';
import { PASSWORD_LIMITS, SECOND_FACTOR_LIMITS, Throttle } from './mfa/throttle.js';
import { RememberedDevices } from './sessions/remembered-devices.js';
import { SignIns } from './sessions/sign-ins.js';
import { Sessions } from './sessions/sessions.js';

export interface PortalOptions {
  /** Already migrated (database/migrations.ts). */
  readonly database: Kysely<Schema>;
  readonly clock: Clock;
  /** 32 bytes that encrypt the shared secrets. */
  readonly encryptionKey: Buffer;
  /** Former keys, which only decrypt. */
  readonly retiredEncryptionKeys?: readonly Buffer[];
  /** The cost of password hashes. Tests use a lower one. */
  readonly passwordCost?: ScryptCost;
  /**
   * The origin of the portal for browsers, such as `https://portaal.example`. Required behind a proxy. With
   * https the cookies are secure. If omitted, the origin is the host of a request, over http.
   */
  readonly publicOrigin?: string;
  /**
   * How many days a browser may sign in without a code (0 to 30). Defaults to 0, because such a browser is
   * not a second factor (NIST SP 800-63B-4): the owner of the portal has to decide.
   */
  readonly rememberDeviceDays?: number;
  /** How many passwords and codes one address may try in a minute. Defaults to 30. */
  readonly triesPerMinute?: number;
}

/** The services that the routes use. */
export type Portal = ReturnType<typeof createPortal>;

/** The issuer that authenticator apps show. */
export const ISSUER = 'ProfiPortaal';

/** Creates the services of the portal and connects them; the routes receive the result. */
export function createPortal(options: PortalOptions) {
  const { database, clock, encryptionKey, retiredEncryptionKeys = [], passwordCost } = options;
  const { rememberDeviceDays = 0, triesPerMinute = 30 } = options;
  const secure = options.publicOrigin?.startsWith('https:') ?? false;
  const passwordThrottle = new Throttle(database, clock, 'password', PASSWORD_LIMITS);
  const throttle = new Throttle(database, clock, 'second-factor', SECOND_FACTOR_LIMITS);
  const secretBox = new SecretBox([encryptionKey, ...retiredEncryptionKeys]);

  const accounts = new Accounts(database, passwordThrottle, passwordCost);
  const signIns = new SignIns(database, clock);
  const sessions = new Sessions(database, clock);
  const authenticators = new Authenticators(database, clock, secretBox);
  const enrollments = new Enrollments(database, clock, secretBox);
  const recoveryCodes = new RecoveryCodes(database, clock);
  const rememberedDevices = new RememberedDevices(database, clock, rememberDeviceDays);

  const parts = { database, clock, throttle, accounts, signIns, sessions };
  const stored = { authenticators, enrollments, recoveryCodes, rememberedDevices };
  const secondFactor = new SecondFactor({ ...parts, ...stored });
  const linking = new Linking({ ...parts, ...stored });
  const stepUp = new StepUp({ ...parts, ...stored, secondFactor });

  return {
    ...parts,
    ...stored,
    secure,
    cookies: new Cookies(secure),
    addressLimit: new AddressLimit(clock, triesPerMinute),
    secondFactor,
    linking,
    stepUp,
  };
}
