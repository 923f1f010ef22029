import { expect } from '@open-wc/testing';
import type { MfaOperation } from '../../src/backend/backend.js';
import type { BackendDefinition } from '../../src/backend/definition/definition.js';
import { MfaError } from '../../src/backend/mfa-error.js';
import { applyUrlAttributes, type UrlAttributes } from '../../src/backend/url-attributes.js';
import { definition as contract } from '../../src/backend/presets/mfa-elements.js';

const requestOf = (overrides: UrlAttributes, operation: MfaOperation) =>
  applyUrlAttributes(contract, overrides).operations[operation]?.request;

function refusalOf(overrides: UrlAttributes, definition: BackendDefinition = contract): string {
  try {
    applyUrlAttributes(definition, overrides);
  } catch (thrown) {
    expect(thrown).to.be.instanceOf(MfaError);
    expect((thrown as MfaError).kind).to.equal('misconfigured');
    return (thrown as MfaError).message;
  }
  throw new Error('It was accepted.');
}

describe('a request that an attribute replaces', () => {
  it('keeps its method if none is given', () => {
    expect(requestOf({ status: '/wie' }, 'status')).to.equal('GET /wie');
    expect(requestOf({ verify: '/code' }, 'verify')).to.equal('POST /code');
    expect(requestOf({ unlinkAuthenticator: '/weg/{id}' }, 'unlinkAuthenticator')).to.equal(
      'DELETE /weg/{authenticatorId}',
    );
  });

  it('may have variables of the page, of any name', () => {
    expect(requestOf({ verify: '/{tenant}/{t}/code{?lang,x}' }, 'verify')).to.equal(
      'POST /{tenant}/{t}/code{?lang,x}',
    );
  });

  it('has another method if the value starts with one', () => {
    expect(requestOf({ renameAuthenticator: 'PUT /x/{id}' }, 'renameAuthenticator')).to.equal(
      'PUT /x/{authenticatorId}',
    );
    expect(requestOf({ listAuthenticators: ' POST   /lijst ' }, 'listAuthenticators')).to.equal(
      'POST /lijst',
    );
  });

  for (const [operation, variable] of [
    ['confirmEnrollment', 'enrollmentId'],
    ['cancelEnrollment', 'enrollmentId'],
    ['renameAuthenticator', 'authenticatorId'],
    ['unlinkAuthenticator', 'authenticatorId'],
  ] as const) {
    it(`uses {id} of ${operation} as ${variable}, in the path and in the query`, () => {
      expect(requestOf({ [operation]: 'POST /{id}/x?id={id}{&lang}' }, operation)).to.equal(
        `POST /{${variable}}/x?id={${variable}}{&lang}`,
      );
    });
  }

  it('does not change the rest of the operation, nor any other one', () => {
    const changed = applyUrlAttributes(contract, { verify: '/code' });
    expect(changed).to.deep.equal({
      ...contract,
      operations: {
        ...contract.operations,
        verify: { ...contract.operations.verify, request: 'POST /code' },
      },
    });
    expect(contract.operations.verify.request).to.equal('POST /challenge');
  });

  for (const nothing of ['', '  ']) {
    it(`removes the operation if its value is ${JSON.stringify(nothing)}`, () => {
      const { operations } = applyUrlAttributes(contract, { renameAuthenticator: nothing });
      expect(operations).not.to.have.property('renameAuthenticator');
      expect(operations).to.have.property('unlinkAuthenticator');
    });
  }

  for (const text of [
    'apps',
    'https://portaal.example/apps',
    '//evil.example/apps',
    '/\\evil.example',
    'GET',
    'get /apps',
    'TRACE /apps',
    'PUT apps',
    '/apps#top',
    '/ap ps',
    '/{',
    '/{a,b}',
    '/{+url}',
    '{+url}',
    '/{a.b}',
    '/{?}',
    '/}',
  ]) {
    it(`is refused with the name of the attribute: ${text}`, () => {
      expect(refusalOf({ verify: text })).to.match(/^verify-url must be a path such as "\/apps"/);
    });
  }

  it('is refused with an {id} that the operation lacks, or an {id} in a list', () => {
    expect(refusalOf({ status: '/x/{id}' })).to.match(/^status-url contains \{id\}/);
    for (const text of ['/x{?id}', '/x{?a,id}', '/x?a=1{&id,b}']) {
      expect(refusalOf({ unlinkAuthenticator: text })).to.match(/^unlink-url .* write \?id=\{id\}/);
    }
    expect(requestOf({ unlinkAuthenticator: '/x{?ids,uid}' }, 'unlinkAuthenticator')).to.equal(
      'DELETE /x{?ids,uid}',
    );
  });

  it('is refused as GET if the operation has a body', () => {
    expect(refusalOf({ verify: 'GET /code' })).to.match(/^verify-url cannot use GET/);
  });

  for (const [what, operation] of [
    ['steps', { steps: [{ request: 'GET /a' }] }],
    ['a page of its own', { navigate: '/a' }],
    ['a form', { form: 'POST /a' }],
    ['no request', { capture: {} }],
    ['nothing known', undefined],
  ] as const) {
    it(`is refused if the backend has ${what} in its place`, () => {
      const definition = { operations: operation ? { cancelEnrollment: operation } : {} };
      expect(refusalOf({ cancelEnrollment: '/x' }, definition)).to.match(
        /^cancel-url cannot be used here: .* describe it in a definition\.$/,
      );
      expect(applyUrlAttributes(definition, { cancelEnrollment: '' }).operations).to.deep.equal({});
    });
  }

  for (const definition of [null, 1, 'x', [], {}, { operations: null }, { operations: 'x' }]) {
    it(`is refused in a value that is not a definition: ${JSON.stringify(definition)}`, () => {
      expect(refusalOf({ status: '/x' }, definition as never)).to.match(/^status-url cannot be/);
    });
  }
});
