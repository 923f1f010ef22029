import { bundle } from '../bundle.js';
import { table, whole } from '../markdown.js';
import { DEFINE } from '../own-modules.js';
import type { Part } from '../part.js';

/** Lists what each module takes, to see beside another commit what has grown. By name, so that two lists compare. */
export const modules: Part = {
  title: 'Bytes of each module (minified, not compressed)',
  measure: async () => {
    const sizes = [...(await bundle(DEFINE)).modules];
    const rows = sizes
      .toSorted(([one], [other]) => one.localeCompare(other, 'en'))
      .map(([path, bytes]) => [path, whole(bytes)]);
    return table(['module of mfa-elements/define', 'bytes'], rows);
  },
};
