import { h, render, type ComponentChild } from 'preact';
import type { HostLibrary } from '../host-library.js';
import { pageTree, type PageNode } from '../page-content.js';

const toPreact = (node: PageNode): ComponentChild =>
  node === null || typeof node === 'string'
    ? node
    : h(node.name, node.attributes, ...node.children.map(toPreact));

export const preact: HostLibrary = {
  name: 'Preact',
  open(root, content) {
    const show = (next: typeof content) => render(toPreact(pageTree(next)), root);
    show(content);
    return { show, close: () => render(null, root) };
  },
};
