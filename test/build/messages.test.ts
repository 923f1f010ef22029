import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { messages } from '../../src/build/messages.js';
import { message } from '../support/message.js';
import { builtModule } from './built-module.js';

const built = (code: string) =>
  builtModule(`import { msg, str } from './msg.js';\n${code}`, messages);

describe('A message in a built module', () => {
  it('is in Dutch, without its English and its note', async () => {
    const code = await built(
      `export const text = () => msg('Verify code', { id: 'code.submit', desc: 'A note' });`,
    );
    assert.ok(code.includes(`message("code.submit", "${message('code.submit')}")`), code);
    assert.doesNotMatch(code, /Verify code|A note|\bmsg\(/);
    assert.match(code, /import \{ message \} from/);
  });

  it('has the place of each value in the Dutch sentence, and the values in the order of the English', async () => {
    const code = await built(
      "export const text = (day) => msg(str`Linked on ${day(1)}`, { id: 'authenticators.linked-on', desc: 'x' });",
    );
    assert.ok(
      code.includes(
        `message("authenticators.linked-on", "${message('authenticators.linked-on', '{0}')}", day(1))`,
      ),
      code,
    );
    assert.doesNotMatch(code, /\bstr\b/);
  });

  it('stops the build if there is no Dutch for it', async () => {
    await assert.rejects(
      built(`export const text = () => msg('New', { id: 'no.such-message', desc: 'x' });`),
      /no\.such-message/,
    );
  });

  it('stops the build if it is in a value of another', async () => {
    await assert.rejects(
      built(
        "export const text = () => msg(str`Linked on ${msg('Verify code', { id: 'code.submit', desc: 'x' })}`, { id: 'authenticators.linked-on', desc: 'x' });",
      ),
      /has a message in it/,
    );
  });

  it('leaves code without messages as it is', async () => {
    assert.match(
      await built(`export const text = (page) => page.msg('Hello');`),
      /page\.msg\("Hello"\)/,
    );
  });
});
