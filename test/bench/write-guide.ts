import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../demo/tools/prepare.mjs';

const GUIDE = join(projectRoot, 'stories/guides/size-and-speed.md');

/** Returns when and with what was measured. */
export function caption(date: Date, chromium: string): string {
  const cores = availableParallelism();
  const machine = `${cores} ${cores === 1 ? 'core' : 'cores'}`;
  return `_${date.toISOString().slice(0, 10)}, Node ${process.versions.node}, Chromium ${chromium}, ${machine}._`;
}

/**
 * Writes what was measured into the guide "Size and speed".
 *
 * @param text Markdown.
 * @param chromium The version of the browser.
 */
export async function writeGuide(text: string, chromium: string): Promise<void> {
  // What marks a block writes it only then.
  process.env.ACCEPT = '1';
  const { markedBlock } = await import('../tools/marked-block.mjs');
  await markedBlock({
    file: GUIDE,
    name: 'measured',
    text: `${caption(new Date(), chromium)}\n\n${text}`,
  });
}
