/** Signs out wherever a page has something with `data-sign-out`, and then shows the sign-in page. */

import { setText } from './language.js';

const problem = document.querySelector('[data-sign-out-problem]');

async function signOut() {
  const response = await fetch('/api/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  // 401: there was nobody to sign out any more
  if (!response.ok && response.status !== 401) throw new Error('Signing out was refused.');
}

async function handleClick(event) {
  event.preventDefault();
  setText(problem, '');
  try {
    await signOut();
    location.assign('/inloggen');
  } catch {
    setText(
      problem,
      'Uitloggen is niet gelukt. Controleer je internetverbinding en probeer het opnieuw.',
    );
  }
}

for (const control of document.querySelectorAll('[data-sign-out]')) {
  control.addEventListener('click', handleClick);
}
