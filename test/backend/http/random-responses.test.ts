import { expect } from '@open-wc/testing';
import type { MfaBackend } from '../../../src/backend/backend.js';
import { createHttpBackend } from '../../../src/backend/http/http-backend.js';
import { readJsonPath, selectNodes } from '../../../src/backend/definition/json-path.js';
import type { BackendDefinition } from '../../../src/backend/definition/definition.js';
import { MfaError } from '../../../src/backend/mfa-error.js';
import { loadPreset, PRESET_NAMES } from '../../../src/backend/presets/index.js';
import { definition } from '../../../src/backend/presets/mfa-elements.js';
import { callOperation } from '../../support/call-operation.js';
import { mutateJson } from '../../support/mutate-json.js';
import { seededRandom } from '../../support/seeded-random.js';
import {
  mutated,
  pick,
  randomGarbage,
  randomJson,
  randomPath,
  type Random,
} from './random-json.js';
import { randomResponse } from './random-response.js';

const ROUNDS = 10_000;

/** Returns the keys of the prototypes, to detect an added one. */
function prototypes(): string[] {
  return [Object.prototype, Array.prototype, String.prototype, Function.prototype].map(
    (prototype) => Reflect.ownKeys(prototype).map(String).sort().join(),
  );
}

/** Counts the rounds that did not throw. Everything that is thrown has to be an MfaError. */
async function survivors(work: () => unknown, rounds = ROUNDS): Promise<number> {
  const before = prototypes();
  let count = 0;
  for (let round = 0; round < rounds; round += 1) {
    await ignoringMfaErrors(async () => {
      await work();
      count += 1;
    });
  }
  expect(prototypes()).to.deep.equal(before);
  return count;
}

async function ignoringMfaErrors(work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof MfaError)) throw error;
  }
}

function isBuiltIn(value: unknown): boolean {
  return typeof value === 'function' || value === Object.prototype || value === Array.prototype;
}

function find(random: Random, path: string): void {
  const nodes = selectNodes(randomJson(random, { hostile: true }), path);
  expect(nodes.some(isBuiltIn), path).to.be.false;
}

describe('ten thousand times, nothing but an MfaError is thrown and no prototype changes', function () {
  // On a busy machine, the rounds take longer than the default timeout.
  this.timeout(60_000);

  it('with random paths in random data', async () => {
    const random = seededRandom(30);
    expect(await survivors(() => find(random, randomPath(random, { hostile: true })))).to.equal(
      ROUNDS,
    );
  });

  it('with paths that are random text', async () => {
    const random = seededRandom(31);
    const accepted = await survivors(() => find(random, randomGarbage(random)));
    expect(accepted).to.be.within(1, ROUNDS / 2);
  });

  it('with valid paths after a random change', async () => {
    const random = seededRandom(32);
    const accepted = await survivors(() =>
      find(random, mutated(random, randomPath(random, { hostile: true }))),
    );
    expect(accepted).to.be.within(1000, ROUNDS - 1000);
  });

  it('with random responses to random operations', async () => {
    const random = seededRandom(33);
    const backend = createHttpBackend({
      baseUrl: 'https://portaal.example/api',
      definition,
      fetcher: () => Promise.resolve(randomResponse(random)),
      issuer: 'Profi Portaal',
      account: 'sanne',
    });
    const calls = callsOf(backend);
    const good = await survivors(() => pick(random, calls)());
    expect(good).to.be.within(100, ROUNDS - 100);
  });
});

describe('a definition with a random mistake', () => {
  for (const name of PRESET_NAMES) {
    it(`throws nothing but an MfaError and changes no prototype: ${name}`, async () => {
      const random = seededRandom(name.length);
      const preset = await loadPreset(name);
      const work = async () => {
        const { mutant } = mutateJson(preset, random);
        const backend = createHttpBackend({
          baseUrl: 'https://portaal.example/api',
          definition: mutant as BackendDefinition,
          fetcher: () => Promise.resolve(randomResponse(random)),
          variables: { accessToken: 'a', linked: true },
          issuer: 'Portaal',
        });
        for (const call of callsOf(backend)) await ignoringMfaErrors(call);
      };
      await survivors(work, 200);
    });
  }
});

describe('the time a path takes', () => {
  it('grows with the data, not with the nesting of filters', () => {
    const wide = Array.from({ length: 100_000 }, () => ({ a: [{ b: 1 }, { b: 2 }] }));
    expect(selectNodes(wide, '$[?@.a[?@.b==2] && @.a[?@.b==1] && !@.c]')).to.have.length(100_000);
  });

  it('is short in data as deep as JSON can be', () => {
    const depth = 3000;
    const deep = JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`) as unknown;
    expect(readJsonPath(deep, `$${'[0]'.repeat(300)}`)).to.be.an('array');
    expect(selectNodes(deep, `$${'[?@'.repeat(200)}${']'.repeat(200)}`)).to.have.length(1);
  });
});

const callsOf = (backend: MfaBackend): (() => Promise<unknown> | undefined)[] =>
  Object.values(callOperation).map((call) => () => call(backend));
