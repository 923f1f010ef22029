import { createElement as h, useState, type ReactNode } from 'react';
import { useChannel, useGlobals, useStorybookApi } from 'storybook/manager-api';
import { MESSAGE_CHOSEN, MESSAGES_SHOWN, type ShownMessages } from './panel-events.js';
import type { MessageRow } from './message-rows.js';

const NOTHING: ShownMessages = { locale: '', rows: [] };

const CSS = `
  .messages { height: 100%; overflow: auto; padding: 12px 16px; box-sizing: border-box; font-size: 13px; }
  .messages table { width: 100%; border-collapse: collapse; }
  .messages th { text-align: start; font-weight: 600; }
  .messages th, .messages td { padding: 6px 12px 6px 0; vertical-align: top; border-bottom: 1px solid #8884; }
  .messages td:last-child { padding-inline-end: 0; }
  .messages code { font-size: 12px; }
  .messages small { display: block; opacity: 0.75; font-size: 12px; }
  .messages button { font: inherit; cursor: pointer; }
  .messages .number { min-width: 28px; border: 0; border-radius: 12px; padding: 2px 8px; background: #1d4ed8; color: #fff; font-weight: 600; }
  .messages .wrong .number, .messages .complaint { background: #be123c; color: #fff; }
  .messages .complaint { display: inline-block; margin-top: 4px; border-radius: 3px; padding: 1px 6px; }
  .messages dl { margin: 4px 0 0; } .messages dt { font-weight: 600; } .messages dd { margin: 0 0 4px; }
`;

/** The panel beside the story. It lists the messages with their numbers on the picture. */
export function MessagePanel(): ReactNode {
  const [{ locale, rows }, setShown] = useState(NOTHING);
  const [globals, updateGlobals] = useGlobals();
  const api = useStorybookApi();
  useChannel({ [MESSAGES_SHOWN]: setShown, setCurrentStory: () => setShown(NOTHING) });
  const choose = (id: string) => api.emit(MESSAGE_CHOSEN, id);
  return h(
    'div',
    { className: 'messages' },
    h('style', null, CSS),
    globals.messages === 'marked'
      ? table(locale, rows, choose)
      : h(
          'button',
          { type: 'button', onClick: () => updateGlobals({ messages: 'marked' }) },
          'Mark the messages in the picture, and list them here',
        ),
  );
}

function table(
  locale: string,
  rows: readonly MessageRow[],
  choose: (id: string) => void,
): ReactNode {
  const wrong = rows.filter(({ complaint }) => complaint).length;
  return [
    h(
      'p',
      { key: 'summary', role: 'status' },
      `${rows.length} messages in this picture, ${wrong === 0 ? 'all in order' : `${wrong} to check`}.`,
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

function line(row: MessageRow, locale: string, choose: (id: string) => void): ReactNode {
  const { number, id, note, source, pattern, targets, lines, isUnseen, complaint } = row;
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
      h('small', null, note, isUnseen ? ' (read out, not seen)' : null),
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
