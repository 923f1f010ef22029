import { expect } from '@open-wc/testing';
import { qrPath } from '../../../src/elements/qr-code/qr-path.js';

describe('the path of a QR code', () => {
  it('has a rectangle for each run of dark modules, four modules from the edge', () => {
    const rows = ['110', '001', '101'];
    const path = qrPath({ size: 3, isDark: (row, column) => rows[row]?.[column] === '1' });
    expect(path).to.deep.equal({
      data: 'M4 4h2v1h-2zM6 5h1v1h-1zM4 6h1v1h-1zM6 6h1v1h-1z',
      size: 11,
    });
  });
});
