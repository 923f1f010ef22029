import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import whole from 'qrcode/lib/core/qrcode.js';
import { buildOtpauthUri } from '../../src/otp/otpauth-uri.js';
import { generatedAccounts } from '../elements/qr-code/generated-accounts.js';

/** Texts of every kind that the encoder could treat in its own way, and some of each size. */
const TEXTS = [
  ...['0', '0123456789', 'OTPAUTH://TOTP/A', '漢字', 'é', '😀', 'a1A漢'],
  ...[14, 15, 62, 106, 107, 180, 287, 666, 1370, 2331].map((length) => 'a'.repeat(length)),
  ...[...generatedAccounts(100)].map(buildOtpauthUri),
];

/** The module of the encoder in the package. */
const PACKED = new URL('../../dist/esm/elements/qr-code/qrcode.js', import.meta.url);
const { encoder } = (await import(PACKED.href)) as { readonly encoder: typeof whole };

const modulesOf = (core: typeof whole, data: string): number[] => {
  const { modules } = core.create([{ data, mode: 'byte' }], { errorCorrectionLevel: 'M' });
  return [...modules.data];
};

describe('The QR encoder in a build', () => {
  it('makes the same codes as the whole library', () => {
    for (const text of TEXTS)
      assert.deepEqual(modulesOf(encoder, text), modulesOf(whole, text), text);
  });

  it('refuses what is too long for a code', () => {
    assert.throws(() => modulesOf(encoder, 'a'.repeat(2332)), /too big/);
  });
});
