import type { QrMatrix } from './qr-path.js';

/** Loads the encoder. Called ahead of the first code, it spares that code the wait. Rejects as `import()` does. */
export const loadEncoder = () => import('./qrcode.js');

/**
 * Encodes a text as a QR code: byte mode, level M, the smallest version that holds it. The encoder is
 * loaded at the first call.
 *
 * @throws Error if the text is longer than a QR code holds.
 */
export async function encodeQr(text: string): Promise<QrMatrix> {
  const { encoder } = await loadEncoder();
  const { modules } = encoder.create([{ data: text, mode: 'byte' }], { errorCorrectionLevel: 'M' });
  return {
    size: modules.size,
    isDark: (row, column) => modules.data[row * modules.size + column] === 1,
  };
}
