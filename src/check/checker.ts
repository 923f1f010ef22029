import type { MfaBackend, MfaOperation } from '../backend/backend.js';
import { MfaError, type MfaErrorKind } from '../backend/mfa-error.js';
import { neededOperations } from './needed-operations.js';
import type { Row } from './row.js';
import { acceptedRow, judgedRow, refusedRow, skippedRow, type Judgment } from './rows.js';
import type { Visitor, WalkOptions } from './walk-options.js';
import { WalkStopped } from './walk-stopped.js';
import type { Testimony } from './request-recorder.js';

/** A step of the walk: one thing that is asked, and what is looked at in it. */
export interface Step<T> {
  readonly operation: Row['operation'];
  readonly check: string;
  /** Others need it: it is taken also when nobody named it in `only`. */
  readonly always?: boolean;
  /** Refusals that are nothing to object to, and why. */
  readonly excuses?: Readonly<Partial<Record<MfaErrorKind, string>>>;
  /** Only called where the backend has the operation. */
  readonly ask: (backend: Required<MfaBackend>) => Promise<T>;
}

/** How a step ended. `absent`: it was not taken, and nothing is reported of it. */
export interface Taken<T> {
  readonly outcome: Row['outcome'] | 'absent';
  readonly value?: T;
  readonly error?: MfaError;
}

/** How a proof of who is there was given; where it was not, perhaps what to give for it. */
export interface Proven {
  readonly isProven: boolean;
  readonly missing?: string;
}

/** Proves who is there, after an operation was refused for want of that. */
export type Prove = (visitor: Visitor, refused: MfaError) => AsyncGenerator<Row, Proven>;

type Answered<T> =
  | { readonly value: T; readonly error?: undefined; readonly seen: Testimony }
  | { readonly error: MfaError; readonly seen: Testimony };

/** Servers ask for one proof, or for one and then another. */
const MOST_PROOFS = 2;

/** Takes the steps of a walk and makes a row of each. */
export class Checker {
  readonly #options: WalkOptions;
  readonly #needed: ReadonlySet<MfaOperation>;
  readonly #prove: Prove;
  readonly #reported = new Set<Row['operation']>();
  #isCleaningUp = false;

  constructor(options: WalkOptions, prove: Prove) {
    this.#options = options;
    this.#needed = neededOperations(options.only);
    this.#prove = prove;
  }

  /** The operations of which there is a row. */
  get reported(): ReadonlySet<Row['operation']> {
    return this.#reported;
  }

  /** Whether an operation is to be looked at, and can be. */
  takes(operation: MfaOperation, { backend }: Visitor): boolean {
    const { leaving } = this.#options;
    return (
      this.#needed.has(operation) && backend[operation] !== undefined && !leaving.has(operation)
    );
  }

  /** From here on nothing stops the walk: what was linked has to go. */
  beginCleanUp(): void {
    this.#isCleaningUp = true;
  }

  /** A step that should go well; where the server asks for it, who is there is proven first. */
  async *expectGood<T>(
    visitor: Visitor,
    step: Step<T>,
    judge: (value: T) => Judgment = () => ({}),
  ): AsyncGenerator<Row, Taken<T>> {
    if (!this.#isTaken(visitor, step)) return { outcome: 'absent' };
    let answered = await this.#ask(visitor, step);
    let missing: string | undefined;
    const requests = [...answered.seen.requests];
    for (let proofs = 0; proofs < MOST_PROOFS && needsProof(answered); proofs += 1) {
      const proven = yield* this.#prove(visitor, answered.error);
      missing = proven.missing;
      if (!proven.isProven) break;
      answered = await this.#ask(visitor, step);
      requests.push(...answered.seen.requests);
    }
    const seen = { ...answered.seen, requests };
    if (!answered.error) {
      const { value } = answered;
      return { outcome: yield* this.#report(judgedRow(step, judge(value), seen)), value };
    }
    const { error } = answered;
    const excuse = missing ?? step.excuses?.[error.kind];
    const row = excuse ? skippedRow(step, excuse, seen) : refusedRow(step, error, seen);
    return { outcome: yield* this.#report(row), error };
  }

  /** A step that should be refused with this kind. Its value comes where it was not refused. */
  async *expectRefusal<T>(
    visitor: Visitor,
    step: Step<T>,
    expected: MfaErrorKind,
  ): AsyncGenerator<Row, Taken<T>> {
    if (!this.#isTaken(visitor, step)) return { outcome: 'absent' };
    const answered = await this.#ask(visitor, step);
    if (!answered.error) {
      const { value, seen } = answered;
      return { outcome: yield* this.#report(acceptedRow(step, seen, expected)), value };
    }
    const { error, seen } = answered;
    return { outcome: yield* this.#report(refusedRow(step, error, seen, expected)), error };
  }

  /** A step that cannot be taken, and what to give for it. */
  *skip(
    visitor: Visitor,
    step: Pick<Step<unknown>, 'operation' | 'check' | 'always'>,
    reason: string,
  ) {
    if (!this.#isTaken(visitor, step)) return;
    yield* this.#report(skippedRow(step, reason));
  }

  #isTaken(visitor: Visitor, { operation, always }: Pick<Step<unknown>, 'operation' | 'always'>) {
    if (operation === 'signIn') return true;
    if (!always) return this.takes(operation, visitor);
    return visitor.backend[operation] !== undefined && !this.#options.leaving.has(operation);
  }

  async #ask<T>({ backend }: Visitor, { ask }: Step<T>): Promise<Answered<T>> {
    const { witness, signal } = this.#options;
    if (signal?.aborted && !this.#isCleaningUp) throw calledOff();
    try {
      return { value: await ask(backend as Required<MfaBackend>), seen: witness.take() };
    } catch (thrown) {
      if (signal?.aborted && !this.#isCleaningUp) throw calledOff();
      return { error: MfaError.from(thrown), seen: witness.take() };
    }
  }

  *#report(row: Row): Generator<Row, Row['outcome']> {
    this.#reported.add(row.operation);
    yield row;
    const { hasTried, wasReached } = this.#options.witness;
    if (hasTried && !wasReached) {
      throw new WalkStopped('unreachable', 'The server cannot be reached.');
    }
    return row.outcome;
  }
}

function calledOff(): WalkStopped {
  return new WalkStopped('called-off', 'The walk was called off.');
}

function needsProof<T>(
  answered: Answered<T>,
): answered is Answered<T> & { readonly error: MfaError } {
  return answered.error?.kind === 'step-up-required';
}
