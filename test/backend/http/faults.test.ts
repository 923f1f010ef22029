import { expect } from '@open-wc/testing';
import type { MfaOperation } from '../../../src/backend/backend.js';
import type { BackendDefinition } from '../../../src/backend/definition/definition.js';
import { createHttpBackend } from '../../../src/backend/http/http-backend.js';
import { definition } from '../../../src/backend/presets/mfa-elements.js';
import { callOperation } from '../../support/call-operation.js';
import { FAULTS, kindOfFault, type Fault } from '../../support/faults.js';
import { errorOf, fakeServer } from './fake-server.js';

const { operations }: BackendDefinition = definition;

for (const [name, fault] of Object.entries<Fault>(FAULTS)) {
  describe(`a server with ${name}`, () => {
    for (const operation of Object.keys(callOperation) as MfaOperation[]) {
      const succeeds = fault.isOfBody && operations[operation]?.result === undefined;
      const kind = kindOfFault(fault, operation);

      it(`${succeeds ? 'does not matter' : `is "${kind}"`} for ${operation}`, async () => {
        const { fetcher, sent } = fakeServer(fault.fetch);
        const backend = createHttpBackend({
          baseUrl: 'https://portaal.example/api',
          definition: { ...definition, ...(fault.isEndless && { timeout: 5 }) },
          fetcher,
        });
        const call = callOperation[operation](backend);
        if (succeeds) {
          await call;
        } else {
          const error = await errorOf(call);
          expect(error.kind).to.equal(kind);
          expect(error.message.length, 'the message quotes no body').to.be.below(200);
        }
        expect(sent, 'the request is not sent again').to.have.length(1);
      });
    }
  });
}
