import { executeServerCommand } from '@web/test-runner-commands';
import type { CountName } from '../security/counts/count-rows.js';

/** Fails unless README and SECURITY.md show this count (test/security/counts). */
export async function expectCount(name: CountName, count: number): Promise<void> {
  const difference = await executeServerCommand<string, object>('count-difference', {
    name,
    count,
  });
  if (difference) throw new Error(difference);
}
