import { STORY_RENDERED } from 'storybook/internal/core-events';
import { addons } from 'storybook/preview-api';
import { allElements } from '../../../src/testing/harness/dom.js';
import { translatedMessage } from './live-locales.js';
import { MESSAGE_CHOSEN, MESSAGES_SHOWN, type ShownMessages } from './panel-events.js';
import { MessageOutlines } from './message-outlines.js';
import { messageRows } from './message-rows.js';
import { storyRoot } from './messages-on-page.js';

/** Milliseconds without a change after which the page is at rest. */
const REST = 100;

/** The changes that may show or hide messages; others, such as classes, are ignored. */
const WATCHED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: ['aria-label', 'hidden', 'lang', 'open', 'placeholder', 'title'],
};

const outlines = new MessageOutlines();
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
  // Reading the messages changes the page, which must not start another refresh.
  watcher.disconnect();
  const isEnglish = locale.startsWith('en') || locale === 'ar-XB';
  const rows = await messageRows(storyRoot(), isEnglish ? undefined : locale, translatedMessage);
  if (!isWanted) return;
  outlines.show(rows);
  const shown: ShownMessages = { locale, rows: rows.map(({ places: _, ...row }) => row) };
  addons.getChannel().emit(MESSAGES_SHOWN, shown);
  watcher.observe(storyRoot(), WATCHED);
  for (const { shadowRoot } of allElements(storyRoot())) {
    if (shadowRoot) watcher.observe(shadowRoot, WATCHED);
  }
}

function stop(): void {
  clearTimeout(timer);
  watcher.disconnect();
  outlines.hide();
}

/**
 * Shows or hides the outlines of messages, as the toolbar says. They appear once the story has played, so
 * that they do not disturb it.
 */
export function updateMessageOverlay(globals: { messages?: unknown; locale?: unknown }): void {
  isWanted = globals.messages === 'marked';
  locale = String(globals.locale);
  stop();
}

addons.getChannel().on(STORY_RENDERED, refreshSoon);
addons.getChannel().on(MESSAGE_CHOSEN, (id: string) => outlines.choose(id));
for (const event of ['scroll', 'resize']) {
  window.addEventListener(event, () => outlines.draw(), { capture: true, passive: true });
}
