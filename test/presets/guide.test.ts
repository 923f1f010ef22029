import { expect } from '@open-wc/testing';
import { setDevelopmentHooks } from '../../src/backend/http/development-hooks.js';
import { recording as directus } from './recordings-of-guide/directus.js';
import { recording as hanko } from './recordings-of-guide/hanko.js';
import { recording as homeGrown } from './recordings-of-guide/home-grown.js';
import { walk } from './walk.js';
import { WalkRecord } from './walk-record.js';

describe('the definitions in the guide', () => {
  afterEach(() => setDevelopmentHooks(undefined));

  for (const recording of [homeGrown, directus, hanko]) {
    const record = new WalkRecord();
    const { preset: product, definition } = recording;

    for (const scenario of recording.scenarios) {
      it(`${product}: ${scenario.name}`, async () => {
        setDevelopmentHooks({ check: () => undefined, observer: record.observer });
        await walk(recording, scenario, record);
      });
    }

    it(`${product}: every operation is walked, but the proof that is only kept`, () => {
      const missed = Object.keys(definition?.operations ?? {}).filter(
        (name) => name !== 'stepUp' && !record.coverage.has(name as never),
      );
      expect(missed).to.deep.equal([]);
    });
  }
});
