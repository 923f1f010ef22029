import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';

/** Whether the current text is accepted: it is written instead of compared. */
const ACCEPTS = process.env.ACCEPT === '1';

/** Splits a Markdown file into the text before a block, its text, and the text after it. */
function splitAt(file, markdown, name) {
  const [before, rest] = markdown.split(`<!-- ${name} -->\n`);
  const [block, after] = rest?.split(`<!-- /${name} -->`) ?? [];
  if (after === undefined) throw new Error(`${file} has no <!-- ${name} --> … <!-- /${name} -->.`);
  return { before, block, after };
}

/**
 * Returns a block of a Markdown file as it is, and as it would be with another text. With `ACCEPT=1` it writes
 * that text to the file.
 *
 * @param {{ file: string, name: string, text: string }} block `name` is in the two comments around the block
 * @returns {Promise<{ accepted: string, current: string }>}
 */
export async function markedBlock({ file, name, text }) {
  const { before, block, after } = splitAt(file, await readFile(file, 'utf8'), name);
  const options = { ...(await resolveConfig(file)), parser: 'markdown' };
  const renewed = await format(
    `${before}<!-- ${name} -->\n\n${text}\n\n<!-- /${name} -->${after}`,
    options,
  );
  const { block: current } = splitAt(file, renewed, name);
  if (!ACCEPTS) return { accepted: block, current };
  await writeFile(file, renewed);
  return { accepted: current, current };
}

/** A plugin of Web Test Runner. The command `readme-block` compares or writes a block of README.md. */
export function readmeBlock() {
  return {
    name: 'readme-block',
    executeCommand: async ({ command, payload }) =>
      command === 'readme-block' ? markedBlock({ file: 'README.md', ...payload }) : undefined,
  };
}
