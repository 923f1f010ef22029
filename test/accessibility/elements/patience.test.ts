import { expect } from '@open-wc/testing';
import { SAMPLE } from '../../../src/testing/index.js';
import { OTHER, REMOVE, THIRD, listed } from '../../elements/authenticators/authenticators-page.js';
import { challenge, enter } from '../../elements/challenge/challenge-page.js';
import { scanning } from '../../elements/enrollment/enrollment-page.js';
import { pinnedClock } from '../../elements/enrollment/pinned-clock.js';
import { stopTime } from '../../support/fake-time.js';
import { button, field, fill, text, untilFocused, untilText } from '../../support/page.js';

const MINUTE = 60_000;

describe('more time to link an app', () => {
  const clock = pinnedClock('2026-03-01T12:00:00Z');

  it('A6: is given eleven times to who asks for it', async () => {
    const startEnrollment = () => ({
      id: SAMPLE.enrollmentId,
      method: 'totp' as const,
      secret: SAMPLE.secret,
      otpauthUri: SAMPLE.otpauthUri,
      expiresAt: new Date(clock.now + 10 * MINUTE),
    });
    const { element, backend } = await scanning({ on: { startEnrollment } });
    fill(field(element), '123');
    for (let time = 1; time <= 11; time += 1) {
      clock.now += 9 * MINUTE;
      document.dispatchEvent(new Event('visibilitychange'));
      await untilText(element, 'De tijd om te koppelen is bijna om.');
      button(element, 'Meer tijd').click();
      await untilText(element, 'Je hebt weer de tijd.');
      await untilFocused(() => field(element));
    }
    expect(backend.calls).to.have.length(12);
    expect(field(element).value).to.equal('123');
  });
});

describe('the code at sign-in', () => {
  const stopped = stopTime();

  it('A7: the code step is an hour later as it was, and takes the code', async () => {
    const { element } = await challenge();
    const before = text(element);
    stopped.time.pass(3600);
    await element.updateComplete;
    expect(text(element)).to.equal(before);
    expect(before).not.to.match(/second/);
    enter(element, SAMPLE.code);
    await untilText(element, 'Je bent ingelogd');
  });
});

describe('a password that was right', () => {
  it('A22: is not asked a second time for the next change', async () => {
    const authenticators = [SAMPLE.authenticator, OTHER, THIRD];
    const { element, backend } = await listed({ authenticators, stepUp: ['password'] });
    const unlink = async (name: string) => {
      button(element, `Koppeling met ${name} verwijderen`).click();
      await untilText(element, `Koppeling met ${name} verwijderen?`);
      button(element, REMOVE).click();
    };
    await unlink(OTHER.name);
    await untilText(element, 'Wachtwoord');
    fill(field(element), SAMPLE.password);
    button(element, 'Bevestigen').click();
    await untilText(element, `De koppeling met ${OTHER.name} is verwijderd.`);
    await unlink(THIRD.name);
    await untilText(element, `De koppeling met ${THIRD.name} is verwijderd.`);
    const proofs = backend.calls.filter(({ operation }) => operation === 'stepUp');
    expect(proofs).to.have.length(1);
  });
});
