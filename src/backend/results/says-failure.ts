const isFalse = (value: unknown): boolean => String(value).toLowerCase() === 'false';

const isSaid = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : Boolean(value);

/** The words of a `status` that say that it failed, such as those of JSend. */
const FAILED_STATUSES: readonly string[] = ['error', 'fail', 'failed', 'failure'];

const isFailedStatus = (value: unknown): boolean =>
  typeof value === 'number' ? value >= 400 : FAILED_STATUSES.includes(String(value).toLowerCase());

/** The members in which servers commonly say that they did not do what was asked, in lower case. */
const SIGNS: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ['success', isFalse],
  ['succeeded', isFalse],
  ['ok', isFalse],
  ['error', isSaid],
  ['errors', isSaid],
  ['status', isFailedStatus],
]);

/** The same, of a proof: a code or a password. */
const SIGNS_OF_PROOF: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ['verified', isFalse],
  ['valid', isFalse],
]);

/**
 * Returns true for an object that says in a common way that what was asked failed: `"success": false`,
 * `"error": …`, `"status": "fail"`, whatever the case.
 *
 * @param takesProof A code or a password was sent, so `"verified": false` says it too.
 */
export function saysFailure(said: unknown, takesProof = false): boolean {
  if (typeof said !== 'object' || said === null) return false;
  return Object.entries(said).some(([member, value]) => {
    const name = member.toLowerCase();
    const isSign = SIGNS.get(name) ?? (takesProof ? SIGNS_OF_PROOF.get(name) : undefined);
    return isSign?.(value) === true;
  });
}
