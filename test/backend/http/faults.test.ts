import { expect } from '@open-wc/testing';
import type { MfaOperation } from '../../../src/backend/backend.js';
import { createHttpBackend } from '../../../src/backend/http/http-backend.js';
import { definition } from '../../../src/backend/presets/mfa-elements.js';
import { callOperation } from '../../support/call-operation.js';
import { FAULTS, kindOfCause, kindOfFault, type Fault } from '../../support/faults.js';
import { errorOf, fakeServer } from './fake-server.js';

for (const [name, fault] of Object.entries<Fault>(FAULTS)) {
  describe(`a server with ${name} (D1, D9)`, () => {
    for (const operation of Object.keys(callOperation) as MfaOperation[]) {
      const kind = kindOfFault(fault, operation);

      it(`is "${kind}" for ${operation}`, async () => {
        const { fetcher, sent } = fakeServer(fault.fetch);
        const backend = createHttpBackend({
          baseUrl: 'https://portaal.example/api',
          definition: { ...definition, ...(fault.isEndless && { timeout: 5 }) },
          fetcher,
        });
        const error = await errorOf(callOperation[operation](backend));
        expect(error.kind).to.equal(kind);
        if (kind === 'unknown-outcome')
          expect(error.cause?.kind).to.equal(kindOfCause(fault, operation));
        expect(error.message.length, 'the message quotes no body').to.be.below(220);
        expect(sent, 'the request is not sent again').to.have.length(1);
      });
    }
  });
}
