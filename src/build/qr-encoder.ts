import type { Plugin } from 'vite';

/**
 * The code that takes the place of modules of `qrcode`. `segments` splits a text into digits, capitals, kanji and
 * bytes, which `regex` recognizes. Data that is passed as bytes needs no more than this.
 */
const REPLACED: ReadonlyMap<string, string> = new Map([
  [
    'segments',
    `const ByteData = require('./byte-data');
exports.fromArray = (segments) => segments.map(({ data }) => new ByteData(data));`,
  ],
  ['regex', ''],
]);

/** Matches a module of the encoder. */
const MODULE = /\/qrcode\/lib\/core\/([\w-]+)\.js(?:\?|$)/;

/**
 * Leaves out of the QR encoder what only other data than bytes needs. A quarter of its bytes is for that,
 * and the code of an otpauth URI, which has small letters, is in bytes (`qr-encoder.ts` of `mfa-qr-code`).
 */
export const qrEncoder: Plugin = {
  name: 'qr-encoder',
  enforce: 'pre',
  load(id) {
    const code = REPLACED.get(MODULE.exec(id)?.[1] ?? '');
    return code === undefined ? null : { code, map: { mappings: '' } };
  },
};
