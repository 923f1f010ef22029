import { html, nothing, type TemplateResult } from 'lit';
import type { Authenticator } from '../../backend/backend.js';
import { formatDate } from '../../localization/format-date.js';
import { msg, str } from '../../localization/msg.js';
import { formatRelativeTime } from '../../localization/format-relative-time.js';

/** "Object replacement character": marks the place of the element in a message. */
const PLACE = '\uFFFC';

export interface DateContext {
  /** The time that relative dates start from. */
  readonly now: Date;
  /** Whether the backend reports when an app was last used. */
  readonly tellsLastUse: boolean;
}

export function renderDates(
  { createdAt, lastUsedAt }: Authenticator,
  { now, tellsLastUse }: DateContext,
): TemplateResult | typeof nothing {
  const use = lastUsedAt ? lastUsed(lastUsedAt, now) : tellsLastUse ? neverUsed() : undefined;
  if (!createdAt && !use) return nothing;
  return html`<div class="authenticator__dates">
    ${createdAt ? html`<div>${linkedOn(createdAt)}</div>` : nothing}
    ${use ? html`<div>${use}</div>` : nothing}
  </div>`;
}

const linkedOn = (date: Date) =>
  messageAround(
    (day) =>
      msg(str`Linked on ${day}`, {
        id: 'authenticators.linked-on',
        desc: 'Linked apps: {0} is a date',
      }),
    renderTime(date, 'day'),
  );

/** Shows both: the relative time is easy to read, the exact time lets users recognize their own sign-in. */
function lastUsed(date: Date, now: Date) {
  const ago = formatRelativeTime(date, now);
  return messageAround(
    (time) =>
      ago === undefined
        ? msg(str`Last used: ${time}`, {
            id: 'authenticators.last-used-at',
            desc: 'Linked apps: {0} is a date and time; shown where the clocks of server and device differ',
          })
        : msg(str`Last used: ${ago} (${time})`, {
            id: 'authenticators.last-used',
            desc: 'Linked apps: {0} is "yesterday" or "5 days ago", {1} the date and time',
          }),
    renderTime(date, 'minute'),
  );
}

const renderTime = (date: Date, precision: 'day' | 'minute') =>
  html`<time datetime=${date.toISOString()}>${formatDate(date, precision)}</time>`;

const neverUsed = () =>
  msg('Not used yet', { id: 'authenticators.never-used', desc: 'Linked apps: in place of a date' });

/** Renders a message with an element in it, at the place that the language gives it. */
function messageAround(
  message: (place: string) => string,
  element: TemplateResult,
): TemplateResult {
  const [before, ...after] = message(PLACE).split(PLACE);
  return html`${before}${after.map((text) => html`${element}${text}`)}`;
}
