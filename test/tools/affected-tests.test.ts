import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { affectedTests } from './affected-tests.js';

async function affected(...changed: string[]) {
  const { inBrowser, inNode } = await affectedTests(changed);
  return new Set([...inBrowser, ...[...inNode.values()].flat()]);
}

describe('the tests that a change can break', () => {
  it('import what has changed, by however many steps', async () => {
    const tests = await affected('src/elements/code-input/code-input-element.ts');
    assert.ok(tests.has('test/elements/code-input/typing.test.ts'));
    assert.ok(tests.has('test/elements/login/login.test.ts'));
    assert.ok(!tests.has('test/elements/qr-code/qr-path.test.ts'));
    assert.ok(!tests.has('test/demo/server/sign-in.test.ts'));
  });

  it('are those of the server and of the journeys for the server', async () => {
    const tests = await affected('demo/server/app.ts');
    assert.ok(tests.has('test/demo/server/sign-in.test.ts'));
    assert.ok(tests.has('test/journey/journey.test.ts'));
    assert.ok(![...tests].some((test) => test.startsWith('test/elements/')));
  });

  it('read what has changed, or what is made of it', async () => {
    const inPage = await affected('test/stories/in-page/play-story.ts');
    assert.ok(inPage.has('test/stories/stories.test.ts'));
    const tests = await affected('locales/nl.xlf');
    assert.ok(tests.has('test/locales/locales.test.ts'));
    assert.ok(tests.has('test/elements/challenge/challenge.test.ts'));
  });

  it('know what is made of types alone, what a page imports by itself, and words that are gone', async () => {
    for (const [changed, test] of [
      ['src/backend/backend.ts', 'test/package/definition-schema.test.ts'],
      [
        'stories/.storybook/translator-panel/live-locales.ts',
        'test/stories/translator-panel/live-edit.test.ts',
      ],
      ['src/elements/shared/controls/was-here.ts', 'test/locales/locales.test.ts'],
      ['test/otp/base32.test.ts', 'test/tools/affected-tests.test.ts'],
      ['test/support/page.ts', 'test/locales/messages-in-tests.test.ts'],
    ] as const) {
      assert.ok((await affected(changed)).has(test), changed);
    }
  });

  it('come with what imports a change itself, where typed rules may find something', async () => {
    const { importers } = await affectedTests(['src/elements/recovery-code-list/download-text.ts']);
    assert.ok(importers.includes('test/elements/recovery-code-list/download-text.test.ts'));
  });

  it('are the changed tests themselves, and all tests for what concerns all', async () => {
    assert.ok((await affected('test/otp/base32.test.ts')).has('test/otp/base32.test.ts'));
    assert.ok((await affected('package.json')).size > 150);
  });

  it('are none for a file that nothing knows', async () => {
    assert.deepEqual(await affected('LICENSE'), new Set());
  });
});
