// Runs in the page of a story: each of these functions is sent there as a text, and so knows nothing of
// what stands around it here, and everything of the page.
/* global requestAnimationFrame, CSSStyleDeclaration, CSSStyleSheet, FontFace, atob */

/**
 * Before anything else: the date stands still, so that "2 days ago" and the codes of a moment read the
 * same tomorrow. Timers and the stopwatch run on until a story has been played; then
 * `window.holdTime(true)` stops them, too, so that it can be looked at for as long as that takes.
 */
export function rulesTime() {
  /** Milliseconds of a timer that is meant for a person; the shorter ones are how programs take turns. */
  const forAPerson = 400;
  const today = Date.parse('2026-11-22T10:00:00+01:00');
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      super(...(given.length > 0 ? given : [today]));
    }

    static now() {
      return today;
    }
  };

  const { setTimeout: later, setInterval: often } = window;
  const read = performance.now.bind(performance);
  let heldAt;
  let lost = 0;
  performance.now = () => (heldAt ?? read()) - lost;
  const unlessHeld =
    (callback, whenHeld = () => undefined) =>
    (...given) =>
      heldAt === undefined ? callback(...given) : whenHeld(...given);
  window.setTimeout = (callback, delay = 0, ...given) => {
    if (typeof callback !== 'function' || delay < forAPerson)
      return later(callback, delay, ...given);
    return later(unlessHeld(callback), delay, ...given);
  };
  window.setInterval = (callback, delay = 0, ...given) =>
    often(typeof callback === 'function' ? unlessHeld(callback) : callback, delay, ...given);
  window.holdTime = (isHeld) => {
    if (heldAt !== undefined) lost += read() - heldAt;
    heldAt = isHeld ? read() : undefined;
  };
}

/** Waits until stories can be shown. */
export const untilReady = () => window.__STORYBOOK_PREVIEW__.ready();

/** The stories and the pages of documentation, with what the tests need of their parameters. */
export async function readIndex() {
  const { __STORYBOOK_PREVIEW__: preview } = window;
  const { entries } = await (await fetch('index.json')).json();
  const stories = Object.values(await preview.extract()).map(
    ({ id, title, name, component, parameters, storyGlobals }) => ({
      id,
      title,
      name,
      tag: component,
      flow: parameters.flow,
      step: parameters.step,
      consoleError: parameters.consoleError,
      shows: parameters.shows,
      cutOff: parameters.cutOff,
      locale: storyGlobals?.locale,
    }),
  );
  const docs = Object.values(entries)
    .filter(({ type }) => type === 'docs')
    .map(({ id, title, name }) => ({ id, title, name }));
  return { stories, docs };
}

/** Shows a story, plays it, and tells how it ended. */
export function play(id) {
  const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
  window.holdTime(false);
  return new Promise((resolve) => {
    const fail = (error) => resolve({ failure: error?.message ?? error?.description ?? 'missing' });
    for (const event of [
      'playFunctionThrewException',
      'storyThrewException',
      'storyErrored',
      'storyMissing',
    ]) {
      channel.once(event, fail);
    }
    channel.once('storyFinished', ({ status, reporters }) => {
      window.holdTime(true);
      const report = reporters.find(({ type }) => type === 'a11y')?.result;
      const violations = report?.violations.map(
        ({ id: rule, nodes }) => `axe: ${rule}: ${nodes.map(({ html }) => html).join(' ')}`,
      ) ?? ['axe did not run'];
      // The status is an error, too, for what axe found.
      const failed = status === 'error' && violations.length === 0;
      resolve({ failure: failed ? 'the story failed' : undefined, violations });
    });
    channel.emit('setCurrentStory', { storyId: id, viewMode: 'story' });
  });
}

/** Shows a page of documentation and waits until it is there, with the stories in it. */
export function showDocs(id) {
  const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
  return new Promise((resolve) => {
    channel.once('docsRendered', () => resolve(undefined));
    for (const event of ['storyThrewException', 'storyErrored', 'storyMissing']) {
      channel.once(event, (error) => resolve(error?.message ?? error?.description ?? event));
    }
    channel.emit('setCurrentStory', { storyId: id, viewMode: 'docs' });
  });
}

/** Changes the page around the story, without playing it again. */
export async function changePage(globals) {
  await window.storyPage.setPage(globals);
  // What follows the words has been rendered, and laid out.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** What is wrong with how the story looks now; `rules` are those of axe, or tags of them; it is left out without any. */
export async function findFaults({ rules, isPseudo, isForced }) {
  const { prototype } = CSSStyleDeclaration;
  const { getPropertyValue } = prototype;
  if (isForced) {
    // Axe reads this one for the colour of a text. Chromium then tells what the page asked for, and with
    // `color` what the person's palette gave.
    prototype.getPropertyValue = function tellForced(name) {
      return getPropertyValue.call(this, name === '-webkit-text-fill-color' ? 'color' : name);
    };
  }
  const { violations } =
    rules.length === 0
      ? { violations: [] }
      : await window.axe.run('#storybook-root', {
          runOnly: rules,
          // A story is part of a page, not a page with landmarks.
          rules: { region: { enabled: false } },
          resultTypes: ['violations'],
        });
  prototype.getPropertyValue = getPropertyValue;
  const { clientWidth, scrollWidth } = document.documentElement;
  return [
    ...violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any, all, none }) => {
        const why = [...any, ...all, ...none].map(({ message }) => message).join('; ');
        return `axe: ${id}: ${target.flat().join(' ')}: ${why}`;
      }),
    ),
    ...(scrollWidth > clientWidth
      ? [`sideways scroll: ${scrollWidth}px on a page of ${clientWidth}px`]
      : []),
    ...window.storyPage.clippedTexts().map((text) => `clipped: ${text}`),
    ...(isPseudo
      ? window.storyPage.untranslatedTexts().map((text) => `untranslated: ${text}`)
      : []),
  ];
}

/** The messages of the story that was played. */
export async function readMessages() {
  const shown = await window.storyPage.shownMessages();
  return { shown: shown.map(({ id }) => id), asked: [...window.storyPage.askedMessages()] };
}

/**
 * Gives every tree of the page fonts that are the same on every computer, or takes them away again.
 *
 * @returns the text of the story, when it has been laid out
 */
export async function wearFonts(isWorn) {
  if (isWorn && !window.pictureFonts) {
    const files = window.pictureFontFiles;
    const families = [...new Set(files.map(({ family }) => `'${family}'`))].join();
    window.pictureFonts = new CSSStyleSheet();
    // Widths of letters in fractions of a pixel do not depend on how the letters are painted.
    window.pictureFonts.replaceSync(
      `* { font-family: ${families} !important; text-rendering: geometricPrecision !important; }`,
    );
    await Promise.all(
      files.map(async ({ family, weight, file }) => {
        const bytes = Uint8Array.from(atob(file), (character) => character.charCodeAt(0));
        document.fonts.add(await new FontFace(family, bytes, { weight }).load());
      }),
    );
  }
  let text = '';
  const dress = (tree) => {
    const others = tree.adoptedStyleSheets.filter((sheet) => sheet !== window.pictureFonts);
    tree.adoptedStyleSheets = isWorn ? [...others, window.pictureFonts] : others;
    for (const { shadowRoot } of tree.querySelectorAll('*')) {
      if (!shadowRoot) continue;
      text += shadowRoot.textContent;
      dress(shadowRoot);
    }
  };
  dress(document);
  await document.fonts.ready;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return text + document.getElementById('storybook-root').textContent;
}
