import morphdom from 'morphdom';
import type { HostLibrary } from '../host-library.js';
import { markup, pageTree } from '../page-content.js';

export const morphdomPage: HostLibrary = {
  name: 'morphdom',
  emptiesInputs: true,
  open(root, content) {
    root.innerHTML = markup(pageTree(content));
    return {
      show: (next) => {
        morphdom(root, `<div>${markup(pageTree(next))}</div>`);
      },
    };
  },
};
