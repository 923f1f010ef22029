/** Why a check cannot continue. */
export type StopReason = 'unreachable' | 'unusable-account' | 'aborted';

/** Ends a check early. What it linked is still unlinked. */
export class CheckStopped extends Error {
  override readonly name = 'CheckStopped';
  readonly reason: StopReason;

  /** @param message Says to the developer at the command line what to do. */
  constructor(reason: StopReason, message: string) {
    super(message);
    this.reason = reason;
  }
}
