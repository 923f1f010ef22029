import { createApp, h, nextTick, shallowRef, type VNodeArrayChildren } from 'vue';
import type { HostLibrary } from '../host-library.js';
import { pageTree, type PageNode } from '../page-content.js';

/** A single text is the content of its element, as `{{ text }}` is in a template. */
const children = (nodes: readonly PageNode[]): string | VNodeArrayChildren => {
  const [only] = nodes;
  return nodes.length === 1 && typeof only === 'string'
    ? only
    : nodes.map((node) =>
        node === null || typeof node === 'string'
          ? node
          : h(node.name, node.attributes, children(node.children)),
      );
};

export const vue: HostLibrary = {
  name: 'Vue',
  open(root, content) {
    const current = shallowRef(content);
    const app = createApp({ render: () => children([pageTree(current.value)]) });
    app.mount(root);
    return {
      show: async (next) => {
        current.value = next;
        await nextTick();
      },
      close: () => app.unmount(),
    };
  },
};
