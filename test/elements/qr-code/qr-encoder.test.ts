import { expect } from '@open-wc/testing';
import { loadEncoder } from '../../../src/elements/qr-code/load-encoder.js';
import { encodeQr } from '../../../src/elements/qr-code/qr-encoder.js';

describe('the encoder of QR codes', () => {
  it('can be loaded ahead, and is then the one that encodes', async () => {
    const data = 'otpauth://totp/a';
    const { encoder } = await loadEncoder();
    const { modules } = encoder.create([{ data, mode: 'byte' }], { errorCorrectionLevel: 'M' });
    const { size, isDark } = await encodeQr(data);
    const cells = Array.from(modules.data, (_, at) => isDark(Math.floor(at / size), at % size));
    expect(cells).to.deep.equal(Array.from(modules.data, (cell) => cell === 1));
  });
});
