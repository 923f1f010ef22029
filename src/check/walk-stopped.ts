/** Why a walk cannot go on: the server is not there, the account will not do, or it was called off. */
export type StopReason = 'unreachable' | 'unusable-account' | 'called-off';

/** Ends a walk before its end. What was linked is still unlinked. */
export class WalkStopped extends Error {
  override readonly name = 'WalkStopped';
  readonly reason: StopReason;

  /** @param message For the person at the command line: what to do. */
  constructor(reason: StopReason, message: string) {
    super(message);
    this.reason = reason;
  }
}
