/** Whether this device signs in without a code, and forgetting it. */

import { setText } from './language.js';

const section = document.querySelector('[data-remembered-device]');
const offer = section.querySelector('[data-forget-offer]');
const until = section.querySelector('time');
const message = section.querySelector('[role="status"]');

const day = (time, language) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(time);

async function showDevice() {
  const response = await fetch('/api/session', { headers: { accept: 'application/json' } });
  if (!response.ok) return;
  const { deviceRememberedUntil } = await response.json();
  section.hidden = deviceRememberedUntil === undefined;
  if (section.hidden) return;
  until.dateTime = deviceRememberedUntil;
  setText(until, '{0}', (language) => [day(new Date(deviceRememberedUntil), language)]);
}

/** The page is of use without it, so a lost answer changes nothing. */
function refreshDevice() {
  showDevice().catch(() => undefined);
}

async function forgetDevice() {
  setText(message, '');
  try {
    const response = await fetch('/api/remembered-device', { method: 'DELETE' });
    // 401: signed out meanwhile; the sign-in page says what to do
    if (response.status === 401) {
      location.assign('/inloggen');
      return;
    }
    if (!response.ok) throw new Error('Forgetting was refused.');
    offer.hidden = true;
    section.querySelector('h2').focus();
    setText(
      message,
      'Dit apparaat is vergeten. De volgende keer vragen we weer om een machtigingscode.',
    );
  } catch {
    setText(
      message,
      'Vergeten is niet gelukt. Controleer je internetverbinding en probeer het opnieuw.',
    );
  }
}

section.querySelector('[data-forget-device]').addEventListener('click', forgetDevice);
// Each of these makes the server forget every device.
for (const change of ['mfa-enrolled', 'mfa-unlinked', 'mfa-recovery-codes-changed']) {
  document.addEventListener(change, refreshDevice);
}
refreshDevice();
