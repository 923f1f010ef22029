import { expect } from '@open-wc/testing';
import type { MfaOperation } from '../../src/backend/backend.js';
import schema from '../../src/backend/definition/schema.json' with { type: 'json' };
import { createOperations, OPERATION_NAMES, OPERATIONS } from '../../src/backend/operations.js';
import { definition } from '../../src/backend/presets/mfa-elements.js';
import { loadPreset, PRESET_NAMES } from '../../src/backend/presets/index.js';
import { urlProperty } from '../../src/backend/url-property.js';
import { EnrollmentElement } from '../../src/index.js';
import { scriptedBackend } from '../../src/testing/index.js';
import openapi from '../../demo/server/openapi.json' with { type: 'json' };

/** A request of the contract, such as `GET /status`. */
const requestOf = (operation: MfaOperation): string => definition.operations[operation].request;

describe('the table of operations', () => {
  it('has a row for each operation of the contract, the schema and the sample backend', () => {
    const names = [...OPERATION_NAMES].sort();
    expect(Object.keys(definition.operations).sort()).to.deep.equal(names);
    const described = schema.definitions.OperationDefinitions.properties;
    expect(Object.keys(described).sort()).to.deep.equal(names);
    const backend = scriptedBackend();
    expect(names.filter((name) => typeof backend[name] !== 'function')).to.be.empty;
  });

  it('has a row for each operation of the published API, which has one route for both codes', () => {
    const paths: Record<string, Record<string, { readonly operationId?: string }>> = openapi.paths;
    const published = Object.values(paths).flatMap((methods) =>
      Object.values(methods).flatMap(({ operationId }) => operationId ?? []),
    );
    const expected = OPERATION_NAMES.filter((name) => name !== 'verifyRecoveryCode');
    expect(published.sort()).to.deep.equal([...expected].sort());
  });

  for (const operation of OPERATION_NAMES) {
    const { changes, input = {}, id, urlAttribute } = OPERATIONS[operation];

    it(`says whether ${operation} changes something: its request is a GET only if it does not`, () => {
      expect(requestOf(operation).startsWith('GET ')).to.equal(changes === 'never');
    });

    it(`names the input of ${operation}: the contract uses no other variable`, () => {
      const variables = JSON.stringify(definition.operations[operation]).matchAll(/\{(\w+)\}/g);
      const used = [...variables].map(([, name = '']) => name);
      expect(Object.keys(input)).to.include.members(used);
    });

    it(`names the id of ${operation}: the one in its path`, () => {
      expect(/\{(\w+)\}/.exec(requestOf(operation))?.[1]).to.equal(id);
    });

    it(`names the attribute and the property of ${operation} that an element has`, () => {
      const property = EnrollmentElement.elementProperties.get(urlProperty(operation));
      expect(property?.attribute).to.equal(urlAttribute);
    });
  }

  it('says which operations have to send a request: they send one in every preset', async () => {
    const definitions = await Promise.all(PRESET_NAMES.map((name) => loadPreset(name)));
    for (const { name, operations } of definitions) {
      for (const operation of OPERATION_NAMES) {
        const described = operations[operation];
        if (!described || OPERATIONS[operation].changes !== 'always') continue;
        const { request, steps, navigate, form } = described;
        expect(request ?? steps ?? navigate ?? form, `${name}: ${operation}`).to.exist;
      }
    }
  });

  it('says which operations end an earlier enrollment', () => {
    const ending = OPERATION_NAMES.filter((operation) => OPERATIONS[operation].endsEnrollment);
    const ofEnrollment = OPERATION_NAMES.filter((name) => OPERATIONS[name].id === 'enrollmentId');
    expect(ending).to.deep.equal(['startEnrollment', ...ofEnrollment]);
  });
});

describe('the methods of a backend', () => {
  const signal = AbortSignal.abort();
  const calls: unknown[][] = [];
  const operations = createOperations(OPERATION_NAMES, (...call) => {
    calls.push(call);
    return Promise.reject(new Error('not performed'));
  });

  for (const operation of OPERATION_NAMES) {
    it(`pass the input, if there is one, and the options of ${operation}`, async () => {
      calls.length = 0;
      const hasInput = OPERATIONS[operation].input !== undefined;
      const input = { code: '123456' };
      const method = operations[operation] as (...given: unknown[]) => Promise<unknown>;
      await method(...(hasInput ? [input] : []), { signal }).catch(() => undefined);
      expect(calls).to.deep.equal([[operation, hasInput ? input : undefined, { signal }]]);
    });
  }
});
