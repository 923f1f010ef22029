import { expect } from '@open-wc/testing';
import { markText, readMarks } from '../../stories/message-inspector/message-marks.js';

describe('marks in a text', () => {
  it('show where it begins and ends', () => {
    expect(readMarks(` ${markText(27, 'Cancel')} `)).to.deep.equal({
      text: ' Cancel ',
      marks: [
        { number: 27, at: 1 },
        { number: undefined, at: 7 },
      ],
    });
  });

  it('are distinguished if one text follows another', () => {
    const { text, marks } = readMarks(`${markText(0, 'One.')}${markText(4, 'Two.')}`);
    expect(text).to.equal('One.Two.');
    expect(marks.map(({ number }) => number)).to.deep.equal([0, undefined, 4, undefined]);
  });

  it('are distinguished if one text is in another', () => {
    const { text, marks } = readMarks(markText(16, `${markText(3, 'Help')} (opens in a new tab)`));
    expect(text).to.equal('Help (opens in a new tab)');
    expect(marks).to.deep.equal([
      { number: 16, at: 0 },
      { number: 3, at: 0 },
      { number: undefined, at: 4 },
      { number: undefined, at: 25 },
    ]);
  });

  it('are found as any number', () => {
    for (let number = 0; number < 300; number += 1) {
      expect(readMarks(markText(number, '')).marks[0]?.number).to.equal(number);
    }
  });

  it('take no space and allow no line break', () => {
    const box = document.createElement('p');
    box.style.cssText = 'font: 16px system-ui; width: min-content';
    document.body.append(box);
    const sizeOf = (text: string) => {
      box.textContent = text;
      const { width, height } = box.getBoundingClientRect();
      return { width, height };
    };
    const plain = sizeOf('Een code uit (de) app');
    const withMarks = sizeOf(
      `Een ${markText(1, 'code')} ${markText(2, 'uit')} (${markText(3, 'de')}) ${markText(9, 'app')}`,
    );
    box.remove();
    expect(withMarks).to.deep.equal(plain);
  });
});
