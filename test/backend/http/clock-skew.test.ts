import { expect } from '@open-wc/testing';
import { createHttpBackend, type Fetcher } from '../../../src/backend/http/http-backend.js';
import { definition } from '../../../src/backend/presets/mfa-elements.js';
import { errorOf, problem } from './fake-server.js';

/** Sunday 22 November 2026, 10:00:00.400 by the clock of the device. */
const DEVICE = Date.UTC(2026, 10, 22, 10, 0, 0, 400);
const HOUR = 3600;
const YEAR = 365 * 24 * HOUR;

describe('how far the clock of the device is ahead of the server', () => {
  const readClock = Date.now;
  let now = DEVICE;

  beforeEach(() => {
    now = DEVICE;
    Date.now = () => now;
  });
  afterEach(() => {
    Date.now = readClock;
  });

  interface Exchange {
    /** Seconds by which the server's clock is behind the device's. */
    readonly skew: number;
    /** Seconds that the request and the response take. */
    readonly there?: number;
    readonly back?: number;
    readonly headers?: Record<string, string>;
  }

  /** Returns the facts of an exchange in which the server refuses the code and sends its Date. */
  async function skewOf({ skew, there = 0, back = 0, headers = {} }: Exchange) {
    const fetcher: Fetcher = () => {
      now += there * 1000;
      // The Date is in whole seconds, rounded down, as every server sends it.
      const date = new Date(now - skew * 1000).toUTCString();
      now += back * 1000;
      return Promise.resolve(problem('invalid-code', 422, {}, { Date: date, ...headers }));
    };
    const backend = createHttpBackend({ baseUrl: 'https://portaal.example', definition, fetcher });
    const error = await errorOf(
      backend.confirmEnrollment?.({
        enrollmentId: 'e',
        secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEH',
        code: '123456',
      }),
    );
    expect(error.kind).to.equal('invalid-code');
    return error.facts;
  }

  // The header omits 400 ms. The device must assume that it may omit a whole second.
  for (const [skew, certain] of [
    [0, 0],
    [2, 1],
    [-2, -1],
    [59, 58],
    [-59, -58],
    [61, 60],
    [-61, -60],
    [HOUR, HOUR - 1],
    [-HOUR, -HOUR + 1],
    [YEAR, YEAR - 1],
    [-YEAR, -YEAR + 1],
  ] as const) {
    it(`is ${certain} s for a skew of ${skew} s`, async () => {
      expect(await skewOf({ skew })).to.have.property('clockSkew', certain);
    });
  }

  it('is never more than the skew, nor less by more than the exchange and its rounding took', async () => {
    for (let milliseconds = 0; milliseconds < 1000; milliseconds += 100) {
      for (const [there, back] of [
        [0, 0],
        [0.2, 0.3],
        [0, 7],
        [7, 0],
        [4, 4],
      ] as const) {
        for (const skew of [0, 1, -1, 2, -2, 59, -59, 61, -61, HOUR, -HOUR]) {
          now = DEVICE + milliseconds;
          const { clockSkew = Number.NaN } = await skewOf({ skew, there, back });
          const what = `${skew} s, ${milliseconds} ms, ${there} s there, ${back} s back`;
          expect(Number.isInteger(clockSkew), what).to.be.true;
          expect(Object.is(clockSkew, -0), what).to.be.false;
          expect(Math.abs(clockSkew), what).to.be.at.most(Math.abs(skew));
          expect(clockSkew * skew, what).to.be.at.least(0);
          // One second for the header, one for whole seconds, and the time of the exchange.
          expect(Math.abs(clockSkew), what).to.be.above(Math.abs(skew) - 2 - there - back);
        }
      }
    }
  });

  it('is reduced only by the part of a slow exchange that can explain it', async () => {
    // If it is behind, the server may have written Date when the request came; if ahead, when it responded.
    expect(await skewOf({ skew: 61, there: 10 })).to.have.property('clockSkew', 50);
    expect(await skewOf({ skew: 61, back: 10 })).to.have.property('clockSkew', 60);
    expect(await skewOf({ skew: -61, there: 10 })).to.have.property('clockSkew', -60);
    expect(await skewOf({ skew: -61, back: 10 })).to.have.property('clockSkew', -50);
  });

  it('does not include the time that the body takes', async () => {
    const fetcher: Fetcher = () => {
      const body = new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            now += 30_000;
            controller.enqueue(new TextEncoder().encode('{}'));
            controller.close();
          },
        },
        { highWaterMark: 0 },
      );
      const headers = { Date: new Date(now + 61_000).toUTCString() };
      return Promise.resolve(
        new Response(body, {
          status: 503,
          headers: { 'Content-Type': 'application/json', ...headers },
        }),
      );
    };
    const backend = createHttpBackend({ baseUrl: 'https://portaal.example', definition, fetcher });
    const { facts } = await errorOf(backend.verify?.({ code: '123456' }));
    expect(now).to.equal(DEVICE + 30_000);
    expect(facts).to.have.property('clockSkew', -60);
  });

  for (const [name, headers] of Object.entries({
    'a response from a cache': { Age: '1' },
    'an Age that is not a number': { Age: 'old' },
    'a Date that is not a date': { Date: 'yesterday' },
    'a Date in another form': { Date: '2026-11-22T10:00:00Z' },
    'a Date that does not exist': { Date: 'Foo, 99 Bar 2026 10:00:00 GMT' },
  })) {
    it(`is unknown with ${name}`, async () => {
      expect(await skewOf({ skew: HOUR, headers })).to.not.have.property('clockSkew');
    });
  }

  it('is known for a response that no cache stored for a second or more', async () => {
    expect(await skewOf({ skew: HOUR, headers: { Age: '0' } })).to.have.property('clockSkew');
  });

  it('is unknown if CORS hides the Date (C73)', async () => {
    const fetcher: Fetcher = () => Promise.resolve(problem('invalid-code', 422));
    const backend = createHttpBackend({ baseUrl: 'https://portaal.example', definition, fetcher });
    const { facts } = await errorOf(backend.verify?.({ code: '123456' }));
    expect(facts).to.not.have.property('clockSkew');
  });

  it('is unknown if the clock of the device was set back during the exchange', async () => {
    expect(await skewOf({ skew: HOUR, back: -2 })).to.not.have.property('clockSkew');
  });
});
