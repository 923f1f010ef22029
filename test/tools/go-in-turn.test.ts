import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright';
import { goInTurn } from './go-in-turn.mjs';
import { launchChromium } from '../../demo/tools/browser/launch-chromium.mjs';

describe('A page with one navigation after the other', () => {
  let browser: Browser;
  let server: Server;
  let origin: string;

  before(async () => {
    browser = await launchChromium();
    server = createServer((_request, response) => response.end('there')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  it('finishes each, also when the next one starts at the response to the first', async () => {
    const page = goInTurn(await browser.newPage());
    for (let turn = 0; turn < 30; turn += 1) {
      const requested = once(server, 'request');
      const arriving = page.goto(`${origin}/${turn}`);
      await requested;
      await page.goto('about:blank');
      assert.equal((await arriving)?.status(), 200);
    }
  });
});
