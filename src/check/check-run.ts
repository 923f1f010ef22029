import type { Authenticator, MfaBackend, MfaOperation } from '../backend/backend.js';
import { MfaError, type MfaErrorKind } from '../backend/mfa-error.js';
import { OPERATION_NAMES } from '../backend/operations.js';
import { CheckStopped } from './check-stopped.js';
import type { CommandEnvironment } from './command-environment.js';
import type { LoadedDefinitions } from './load-definitions.js';
import { neededOperations } from './needed-operations.js';
import type { Command } from './read-command.js';
import type { RecordedRequests, RequestRecorder } from './request-recorder.js';
import {
  errorRow,
  leavesPageFor,
  resultRow,
  skippedRow,
  unexpectedSuccessRow,
  type CheckResult,
  type Row,
} from './row.js';
import { TotpApp } from './totp-app.js';
import type { Visitor } from './visitor.js';

export interface CheckRunOptions extends Pick<LoadedDefinitions, 'leavingOperations'> {
  readonly command: Pick<Command, 'password' | 'existingApp' | 'only'>;
  readonly environment: CommandEnvironment;
  readonly openVisitor: () => Visitor;
  /** Records the requests of every visitor. */
  readonly recorder: RequestRecorder;
  readonly onRow: (row: Row) => void;
}

/** One call of an operation, and what is checked in its result. */
export interface Step<T> {
  readonly operation: Row['operation'];
  readonly check: string;
  /** Runs also if `--only` does not need the operation, because later steps do. */
  readonly always?: boolean;
  /** Errors that are not a failure, and the reason to report. */
  readonly excuses?: Readonly<Partial<Record<MfaErrorKind, string>>>;
  /** Called only if the backend has the operation. */
  readonly call: (backend: Required<MfaBackend>) => Promise<T>;
  readonly inspect?: (value: T) => CheckResult;
}

/** How a step ended. Without a value or an error, it did not run. */
export interface StepResult<T> {
  readonly passed: boolean;
  readonly value?: T | undefined;
  readonly error?: MfaError | undefined;
}

/** How a step-up ended. If it could not be tried, `missing` may say what to give for it. */
export interface StepUpResult {
  readonly passed: boolean;
  readonly missing?: string;
}

/** Gives the proof that the server requires with an error. */
export type StepUp = (run: CheckRun, visitor: Visitor, error: MfaError) => Promise<StepUpResult>;

type Call<T> = { readonly recorded: RecordedRequests } & (
  | { readonly value: T; readonly error?: undefined }
  | { readonly value?: undefined; readonly error: MfaError }
);

/** Servers require one proof, or one and then another. A step-up itself cannot be stepped up for. */
const MOST_PROOFS = 2;

/** Runs the steps of a check, reports a row for each, and holds what they know of the account. */
export class CheckRun {
  readonly options: CheckRunOptions;
  /** The app that was linked before the run. */
  readonly existingApp: TotpApp | undefined;
  /** The ids of the apps that were linked before the run; `undefined` if unknown. */
  existingIds: readonly string[] | undefined;
  /** The enrollment that was started and not confirmed. */
  pending: { readonly visitor: Visitor; readonly enrollmentId: string } | undefined;
  /** The app to unlink at the end. Without an id it is not certain that it was linked. */
  linked: { readonly id: string | undefined; readonly app: TotpApp } | undefined;
  /** Secret. */
  recoveryCodes: readonly string[] = [];
  /** The last visitor that signed in. */
  signedInVisitor: Visitor | undefined;
  /** Why the operations that are left cannot be checked. */
  skipReason = '';
  readonly #stepUp: StepUp;
  readonly #needed: ReadonlySet<MfaOperation>;
  readonly #reported = new Set<Row['operation']>();
  #isCleaningUp = false;

  constructor(options: CheckRunOptions, stepUp: StepUp) {
    const { existingApp, only } = options.command;
    this.options = options;
    this.#stepUp = stepUp;
    this.existingApp = existingApp && new TotpApp(existingApp, options.environment);
    this.#needed = neededOperations(only);
  }

  /** An app of the account that can give a code. */
  get app(): TotpApp | undefined {
    return this.existingApp ?? this.linked?.app;
  }

  /** Returns whether an operation is to be checked, and can be. */
  canCheck(operation: MfaOperation, visitor: Visitor): boolean {
    return this.#needed.has(operation) && this.#canCall(operation, visitor);
  }

  /** From here on an abort does not stop the run, because the linked app has to be unlinked. */
  beginCleanUp(): void {
    this.#isCleaningUp = true;
  }

  /** Runs a step that should succeed, stepping up first if the server requires it. */
  async expectSuccess<T>(visitor: Visitor, step: Step<T>): Promise<StepResult<T>> {
    if (!this.#runs(visitor, step)) return { passed: false };
    let call = await this.#call(visitor, step);
    let missing: string | undefined;
    const requests = [...call.recorded.requests];
    for (let proofs = 0; proofs < MOST_PROOFS && step.operation !== 'stepUp'; proofs += 1) {
      if (call.error?.kind !== 'step-up-required') break;
      const steppedUp = await this.#stepUp(this, visitor, call.error);
      missing = steppedUp.missing;
      if (!steppedUp.passed) break;
      call = await this.#call(visitor, step);
      requests.push(...call.recorded.requests);
    }
    const { value, error } = call;
    const recorded = { ...call.recorded, requests };
    const excuse = error && (missing ?? step.excuses?.[error.kind]);
    const row = excuse
      ? skippedRow(step, excuse, recorded)
      : error
        ? errorRow(step, error, recorded)
        : resultRow(step, step.inspect?.(value), recorded);
    return { passed: this.#end(row), value, error };
  }

  /** Runs a step that should fail with an error of this kind. If it succeeds, resolves with its value. */
  async expectError<T>(
    visitor: Visitor,
    step: Step<T>,
    kind: MfaErrorKind,
  ): Promise<StepResult<T>> {
    if (!this.#runs(visitor, step)) return { passed: false };
    const { value, error, recorded } = await this.#call(visitor, step);
    const row = error
      ? errorRow(step, error, recorded, kind)
      : unexpectedSuccessRow(step, recorded, kind);
    return { passed: this.#end(row), value, error };
  }

  /** Calls an operation without reporting it. Resolves to `undefined` if it fails. */
  async callUnreported<T>(call: () => Promise<T> | undefined): Promise<T | undefined> {
    try {
      return await call();
    } catch {
      return undefined;
    } finally {
      this.options.recorder.take();
    }
  }

  /** Reports a step that cannot run, with what to give for it. */
  skip(
    visitor: Visitor,
    step: Pick<Step<unknown>, 'operation' | 'check' | 'always'>,
    reason: string,
  ): void {
    if (this.#runs(visitor, step)) this.report(skippedRow(step, reason));
  }

  /** Reports every operation that has no row yet. */
  reportUnchecked(reason: string): void {
    const { openVisitor, leavingOperations } = this.options;
    const { backend } = openVisitor();
    const reasonFor = (operation: MfaOperation) => {
      const url = leavingOperations.get(operation);
      if (url !== undefined) return leavesPageFor(url);
      if (operation === 'stepUp' && reason === '') return 'The server required no step-up.';
      return reason || 'An operation that it needs did not pass.';
    };
    for (const operation of OPERATION_NAMES) {
      if (this.#reported.has(operation) || !this.#needed.has(operation)) continue;
      const row = { operation, requests: [], hints: [], advice: [], check: '' };
      this.report(
        backend[operation]
          ? { ...row, outcome: 'skipped', reason: reasonFor(operation) }
          : { ...row, outcome: 'unsupported' },
      );
    }
  }

  report(row: Row): void {
    this.#reported.add(row.operation);
    this.options.onRow(row);
  }

  /** Finds the id of an app that was not linked before the run, if the ids of then are known. */
  findNewAuthenticatorId(apps: readonly Authenticator[] = []): string | undefined {
    const { existingIds } = this;
    return existingIds && apps.find(({ id }) => !existingIds.includes(id))?.id;
  }

  #canCall(operation: MfaOperation, { backend }: Visitor): boolean {
    return backend[operation] !== undefined && !this.options.leavingOperations.has(operation);
  }

  #runs(visitor: Visitor, { operation, always }: Pick<Step<unknown>, 'operation' | 'always'>) {
    if (operation === 'signIn') return true;
    return always ? this.#canCall(operation, visitor) : this.canCheck(operation, visitor);
  }

  async #call<T>({ backend }: Visitor, { call }: Step<T>): Promise<Call<T>> {
    const { recorder } = this.options;
    this.#throwIfAborted();
    try {
      return { value: await call(backend as Required<MfaBackend>), recorded: recorder.take() };
    } catch (thrown) {
      this.#throwIfAborted();
      return { error: MfaError.from(thrown), recorded: recorder.take() };
    }
  }

  #throwIfAborted(): void {
    if (!this.options.environment.signal?.aborted || this.#isCleaningUp) return;
    throw new CheckStopped('aborted', 'The check was aborted.');
  }

  /** Reports the row of a call. Returns whether the step passed. */
  #end(row: Row): boolean {
    this.report(row);
    const { hasTried, wasReached } = this.options.recorder;
    if (hasTried && !wasReached) {
      throw new CheckStopped('unreachable', 'The server cannot be reached.');
    }
    return row.outcome === 'passed';
  }
}
