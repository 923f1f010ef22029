import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';

const README = 'README.md';

/** Whether the current text is accepted: it is written instead of compared. */
const ACCEPTS = process.env.ACCEPT === '1';

/** Splits README.md into the text before a block, its text, and the text after it. */
function splitAt(readme, name) {
  const [before, rest] = readme.split(`<!-- ${name} -->\n`);
  const [block, after] = rest?.split(`<!-- /${name} -->`) ?? [];
  if (after === undefined)
    throw new Error(`${README} has no <!-- ${name} --> … <!-- /${name} -->.`);
  return { before, block, after };
}

/**
 * A plugin of Web Test Runner. The command `readme-block` returns a block of README.md as it is, and as it
 * would be with another text. With `ACCEPT=1` it writes that text to README.md.
 */
export function readmeBlock() {
  return {
    name: 'readme-block',
    async executeCommand({ command, payload }) {
      if (command !== 'readme-block') return;
      const { name, text } = payload;
      const { before, block, after } = splitAt(await readFile(README, 'utf8'), name);
      const options = { ...(await resolveConfig(README)), parser: 'markdown' };
      const renewed = await format(
        `${before}<!-- ${name} -->\n\n${text}\n\n<!-- /${name} -->${after}`,
        options,
      );
      const { block: current } = splitAt(renewed, name);
      if (!ACCEPTS) return { accepted: block, current };
      await writeFile(README, renewed);
      return { accepted: current, current };
    },
  };
}
