import { expect } from '@open-wc/testing';
import { encodeQr } from '../../../src/elements/qr-code/qr-encoder.js';
import { qrSize } from '../../../src/elements/qr-code/qr-size.js';

describe('the size of a QR code', () => {
  it('is that of the encoder, for every version', async () => {
    let length = 1;
    for (let version = 1; version <= 40; version += 1) {
      const size = 17 + 4 * version;
      const shortest = 'a'.repeat(length);
      while (qrSize('a'.repeat(length + 1)) === size) length += 1;
      const longest = 'a'.repeat(length);
      expect(qrSize(shortest)).to.equal(size);
      expect((await encodeQr(shortest)).size, `${shortest.length} bytes`).to.equal(size);
      expect((await encodeQr(longest)).size, `${longest.length} bytes`).to.equal(size);
      length += 1;
    }
    expect(qrSize('a'.repeat(length))).to.equal(undefined);
  }).timeout(30_000);

  it('counts bytes, not characters', async () => {
    const text = '株'.repeat(60);
    expect(qrSize(text)).to.equal((await encodeQr(text)).size);
  });
});
