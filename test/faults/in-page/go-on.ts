import { visibleText } from '../../../src/testing/harness/dom.js';
import type { CellToPlay, WentOn } from '../observed.js';
import { advanceClock } from './clock.js';
import type { Person } from './person.js';
import { controlIn } from './read-page.js';
import { isWaiting, settled } from './settled.js';
import { requestsSent } from './traffic.js';

/** The longest way on: "try again", open a dialog, confirm it, give the password. */
const MOST_ACTS = 10;
/** Longer than any wait. */
const ALL_WAITS = 2 * 3_600_000;

/** The controls that lead on, the best first. */
const WAYS = ['retry', 'restart', 'continue', 'unlink', 'rename', 'generate', 'link'];

/** Goes on as a person does, until the act succeeds or a link to sign in is all that is left. */
export async function goOn(
  element: Element,
  person: Person,
  { goals, acts, wants }: CellToPlay,
): Promise<WentOn> {
  const done: string[] = [];
  let sentInWait = 0;
  const begun = acts.flatMap((act) => ('press' in act ? [act.press] : []));
  // What the person wanted comes before anything else that a list offers.
  const ways = ['retry', 'restart', 'submit', 'continue', ...begun, ...WAYS];

  while (done.length < MOST_ACTS) {
    await settled();
    const text = visibleText(element);
    if (goals.some((goal) => new RegExp(goal).test(text))) {
      return { end: 'goal', acts: done, sentInWait };
    }
    const isWanted = wants !== undefined && controlIn(element, wants) !== undefined;
    const asked = isWanted ? undefined : person.asked;
    const offered = asked === undefined ? ways.find((part) => controlIn(element, part)) : 'submit';
    const way = isWanted ? wants : offered;
    if (way === undefined || !controlIn(element, way)) {
      const end = controlIn(element, 'sign-in') ? 'sign-in' : 'stuck';
      return { end, acts: done, sentInWait };
    }
    if (asked !== undefined) person.type(asked);
    if (isWaiting()) {
      const before = requestsSent();
      person.press(way);
      await settled();
      sentInWait += requestsSent() - before;
      done.push('waits');
      advanceClock(ALL_WAITS);
    }
    person.press(way);
    done.push(asked === undefined ? way : `types ${asked}`);
  }
  return { end: 'stuck', acts: done, sentInWait };
}
