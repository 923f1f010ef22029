import { expect } from '@open-wc/testing';
import { downloadText } from '../../../src/elements/recovery-code-list/download-text.js';
import { catchDownload } from '../../support/downloads.js';

describe('a text that is saved', () => {
  it('is a file of plain text in UTF-8', async () => {
    const saving = catchDownload();
    downloadText('codes.txt', 'één\n');
    expect(await saving).to.deep.equal({
      name: 'codes.txt',
      type: 'text/plain;charset=utf-8',
      text: 'één\n',
    });
  });

  it('has no URL any more after a second (C13)', () => {
    const createObjectURL = URL.createObjectURL.bind(URL);
    const revokeObjectURL = URL.revokeObjectURL.bind(URL);
    const setTimeout = window.setTimeout.bind(window);
    const made: string[] = [];
    const revoked: string[] = [];
    const waits: (number | undefined)[] = [];
    URL.createObjectURL = (blob: Blob) => {
      made.push(createObjectURL(blob));
      return made.at(-1) ?? '';
    };
    URL.revokeObjectURL = (url) => {
      revoked.push(url);
      revokeObjectURL(url);
    };
    window.setTimeout = ((after: () => void, milliseconds?: number) => {
      waits.push(milliseconds);
      after();
      return 0;
    }) as typeof window.setTimeout;
    try {
      void catchDownload();
      downloadText('codes.txt', 'één\n');
    } finally {
      Object.assign(URL, { createObjectURL, revokeObjectURL });
      window.setTimeout = setTimeout;
    }
    expect(made).to.have.length(1);
    expect(revoked).to.deep.equal(made);
    expect(waits[0]).to.be.at.most(1000);
  });
});
