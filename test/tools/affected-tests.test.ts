import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { affectedTests } from './affected-tests.js';

async function affected(...changed: string[]) {
  const { inBrowser, inNode } = await affectedTests(changed);
  return new Set([...inBrowser, ...[...inNode.values()].flat()]);
}

describe('The tests that a change can break', () => {
  it('import a changed file, directly or indirectly', async () => {
    const tests = await affected('src/elements/code-input/code-input-element.ts');
    assert.ok(tests.has('test/elements/code-input/typing.test.ts'));
    assert.ok(tests.has('test/elements/login/login.test.ts'));
    assert.ok(!tests.has('test/elements/qr-code/qr-path.test.ts'));
    assert.ok(!tests.has('test/demo/server/sign-in.test.ts'));
  });

  it('are those of the server and the journeys for a change of the server', async () => {
    const tests = await affected('demo/server/app.ts');
    assert.ok(tests.has('test/demo/server/sign-in.test.ts'));
    assert.ok(tests.has('test/journey/journey.test.ts'));
    assert.ok(![...tests].some((test) => test.startsWith('test/elements/')));
  });

  it('read a changed file, or a file that is made from it', async () => {
    const inPage = await affected('test/stories/in-page/play-story.ts');
    assert.ok(inPage.has('test/stories/stories.test.ts'));
    const tests = await affected('locales/nl.xlf');
    assert.ok(tests.has('test/locales/locales.test.ts'));
    assert.ok(tests.has('test/elements/challenge/challenge.test.ts'));
  });

  it('include those that depend on a change without an import', async () => {
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

  it('come with the direct importers of a change, where typed lint rules may find something', async () => {
    const { importers } = await affectedTests(['src/elements/recovery-code-list/download-text.ts']);
    assert.ok(importers.includes('test/elements/recovery-code-list/download-text.test.ts'));
  });

  it('are the changed tests themselves, and all tests for a file that concerns all', async () => {
    assert.ok((await affected('test/otp/base32.test.ts')).has('test/otp/base32.test.ts'));
    assert.ok((await affected('package.json')).size > 150);
  });

  it('are none for a file that no test depends on', async () => {
    assert.deepEqual(await affected('LICENSE'), new Set());
  });
});
