import { expect } from '@open-wc/testing';
import '../../../../src/elements/challenge/mfa-challenge.js';
import '../../../../src/elements/enrollment/mfa-enrollment.js';
import '../../../../src/elements/login/mfa-login.js';
import {
  SAMPLE,
  scriptedBackend,
  type ScriptedBackendOptions,
} from '../../../../src/testing/index.js';
import { message } from '../../../support/message.js';
import { hearNavigations } from '../../../support/navigations.js';
import { allElements, button, show, until, untilText } from '../../../support/page.js';
import { enter } from '../../challenge/challenge-page.js';

describe('going back to the page of an element', () => {
  const navigations = hearNavigations();
  const left = async () => {
    await until(() => navigations.length > 0, 'the page is not left');
    return navigations;
  };

  const start = (
    tag: 'mfa-login' | 'mfa-challenge' | 'mfa-enrollment',
    options: ScriptedBackendOptions,
  ) => show(tag, { backend: scriptedBackend(options), successUrl: '/portaal' });

  const continueAfterLinking = async (element: HTMLElement) => {
    await until(() => element.querySelector('input') !== null, 'no code is asked');
    enter(element, SAMPLE.code);
    await untilText(element, message('enrollment.done.heading', SAMPLE.issuer));
    button(element, message('enrollment.done.action', SAMPLE.issuer)).click();
  };

  it('is not possible if it leaves by itself: it would leave again (host page 13)', async () => {
    await start('mfa-login', { state: 'verified' });
    expect(await left()).to.deep.equal(['replace']);
  });

  for (const tag of ['mfa-login', 'mfa-challenge'] as const) {
    it(`is not possible after a right code in ${tag}: the sign-in is over (host page 13)`, async () => {
      const element = await start(tag, { state: 'code-required' });
      await untilText(element, message('challenge.code.heading'));
      enter(element, SAMPLE.code);
      expect(await left()).to.deep.equal(['replace']);
    });
  }

  it('is not possible after new recovery codes at sign-in: they do not show again (host page 13)', async () => {
    const element = await start('mfa-challenge', {
      state: 'code-required',
      on: { verify: { recoveryCodes: SAMPLE.recoveryCodes } },
    });
    await untilText(element, message('challenge.code.heading'));
    enter(element, SAMPLE.code);
    await untilText(element, message('challenge.new-recovery-codes.heading.other'));
    const box = allElements(element).find((inner) => inner.matches('input[type=checkbox]'));
    (box as HTMLInputElement).click();
    button(element, message('challenge.continue')).click();
    expect(await left()).to.deep.equal(['replace']);
  });

  it('is possible after linking an app and pressing the button that continues (host page 13)', async () => {
    await continueAfterLinking(await start('mfa-enrollment', { recoveryCodes: [] }));
    expect(await left()).to.deep.equal(['push']);
  });

  it('is not possible after linking an app at sign-in (host page 13)', async () => {
    await continueAfterLinking(await start('mfa-login', { recoveryCodes: [] }));
    expect(await left()).to.deep.equal(['replace']);
  });

  const elsewhere = {
    operations: { status: { navigate: '/eigen/pagina' }, verify: { navigate: '/eigen/pagina' } },
  };

  it('is not possible if the backend continues on a page of its own by itself (host page 13)', async () => {
    await show('mfa-login', { baseUrl: '/api', definition: elsewhere });
    expect(await left()).to.deep.equal(['replace']);
  });

  it('is possible if the user did something that leads to a page of the backend (host page 13)', async () => {
    const element = await show('mfa-challenge', { baseUrl: '/api', definition: elsewhere });
    await untilText(element, message('challenge.code.heading'));
    enter(element, SAMPLE.code);
    expect(await left()).to.deep.equal(['push']);
  });
});
