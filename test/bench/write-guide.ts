import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../demo/tools/prepare.mjs';

const GUIDE = join(projectRoot, 'stories/guides/size-and-speed.md');

/** What was measured with, besides this machine. */
export interface Circumstances {
  readonly date: Date;
  /** The version of the browser. */
  readonly chromium: string;
  /** The load average of the machine at several moments. */
  readonly loads: readonly number[];
}

/** Returns when and with what was measured. */
export function caption({ date, chromium, loads }: Circumstances): string {
  const cores = availableParallelism();
  const load = [Math.min(...loads), Math.max(...loads)].map((value) => value.toFixed(1)).join('–');
  const parts = [
    date.toISOString().slice(0, 10),
    `Node ${process.versions.node}`,
    `Chromium ${chromium}`,
    `${cores} ${cores === 1 ? 'core' : 'cores'}`,
    `load ${load}`,
  ];
  return `_${parts.join(', ')}._`;
}

/**
 * Writes what was measured into the guide "Size and speed".
 *
 * @param text Markdown.
 */
export async function writeGuide(text: string, circumstances: Circumstances): Promise<void> {
  // What marks a block writes it only then.
  process.env.ACCEPT = '1';
  const { markedBlock } = await import('../tools/marked-block.mjs');
  await markedBlock({
    file: GUIDE,
    name: 'measured',
    text: `${caption(circumstances)}\n\n${text}`,
  });
}
