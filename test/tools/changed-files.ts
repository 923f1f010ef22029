import { spawnSync } from 'node:child_process';

/** Runs git in a folder. */
const git = (folder: string, ...given: string[]) =>
  spawnSync('git', given, { cwd: folder, encoding: 'utf8', maxBuffer: Infinity });

/** Runs git in a folder, and returns the names that it prints. */
function names(folder: string, ...given: string[]): string[] {
  const { status, stdout, stderr } = git(folder, ...given);
  if (status !== 0) throw new Error(`git ${given.join(' ')} failed: ${stderr}`);
  return stdout.split('\0').filter(Boolean);
}

/** Returns the commit to compare with, which is where the branch left main, here or at the remote. */
function base(folder: string): string {
  if (git(folder, 'rev-parse', '--git-dir').status !== 0)
    throw new Error(
      'This folder is not under git, so the changed files are not known. npm test runs everything.',
    );
  for (const branch of ['main', 'origin/main']) {
    const { status, stdout } = git(folder, 'merge-base', 'HEAD', branch);
    if (status === 0) return stdout.trim();
  }
  throw new Error(
    'There is no branch main to compare with. Run git fetch origin main, or npm test for everything.',
  );
}

/**
 * Lists the files that differ from `main`: committed or not, new files and deleted files.
 *
 * @param folder The folder of the project, where the paths start.
 */
export function changedFiles(folder: string): string[] {
  const changed = names(folder, 'diff', '-z', '--name-only', '--no-renames', base(folder));
  const added = names(folder, 'ls-files', '-z', '--others', '--exclude-standard');
  return [...new Set([...changed, ...added])].sort();
}
