import type { MfaOperation } from '../backend.js';
import type { ObservedExchange, ObservedOperation, Observer } from '../http/observer.js';
import { diagnoseFailure, type Diagnosis } from './diagnose.js';
import { gatherEvidence, type Evidence } from './failed-exchange.js';

/**
 * Logs in the console why an operation may have failed, each cause once. It stores only the evidence of
 * an exchange, which holds nothing that was sent or received, and only until the operation ends.
 */
export class ConsoleObserver implements Observer {
  readonly #evidence = new Map<MfaOperation, Evidence>();
  readonly #logged = new Set<string>();

  exchanged(exchange: ObservedExchange): void {
    this.#evidence.set(exchange.operation, gatherEvidence(exchange));
  }

  ended(ended: ObservedOperation): void {
    const { operation } = ended;
    const evidence = this.#evidence.get(operation);
    this.#evidence.delete(operation);
    const news = diagnoseFailure({ evidence, ended }).filter(({ id }) => {
      const cause = `${operation} ${id}`;
      return !this.#logged.has(cause) && this.#logged.add(cause);
    });
    if (news.length > 0) print(titleOf(ended), news.map(textOf));
  }

  /** A custom backend is code of the page, so its error is shown to its author as it is. */
  threw(operation: MfaOperation, thrown: unknown): void {
    print(`mfa-elements: ${operation} of the custom backend failed`, [thrown]);
  }
}

function titleOf({ operation, error }: ObservedOperation): string {
  const { kind, facts } = error ?? {};
  const status = facts?.status === undefined ? '' : `, status ${facts.status}`;
  return `mfa-elements: ${operation} failed (${kind}${status})`;
}

const textOf = ({ sign, found, cause, remedy }: Diagnosis): string =>
  `${sign}\n${found}\nWhy: ${cause}\nDo: ${remedy}`;

/* eslint-disable no-console -- the console is where a developer looks; only development loads this */
function print(title: string, lines: readonly unknown[]): void {
  console.groupCollapsed(title);
  for (const line of lines) console.warn(line);
  console.groupEnd();
}
