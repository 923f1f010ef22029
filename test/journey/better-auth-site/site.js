/** The parts that a site with better-auth has to do itself: the password, and signing out. */

const post = (path, body) =>
  fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const form = document.querySelector('#sign-in');
form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const response = await post('sign-in/email', Object.fromEntries(new window.FormData(form)));
  // The same with or without `twoFactorRedirect`, because the element requests the status.
  if (response.ok) location.assign('/verificatie');
  else form.querySelector('[role=alert]').textContent = 'Je e-mailadres of wachtwoord klopt niet.';
});

document.querySelector('#sign-out')?.addEventListener('click', async () => {
  await post('sign-out', {});
  location.assign('/inloggen');
});
