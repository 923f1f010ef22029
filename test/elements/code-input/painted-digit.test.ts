import { expect, html, nextFrame } from '@open-wc/testing';
import { needs, pictureOf } from '../../support/engine.js';
import { codeField, focusedField, painted, press, shown, slots, type } from './code-field.js';
import { DomRecorder } from './dom-recorder.js';
import { appended } from './framed-page.js';

/** All digits, in two codes that have none in common at the same place. */
const CODES = ['012345', '678901'] as const;

const MASKED = html`<mfa-code-input label="Code" masked></mfa-code-input>`;

/** Returns the pixels of the painted slots, each as four numbers. */
async function pixelsOf(element: HTMLElementTagNameMap['mfa-code-input']): Promise<Uint8Array> {
  await nextFrame();
  const picture = await pictureOf(element.shadowRoot?.querySelector('.slots') ?? element);
  const { data } =
    picture.getContext('2d')?.getImageData(0, 0, picture.width, picture.height) ?? {};
  return new Uint8Array(data ?? []);
}

/** Returns how many numbers of two pictures differ by more than rounding does. */
const differences = (one: Uint8Array, other: Uint8Array): number =>
  one.filter((value, at) => Math.abs(value - (other[at] ?? 0)) > 8).length;

/** What may happen to a field that shows a code. Each returns how to bring it back. */
const JOURNEYS: Readonly<Record<string, (element: HTMLElement) => Promise<() => void>>> = {
  'is removed and placed again': (element) => {
    const { parentNode } = element;
    element.remove();
    return Promise.resolve(() => parentNode?.append(element));
  },
  'is hidden and shown': (element) => {
    element.hidden = true;
    return Promise.resolve(() => (element.hidden = false));
  },
  'is moved into the document of a frame': async (element) => {
    const frame = document.createElement('iframe');
    frame.srcdoc = '<!doctype html><title>A page</title>';
    await appended(frame);
    frame.contentDocument?.body.append(element);
    return () => undefined;
  },
  'is moved into the document of a frame and back': async (element) => {
    const { parentNode } = element;
    const frame = document.createElement('iframe');
    frame.srcdoc = '<!doctype html><title>A page</title>';
    await appended(frame);
    frame.contentDocument?.body.append(element);
    return () => parentNode?.append(element);
  },
};

describe('the painted digits', () => {
  for (const [what, template] of [
    ['the digits', undefined],
    ['dots', MASKED],
  ] as const) {
    it(`are the same to a recorder whatever the code is, showing ${what}`, async () => {
      const recorder = new DomRecorder();
      try {
        // Not empty: the first digit of a field changes more than its slot.
        const field = await focusedField('1', template);
        const records: string[] = [];
        for (const code of CODES) {
          field.element.value = '';
          await painted();
          recorder.take();
          await type(code);
          await press('ArrowLeft', 'Backspace');
          expect(field.element.value).to.equal(code.slice(0, 4) + code.slice(5));
          const typed = recorder.take();
          field.element.value = code;
          await painted();
          records.push(typed + recorder.take());
        }
        const [one, other] = records;
        expect(one).to.include('digit--filled');
        expect(one === other).to.equal(true);
      } finally {
        recorder.stop();
      }
    }).timeout(30_000);
  }

  it('look as if each were the text of its slot', async function () {
    needs('text in a picture', this);
    const { element } = await codeField(
      html`<mfa-code-input label="Code" length="10" value="0123456789"></mfa-code-input>`,
    );
    const ours = await pixelsOf(element);
    for (const [index, slot] of slots(element).entries()) {
      const text = slot.cloneNode() as HTMLElement;
      text.textContent = String(index);
      slot.replaceWith(text);
    }
    expect(differences(ours, await pixelsOf(element))).to.equal(0);
    slots(element)[0]?.replaceChildren('8');
    expect(differences(ours, await pixelsOf(element))).to.be.above(0);
  });

  for (const [what, leave] of Object.entries(JOURNEYS)) {
    it(`are the same and go on after the field ${what}`, async () => {
      const field = await codeField(
        html`<mfa-code-input label="Code" value="1234"></mfa-code-input>`,
      );
      const comeBack = await leave(field.element);
      comeBack();
      await field.element.updateComplete;
      expect(shown(field)).to.equal('1234..');
      field.element.value = '98';
      await field.element.updateComplete;
      expect(shown(field)).to.equal('98....');
    });
  }

  it('are not in a copy of the page', async () => {
    const { element } = await codeField(
      html`<mfa-code-input label="Code" value="123456"></mfa-code-input>`,
    );
    for (const slot of slots(element)) slot.replaceWith(slot.cloneNode(true));
    expect(shown({ element })).to.equal('......');
  });

  it('are seen also where a script attaches every shadow tree in its own way', async () => {
    HTMLElement.prototype.attachShadow = function () {
      return Element.prototype.attachShadow.call(this, { mode: 'open' });
    };
    try {
      const field = await focusedField('12');
      expect(shown(field)).to.equal('12....');
      await press('Backspace', '3');
      expect(shown(field)).to.equal('13....');
    } finally {
      Reflect.deleteProperty(HTMLElement.prototype, 'attachShadow');
    }
  });
});
