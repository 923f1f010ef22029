import { expect } from '@open-wc/testing';
import { Secret, TOTP } from 'otpauth';
import { MfaError } from '../../../src/backend/mfa-error.js';
import { SAMPLE } from '../../../src/testing/index.js';
import { hearEvents } from '../../support/events.js';
import { message, messagePattern } from '../../support/message.js';
import { MOMENT } from '../../../src/flow/enrollment/effect.js';
import {
  announced,
  button,
  expectFocusOn,
  field,
  fill,
  text,
  until,
  untilFocused,
  untilText,
} from '../../support/page.js';
import { drawing, enter, holdsKey, LINKED, scanning, VERIFY } from './enrollment-page.js';
import { pinnedClock } from './pinned-clock.js';

const MINUTE = 60_000;
const OTHER_SECRET = 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU';

const OTHER_ACCOUNT = message('diagnosis.other-account', 'ProfiPortaal', 'profiklant@voorbeeld.nl');

/** Returns the code of an authenticator app with this clock. */
const codeAt = (timestamp: number, secret: string = SAMPLE.secret): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });

/** Shows an enrollment with a server that refuses every code. */
const refusing = (facts: ConstructorParameters<typeof MfaError>[2] = {}) =>
  scanning({ on: { confirmEnrollment: () => new MfaError('invalid-code', 'test', facts) } });

describe('why a code is refused while linking', () => {
  const clock = pinnedClock('2026-03-01T12:00:10Z');
  const events = hearEvents();
  const setTimeout = window.setTimeout.bind(window);

  // The moment that a refusal waits for its reason does not pass, however busy the machine is.
  beforeEach(() => {
    window.setTimeout = ((run: () => void, delay?: number) =>
      delay === MOMENT ? 0 : setTimeout(run, delay)) as typeof setTimeout;
  });
  afterEach(() => {
    window.setTimeout = setTimeout;
  });

  const shownBy = (ahead: number, secret?: string): string => codeAt(clock.now + ahead, secret);

  const typo = (code: string): string => `${(Number(code[0]) + 5) % 10}${code.slice(1)}`;

  for (const [name, code, sentence] of [
    [
      'a clock that is 4 minutes slow',
      () => shownBy(-4 * MINUTE),
      message('diagnosis.clock-slow', '4 minuten'),
    ],
    [
      'a clock that is 7 minutes fast',
      () => shownBy(7 * MINUTE),
      message('diagnosis.clock-fast', '7 minuten'),
    ],
    [
      'a code that is half a minute old',
      () => shownBy(-MINUTE / 2),
      message('diagnosis.just-expired'),
    ],
    ['a slip of the finger', () => typo(shownBy(0)), message('diagnosis.mistyped')],
    ['the code of another account', () => shownBy(0, OTHER_SECRET), OTHER_ACCOUNT],
    ['a code that should have been right', () => shownBy(0), message('diagnosis.unexplained')],
  ] as const) {
    it(`is given for ${name}, once, and the QR code stays`, async () => {
      const { element } = await refusing();
      await until(() => drawing(element) !== undefined, 'no QR code is drawn');
      const before = drawing(element);
      const heard: string[] = [];
      const watch = new MutationObserver(() => heard.push(...announced(element)));
      watch.observe(element, { childList: true, subtree: true, characterData: true });
      enter(element, code());
      await untilText(element, sentence);
      await untilFocused(() => field(element));
      watch.disconnect();
      expect([...new Set(heard)]).to.deep.equal([sentence]);
      expect(announced(element)).to.deep.equal([sentence]);
      expect(field(element).value).to.equal('');
      expect(drawing(element)).to.equal(before);
      expect(events.heard.names).to.deep.equal(['mfa-error']);
    });
  }

  it('recognizes a code that was refused before', async () => {
    const { element } = await refusing();
    const code = shownBy(0, OTHER_SECRET);
    enter(element, code);
    await untilText(element, messagePattern('diagnosis.other-account'));
    enter(element, code);
    await untilText(element, message('diagnosis.reused'));
  });

  it('is a slow clock only after the second late code', async () => {
    const { element } = await refusing();
    enter(element, shownBy(-MINUTE / 2));
    await untilText(element, message('diagnosis.just-expired'));
    clock.now += MINUTE;
    enter(element, shownBy(-MINUTE / 2));
    await untilText(element, message('diagnosis.clock-slow', '1 minuut'));
  });

  it('uses the time of the server if the clock of this device is wrong', async () => {
    const clockSkew = 20 * 60;
    const { element } = await refusing({ clockSkew });
    enter(element, shownBy(-clockSkew * 1000));
    await untilText(element, message('diagnosis.other-secret'));
    enter(element, shownBy(-clockSkew * 1000 - MINUTE / 2));
    await untilText(element, message('diagnosis.just-expired'));
  });

  it('also says how many tries are left, if there are few', async () => {
    const { element } = await refusing({ attemptsLeft: 2 });
    enter(element, shownBy(0, OTHER_SECRET));
    await untilText(element, `${OTHER_ACCOUNT} ${message('error.attempts-left.other', 2)}`);
    await expect(element).to.be.accessible();
  });

  it('is that of the server for a code that was used before', async () => {
    const { element } = await scanning({ on: { confirmEnrollment: 'code-reused' } });
    enter(element, shownBy(0));
    await untilText(element, message('error.code-reused'));
  });

  it('does not delay the next code', async () => {
    const { element, backend } = await refusing();
    enter(element, shownBy(0, OTHER_SECRET));
    await untilText(element, messagePattern('diagnosis.other-account'));
    delete backend.on.confirmEnrollment;
    enter(element, SAMPLE.code);
    await untilText(element, LINKED);
    expect(text(element)).not.to.match(messagePattern('diagnosis.other-account'));
    expect(holdsKey(element)).to.equal(false);
  });
});

describe('a refused code whose reason takes long to find', () => {
  const clock = pinnedClock('2026-03-01T12:00:10Z');
  const setTimeout = window.setTimeout.bind(window);
  const now = performance.now.bind(performance);
  const pauses: (() => void)[] = [];

  // Long work pauses after each step, until the test goes on. Its pauses have no delay.
  beforeEach(() => {
    let lost = 0;
    performance.now = () => now() + (lost += 10);
    window.setTimeout = ((run: () => void, delay?: number) =>
      delay === undefined ? pauses.push(run) : setTimeout(run, delay)) as typeof setTimeout;
  });
  afterEach(restore);

  function restore(): void {
    Reflect.deleteProperty(performance, 'now');
    window.setTimeout = setTimeout;
    for (const goOn of pauses.splice(0)) goOn();
  }

  async function refused() {
    const shown = await refusing();
    enter(shown.element, codeAt(clock.now - MINUTE / 2));
    await untilText(shown.element, message('error.invalid-code'));
    await untilFocused(() => field(shown.element));
    return shown;
  }

  it('is told at once, and explained when the reason is there (D4)', async () => {
    const { element } = await refused();
    expect(announced(element)).to.deep.equal([message('error.invalid-code')]);
    expect(button(element, VERIFY).getAttribute('aria-disabled')).to.equal('false');
    await expect(element).to.be.accessible();
    restore();
    await untilText(element, message('diagnosis.just-expired'));
    expect(announced(element)).to.deep.equal([message('diagnosis.just-expired')]);
    expectFocusOn(field(element));
  });

  it('leaves what the user types meanwhile, without an error (D4)', async () => {
    const { element } = await refused();
    fill(field(element), '12');
    restore();
    await new Promise((resolve) => setTimeout(resolve));
    await element.updateComplete;
    expect(field(element).value).to.equal('12');
    expect(announced(element)).to.deep.equal([]);
    expectFocusOn(field(element));
  });

  it('may be followed by the right one before that (D4)', async () => {
    const { element, backend } = await refused();
    delete backend.on.confirmEnrollment;
    enter(element, SAMPLE.code);
    await untilText(element, LINKED);
    restore();
    await element.updateComplete;
    expect(text(element)).to.include(LINKED);
  });
});
