import { expect } from '@open-wc/testing';
import {
  OperationVariables,
  type VariableSources,
} from '../../../src/backend/definition/variables.js';
import { errorOf } from '../http/fake-server.js';

const variables = (sources: Partial<VariableSources> = {}) =>
  new OperationVariables({
    input: {},
    captured: new Map(),
    page: {},
    keys: new Map(),
    declared: {},
    read: () => undefined,
    ...sources,
  });

/** The value of the variable `x`. */
const valueFrom = async (sources: Partial<VariableSources>): Promise<unknown> =>
  (await variables(sources).ask(['x'])).get('x');

describe('the value of a variable', () => {
  it('is that of the input, then of a response, then of the page, then of the definition', async () => {
    const input = { x: 'input' };
    const captured = new Map([['x', 'response']]);
    const page = { x: 'page' };
    const declared = { x: 'definition' };
    expect(await valueFrom({ input, captured, page, declared })).to.equal('input');
    expect(await valueFrom({ captured, page, declared })).to.equal('response');
    expect(await valueFrom({ page, declared })).to.equal('page');
    expect(await valueFrom({ declared })).to.equal('definition');
    expect(await valueFrom({})).to.be.undefined;
  });

  it('of this operation comes before that of an earlier one', async () => {
    const both = variables({ captured: new Map([['x', 'earlier']]) });
    both.keep([['x', 'now']]);
    expect((await both.ask(['x'])).get('x')).to.equal('now');
  });

  it('is only of a source of its own, never an inherited one (C30)', async () => {
    const inherited = Object.create({ x: 'inherited' }) as Record<string, string>;
    for (const source of [{ input: inherited }, { page: inherited }, { declared: inherited }]) {
      expect(await valueFrom(source)).to.be.undefined;
    }
  });

  it('may be a text, a number or a boolean of the page, and nothing else', async () => {
    for (const x of ['', 'a', 0, 1, true, false]) {
      expect(await valueFrom({ page: { x: () => x } })).to.equal(x);
    }
    for (const x of [null, {}, [], Symbol.iterator, 1n]) {
      const page = { x: () => x } as unknown as VariableSources['page'];
      expect((await errorOf(valueFrom({ page }))).kind).to.equal('misconfigured');
    }
  });

  it('is none if a definition that nothing checked has no source for it', async () => {
    const declared = { x: null } as unknown as VariableSources['declared'];
    expect(await valueFrom({ declared })).to.be.undefined;
  });

  it('comes from the definition if the page has none', async () => {
    const declared = { x: 'definition' };
    expect(await valueFrom({ page: { x: undefined }, declared })).to.equal('definition');
    expect(await valueFrom({ page: { x: () => undefined }, declared })).to.equal('definition');
  });

  it('comes from the first place that has one; an empty one is none', async () => {
    const declared = { x: [{ cookie: 'a' }, { cookie: 'b' }, { cookie: 'c' }] };
    const cookies: Readonly<Record<string, string>> = { a: '', b: 'B', c: 'C' };
    const read: VariableSources['read'] = (source) =>
      'cookie' in source ? cookies[source.cookie] : undefined;
    expect(await valueFrom({ declared, read })).to.equal('B');
  });

  it('is generated once for an operation, with 160 bits (RFC 4226, section 4)', async () => {
    const declared = { x: { generate: 'secret' }, y: { generate: 'secret' } } as const;
    const operation = variables({ declared });
    const first = await operation.ask(['x', 'y']);
    expect(first.get('x')).to.match(/^[A-Z2-7]{32}$/);
    expect(first.get('y')).to.not.equal(first.get('x'));
    expect((await operation.ask(['x'])).get('x')).to.equal(first.get('x'));
    expect(await valueFrom({ declared })).to.not.equal(first.get('x'));
  });

  describe('that a script of the page left', () => {
    const NAME = 'pageVariable';
    const left = globalThis as unknown as Record<string, unknown>;
    const valueOf = (global: string) => valueFrom({ declared: { x: { global } } });

    afterEach(() => {
      Reflect.deleteProperty(left, NAME);
    });

    it('is read at its path', async () => {
      left[NAME] = { token: 't', list: [1, 2] };
      expect(await valueOf('$.pageVariable.token')).to.equal('t');
      expect(await valueOf('$.pageVariable.list[1]')).to.equal(2);
    });

    it('is none if it is no text, number or boolean, or if the path may select several', async () => {
      left[NAME] = { token: { secret: 1 }, list: [1] };
      expect(await valueOf('$.pageVariable.token')).to.be.undefined;
      expect(await valueOf('$.pageVariable.list[*]')).to.be.undefined;
      expect(await valueOf('$.pageVariable.none')).to.be.undefined;
    });

    it('is none if reading it throws, as a frame of another origin does', async () => {
      left[NAME] = {
        get token() {
          throw new Error('SecurityError');
        },
      };
      expect(await valueOf('$.pageVariable.token')).to.be.undefined;
    });
  });

  it('has to come from the page if the definition says so, unless it is optional', async () => {
    const declared = { x: { page: 'the id of the user' } };
    const error = await errorOf(valueFrom({ declared }));
    expect(error.kind).to.equal('misconfigured');
    expect(error.message).to.include('"x": the id of the user');
    expect(await valueFrom({ declared: { x: { page: 'a', optional: true } } })).to.be.undefined;
  });

  it('is neither an object nor the message of what the page threw, which may be secret', async () => {
    const given: readonly unknown[] = [{}, [], null, () => ({}), () => Promise.resolve(null)];
    for (const x of given) {
      const error = await errorOf(valueFrom({ page: { x } as VariableSources['page'] }));
      expect(error.message).to.include('"x" must be a string, number or boolean');
    }
    const x = (): string => {
      throw new Error('geheim');
    };
    const error = await errorOf(valueFrom({ page: { x } }));
    expect(error.kind).to.equal('misconfigured');
    expect(error.message).to.include('"x" threw').and.not.include('geheim');
  });

  it('is asked of the page only if it is needed, and once for each request', async () => {
    let asked = 0;
    const operation = variables({ page: { x: () => (asked += 1) } });
    await operation.ask(['y']);
    expect(asked).to.equal(0);
    await operation.ask(['x', 'x']);
    await operation.ask(['x']);
    expect(asked).to.equal(2);
  });
});
