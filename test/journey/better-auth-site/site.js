/** What a site with better-auth does itself: the password, and signing out. */

const ask = (path, body) =>
  fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const form = document.querySelector('#sign-in');
form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const answer = await ask('sign-in/email', Object.fromEntries(new window.FormData(form)));
  // With `twoFactorRedirect` or without: the tag asks which step is due.
  if (answer.ok) location.assign('/verificatie');
  else form.querySelector('[role=alert]').textContent = 'Je e-mailadres of wachtwoord klopt niet.';
});

document.querySelector('#sign-out')?.addEventListener('click', async () => {
  await ask('sign-out', {});
  location.assign('/inloggen');
});
