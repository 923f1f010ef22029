import { expect } from '@open-wc/testing';
import { waitUntil } from '../../src/testing/harness/dom.js';
import { ConsoleRecorder } from '../support/console-recorder.js';
import { attributes, lastingTraces, tracesIn } from '../support/planted-secrets.js';
import { findMissing } from './find-missing.js';
import { performAction } from './perform-action.js';
import { TYPED, type RecordedStep, type Recording, type Scenario } from './recording.js';
import { WalkPage } from './walk-page.js';
import type { WalkRecord } from './walk-record.js';

/** The default timeout of an outcome, in milliseconds: ample for a busy machine. */
const TIMEOUT = 5000;

/**
 * Walks a person through one element of a page whose server responds as recorded.
 *
 * @param record Records the result.
 * @param timeout Milliseconds to wait at most for an outcome.
 * @throws Error or AssertionError if a request differs from the recorded one or is missing, if an outcome
 * does not show, or if a secret is where none may be.
 */
export async function walk(
  recording: Recording,
  scenario: Scenario,
  record: WalkRecord,
  timeout = TIMEOUT,
): Promise<void> {
  const logged = new ConsoleRecorder();
  const page = new WalkPage(recording, scenario);
  record.isWalking = true;
  try {
    if (scenario.steps[0]?.act !== 'open') await page.open();
    for (const [index, step] of scenario.steps.entries()) {
      await walkStep(step, { page, record, timeout, where: `${index + 1}. ${step.act}: ` });
      await expectNoLeak(secretsOf(scenario), page, logged);
    }
  } finally {
    // An operation that ends because the page closes is not covered.
    record.isWalking = false;
    page.close();
    logged.stop();
  }
  // A request that arrives after the page closes is one request too many.
  await new Promise((resolve) => setTimeout(resolve));
  expect(page.replay.complaints).to.deep.equal([]);
  record.scenarios += 1;
  record.exchanges += scenario.steps.flatMap(({ exchanges }) => exchanges).length;
}

interface StepWalk {
  readonly page: WalkPage;
  readonly record: WalkRecord;
  readonly timeout: number;
  /** Names the step in the message of a failure. */
  readonly where: string;
}

async function walkStep(step: RecordedStep, walking: StepWalk): Promise<void> {
  const { page, record, timeout, where } = walking;
  const { replay, events, navigations } = page;
  const navigates = typeof step.then === 'object' && 'leavesFor' in step.then;
  const before = step.act === 'open' ? '' : page.harness.text;
  navigations.allowsForm = navigates && 'fields' in step.then;
  replay.expect(step.exchanges);
  events.forget();
  navigations.last = undefined;
  record.last = undefined;
  await performAction(step.act, page);

  const isComplete = () =>
    replay.awaited.length === 0 && findMissing(step, { page, record, before }) === undefined;
  const explain = () =>
    [
      where,
      // The others most often follow from the first.
      ...replay.complaints.slice(0, 1),
      ...replay.awaited.map((request) => `Not sent: ${request}.`),
      findMissing(step, { page, record, before }),
      `On the screen: ${page.harness.text}`,
    ].join('\n');
  const hasFailed = () => replay.complaints.length > 0 || page.isMisconfigured;
  await waitUntil(() => isComplete() || hasFailed(), explain, timeout);
  if (!isComplete()) throw new Error(explain());
  if (navigates) record.noteNavigation();
  expect(events.tokens, `${where}tokens`).to.deep.equal(step.tokens);
}

/** Returns the secrets that were typed or received in a scenario. */
function secretsOf({ steps }: Scenario): readonly string[] {
  const { rightCode, password, recoveryCode } = TYPED;
  const received = steps.flatMap(({ then, tokens = {} }) => {
    if (typeof then === 'string') return Object.values(tokens);
    return [
      ...Object.values(tokens),
      ...('qrCode' in then ? [then.qrCode.secret] : []),
      ...('recoveryCodes' in then ? then.recoveryCodes : []),
      ...('linked' in then ? (then.linked.recoveryCodes ?? []) : []),
    ];
  });
  return [rightCode, password, recoveryCode, ...received];
}

/** Fails if a secret is anywhere but in text, in the value of a field, or in the event with the tokens. */
async function expectNoLeak(
  secrets: readonly string[],
  { tag, events, navigations }: WalkPage,
  logged: ConsoleRecorder,
): Promise<void> {
  const where = {
    'in an attribute': attributes(tag) + (navigations.last?.attributes ?? ''),
    'in an event': JSON.stringify(events.all.map(({ detail }) => detail)),
    'in the console': logged.messages.join(),
  };
  for (const [place, text] of Object.entries(where)) {
    expect(tracesIn(text, secrets), place).to.deep.equal([]);
  }
  expect(await lastingTraces(secrets), 'in what lasts').to.deep.equal([]);
}
