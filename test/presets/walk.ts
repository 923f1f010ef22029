import { expect } from '@open-wc/testing';
import { waitUntil } from '../../src/testing/harness/dom.js';
import { attributes, Console, lastingTraces, tracesIn } from '../support/canaries.js';
import { findMissing } from './find-missing.js';
import { performAction } from './perform-action.js';
import { TYPED, type RecordedStep, type Recording, type Scenario } from './recording.js';
import { WalkPage } from './walk-page.js';
import type { WalkRecord } from './walk-record.js';

/** How long is waited by default for an outcome, in milliseconds: ample for a busy machine. */
const PATIENCE = 5000;

/**
 * Walks a person through one tag of a page whose server answers as recorded.
 *
 * @param record Told what was walked.
 * @param patience Milliseconds to wait at most for an outcome.
 * @throws Error or AssertionError for a request that differs from the recorded one or did not come, an
 * outcome that is not on the screen, or a secret where none may be.
 */
export async function walk(
  recording: Recording,
  scenario: Scenario,
  record: WalkRecord,
  patience = PATIENCE,
): Promise<void> {
  const said = new Console();
  const page = new WalkPage(recording, scenario);
  record.isWalking = true;
  try {
    if (scenario.steps[0]?.act !== 'open') await page.open();
    for (const [index, step] of scenario.steps.entries()) {
      await walkStep(step, { page, record, patience, where: `${index + 1}. ${step.act}: ` });
      await expectNoLeak(secretsOf(scenario), page, said);
    }
  } finally {
    // What ends because the page is closed has not come to its end.
    record.isWalking = false;
    page.close();
    said.stop();
  }
  // What comes once the page is closed would have been one request too many.
  await new Promise((resolve) => setTimeout(resolve));
  expect(page.replay.complaints).to.deep.equal([]);
  record.scenarios += 1;
  record.exchanges += scenario.steps.flatMap(({ exchanges }) => exchanges).length;
}

interface StepWalk {
  readonly page: WalkPage;
  readonly record: WalkRecord;
  readonly patience: number;
  /** Which step it is, for whoever reads that it failed. */
  readonly where: string;
}

async function walkStep(step: RecordedStep, walking: StepWalk): Promise<void> {
  const { page, record, patience, where } = walking;
  const { replay, heard, departures } = page;
  const leaves = typeof step.then === 'object' && 'leavesFor' in step.then;
  const before = step.act === 'open' ? '' : page.harness.text;
  departures.letsGo = leaves && 'fields' in step.then;
  replay.expect(step.exchanges);
  heard.forget();
  departures.last = undefined;
  record.last = undefined;
  await performAction(step.act, page);

  const isComplete = () =>
    replay.awaited.length === 0 && findMissing(step, { page, record, before }) === undefined;
  const explain = () =>
    [
      where,
      // What follows the first is most often because of it.
      ...replay.complaints.slice(0, 1),
      ...replay.awaited.map((request) => `Not sent: ${request}.`),
      findMissing(step, { page, record, before }),
      `On the screen: ${page.harness.text}`,
    ].join('\n');
  const isHopeless = () => replay.complaints.length > 0 || page.isMisconfigured;
  await waitUntil(() => isComplete() || isHopeless(), explain, patience);
  if (!isComplete()) throw new Error(explain());
  if (leaves) record.left();
  expect(heard.tokens, `${where}tokens`).to.deep.equal(step.tokens);
}

/** All that was typed and received in a scenario and that nobody else may read. */
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

/** Secrets stand in text, in the value of a field and in the event with the tokens, nowhere else. */
async function expectNoLeak(
  secrets: readonly string[],
  { tag, heard, departures }: WalkPage,
  said: Console,
): Promise<void> {
  const where = {
    'in an attribute': attributes(tag) + (departures.last?.attributes ?? ''),
    'in an event': JSON.stringify(heard.all.map(({ detail }) => detail)),
    'in the console': said.said.join(),
  };
  for (const [place, text] of Object.entries(where)) {
    expect(tracesIn(text, secrets), place).to.deep.equal([]);
  }
  expect(await lastingTraces(secrets), 'in what lasts').to.deep.equal([]);
}
