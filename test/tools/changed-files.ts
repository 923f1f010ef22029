import { spawnSync } from 'node:child_process';

/** Asks git, in a folder. */
const ask = (folder: string, ...given: string[]) =>
  spawnSync('git', given, { cwd: folder, encoding: 'utf8', maxBuffer: Infinity });

/** Asks git for names. */
function names(folder: string, ...given: string[]): string[] {
  const { status, stdout, stderr } = ask(folder, ...given);
  if (status !== 0) throw new Error(`git ${given.join(' ')} failed: ${stderr}`);
  return stdout.split('\0').filter(Boolean);
}

/** What a change is held against: main where the branch left it, here or at the remote. */
function base(folder: string): string {
  if (ask(folder, 'rev-parse', '--git-dir').status !== 0)
    throw new Error(
      'This folder is not under git, which tells what has changed: npm test runs everything.',
    );
  for (const branch of ['main', 'origin/main']) {
    const { status, stdout } = ask(folder, 'merge-base', 'HEAD', branch);
    if (status === 0) return stdout.trim();
  }
  throw new Error(
    'There is no branch main to compare with: git fetch origin main, or npm test for everything.',
  );
}

/**
 * The files that are other than on `main`: in commits since, not committed yet, or new; those that are
 * gone as well.
 *
 * @param folder The one of the project; paths start there.
 */
export function changedFiles(folder: string): string[] {
  const changed = names(folder, 'diff', '-z', '--name-only', '--no-renames', base(folder));
  const added = names(folder, 'ls-files', '-z', '--others', '--exclude-standard');
  return [...new Set([...changed, ...added])].sort();
}
