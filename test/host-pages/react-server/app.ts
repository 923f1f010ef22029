// The script of a page that a server has rendered. It defines the elements first, as an app's bundle does.
import '../../support/define-all.js';
import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { PAGES } from './pages.js';

const { page = '', transition } = document.body.dataset;
const container = document.querySelector('#root');
const app = PAGES.get(page)?.app;
if (!container || !app) throw new Error(`There is no page "${page}".`);

/** What React and the elements complain about. */
const complaints: string[] = [];
Reflect.set(window, 'complaints', complaints);
console.error = (...parts: unknown[]) => complaints.push(parts.map(String).join(' '));
window.addEventListener('error', ({ message }) => complaints.push(message));

const hydrate = () =>
  hydrateRoot(container, app, { onRecoverableError: (error) => complaints.push(String(error)) });
if (transition === undefined) hydrate();
else startTransition(() => void hydrate());
