import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { changedFiles } from './changed-files.js';

describe('The files that have changed since main', () => {
  let folder: string;
  const git = (...given: string[]) => execFileSync('git', given, { cwd: folder, stdio: 'pipe' });
  const save = (file: string, text: string) => writeFileSync(join(folder, file), text);
  const commit = () => {
    git('add', '--all');
    git('-c', 'user.name=Test', '-c', 'user.email=test@example.org', 'commit', '--message=test');
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mfa-elements-changes-'));
    git('init', '--initial-branch=main');
    save('.gitignore', 'built\n');
    save('kept.ts', '1');
    save('gone.ts', '1');
    save('met één naam.ts', '1');
    commit();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('throw an error without git', () => {
    rmSync(join(folder, '.git'), { recursive: true });
    assert.throws(() => changedFiles(folder), /^Error: This folder is not under git/);
  });

  it('are none if nothing has changed', () => {
    save('built', '1');
    assert.deepEqual(changedFiles(folder), []);
  });

  it('are those that are changed, new or deleted, committed or not', () => {
    git('switch', '--create', 'branch');
    save('met één naam.ts', '2');
    commit();
    rmSync(join(folder, 'gone.ts'));
    save('new.ts', '1');
    assert.deepEqual(changedFiles(folder), ['gone.ts', 'met één naam.ts', 'new.ts']);
  });

  it('do not include later changes on main', () => {
    git('switch', '--create', 'branch');
    git('switch', 'main');
    save('kept.ts', '2');
    commit();
    git('switch', 'branch');
    assert.deepEqual(changedFiles(folder), []);
  });

  it('throw an error that says what to do if there is no main', () => {
    git('branch', '--move', 'trunk');
    assert.throws(() => changedFiles(folder), /no branch main .+ git fetch origin main/);
  });
});
