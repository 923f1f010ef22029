import { Idiomorph } from 'idiomorph';
import type { HostLibrary } from '../host-library.js';
import { markup, pageTree } from '../page-content.js';

export const idiomorph: HostLibrary = {
  name: 'idiomorph',
  emptiesInputs: true,
  open(root, content) {
    root.innerHTML = markup(pageTree(content));
    return {
      show: (next) => {
        void Idiomorph.morph(root, markup(pageTree(next)), { morphStyle: 'innerHTML' });
      },
    };
  },
};
