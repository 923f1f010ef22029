import type { Plugin } from 'vite';

/**
 * Modules of `qrcode` of which bytes need less or nothing: one splits a text into digits, capitals, kanji and bytes,
 * the other recognizes these.
 */
const REPLACED: Readonly<Record<string, string>> = {
  segments: `const ByteData = require('./byte-data');
exports.fromArray = (segments) => segments.map(({ data }) => new ByteData(data));`,
  regex: '',
};

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
    const [, name = ''] = MODULE.exec(id) ?? [];
    const code = Object.hasOwn(REPLACED, name) ? REPLACED[name] : undefined;
    return code === undefined ? null : { code, map: { mappings: '' } };
  },
};
