/** Signs in with e-mail and password. The next page is the second step. */

import { setText } from './language.js';

const form = document.querySelector('#sign-in-form');
const { email, password } = form.elements;
const button = form.querySelector('button');
const problem = document.querySelector('#sign-in-problem');
const progress = document.querySelector('#sign-in-progress');

/** A sign-in without a response by then is aborted, so that the user can try again. */
const TIMEOUT_MILLISECONDS = 20_000;

const WRONG = 'Je e-mailadres of wachtwoord klopt niet. Kijk het na en probeer het opnieuw.';
const NO_CONNECTION =
  'Er is geen verbinding met het ProfiPortaal. Controleer je internetverbinding en probeer het opnieuw.';
const TOO_MANY_TRIES =
  'Er is te vaak geprobeerd om in te loggen. Wacht {0} en probeer het dan opnieuw.';
const NOT_NOW =
  'Inloggen lukt nu even niet. Probeer het over een paar minuten opnieuw of bel je ProfiAdviseur.';

let busy = false;

function setBusy(value) {
  busy = value;
  button.setAttribute('aria-disabled', String(value));
  setText(progress, value ? 'Even geduld, je wordt ingelogd.' : '');
}

function setFieldError(field, message) {
  field.setAttribute('aria-invalid', String(message !== ''));
  setText(document.querySelector(`#${field.id}-error`), message);
}

/** Shows an error beside each invalid field and returns the first of them. */
function findIncompleteField() {
  const emailHint = email.validity.valueMissing
    ? 'Vul je e-mailadres in.'
    : 'Vul een volledig e-mailadres in, zoals naam@voorbeeld.nl.';
  setFieldError(email, email.validity.valid ? '' : emailHint);
  setFieldError(password, password.validity.valid ? '' : 'Vul je wachtwoord in.');
  return [email, password].find((field) => !field.validity.valid);
}

function showProblem(message, values) {
  setText(problem, message, values);
  password.focus();
  password.select();
}

/** @param {string | null} retryAfter seconds (RFC 9110, 10.2.3) */
function showTooManyTries(retryAfter) {
  const seconds = Math.max(1, Number.parseInt(retryAfter ?? '', 10) || 60);
  const [unit, count] = seconds < 60 ? ['second', seconds] : ['minute', Math.ceil(seconds / 60)];
  const wait = (language) =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
  showProblem(TOO_MANY_TRIES, (language) => [wait(language)]);
}

/** The path of a URL of this site; any other URL leads to the overview. */
function pathOnThisSite(next) {
  const url = new URL(next, location.origin);
  return url.origin === location.origin ? url.pathname + url.search + url.hash : '/';
}

async function signIn() {
  const response = await fetch('/api/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ email: email.value, password: password.value }),
    signal: window.AbortSignal.timeout(TIMEOUT_MILLISECONDS),
  });
  if (response.ok) {
    const { next } = await response.json();
    location.assign(pathOnThisSite(next));
    return;
  }
  setBusy(false);
  // 400 is the response to values that are longer than any address or password.
  if (response.status === 422 || response.status === 400) showProblem(WRONG);
  else if (response.status === 429) showTooManyTries(response.headers.get('retry-after'));
  else showProblem(NOT_NOW);
}

async function handleSubmit(event) {
  event.preventDefault();
  if (busy) return;
  setText(problem, '');
  const incomplete = findIncompleteField();
  if (incomplete) {
    incomplete.focus();
    return;
  }
  setBusy(true);
  try {
    await signIn();
  } catch {
    setBusy(false);
    showProblem(NO_CONNECTION);
  }
}

form.noValidate = true;
form.addEventListener('submit', handleSubmit);
// The page was restored from the back/forward cache, so no request is pending.
window.addEventListener('pageshow', () => setBusy(false));
