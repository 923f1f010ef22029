/**
 * The languages of the portal. Dutch stands in the pages and in the scripts; every other language is
 * one file that has a translation for each Dutch text (languages/en.json). `<html lang>` says which
 * language shows, and the mfa tags follow that by themselves.
 *
 * A text is all there is in an element, so that no sentence is glued from parts: `<1>…</1>` in it is
 * the element's first child, and `<1/>` a first child that is the same in every language, which the
 * page says with `translate="no"`.
 */

const DUTCH = 'nl';
const NAMES = ['aria-label', 'alt', 'title'];
const CHILD = /<(\d)>(.*?)<\/\1>|<(\d)\/>/;

const root = document.documentElement;
const choices = document.querySelectorAll('[data-language]');

/** Per element: its text in Dutch, what goes into that text, and the children that stand in it. */
const texts = new Map();
/** Elements with a name that is read out, such as an icon's, and those names in Dutch. */
const names = [];
let words = {};
let asked = 0;

const isText = (text) => /\p{L}{2}/u.test(text.replace(/\{\d\}|<\d\/>/g, ''));

function translate(dutch) {
  if (root.lang === DUTCH || !isText(dutch)) return dutch;
  const translation = words[dutch.replaceAll('\u00ad', '')];
  if (translation === undefined) console.warn(`No words in ${root.lang} for “${dutch}”`);
  return translation ?? dutch;
}

/** An icon or a picture is no part of a text. */
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

async function wordsOf(language) {
  if (language === DUTCH) return {};
  const response = await fetch(`/assets/languages/${language}.json`);
  if (!response.ok) throw new Error(`There are no words in ${language}.`);
  return response.json();
}

/** Shows the page in a language; without its words the page stays, or becomes, Dutch. */
async function show(language) {
  const turn = ++asked;
  const found = await wordsOf(language).catch(() => undefined);
  if (turn !== asked) return;
  words = found ?? {};
  root.lang = found ? language : DUTCH;
  showAll();
}

function choose({ currentTarget }) {
  const { language } = currentTarget.dataset;
  try {
    window.localStorage.setItem('language', language);
  } catch {
    // chosen for this page only
  }
  show(language);
}

/**
 * Puts a text of a script in an element, now and after every change of language.
 *
 * @param {Element} element
 * @param {string} dutch with `{0}`, `{1}` where values go; empty for no text
 * @param {(language: string) => string[]} [values] what goes there, written as in that language
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
// Another page of the portal changed the language.
window.addEventListener('storage', ({ key, newValue }) => {
  if (key === 'language') show(newValue ?? DUTCH);
});
show(root.lang);
