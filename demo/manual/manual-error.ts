/** The portal and the manual no longer agree. Its message is printed without a stack trace. */
export class ManualError extends Error {
  override readonly name = 'ManualError';
}
