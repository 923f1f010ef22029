import { SAMPLE } from '../../src/testing/index.js';
import type { AccessibilityTree } from './read-accessibility-tree.js';

const bare = (text: string): string => text.replaceAll(/[\s-]/g, '').toLowerCase();

/** Secrets that must not be in the accessible name of a control or a picture (A5, C6). */
const SECRETS = [
  SAMPLE.secret,
  'otpauth:',
  SAMPLE.code,
  SAMPLE.password,
  ...SAMPLE.recoveryCodes,
].map(bare);

/** Reports names with a secret in them, without the names. */
export const secretsInNames = ({ names }: AccessibilityTree): string[] =>
  names
    .filter(({ name }) => SECRETS.some((secret) => bare(name).includes(secret)))
    .map(({ role }) => `the name of a ${role} holds a secret`);
