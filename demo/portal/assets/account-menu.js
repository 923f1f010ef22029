/** Shows the account of the session, and opens the menu at the person icon. */

import { setText } from './language.js';

const menu = document.querySelector('#account-menu');
const button = document.querySelector('#account-button');
const account = button.parentElement;

function setOpen(open) {
  menu.hidden = !open;
  button.setAttribute('aria-expanded', String(open));
}

function fill(selector, text) {
  for (const place of document.querySelectorAll(selector)) setText(place, '{0}', () => [text]);
}

async function showAccount() {
  const response = await fetch('/api/session', { headers: { accept: 'application/json' } });
  if (response.status === 401) {
    location.replace('/inloggen');
    return;
  }
  if (!response.ok) return;
  const { account: emailAddress, name } = await response.json();
  fill('[data-account-name]', name);
  fill('[data-account-email]', emailAddress);
}

/** Ignores a failed request, because the page is usable without the name. */
function refreshAccount() {
  showAccount().catch(() => undefined);
}

button.addEventListener('click', () => setOpen(menu.hidden));

account.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || menu.hidden) return;
  setOpen(false);
  button.focus();
});

account.addEventListener('focusout', (event) => {
  if (event.relatedTarget && !account.contains(event.relatedTarget)) setOpen(false);
});

document.addEventListener('pointerdown', (event) => {
  if (!account.contains(event.target)) setOpen(false);
});

// The page was restored from the back/forward cache, perhaps after the user signed out.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) refreshAccount();
});
refreshAccount();
