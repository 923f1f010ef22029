import { duration } from '../../../localization/duration.js';
import { errorMessage } from '../../../localization/error-message.js';
import { msg, str } from '../../../localization/msg.js';
import type { RetryProgress } from './retry-timer.js';

const SECONDS_A_MINUTE = 60;
/** Seconds that an announcement stands before it makes room: long enough to be read out. */
const ANNOUNCED_FOR = 10;
/** From this wait on, in seconds, the last minute is announced: sooner it follows the start too soon. */
const LONG_WAIT = 90;

/** `2:05`, in figures that every language reads. */
const clock = (seconds: number): string =>
  `${Math.floor(seconds / SECONDS_A_MINUTE)}:${String(seconds % SECONDS_A_MINUTE).padStart(2, '0')}`;

const stillToWait = (seconds: number): string =>
  msg(str`You have to wait for another ${duration(seconds)}.`, {
    id: 'retry.still',
    desc: 'Waiting before the next try: how long still, read out; {0} is a time from "1 second" to "60 minutes"',
  });

/** Why there is a wait, without the time that stands beside it. */
export function retryReason({ error }: RetryProgress): string {
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

/** The time left, as it ticks. */
export const retryTime = ({ left }: RetryProgress): string =>
  msg(str`You can try again in ${clock(left)} minutes.`, {
    id: 'retry.time',
    desc: 'Waiting before the next try: the time left, ticking; {0} is minutes and seconds, from "0:01" to "60:00"',
  });

/** What is read out now: at the start, when asked, when a minute is left, and at the end (A8). */
export function retryAnnouncement({ error, seconds, left, askedAt }: RetryProgress): string {
  const isSaid = (from: number) => left <= from && left > from - ANNOUNCED_FOR;
  if (left === 0) {
    return msg('You can try again now.', {
      id: 'retry.over',
      desc: 'Waiting before the next try: the time is over',
    });
  }
  if (askedAt !== undefined && isSaid(askedAt)) return stillToWait(askedAt);
  if (isSaid(seconds)) return errorMessage(error);
  return seconds >= LONG_WAIT && isSaid(SECONDS_A_MINUTE) ? stillToWait(SECONDS_A_MINUTE) : '';
}
