import { spawnSync } from 'node:child_process';

/** Asks git for names. */
function git(...given: string[]): string[] {
  const { status, stdout, stderr } = spawnSync('git', given, {
    encoding: 'utf8',
    maxBuffer: Infinity,
  });
  if (status !== 0) throw new Error(`git ${given.join(' ')} failed: ${stderr}`);
  return stdout.split('\0').filter(Boolean);
}

/** What a change is held against: main where the branch left it, here or at the remote. */
function base(): string {
  for (const branch of ['main', 'origin/main']) {
    const { status, stdout } = spawnSync('git', ['merge-base', 'HEAD', branch], {
      encoding: 'utf8',
    });
    if (status === 0) return stdout.trim();
  }
  throw new Error(
    'There is no branch main to compare with: git fetch origin main, or npm test for everything.',
  );
}

/**
 * The files that are other than on `main`: in commits since, not committed yet, or new; those that are
 * gone as well. Paths from the project's folder.
 */
export function changedFiles(): string[] {
  const changed = git('diff', '-z', '--name-only', '--no-renames', base());
  const added = git('ls-files', '-z', '--others', '--exclude-standard');
  return [...new Set([...changed, ...added])].sort();
}
