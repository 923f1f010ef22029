/** Signs out when an element with `data-sign-out` is clicked, and then shows the sign-in page. */

import { setText } from './language.js';

const problem = document.querySelector('[data-sign-out-problem]');

async function signOut() {
  const response = await fetch('/api/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  // 401 means that the user is already signed out.
  if (!response.ok && response.status !== 401) throw new Error('Signing out failed.');
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
