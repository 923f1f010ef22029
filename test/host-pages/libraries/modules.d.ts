// Packages that bring no types: what the pages use of them.

declare module 'react-dom' {
  export function flushSync(update: () => void): void;
}

declare module 'react-dom/client' {
  import type { ReactNode } from 'react';
  export function createRoot(container: Element): {
    render(node: ReactNode): void;
    unmount(): void;
  };
  export function hydrateRoot(
    container: Element,
    node: ReactNode,
    options: { readonly onRecoverableError: (error: unknown) => void },
  ): void;
}

declare module 'react-dom/server' {
  import type { ReactNode } from 'react';
  export function renderToString(node: ReactNode): string;
}

declare module 'alpinejs' {
  const Alpine: {
    plugin(plugin: (alpine: unknown) => void): void;
    start(): void;
    nextTick(): Promise<void>;
    morph(from: Element, to: string, options: object): void;
  };
  export default Alpine;
}

declare module '@alpinejs/morph' {
  const plugin: (alpine: unknown) => void;
  export default plugin;
}

declare module '@hotwired/turbo' {
  export function visit(url: string, options?: { readonly action?: 'advance' | 'replace' }): void;
  export const session: { refresh(url: string): void };
}
