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

  it('counts the bytes of every kind of character, and makes nothing to count them in', () => {
    const texts = ['a', 'é', '株', '😀', '\ud83d', 'é株😀'].map((it) => it.repeat(20));
    const sizes = texts.map((text) => qrSize('a'.repeat(new Blob([text]).size)));
    const { Blob: blob } = globalThis;
    globalThis.Blob = class extends blob {
      constructor() {
        super();
        throw new Error('A Blob was made.');
      }
    };
    try {
      expect(texts.map(qrSize)).to.deep.equal(sizes);
    } finally {
      globalThis.Blob = blob;
    }
  });
});
