import { SAMPLE } from '../../../src/testing/index.js';

/** The enrollment of the sample account. */
export const enrollment = {
  id: '1',
  method: 'totp',
  secret: SAMPLE.secret,
  otpauthUri: SAMPLE.otpauthUri,
} as const;
