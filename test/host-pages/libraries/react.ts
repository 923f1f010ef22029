import { createElement, StrictMode, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { HostLibrary } from '../host-library.js';
import { pageTree, type PageNode } from '../page-content.js';

/** The names that React has for attributes. */
const RENAMED: Readonly<Record<string, string>> = { for: 'htmlFor', class: 'className' };

function render(node: PageNode): ReactNode {
  if (node === null || typeof node === 'string') return node;
  const attributes = Object.entries(node.attributes).map(([name, value]) => [
    RENAMED[name] ?? name,
    value,
  ]);
  return createElement(node.name, Object.fromEntries(attributes), ...node.children.map(render));
}

export const react: HostLibrary = {
  name: 'React',
  open(container, content) {
    const root = createRoot(container);
    const show = (next: typeof content): void => {
      flushSync(() => root.render(createElement(StrictMode, null, render(pageTree(next)))));
    };
    show(content);
    return { show, close: () => root.unmount() };
  },
};
