import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { lockFolder } from '../../../demo/server/database/folder-lock.js';

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portal-lock-'));
  lock = join(folder, 'server.lock');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const inUse = { name: 'StartError', message: /is in use by another process/ };

describe('The lock of a data folder', () => {
  it('can be held once at a time', () => {
    const unlock = lockFolder(folder);
    assert.throws(() => lockFolder(folder), inUse);
    unlock();
    lockFolder(folder)();
  });

  it('is taken over from a process that has ended', () => {
    // Above the highest process id of Linux.
    writeFileSync(lock, JSON.stringify({ pid: 2 ** 22 + 1, id: 'gone' }));
    lockFolder(folder);
    assert.equal((JSON.parse(readFileSync(lock, 'utf8')) as { pid: number }).pid, process.pid);
  });

  it('is taken over from a process whose id another process has now', (test) => {
    if (process.platform !== 'linux')
      return test.diagnostic('Only Linux tells when a process started.');
    writeFileSync(lock, JSON.stringify({ pid: process.pid, started: 'earlier', id: 'gone' }));
    lockFolder(folder);
    return undefined;
  });

  it('is taken over if it was only half written', () => {
    writeFileSync(lock, '{"pid": ');
    lockFolder(folder);
  });

  it('is left alone while another process is taking it over', () => {
    const guard = `${lock}.taking-over`;
    writeFileSync(lock, JSON.stringify({ pid: 2 ** 22 + 1, id: 'gone' }));
    writeFileSync(guard, '{}');
    assert.throws(() => lockFolder(folder), inUse);
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(guard, longAgo, longAgo);
    lockFolder(folder);
  });

  it('is not released by a process that lost it', () => {
    const unlock = lockFolder(folder);
    writeFileSync(lock, JSON.stringify({ pid: process.pid, id: 'another' }));
    unlock();
    assert.throws(() => lockFolder(folder), inUse);
  });
});
