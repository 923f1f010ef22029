import { expect } from '@open-wc/testing';
import {
  checkDefinition,
  describeMistake,
} from '../../src/backend/development/check-definition.js';
import { setDevelopmentHooks } from '../../src/backend/http/development-hooks.js';
import type { ObservedOperation, Observer } from '../../src/backend/http/observer.js';
import { OPERATION_NAMES } from '../../src/backend/operations.js';
import { loadPreset, PRESET_NAMES } from '../../src/backend/presets/index.js';
import { compareBlock } from './accepted-block.js';
import { matrixOf } from './matrix.js';
import { CoveredErrors } from './covered-errors.js';
import { RecordedRuns } from './recorded-runs.js';
import type { Recording } from './recording.js';
import { RECORDINGS } from './recordings/index.js';
import { unfoundedSuccesses } from './unfounded-successes.js';
import { walk } from './walk.js';
import { WalkRecord } from './walk-record.js';

/** A public page, or a part of this project. */
const ADDRESS = /^(?:https:\/\/\S+|demo\/server\/openapi\.json)$/;

/** Responses that look like saying nothing, and by which the product does say it. */
const ACCEPTED: Readonly<Record<string, readonly string[]>> = {
  // Signed in, and not registered for the application.
  fusionauth: [
    'verify: POST /api/two-factor/login: 202 with the right body: done',
    'verifyRecoveryCode: POST /api/two-factor/login: 202 with the right body: done',
  ],
  // Nothing is linked: a list of all there is.
  keycloak: ['listAuthenticators: GET /account/credentials?type=otp: 200 []: done'],
  okta: ['listAuthenticators: GET /factors: 200 []: done'],
  // It says why in a sentence, in any language.
  rodauth: [
    'listAuthenticators: POST /otp-setup: 400 {"error":"x"}: done',
    'status: POST /multifactor-auth: 401 {"error":"x"}: done',
    'status: POST /multifactor-auth: 403 {"error":"x"}: done',
    'status: POST /otp-setup: 400 {"error":"x"}: done',
  ],
};

/** The name of the product, or of the preset if it cannot be loaded. */
const productOf = ({ preset }: Recording): Promise<string> =>
  loadPreset(preset).then(
    ({ name }) => name ?? preset,
    () => preset,
  );

const walks = await Promise.all(
  RECORDINGS.map(async (recording) => ({
    recording,
    preset: recording.preset,
    product: await productOf(recording),
    record: new WalkRecord(),
    errors: new CoveredErrors(),
    runs: new RecordedRuns(),
  })),
);

describe('the presets', () => {
  it('are all recorded, and all that is recorded is a preset', () => {
    const recorded = RECORDINGS.map(({ preset }) => preset);
    expect(recorded.sort()).to.deep.equal([...PRESET_NAMES].sort());
  });

  afterEach(() => setDevelopmentHooks(undefined));

  for (const { recording, preset, product, record, errors, runs } of walks) {
    for (const scenario of recording.scenarios) {
      it(`${product}: ${scenario.name}`, async () => {
        const ended = (operation: ObservedOperation) => {
          record.observer.ended?.(operation);
          if (record.isWalking) errors.note(operation);
        };
        const observed = runs.observe(scenario);
        const observer: Observer = {
          exchanged: observed.exchanged,
          ended: (operation) => {
            ended(operation);
            observed.ended(operation);
          },
        };
        setDevelopmentHooks({ check: describeMistake, observer });
        await walk(recording, scenario, record);
      });
    }

    it(`${product}: every operation is walked`, async () => {
      const { operations } = await loadPreset(preset);
      const missed = Object.keys(operations).filter((name) => !record.coverage.has(name as never));
      expect(missed).to.deep.equal([]);
    });

    it(`${product}: every error that the definition knows is met in a walk`, async () => {
      expect(errors.missing(await loadPreset(preset))).to.deep.equal([]);
    });

    it(`${product}: the definition is data, and a right one`, async () => {
      const definition = await loadPreset(preset);
      expect(JSON.parse(JSON.stringify(definition))).to.deep.equal(definition);
      checkDefinition(definition);
    });

    it(`${product}: only a response that says so is a fact: a change that is made, and how things are`, async () => {
      const { operations } = await loadPreset(preset);
      const sent = OPERATION_NAMES.filter((name) => {
        const { request, steps = [] } = operations[name] ?? {};
        return request !== undefined || steps.length > 0;
      });
      const ran = new Set(runs.all.map(({ operation }) => operation));
      expect([...ran].sort()).to.deep.equal([...sent].sort());
      expect(await unfoundedSuccesses(recording, runs.all)).to.deep.equal(ACCEPTED[preset] ?? []);
    }).timeout(60_000);

    it(`${product}: every response names its source`, () => {
      const exchanges = recording.scenarios
        .flatMap(({ steps }) => steps)
        .flatMap((step) => step.exchanges);
      for (const { request, source } of exchanges) expect(source, request).to.match(ADDRESS);
    });
  }
});

describe('the table of presets in README.md', () => {
  it('is what the walks have shown', async () => {
    const unfinished = walks
      .filter(({ recording, record }) => record.scenarios < recording.scenarios.length)
      .map(({ preset }) => preset);
    expect(unfinished, 'not all of their scenarios were walked').to.deep.equal([]);
    const difference = await compareBlock('presets', matrixOf(walks));
    if (difference) throw new Error(`Is it meant? Then run npm run accept.\n${difference}`);
  });
});
