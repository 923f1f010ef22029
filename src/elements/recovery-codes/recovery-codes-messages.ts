import type { RecoveryCodesStatus } from '../../backend/backend.js';
import { neverHadCodes } from '../../flow/recovery-codes.js';
import { formatNumber } from '../../localization/format-number.js';
import { msg, str } from '../../localization/msg.js';
import { plural } from '../../localization/plural.js';
import { FEW_RECOVERY_CODES } from '../../otp/few-recovery-codes.js';

/** Says how many codes are left. */
export function statusMessage(status: RecoveryCodesStatus): string {
  const { left, total } = status;
  if (neverHadCodes(status)) {
    return msg('You have no recovery codes yet.', {
      id: 'recovery-codes.none',
      desc: 'Recovery codes: the account never had any',
    });
  }
  if (left === 0) {
    return msg('You have no recovery codes left.', {
      id: 'recovery-codes.left.zero',
      desc: 'Recovery codes: all of them are used',
    });
  }
  // "1 of your 1" is not a phrase that people use.
  if (total !== undefined && total > 1) {
    return msg(
      str`You have ${formatNumber(left)} of your ${formatNumber(total)} recovery codes left.`,
      {
        id: 'recovery-codes.left.of-total',
        desc: 'Recovery codes: {0} is how many are left, 1 or more; {1} is how many there were, 2 or more',
      },
    );
  }
  return plural(left, {
    one: () =>
      msg('You have 1 recovery code left.', {
        id: 'recovery-codes.left.one',
        desc: 'Recovery codes: one is left, of an unknown number',
      }),
    other: () =>
      msg(str`You have ${formatNumber(left)} recovery codes left.`, {
        id: 'recovery-codes.left.other',
        desc: 'Recovery codes: {0} is how many are left, 2 or more, of an unknown number',
      }),
  });
}

/** Advises to generate new codes, or returns `undefined` while there are enough. */
export function adviceMessage({ left }: RecoveryCodesStatus): string | undefined {
  if (left > FEW_RECOVERY_CODES) return undefined;
  return left === 0
    ? msg('Make recovery codes, so that you can also sign in without your phone.', {
        id: 'recovery-codes.advice.none',
        desc: 'Recovery codes: advice when there are none',
      })
    : msg('You have few codes left. Make new ones before they run out.', {
        id: 'recovery-codes.advice.few',
        desc: 'Recovery codes: advice when 1 to 3 are left',
      });
}
