import { isIP } from 'node:net';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { decodeKey } from './encryption-key.js';
import { LONGEST_DAYS } from './sessions/remembered-devices.js';
import { StartError } from './start-error.js';

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  /** 32 bytes, which are in base64 in the environment. */
  readonly encryptionKey: Buffer | undefined;
  readonly publicOrigin: string | undefined;
  readonly trustedProxies: readonly string[];
  /** If 0, no device is remembered. */
  readonly rememberDeviceDays: number;
  readonly reset: boolean;
}

/** `.data/` of the project, independent of the working directory. */
const DATA_FOLDER = fileURLToPath(new URL('../../.data/', import.meta.url));

/**
 * Reads `PORT`, `HOST`, `DATABASE_URL`, `DATA_DIR`, `MFA_ENCRYPTION_KEY`, `PUBLIC_ORIGIN`,
 * `TRUSTED_PROXIES`, `REMEMBER_DEVICE_DAYS` and `--reset`. An empty variable counts as unset.
 *
 * @throws {StartError} If one of them cannot be used.
 */
export function readConfig(environment: NodeJS.ProcessEnv, commandLine: string[]): Config {
  const variables = withoutEmpty(environment);
  const { PORT, HOST, DATABASE_URL, DATA_DIR, MFA_ENCRYPTION_KEY, PUBLIC_ORIGIN } = variables;
  return {
    port: readPort(PORT ?? '8080'),
    host: HOST ?? 'localhost',
    databaseUrl: DATABASE_URL,
    dataFolder: DATA_DIR ?? DATA_FOLDER,
    encryptionKey:
      MFA_ENCRYPTION_KEY === undefined
        ? undefined
        : decodeKey(MFA_ENCRYPTION_KEY, 'MFA_ENCRYPTION_KEY'),
    publicOrigin: PUBLIC_ORIGIN === undefined ? undefined : readOrigin(PUBLIC_ORIGIN),
    trustedProxies: readProxies(variables.TRUSTED_PROXIES),
    rememberDeviceDays: readDays(variables.REMEMBER_DEVICE_DAYS ?? '0'),
    reset: readReset(commandLine),
  };
}

function withoutEmpty(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new StartError('PORT must be a number from 0 (any free port) to 65535.');
}

function readOrigin(text: string): string {
  if (URL.canParse(text)) return new URL(text).origin;
  throw new StartError('PUBLIC_ORIGIN must be an address such as https://portaal.example.');
}

function readProxies(text = ''): string[] {
  const proxies = text.split(',').map((proxy) => proxy.trim());
  if (text === '') return [];
  if (proxies.every(isNetwork)) return proxies;
  throw new StartError(
    'TRUSTED_PROXIES must be IP addresses or networks such as 10.0.0.0/8, separated by commas.',
  );
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
  );
}

function readDays(text: string): number {
  const days = Number(text);
  if (/^\d+$/.test(text) && days <= LONGEST_DAYS) return days;
  throw new StartError(
    `REMEMBER_DEVICE_DAYS must be a number from 0 (never remember a device) to ${LONGEST_DAYS}.`,
  );
}

function readReset(commandLine: string[]): boolean {
  try {
    const { values } = parseArgs({ args: commandLine, options: { reset: { type: 'boolean' } } });
    return values.reset ?? false;
  } catch {
    throw new StartError('The only argument is --reset, which starts with an empty database.');
  }
}
