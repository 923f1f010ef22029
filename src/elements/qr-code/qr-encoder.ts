import { loadEncoder } from './load-encoder.js';
import type { QrMatrix } from './qr-path.js';

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
