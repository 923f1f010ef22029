/** A sentence for who makes the manual: the portal and the manual have parted. */
export class ManualError extends Error {
  override readonly name = 'ManualError';
}
