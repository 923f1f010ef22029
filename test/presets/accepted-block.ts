import { executeServerCommand } from '@web/test-runner-commands';
import { lineDifference } from '../stories/line-difference.js';

interface Blocks {
  readonly accepted: string;
  readonly current: string;
}

/**
 * Compares a text with the accepted block of README.md.
 *
 * @param name The block between `<!-- name -->` and `<!-- /name -->`.
 * @returns The difference by line, or '' if there is none. With `ACCEPT=1` the text is accepted.
 */
export async function compareBlock(name: string, text: string): Promise<string> {
  const { accepted, current } = await executeServerCommand<Blocks, object>('readme-block', {
    name,
    text,
  });
  return lineDifference(accepted, current);
}
