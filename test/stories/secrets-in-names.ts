import { SAMPLE } from '../../src/testing/index.js';
import type { AccessibilityTree } from './read-accessibility-tree.js';

const bare = (text: string): string => text.replaceAll(/[\s-]/g, '').toLowerCase();

/** A secret that a screen reader would say as the name of a control or a picture (A5, C6). */
const SECRETS = [
  SAMPLE.secret,
  'otpauth:',
  SAMPLE.code,
  SAMPLE.password,
  ...SAMPLE.recoveryCodes,
].map(bare);

/** The names that hold a secret, without repeating them. */
export const secretsInNames = ({ names }: AccessibilityTree): string[] =>
  names
    .filter(({ name }) => SECRETS.some((secret) => bare(name).includes(secret)))
    .map(({ role }) => `the name of a ${role} holds a secret`);
