import { expect } from '@open-wc/testing';
import { parseResponse } from '../../../src/backend/http/response.js';
import { errorOf } from './fake-server.js';

const MOST_BYTES = 256 * 1024;
const times = { sentAt: 0, receivedAt: 0 };
const JSON_TYPE = { 'Content-Type': 'application/json' };

const parse = (response: Response) => parseResponse(response, times);
const withType = (type: string) => parse(new Response('{}', { headers: { 'Content-Type': type } }));
/** A response that only a fetcher of the page can make. */
const made = (members: object) =>
  Object.defineProperties(
    new Response('{}', { headers: JSON_TYPE }),
    Object.getOwnPropertyDescriptors(members),
  );

describe('the body of a response', () => {
  it('is JSON, in one piece or in several', async () => {
    const pieces = ['{"code', 's":["é', 'é"]}'].map((piece) => new TextEncoder().encode(piece));
    const stream = new ReadableStream({
      start(controller) {
        for (const piece of pieces) controller.enqueue(piece);
        controller.close();
      },
    });
    const { body, instead } = await parse(new Response(stream, { headers: JSON_TYPE }));
    expect(body).to.deep.equal({ codes: ['éé'] });
    expect(instead).to.equal(undefined);
  });

  for (const type of [
    'application/json',
    'APPLICATION/JSON ; charset=utf-8',
    'application/problem+json',
    'application/vnd.example.v1+json',
    'text/json',
    'application/x-amz-json-1.0',
    'application/x-amz-json-1.1',
  ]) {
    it(`is JSON with the type ${type} (C68)`, async () => {
      expect((await withType(type)).body).to.deep.equal({});
    });
  }

  for (const [type, instead] of [
    ['text/html', 'text/html'],
    ['text/plain', 'text/plain'],
    ['application/jsonp', 'application/jsonp'],
    ['application/x-json-1', 'application/x-json-1'],
    ['application/x-amz-json-1.2', 'application/x-amz-json-1.2'],
    ['json', 'a body without a content type'],
    ['one application/json', 'a body without a content type'],
    ['application/json one', 'a body without a content type'],
  ] as const) {
    it(`is not read with the type ${type} (C68)`, async () => {
      const parsed = await withType(type);
      expect(parsed.body).to.equal(undefined);
      expect(parsed.instead).to.equal(instead);
    });
  }

  it('may be absent, whatever the status and the type (C55)', async () => {
    const { headers, instead } = await parse(new Response(null, { status: 200 }));
    expect([headers.get('Content-Type'), instead]).to.deep.equal([null, 'no body']);
    expect((await parse(new Response('', { headers: JSON_TYPE }))).instead).to.equal('no body');
    expect((await parse(made({ status: 204 }))).instead).to.equal('no body');
  });

  it('has 256 KiB at most (C69)', async () => {
    const ofBytes = (count: number) =>
      parse(new Response(`"${'a'.repeat(count - 2)}"`, { headers: JSON_TYPE }));
    expect((await ofBytes(MOST_BYTES)).body).to.have.length(MOST_BYTES - 2);
    const tooLong = await ofBytes(MOST_BYTES + 1);
    expect(tooLong.body).to.equal(undefined);
    expect(tooLong.instead).to.equal('more than 256 KiB');
  });

  it('is not JSON if it is cut off, or not in UTF-8 (C69)', async () => {
    for (const body of ['{"a":', new Uint8Array([0x22, 0xff, 0x22])]) {
      const { instead } = await parse(new Response(body, { headers: JSON_TYPE }));
      expect(instead).to.equal('malformed JSON');
    }
  });
});

describe('a response that leads elsewhere', () => {
  const leads = async (response: Response) => (await parse(response)).redirected;

  it('is one with a status from 300 to 399 (C67)', async () => {
    for (const [status, expected] of [
      [299, false],
      [300, true],
      [399, true],
      [400, false],
    ] as const) {
      const headers = JSON_TYPE;
      expect(await leads(new Response('{}', { status, headers })), String(status)).to.equal(
        expected,
      );
    }
  });

  it('is one that a browser hides, or has followed (C67)', async () => {
    for (const members of [{ type: 'opaqueredirect' }, { redirected: true }]) {
      const parsed = await parse(made(members));
      expect(parsed.redirected).to.equal(true);
      expect(parsed.instead).to.equal('a redirect');
    }
  });

  it('is a successful web page (C22)', async () => {
    for (const type of ['text/html', 'application/xhtml+xml; charset=utf-8']) {
      const page = (status: number) =>
        new Response('<p>', { status, headers: { 'Content-Type': type } });
      expect(await leads(page(200)), type).to.equal(true);
      expect(await leads(page(404)), type).to.equal(false);
    }
  });
});

describe('what a fetcher returns', () => {
  for (const [name, given] of [
    ['nothing in it', {}],
    ['headers that are no Headers', { status: 200, headers: {} }],
    ['a status that is no number', { status: '200', headers: new Headers() }],
  ] as const) {
    it(`is refused with ${name} (C54)`, async () => {
      const error = await errorOf(parse(given as unknown as Response));
      expect(error.kind).to.equal('unexpected');
    });
  }
});
