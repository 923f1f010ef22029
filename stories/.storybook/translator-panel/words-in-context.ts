import { STORY_RENDERED } from 'storybook/internal/core-events';
import { addons } from 'storybook/preview-api';
import { allElements } from '../../../src/testing/harness/dom.js';
import { translatedMessage } from './live-locales.js';
import { WORD_CHOSEN, WORDS_SHOWN, type ShownWords } from './panel-events.js';
import { WordOutlines } from './word-outlines.js';
import { wordRows } from './word-rows.js';
import { storyRoot } from './words-on-page.js';

/** Milliseconds without a change: what is under way on the page is over. */
const REST = 100;

/** What of the page may bring or take words; classes and the like would only disturb. */
const WATCHED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: ['aria-label', 'hidden', 'lang', 'open', 'placeholder', 'title'],
};

const outlines = new WordOutlines();
const watcher = new MutationObserver(() => refreshSoon());
let isWanted = false;
let locale = 'nl';
let timer: ReturnType<typeof setTimeout> | undefined;

function refreshSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void refresh(), REST);
}

async function refresh(): Promise<void> {
  if (!isWanted) return;
  // Reading the words touches them, and is not to be read again.
  watcher.disconnect();
  const isEnglish = locale.startsWith('en') || locale === 'ar-XB';
  const rows = await wordRows(storyRoot(), isEnglish ? undefined : locale, translatedMessage);
  if (!isWanted) return;
  outlines.show(rows);
  tell({ locale, rows: rows.map(({ places: _, ...row }) => row) });
  watcher.observe(storyRoot(), WATCHED);
  for (const { shadowRoot } of allElements(storyRoot())) {
    if (shadowRoot) watcher.observe(shadowRoot, WATCHED);
  }
}

const tell = (shown: ShownWords): void => {
  addons.getChannel().emit(WORDS_SHOWN, shown);
};

function rest(): void {
  clearTimeout(timer);
  watcher.disconnect();
  outlines.hide();
}

/**
 * Begins or ends the marking of words. A story is marked when it has been played: until then it is
 * left alone.
 */
export function wordsInContext(globals: { words?: unknown; locale?: unknown }): void {
  isWanted = globals.words === 'marked';
  locale = String(globals.locale);
  rest();
}

addons.getChannel().on(STORY_RENDERED, refreshSoon);
addons.getChannel().on(WORD_CHOSEN, (id: string) => outlines.choose(id));
for (const event of ['scroll', 'resize']) {
  window.addEventListener(event, () => outlines.draw(), { capture: true, passive: true });
}
