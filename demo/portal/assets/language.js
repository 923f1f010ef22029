/**
 * Translates the portal. The pages and scripts contain the Dutch texts; every other language is one file
 * with a translation of each Dutch text (languages/en.json). `<html lang>` is the current language, which
 * the mfa elements follow by themselves.
 *
 * A text is the whole content of an element, so that no sentence is composed of parts. In it `<1>…</1>` is
 * the element's first child, and `<1/>` is a first child that is the same in every language, which has
 * `translate="no"`.
 */

const DUTCH = 'nl';
const NAMES = ['aria-label', 'alt', 'title'];
const CHILD = /<(\d)>(.*?)<\/\1>|<(\d)\/>/;

const root = document.documentElement;
const choices = document.querySelectorAll('[data-language]');

/** By element: its Dutch text, the values of that text, and the children in it. */
const texts = new Map();
/** Elements with an accessible name, such as an icon's, and that name in Dutch. */
const names = [];
let translations = {};
let requests = 0;

const isText = (text) => /\p{L}{2}/u.test(text.replace(/\{\d\}|<\d\/>/g, ''));

function translate(dutch) {
  if (root.lang === DUTCH || !isText(dutch)) return dutch;
  const translation = translations[dutch.replaceAll('\u00ad', '')];
  if (translation === undefined) console.warn(`No translation in ${root.lang} of “${dutch}”`);
  return translation ?? dutch;
}

/** An icon or a picture is not part of a text. */
const isInText = (child) =>
  child instanceof window.HTMLElement && (!child.translate || child.textContent.trim() !== '');

function readText(element) {
  const children = [...element.children].filter(isInText);
  const parts = [...element.childNodes].map((node) => {
    const number = children.indexOf(node) + 1;
    if (number === 0) return node instanceof window.Text ? node.data : '';
    return node.translate ? `<${number}>${node.textContent.trim()}</${number}>` : `<${number}/>`;
  });
  return { dutch: parts.join('').replace(/\s+/g, ' ').trim(), children, values: () => [] };
}

function showText(element) {
  const { dutch, children, values } = texts.get(element);
  const filled = values(root.lang);
  const text = translate(dutch).replace(/\{(\d)\}/g, (_, index) => filled[index]);
  const icons = [...element.children].filter((child) => !children.includes(child));
  const nodes = [];
  const parts = text.split(CHILD);
  for (let at = 0; at < parts.length; at += 4) {
    const [before, number, inside, unchanging] = parts.slice(at, at + 4);
    nodes.push(before);
    const child = children[(number ?? unchanging) - 1];
    if (inside !== undefined) child.textContent = inside;
    if (child) nodes.push(child);
  }
  element.replaceChildren(...icons, ...nodes);
}

function showAll() {
  for (const element of texts.keys()) showText(element);
  for (const { element, name, dutch } of names) element.setAttribute(name, translate(dutch));
  for (const choice of choices) {
    choice.setAttribute('aria-pressed', String(choice.dataset.language === root.lang));
  }
  root.classList.remove('awaits-words');
}

async function translationsIn(language) {
  if (language === DUTCH) return {};
  const response = await fetch(`/assets/languages/${language}.json`);
  if (!response.ok) throw new Error(`There are no translations in ${language}.`);
  return response.json();
}

/** Shows the page in a language, or in Dutch if its translations cannot be loaded. */
async function show(language) {
  const request = ++requests;
  const found = await translationsIn(language).catch(() => undefined);
  if (request !== requests) return;
  translations = found ?? {};
  root.lang = found ? language : DUTCH;
  showAll();
}

function choose({ currentTarget }) {
  const { language } = currentTarget.dataset;
  try {
    window.localStorage.setItem('language', language);
  } catch {
    // Without storage the choice is for this page only.
  }
  show(language);
}

/**
 * Sets a text of a script in an element, now and after every change of language.
 *
 * @param {Element} element
 * @param {string} dutch with `{0}`, `{1}` in the places of values; empty for no text
 * @param {(language: string) => string[]} [values] the values, formatted for that language
 */
export function setText(element, dutch, values = () => []) {
  texts.set(element, { dutch, children: [], values });
  showText(element);
}

for (const element of document.querySelectorAll('body *, title')) {
  if (element.closest('[translate="no"], script, noscript, svg')) continue;
  for (const name of NAMES) {
    const dutch = element.getAttribute(name);
    if (dutch) names.push({ element, name, dutch });
  }
  const hasText = [...element.childNodes].some(
    (node) => node instanceof window.Text && node.data.trim(),
  );
  if (hasText && !texts.has(element.parentElement)) texts.set(element, readText(element));
}
for (const choice of choices) choice.addEventListener('click', choose);
// Another page of the portal has changed the language.
window.addEventListener('storage', ({ key, newValue }) => {
  if (key === 'language') show(newValue ?? DUTCH);
});
show(root.lang);
