import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { MfaError } from '../../../src/backend/mfa-error.js';
import { SAMPLE, scriptedBackend } from '../../../src/testing/index.js';
import type { ScriptedBackendOptions } from '../../../src/testing/index.js';
import { message, messagePattern } from '../../support/message.js';
import {
  announced,
  button,
  buttons,
  expectFocusOn,
  field,
  fill,
  heading,
  labelOf,
  link,
  show,
  text,
  until,
  untilFocused,
  untilText,
  visibleElements,
} from '../../support/page.js';
import {
  BIN,
  CANCEL,
  listed,
  openDialog,
  operations,
  OTHER,
  PENCIL,
} from './authenticators-page.js';

const SAVE = message('authenticators.rename.save');
const RENAMED = message('authenticators.renamed', 'Werktelefoon');

/** Shows the list with the name of the sample app in a field. */
async function edited(options: ScriptedBackendOptions = {}) {
  const shown = await listed(options);
  button(shown.element, PENCIL).click();
  await until(() => shown.element.querySelector('input') !== null, 'no field comes');
  await untilFocused(() => field(shown.element));
  return shown;
}

/** Submits a name as a person does. */
function save(element: HTMLElement, name: string): void {
  fill(field(element), name);
  button(element, SAVE).click();
}

const requests = (backend: { calls: readonly { operation: string }[] }) =>
  operations(backend.calls).slice(1);

describe('renaming an app', () => {
  it('happens in its row, in a field of the page, with the name selected', async () => {
    const { element } = await edited({ authenticators: [SAMPLE.authenticator, OTHER] });
    const input = field(element);
    expect(labelOf(input)).to.equal(message('authenticators.rename.field'));
    expect(input.getRootNode()).to.equal(document);
    expect(input.value).to.equal(SAMPLE.authenticator.name);
    expect([input.selectionStart, input.selectionEnd]).to.deep.equal([0, input.value.length]);
    expect(buttons(element)).to.include.members([SAVE, CANCEL]);
    expect(buttons(element)).not.to.include(BIN);
    await expect(element).to.be.accessible();
  });

  it('shows the new name once the server confirms, announces it once and returns to the pencil', async () => {
    const { element, backend } = await edited();
    const held = backend.hold('renameAuthenticator');
    save(element, '  Werktelefoon ');
    const call = await held.called;
    expect(call.input).to.deep.equal({ authenticatorId: 'app-1', name: 'Werktelefoon' });
    await untilText(element, message('button.busy'));
    expect(announced(element)).to.deep.equal([]);
    button(element, message('button.busy')).click();
    await sendKeys({ press: 'Enter' });
    held.proceed();
    await untilText(element, RENAMED);
    expect(announced(element)).to.deep.equal([RENAMED]);
    expectFocusOn(button(element, message('authenticators.rename.label', 'Werktelefoon')));
    expect(requests(backend)).to.deep.equal(['renameAuthenticator']);
    expect(element.querySelector('input')).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('works with the keyboard alone', async () => {
    const { element } = await listed();
    button(element, PENCIL).focus();
    await sendKeys({ press: 'Enter' });
    await untilFocused(() => element.querySelector('input'));
    await sendKeys({ type: 'Werktelefoon' });
    await sendKeys({ press: 'Enter' });
    await untilText(element, RENAMED);
    await untilFocused(() =>
      button(element, message('authenticators.rename.label', 'Werktelefoon')),
    );
    await sendKeys({ press: 'Tab' });
    expectFocusOn(button(element, message('authenticators.unlink.label', 'Werktelefoon')));
  });

  for (const [way, leave] of [
    [CANCEL, (element: HTMLElement) => Promise.resolve(button(element, CANCEL).click())],
    ['Escape', () => sendKeys({ press: 'Escape' })],
  ] as const) {
    it(`is canceled with ${way}: the name stays and the pencil has the focus`, async () => {
      const { element, backend } = await edited();
      fill(field(element), 'Werktelefoon');
      await leave(element);
      await untilFocused(() => button(element, PENCIL));
      expect(text(element)).not.to.include('Werktelefoon');
      expect(announced(element)).to.deep.equal([]);
      expect(requests(backend)).to.deep.equal([]);
    });
  }

  it('never uses the password form of the author', async () => {
    const backend = scriptedBackend({ state: 'verified' });
    const form =
      '<form><mfa-text-field><input type="password" autocomplete="current-password"></mfa-text-field></form>';
    const element = await show('mfa-authenticators', { backend }, form);
    await untilText(element, messagePattern('authenticators.linked-on'));
    button(element, PENCIL).click();
    await until(() => element.querySelector('form[slot=name-form]') !== null, 'no field for it');
    expect(element.querySelectorAll('form[slot=name-form] [type=password]')).to.have.length(0);
    expect(element.querySelector<HTMLInputElement>('input[type=password]')?.value).to.equal('');
  });

  it('sends no request if the name stays the same', async () => {
    const { element, backend } = await edited();
    save(element, ` ${SAMPLE.authenticator.name} `);
    await untilFocused(() => button(element, PENCIL));
    expect(requests(backend)).to.deep.equal([]);
    expect(announced(element)).to.deep.equal([]);
  });

  for (const [what, name, sentence] of [
    ['no name', '', message('authenticators.rename.incomplete')],
    ['only spaces', '   ', message('authenticators.rename.incomplete')],
    ['65 characters', '📱'.repeat(65), message('authenticators.rename.too-long', 65, 64)],
  ] as const) {
    it(`shows at the field what is wrong with ${what}, and keeps it`, async () => {
      const { element, backend } = await edited();
      save(element, name);
      await untilText(element, sentence);
      expect(announced(element)).to.deep.equal([sentence]);
      expect(field(element).value).to.equal(name);
      await untilFocused(() => field(element));
      expect(requests(backend)).to.deep.equal([]);
      await expect(element).to.be.accessible();
      save(element, '📱'.repeat(64));
      await untilText(element, messagePattern('authenticators.renamed'));
    });
  }

  it('shows at the field why the server refuses, and keeps what was typed', async () => {
    const { element, backend } = await edited({ on: { renameAuthenticator: 'offline' } });
    save(element, 'Werktelefoon');
    await untilText(element, message('error.offline'));
    expect(announced(element)).to.have.length(1);
    expect(field(element).value).to.equal('Werktelefoon');
    delete backend.on.renameAuthenticator;
    button(element, SAVE).click();
    await untilText(element, RENAMED);
  });

  for (const kind of ['invalid-code', 'code-reused', 'invalid-password'] as const) {
    it(`keeps what was typed if the server says "${kind}", because the field has no proof`, async () => {
      const { element } = await edited({ on: { renameAuthenticator: kind } });
      save(element, 'Werktelefoon');
      await untilText(element, message(`error.${kind}`));
      await untilFocused(() => field(element));
      expect(field(element).value).to.equal('Werktelefoon');
    });
  }

  it('continues by itself once the password for the step-up is right', async () => {
    const { element, backend } = await edited({ stepUp: ['password'] });
    save(element, 'Werktelefoon');
    await untilText(element, message('authenticators.rename.heading', SAMPLE.authenticator.name));
    expect(openDialog(element)).not.to.equal(undefined);
    await untilFocused(() => field(element));
    expect(labelOf(field(element))).to.equal(message('password.label'));
    fill(field(element), SAMPLE.password);
    button(element, message('step-up.submit')).click();
    await untilText(element, RENAMED);
    await untilFocused(() =>
      button(element, message('authenticators.rename.label', 'Werktelefoon')),
    );
    expect(requests(backend)).to.deep.equal([
      'renameAuthenticator',
      'stepUp',
      'renameAuthenticator',
    ]);
  });

  it('asks for the password again if the server refused the one that was sent', async () => {
    const stepUp = ['password'] as const;
    const { element, backend } = await edited({ stepUp });
    save(element, 'Werktelefoon');
    await until(() => openDialog(element) !== undefined, 'no dialog');
    backend.on.renameAuthenticator = new MfaError('invalid-password', 'test', { stepUp });
    fill(field(element), SAMPLE.password);
    button(element, message('step-up.submit')).click();
    await untilText(element, message('error.invalid-password'));
    await untilFocused(() => field(element));
    expect(labelOf(field(element))).to.equal(message('password.label'));
    delete backend.on.renameAuthenticator;
    fill(field(element), SAMPLE.password);
    button(element, message('step-up.submit')).click();
    await untilText(element, RENAMED);
  });

  it('keeps what was typed if the step-up is canceled', async () => {
    const { element } = await edited({ stepUp: ['password'] });
    save(element, 'Werktelefoon');
    await until(() => openDialog(element) !== undefined, 'no dialog');
    await sendKeys({ press: 'Escape' });
    await until(() => openDialog(element) === undefined, 'the dialog stays');
    await untilFocused(() => element.querySelector('input'));
    expect(field(element).value).to.equal('Werktelefoon');
  });

  it('loads the list again if the app was removed elsewhere', async () => {
    const { element, backend } = await edited({ on: { renameAuthenticator: 'not-found' } });
    backend.on.listAuthenticators = [];
    save(element, 'Werktelefoon');
    await untilText(element, message('error.not-found'));
    expect(text(element)).to.include(message('authenticators.empty'));
    expectFocusOn(heading(element));
  });

  it('looks up what became of a lost response, and keeps the name that was typed', async () => {
    const { element, backend } = await edited({ on: { renameAuthenticator: 'unknown-outcome' } });
    save(element, 'Werktelefoon');
    await untilText(element, message('error.unexpected'));
    expect(requests(backend)).to.deep.equal(['renameAuthenticator', 'listAuthenticators']);
    await untilFocused(() => field(element));
    expect(field(element).value).to.equal('Werktelefoon');
  });

  it('looks up a name that is said to be changed and is the old one', async () => {
    const { element, backend } = await edited({
      on: { renameAuthenticator: SAMPLE.authenticator },
    });
    save(element, 'Werktelefoon');
    await untilText(element, message('error.unexpected'));
    expect(requests(backend)).to.deep.equal(['renameAuthenticator', 'listAuthenticators']);
    await untilFocused(() => field(element));
    expect(field(element).value).to.equal('Werktelefoon');
  });

  it('keeps a name that is typed while it looks that up', async () => {
    const { element, backend } = await edited({ authenticators: [SAMPLE.authenticator, OTHER] });
    const renaming = backend.hold('renameAuthenticator');
    save(element, 'Werktelefoon');
    await renaming.called;
    const looking = backend.hold('listAuthenticators');
    const input = field(element);
    fill(input, 'Werktelefoon van mijn werk');
    renaming.settle('unknown-outcome');
    await untilText(element, message('authenticators.checking'));
    expect(field(element)).to.equal(input);
    expect(input.value).to.equal('Werktelefoon van mijn werk');
    expectFocusOn(input);
    await expect(element).to.be.accessible();
    looking.proceed();
    await untilText(element, message('error.unexpected'));
    expect(field(element).value).to.equal('Werktelefoon van mijn werk');
    expectFocusOn(input);
  });

  for (const [what, typed] of [
    ['the typed name', undefined],
    ['a name that was typed meanwhile', 'Werktelefoon van mijn werk'],
  ] as const) {
    it(`shows ${what} again once the list can be looked up`, async () => {
      const { element, backend } = await edited();
      const held = backend.hold('renameAuthenticator');
      backend.on.listAuthenticators = 'offline';
      save(element, 'Werktelefoon');
      await held.called;
      if (typed) fill(field(element), typed);
      held.settle('unknown-outcome');
      await untilText(element, message('failure.unknown.heading'));
      expectFocusOn(heading(element));
      expect(visibleElements(element).filter((it) => it.matches('input'))).to.deep.equal([]);
      await expect(element).to.be.accessible();
      delete backend.on.listAuthenticators;
      const lookedUp = backend.hold('listAuthenticators');
      button(element, message('failure.retry.action')).click();
      await lookedUp.called;
      await untilFocused(() => heading(element));
      lookedUp.settle([SAMPLE.authenticator]);
      await untilText(element, message('error.unexpected'));
      await untilFocused(() => field(element));
      expect(field(element).value).to.equal(typed ?? 'Werktelefoon');
    });
  }

  it('leaves no typed name behind if the element is removed while that cannot be looked up', async () => {
    const { element, backend } = await edited({ on: { renameAuthenticator: 'unknown-outcome' } });
    backend.on.listAuthenticators = 'offline';
    save(element, 'Werktelefoon');
    await untilText(element, message('failure.unknown.heading'));
    element.remove();
    await until(() => element.querySelector('input') === null, 'the field stays');
  });

  it('has the new name if the list has it, although the response was lost', async () => {
    const { element } = await edited({
      on: {
        renameAuthenticator: ({ proceed }) => {
          proceed();
          return 'unknown-outcome';
        },
      },
    });
    save(element, 'Werktelefoon');
    await untilText(element, message('authenticators.renamed', 'Werktelefoon'));
    await untilFocused(() =>
      button(element, message('authenticators.rename.label', 'Werktelefoon')),
    );
  });

  it('links to the sign-in page if the session ended meanwhile', async () => {
    const { element } = await edited({ on: { renameAuthenticator: 'signed-out' } });
    element.signInUrl = '/inloggen';
    save(element, 'Werktelefoon');
    await untilText(element, message('error.signed-out'));
    expectFocusOn(heading(element));
    link(element, message('failure.sign-in.action'));
  });

  it('moves to another row with the name of that row', async () => {
    const { element } = await edited({ authenticators: [SAMPLE.authenticator, OTHER] });
    fill(field(element), 'Werktelefoon');
    button(element, message('authenticators.rename.label', OTHER.name)).click();
    await until(() => field(element).value === OTHER.name, 'the field has another name');
    await untilFocused(() => field(element));
  });
});
