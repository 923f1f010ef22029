import type { MessageRow } from './message-rows.js';

/** The events between the preview and the panel. */
export const MESSAGES_SHOWN = 'mfa-elements/messages-shown';
export const MESSAGE_CHOSEN = 'mfa-elements/message-chosen';

/** The messages of the picture, for the panel. */
export interface ShownMessages {
  readonly locale: string;
  readonly rows: readonly MessageRow[];
}
