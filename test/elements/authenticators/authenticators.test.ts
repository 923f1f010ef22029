import { expect } from '@open-wc/testing';
import type { MfaOperation } from '../../../src/backend/backend.js';
import { SAMPLE, scriptedBackend } from '../../../src/testing/index.js';
import { message, messagePattern } from '../../support/message.js';
import {
  announced,
  button,
  buttons,
  allElements,
  expectFocusOn,
  heading,
  headings,
  link,
  visibleElements,
  show,
  text,
  until,
  untilText,
} from '../../support/page.js';
import { BIN, LINK, listed, OTHER, PENCIL } from './authenticators-page.js';

describe('the linked apps', () => {
  it('are announced as loading', async () => {
    const backend = scriptedBackend({ state: 'verified' });
    const held = backend.hold('listAuthenticators');
    const element = await show('mfa-authenticators', { backend });
    await held.called;
    await untilText(element, message('authenticators.loading'));
    expect(headings(element)).to.deep.equal([message('authenticators.heading')]);
    expect(announced(element)).to.have.length(1);
    await expect(element).to.be.accessible();
  });

  it('show their name, when they were linked and when they were used, in Dutch', async () => {
    // Long ago on every machine, even if its clock is years behind.
    const createdAt = new Date('2016-01-12T08:30:00Z');
    const lastUsedAt = new Date('2016-03-02T16:05:00Z');
    const { element } = await listed({
      authenticators: [{ ...SAMPLE.authenticator, createdAt, lastUsedAt }],
    });
    expect(text(element)).to.include(SAMPLE.authenticator.name);
    expect(text(element)).to.include(message('authenticators.linked-on', '12 januari 2016'));
    expect(text(element)).to.match(
      messagePattern('authenticators.last-used', /.+/, /2 maart 2016 om \d\d:05 /),
    );
    expect(buttons(element)).to.deep.equal([PENCIL, BIN, LINK]);
    expectFocusOn(document.body);
    await expect(element).to.be.accessible();
  });

  it('get a name if the backend has none, and say that they were not used', async () => {
    const unnamed = { id: '1', method: 'totp', createdAt: new Date('2026-01-12T08:30:00Z') };
    const { element } = await listed({ authenticators: [unnamed] });
    expect(text(element)).to.include(
      `${message('authenticators.unnamed')} ${message('authenticators.linked-on', '12 januari 2026')}`,
    );
    expect(text(element)).to.include(message('authenticators.never-used'));
    expect(buttons(element)).to.include(
      message('authenticators.unlink.label', 'Authenticator-app'),
    );
  });

  it('show HTML in a name as text', async () => {
    const name = '<img src=x onerror="alert(1)"><b>Telefoon</b>';
    const hostile = { ...SAMPLE.authenticator, name };
    const { element } = await listed({ authenticators: [hostile] });
    expect(text(element)).to.include(name);
    button(element, message('authenticators.unlink.label', name)).click();
    await untilText(element, message('authenticators.unlink.heading', name));
    expect(allElements(element).filter((inner) => inner.matches('img, b'))).to.deep.equal([]);
  });

  it('say that there are none, and what happens at the next sign-in', async () => {
    const backend = scriptedBackend({ state: 'verified', authenticators: [] });
    const element = await show('mfa-authenticators', { backend });
    await untilText(element, message('authenticators.empty'));
    await expect(element).to.be.accessible();
  });

  for (const [missing, left] of [
    ['unlinkAuthenticator', [PENCIL, LINK]],
    ['renameAuthenticator', [BIN, LINK]],
    ['startEnrollment', [PENCIL, BIN]],
  ] as const) {
    it(`have no button for ${missing} if the server does not support it`, async () => {
      const backend = scriptedBackend<MfaOperation>({ state: 'verified', without: [missing] });
      const element = await show('mfa-authenticators', { backend });
      await untilText(element, messagePattern('authenticators.linked-on'));
      expect(buttons(element)).to.deep.equal(left);
    });
  }

  it('say when they were used in words and in numbers, for people and for programs', async () => {
    const hour = 60 * 60 * 1000;
    const lastUsedAt = new Date(Date.now() - 48 * hour);
    const { element } = await listed({ authenticators: [{ ...SAMPLE.authenticator, lastUsedAt }] });
    expect(text(element)).to.match(
      messagePattern('authenticators.last-used', 'eergisteren', /\d+ \S+ \d{4} om \d\d:\d\d /),
    );
    const times = visibleElements(element).filter((inner) => inner.matches('time'));
    expect(times.map((time) => time.getAttribute('datetime'))).to.deep.equal([
      SAMPLE.authenticator.createdAt.toISOString(),
      lastUsedAt.toISOString(),
    ]);
  });

  it('do not mention the last use if the backend does not report it, and show only the name without dates', async () => {
    const authenticators = [
      { id: '1', method: 'totp', createdAt: new Date('2026-01-12T08:30:00Z') },
      { id: '2', method: 'totp', name: 'Oude telefoon' },
    ];
    const { element } = await listed({ authenticators, capabilities: {} });
    expect(text(element)).to.not.match(messagePattern('authenticators.last-used-at'));
    const names = `${message('authenticators.unnamed')} ${message('authenticators.linked-on', '12 januari 2026')} Oude telefoon Nog een app`;
    expect(text(element)).to.include(names);
    await expect(element).to.be.accessible();
  });

  it('show only the date if a clock is wrong, and nothing for an invalid date', async () => {
    const tomorrow = new Date(Date.now() + 48 * 60 * 60 * 1000);
    const authenticators = [
      { ...SAMPLE.authenticator, lastUsedAt: tomorrow },
      { ...OTHER, createdAt: new Date(Number.NaN), lastUsedAt: new Date(Number.NaN) },
    ];
    const { element } = await listed({ authenticators });
    expect(text(element)).to.match(
      messagePattern('authenticators.last-used-at', /\d+ \S+ \d{4} om \d\d:\d\d /),
    );
    expect(text(element)).to.include(`${OTHER.name} ${message('authenticators.never-used')}`);
  });

  it('show nothing for a date that no server means (host page 14)', async () => {
    const nothing = ['0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '9999-12-31T23:59:59Z'];
    const authenticators = nothing.map((date, index) => ({
      ...{ id: String(index), method: 'totp', name: 'Telefoon' },
      ...{ createdAt: new Date(date), lastUsedAt: new Date(date) },
    }));
    const { element } = await listed({ authenticators: [SAMPLE.authenticator, ...authenticators] });
    const unused = `Telefoon ${message('authenticators.never-used')}`;
    expect(text(element)).to.include(`${unused} ${unused} ${unused}`);
  });

  it('take the reserved space, and the loading is announced once', async () => {
    const lastUsedAt = new Date(Date.now() - 24 * 60 * 60 * 1000);
    const usual = { ...SAMPLE.authenticator, lastUsedAt };
    const backend = scriptedBackend({ state: 'verified', authenticators: [usual] });
    const held = backend.hold('listAuthenticators');
    const element = await show('mfa-authenticators', { backend });
    element.style.fontFamily = 'sans-serif';
    await held.called;
    const row = () => {
      const [first] = visibleElements(element).filter((inner) => inner.matches('li'));
      return JSON.stringify(first?.getBoundingClientRect());
    };
    await until(() => row() !== undefined, 'no place is kept');
    const kept = row();
    const [region] = visibleElements(element).filter((inner) => inner.matches('[role=status]'));
    held.proceed();
    await untilText(element, messagePattern('authenticators.linked-on'));
    expect(row()).to.equal(kept);
    expect(visibleElements(element).some((inner) => inner === region)).to.equal(true);
    expect(announced(element)).to.deep.equal([]);
  });

  it('stay quick with hundreds of them: a row creates no formatter', async () => {
    await listed();
    const { DateTimeFormat, RelativeTimeFormat } = Intl;
    let made = 0;
    const counting = {
      construct(target: new (...given: unknown[]) => object, given: unknown[]) {
        made += 1;
        return new target(...given);
      },
    };
    Object.assign(Intl, {
      DateTimeFormat: new Proxy(DateTimeFormat, counting as ProxyHandler<typeof DateTimeFormat>),
      RelativeTimeFormat: new Proxy(
        RelativeTimeFormat,
        counting as ProxyHandler<typeof RelativeTimeFormat>,
      ),
    });
    try {
      const authenticators = Array.from({ length: 500 }, (_, index) => ({
        ...SAMPLE.authenticator,
        id: `app-${index}`,
      }));
      const { element } = await listed({ authenticators });
      expect(visibleElements(element).filter((inner) => inner.matches('li'))).to.have.length(500);
      expect(made).to.be.lessThan(5);
    } finally {
      Object.assign(Intl, { DateTimeFormat, RelativeTimeFormat });
    }
  });

  for (const [what, name] of [
    ['10,000 letters', 'w'.repeat(10_000)],
    ['10,000 words', 'telefoon '.repeat(10_000)],
    ['families of emoji', '👩‍👩‍👧‍👦'.repeat(200)],
    ['letters from right to left', 'تطبيق المصادقة '.repeat(40)],
    ['marks piled on a letter', `z${'\u0335\u0489\u0321'.repeat(3000)}`],
    ['lines', 'een\ntwee\n'.repeat(500)],
  ] as const) {
    it(`fit their row with a name of ${what} (C24)`, async () => {
      const { element } = await listed({ authenticators: [{ ...SAMPLE.authenticator, name }] });
      element.style.width = '300px';
      const [row] = visibleElements(element).filter((inner) => inner.matches('li'));
      const { height = 0, right = 0 } = row?.getBoundingClientRect() ?? {};
      expect(height).to.be.lessThan(500);
      expect(right).to.be.at.most(element.getBoundingClientRect().right);
      expect(row?.scrollWidth).to.be.at.most(Math.ceil(row?.getBoundingClientRect().width ?? 0));
      for (const label of buttons(element)) expect(Array.from(label).length).to.be.lessThan(200);
    });
  }

  it('do not change the direction of the sentence around their name', async () => {
    const name = 'Telefoon\u202Eegatroperw\u2066';
    const { element } = await listed({ authenticators: [{ ...SAMPLE.authenticator, name }] });
    expect(buttons(element)).to.include(
      message('authenticators.unlink.label', 'Telefoon egatroperw'),
    );
    expect(text(element)).not.to.match(/[\u202A-\u202E\u2066-\u2069]/);
  });

  it('can be requested again after a failure, without losing the focus', async () => {
    const backend = scriptedBackend({ state: 'verified', on: { listAuthenticators: 'offline' } });
    const element = await show('mfa-authenticators', { backend });
    await untilText(element, message('error.offline'));
    await expect(element).to.be.accessible();
    const held = backend.hold('listAuthenticators');
    button(element, message('failure.retry.action')).click();
    await untilText(element, message('authenticators.loading'));
    expectFocusOn(heading(element));
    held.proceed();
    await untilText(element, messagePattern('authenticators.linked-on'));
    expectFocusOn(heading(element));
  });

  it('link to the sign-in page when the session has ended', async () => {
    const backend = scriptedBackend({ state: 'signed-out' });
    const element = await show('mfa-authenticators', { backend, signInUrl: '/inloggen' });
    await untilText(element, message('error.signed-out'));
    expect(link(element, message('failure.sign-in.action')).pathname).to.equal('/inloggen');
  });

  it('have decorative icons only', async () => {
    const { element } = await listed();
    await until(
      () => visibleElements(element).some(({ localName }) => localName === 'svg'),
      'no picture',
    );
    const pictures = visibleElements(element).filter(({ localName }) => localName === 'svg');
    expect(pictures.every((picture) => picture.getAttribute('aria-hidden') === 'true')).to.equal(
      true,
    );
  });
});
