import { executeServerCommand } from '@web/test-runner-commands';
import { lineDifference } from '../stories/line-difference.js';

interface Blocks {
  readonly accepted: string;
  readonly current: string;
}

/**
 * Holds a text against the block of README.md that was accepted.
 *
 * @param name The block between `<!-- name -->` and `<!-- /name -->`.
 * @returns What differs, by line; '' when nothing does. With `ACCEPT=1` it is accepted.
 */
export async function compareBlock(name: string, text: string): Promise<string> {
  const { accepted, current } = await executeServerCommand<Blocks, object>('readme-block', {
    name,
    text,
  });
  return lineDifference(accepted, current);
}
