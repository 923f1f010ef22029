import { createElement as h, useState, type ReactNode } from 'react';
import { useChannel, useGlobals, useStorybookApi } from 'storybook/manager-api';
import { WORD_CHOSEN, WORDS_SHOWN, type ShownWords } from './panel-events.js';
import type { WordRow } from './word-rows.js';

const NOTHING: ShownWords = { locale: '', rows: [] };

const CSS = `
  .words { height: 100%; overflow: auto; padding: 12px 16px; box-sizing: border-box; font-size: 13px; }
  .words table { width: 100%; border-collapse: collapse; }
  .words th { text-align: start; font-weight: 600; }
  .words th, .words td { padding: 6px 12px 6px 0; vertical-align: top; border-bottom: 1px solid #8884; }
  .words td:last-child { padding-inline-end: 0; }
  .words code { font-size: 12px; }
  .words small { display: block; opacity: 0.75; font-size: 12px; }
  .words button { font: inherit; cursor: pointer; }
  .words .number { min-width: 28px; border: 0; border-radius: 12px; padding: 2px 8px; background: #1d4ed8; color: #fff; font-weight: 600; }
  .words .wrong .number, .words .complaint { background: #be123c; color: #fff; }
  .words .complaint { display: inline-block; margin-top: 4px; border-radius: 3px; padding: 1px 6px; }
  .words dl { margin: 4px 0 0; } .words dt { font-weight: 600; } .words dd { margin: 0 0 4px; }
`;

/** The panel beside the story: its messages, each with the number that it has on the picture. */
export function WordsPanel(): ReactNode {
  const [{ locale, rows }, setShown] = useState(NOTHING);
  const [globals, updateGlobals] = useGlobals();
  const api = useStorybookApi();
  useChannel({ [WORDS_SHOWN]: setShown, setCurrentStory: () => setShown(NOTHING) });
  const choose = (id: string) => api.emit(WORD_CHOSEN, id);
  return h(
    'div',
    { className: 'words' },
    h('style', null, CSS),
    globals.words === 'marked'
      ? table(locale, rows, choose)
      : h(
          'button',
          { type: 'button', onClick: () => updateGlobals({ words: 'marked' }) },
          'Mark the words in the picture, and list them here',
        ),
  );
}

function table(locale: string, rows: readonly WordRow[], choose: (id: string) => void): ReactNode {
  const wrong = rows.filter(({ complaint }) => complaint).length;
  return [
    h(
      'p',
      { key: 'summary', role: 'status' },
      `${rows.length} messages in this picture, ${wrong === 0 ? 'all in order' : `${wrong} to look at`}.`,
    ),
    h(
      'table',
      { key: 'table' },
      h('thead', null, h('tr', null, ...['', 'Message', 'English', locale, 'Length'].map(heading))),
      h('tbody', null, ...rows.map((row) => line(row, locale, choose))),
    ),
  ];
}

const heading = (text: string): ReactNode => h('th', { key: text, scope: 'col' }, text);

function line(row: WordRow, locale: string, choose: (id: string) => void): ReactNode {
  const { number, id, note, source, pattern, targets, lines, isHeard, complaint } = row;
  const others = Object.entries(targets).filter(([other]) => other !== locale);
  return h(
    'tr',
    { key: id, className: complaint ? 'wrong' : undefined },
    h(
      'td',
      null,
      h(
        'button',
        {
          type: 'button',
          className: 'number',
          title: 'Show where it is',
          onClick: () => choose(id),
        },
        number,
      ),
    ),
    h(
      'td',
      null,
      h('code', null, id),
      h('small', null, note, isHeard ? ' (read out, not seen)' : null),
      lines[locale] === undefined
        ? null
        : h('small', null, `locales/${locale}.xlf:${lines[locale]}`),
    ),
    h('td', { lang: 'en' }, source),
    h(
      'td',
      { lang: locale },
      h('div', null, pattern),
      complaint ? h('span', { className: 'complaint', lang: 'en' }, complaint) : null,
      h(
        'details',
        { lang: 'en' },
        h('summary', null, 'Other languages'),
        h(
          'dl',
          null,
          ...others.flatMap(([other, text]) => [
            h('dt', { key: `${other} name` }, other),
            h('dd', { key: other, lang: other }, text),
          ]),
        ),
      ),
    ),
    h(
      'td',
      null,
      `${pattern.length}`,
      h('small', null, `${Math.round((100 * pattern.length) / Math.max(1, source.length))} %`),
    ),
  );
}
