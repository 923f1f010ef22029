import { expect } from '@open-wc/testing';
import { SAMPLE } from '../../../../src/testing/index.js';
import { message } from '../../../support/message.js';
import { button, field, fill, untilText } from '../../../support/page.js';
import { asked, REMOVE } from '../../authenticators/authenticators-page.js';
import { challenge, TO_RECOVERY } from '../../challenge/challenge-page.js';
import { appended, loaded } from '../../code-input/framed-page.js';

const PASSWORD = 'correct horse';

/** The ways in which a script of the page makes the browser submit a form by itself. */
const WAYS: Record<string, (form: HTMLFormElement) => void> = {
  'a script stops the submit event before the element': (form) => {
    window.addEventListener('submit', (event) => event.stopImmediatePropagation(), {
      capture: true,
      once: true,
    });
    form.requestSubmit();
  },
  'a script submits the form without the event': (form) => form.submit(),
  'a script writes the children of the element anew': (form) => {
    const copy = form.cloneNode(true) as HTMLFormElement;
    copy.querySelectorAll('input').forEach((input) => (input.value = PASSWORD));
    document.body.append(copy);
    copy.requestSubmit();
    copy.remove();
  },
};

/** The fields with a secret that has a name, with the form in which they are. */
const FIELDS: Record<string, () => Promise<HTMLInputElement>> = {
  'recovery code': async () => {
    const { element } = await challenge();
    button(element, TO_RECOVERY).click();
    await untilText(element, message('challenge.recovery-code.lead'));
    fill(field(element), SAMPLE.recoveryCodes[0]);
    return field(element);
  },
  password: async () => {
    const { element } = await asked({ stepUp: ['password'] });
    button(element, REMOVE).click();
    await untilText(element, message('step-up.password.lead'));
    fill(field(element), PASSWORD);
    return field(element);
  },
};

/** A frame in which the forms of a test open, so that the page of the test stays. */
async function sink(name: string): Promise<HTMLIFrameElement> {
  const frame = Object.assign(document.createElement('iframe'), { name, srcdoc: '<p>Empty</p>' });
  await appended(frame);
  return frame;
}

/** Submits a form that does leave, and waits for it: what was submitted before has then left too. */
async function submitAnother(): Promise<void> {
  const arrived = loaded(await sink('another'));
  const form = Object.assign(document.createElement('form'), { target: 'another' });
  document.body.append(form);
  form.submit();
  form.remove();
  await arrived;
}

describe('a form of an element that the browser submits by itself (D8)', () => {
  for (const [name, shown] of Object.entries(FIELDS)) {
    for (const [way, submit] of Object.entries(WAYS)) {
      it(`sends no ${name}: ${way} (C7)`, async () => {
        const { form } = await shown();
        if (!form) throw new Error('there is no form');
        const frame = await sink('sink');
        form.target = 'sink';
        submit(form);
        await submitAnother();
        expect(frame.contentWindow?.location.href).to.equal('about:srcdoc');
      });
    }
  }

  it('leaves a dialog of the page open, as long as the element handles it', async () => {
    const { element } = await challenge();
    const dialog = document.createElement('dialog');
    element.replaceWith(dialog);
    dialog.append(element);
    dialog.showModal();
    await untilText(element, message('challenge.code.heading'));
    fill(field(element), SAMPLE.code);
    field(element).form?.requestSubmit();
    await untilText(element, message('challenge.verified.heading'));
    expect(dialog.open).to.equal(true);
    dialog.remove();
  });
});
