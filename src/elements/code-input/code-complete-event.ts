/**
 * Fired when the user has entered a complete code. The event does not carry the code, so that no
 * listener or log receives it by accident: read `value` of the element instead.
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
