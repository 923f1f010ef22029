import { spawnSync } from 'node:child_process';

const git = (...given: string[]): string[] | undefined => {
  const { status, stdout } = spawnSync('git', given, { encoding: 'utf8' });
  return status === 0 ? stdout.split('\n').filter(Boolean) : undefined;
};

/** What a change is held against: main where the branch left it, here or at the remote. */
function base(): string {
  for (const branch of ['main', 'origin/main']) {
    const [commit] = git('merge-base', 'HEAD', branch) ?? [];
    if (commit) return commit;
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
  const changed = git('diff', '--name-only', '--no-renames', base()) ?? [];
  const added = git('ls-files', '--others', '--exclude-standard') ?? [];
  return [...new Set([...changed, ...added])].sort();
}
