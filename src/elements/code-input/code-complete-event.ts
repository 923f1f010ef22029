/**
 * The person has entered a whole code. It carries nothing, so that no listener or log receives the
 * code by accident: whoever needs it takes `value` from the element.
 */
export class CodeCompleteEvent extends Event {
  static readonly type = 'mfa-code-complete';

  constructor() {
    super(CodeCompleteEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'mfa-code-complete': CodeCompleteEvent;
  }
}
