import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const dutch = join(root, 'locales/nl.xlf');

const scratch = mkdtempSync(join(tmpdir(), 'mfa-elements-locales-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** The messages of the code as they are now, beside the translations that there are. */
function extract(): string {
  const config = JSON.parse(
    readFileSync(join(root, 'locales/lit-localize.json'), 'utf8'),
  ) as object;
  const scratchConfig = join(scratch, 'lit-localize.json');
  writeFileSync(
    scratchConfig,
    JSON.stringify({ ...config, tsConfig: join(root, 'src/tsconfig.json') }),
  );
  copyFileSync(dutch, join(scratch, 'nl.xlf'));
  const program = join(root, 'node_modules/@lit/localize-tools/bin/lit-localize.js');
  execFileSync(process.execPath, [program, 'extract', '--config', scratchConfig], {
    cwd: scratch,
    stdio: 'pipe',
  });
  return readFileSync(join(scratch, 'nl.xlf'), 'utf8');
}

describe('locales/nl.xlf', () => {
  const units = readFileSync(dutch, 'utf8').match(/<trans-unit [\s\S]*?<\/trans-unit>/g) ?? [];

  it('holds the messages of the code and no others; if not, run npm run locales', () => {
    assert.equal(extract(), readFileSync(dutch, 'utf8'));
  });

  it('has a Dutch text for every message', () => {
    assert.ok(units.length > 90);
    assert.deepEqual(
      units.filter((unit) => !/<target>[^]+<\/target>/.test(unit)),
      [],
    );
  });

  it('has a note for translators with every message, which begins with where it stands', () => {
    assert.deepEqual(
      units.filter((unit) => !/<note from="lit-localize">[^<:]+: [^<]+<\/note>/.test(unit)),
      [],
    );
  });
});
