import Alpine from 'alpinejs';
import morph from '@alpinejs/morph';
import type { HostLibrary } from '../host-library.js';
import { markup, pageTree } from '../page-content.js';

Alpine.plugin(morph);
Alpine.start();

/** The options of Livewire 3. */
const LIVEWIRE = {
  key: (element: Element) =>
    element.getAttribute('wire:key') ?? element.getAttribute('wire:id') ?? element.id,
  lookahead: false,
};

export const alpineMorph: HostLibrary = {
  name: 'Alpine’s morph (Livewire’s too)',
  async open(root, content) {
    const page = document.createElement('div');
    page.innerHTML = markup(pageTree(content));
    root.append(page);
    await Alpine.nextTick();
    return {
      show: (next) => {
        Alpine.morph(page, `<div>${markup(pageTree(next))}</div>`, LIVEWIRE);
      },
    };
  },
};
