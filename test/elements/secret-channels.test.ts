import { expect } from '@open-wc/testing';
import '../../src/elements/challenge/mfa-challenge.js';
import { scriptedBackend } from '../../src/testing/index.js';
import { expectCount } from '../support/expect-count.js';
import { show, untilText } from '../support/page.js';
import { PLANTED_TRACES } from '../support/planted-secrets.js';
import { SECRET_CHANNELS } from '../support/secret-channels.js';
import { SecretWatch } from '../support/secret-watch.js';
import { message } from '../support/message.js';

/** Other secrets of the same form: tests that run beside these must not find what they leak. */
const LEAKED = [
  'LEKKAGEJBSWY3DPEHPK3PXPLEKKAGE22',
  '975310',
  'lekkage-wachtwoord',
  'LEKA-GEK2-AAAA',
  'LEKA-GEK2-BBBB',
] as const;

describe('the search for secrets', () => {
  let looked = 0;

  for (const [name, channel] of Object.entries(SECRET_CHANNELS)) {
    it(`finds one that leaks into ${name}`, async () => {
      const page = await show('mfa-challenge', {
        backend: scriptedBackend({ state: 'code-required' }),
      });
      await untilText(page, message('challenge.code.heading'));
      for (const secret of LEAKED) {
        const watch = new SecretWatch(LEAKED);
        try {
          expect(await watch.leaks(page), 'before').to.deep.equal([]);
          await page.updateComplete;
          const undo = await channel.leak(secret, page);
          const found = await watch.leaks(page);
          await undo();
          expect(found).to.include(`${name}: ${secret}`);
          looked += 1;
        } finally {
          watch.stop();
        }
      }
    });
  }

  it('looks for every planted secret in every channel', async () => {
    expect(LEAKED).to.have.length(PLANTED_TRACES.length);
    await expectCount('canaries', looked);
  });
});
