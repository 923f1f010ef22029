import { formatDuration } from '../../../localization/format-duration.js';
import { errorMessage } from '../../../localization/error-message.js';
import { msg, str } from '../../../localization/msg.js';
import { isOnlyWait, type Wait } from './wait.js';

const SECONDS_PER_MINUTE = 60;
/** Seconds that an announcement stays in the live region: long enough to be read out. */
const ANNOUNCED_FOR = 10;
/** Seconds. In a shorter wait the last minute is not announced, as it follows the start too soon. */
const LONG_WAIT = 90;

/** Formats seconds as `2:05`, which is readable in every language. */
const formatClock = (seconds: number): string =>
  `${Math.floor(seconds / SECONDS_PER_MINUTE)}:${String(seconds % SECONDS_PER_MINUTE).padStart(2, '0')}`;

const timeLeftMessage = (seconds: number): string =>
  msg(str`You have to wait for another ${formatDuration(seconds)}.`, {
    id: 'retry.still',
    desc: 'Waiting before the next try: how long still, read out; {0} is a time from "1 second" to "60 minutes"',
  });

/**
 * Returns the reason for the wait, without the time that stands beside it. Returns '' if the error has a
 * message of its own.
 */
export function retryReason({ error }: Wait): string {
  if (!isOnlyWait(error)) return '';
  switch (error.kind) {
    case 'locked':
      return msg('Signing in with a code is blocked for a while. You can also contact us.', {
        id: 'retry.locked',
        desc: 'Waiting before the next try: the account is locked; the time left stands below',
      });
    case 'unavailable':
      return msg('We cannot be reached right now.', {
        id: 'retry.unavailable',
        desc: 'Waiting before the next try: the server is down; the time left stands below',
      });
    default:
      return msg('There were too many tries.', {
        id: 'retry.rate-limited',
        desc: 'Waiting before the next try: too many tries; the time left stands below',
      });
  }
}

/** Returns the ticking time. */
export const retryTime = ({ left }: Wait): string =>
  msg(str`You can try again in ${formatClock(left)} minutes.`, {
    id: 'retry.time',
    desc: 'Waiting before the next try: the time left, ticking; {0} is minutes and seconds, from "0:01" to "60:00"',
  });

/**
 * Returns the text to announce now: at the start, when the user tries, when a minute is left, and at the
 * end (A8). Returns '' at any other time, and at the start if an error is announced by its own message.
 */
export function retryAnnouncement(
  { error, total, left, triedAt, isOld }: Wait,
  isAlone: boolean,
): string {
  const isAnnounced = (from: number) => left <= from && left > from - ANNOUNCED_FOR;
  if (left === 0) {
    return msg('You can try again now.', {
      id: 'retry.over',
      desc: 'Waiting before the next try: the time is over',
    });
  }
  if (triedAt !== undefined && isAnnounced(triedAt)) return timeLeftMessage(triedAt);
  if (isAnnounced(total)) return isAlone && !isOld && isOnlyWait(error) ? errorMessage(error) : '';
  return total >= LONG_WAIT && isAnnounced(SECONDS_PER_MINUTE)
    ? timeLeftMessage(SECONDS_PER_MINUTE)
    : '';
}
