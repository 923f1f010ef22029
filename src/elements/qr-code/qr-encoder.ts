import type { QrMatrix } from './qr-path.js';

/**
 * Makes a QR code of a text: byte mode, level M, the smallest version that holds it. The encoder is
 * loaded when the first code is asked for.
 *
 * @throws Error when the text is longer than a QR code holds.
 */
export async function encodeQr(text: string): Promise<QrMatrix> {
  const { default: encoder } = await import('qrcode/lib/core/qrcode.js');
  const { modules } = encoder.create([{ data: text, mode: 'byte' }], { errorCorrectionLevel: 'M' });
  return {
    size: modules.size,
    isDark: (row, column) => modules.data[row * modules.size + column] === 1,
  };
}
