/** Shows whether this device is remembered, and forgets it on request. */

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

/** Ignores a failed request, because the page is usable without it. */
function refreshDevice() {
  showDevice().catch(() => undefined);
}

async function forgetDevice() {
  setText(message, '');
  try {
    const response = await fetch('/api/remembered-device', { method: 'DELETE' });
    // 401 means signed out; the sign-in page explains what to do.
    if (response.status === 401) {
      location.assign('/inloggen');
      return;
    }
    if (!response.ok) throw new Error('The device was not forgotten.');
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
// The server forgets every device at each of these events.
for (const change of ['mfa-enrolled', 'mfa-unlinked', 'mfa-recovery-codes-changed']) {
  document.addEventListener(change, refreshDevice);
}
refreshDevice();
