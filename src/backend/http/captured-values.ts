import type { MfaOperation } from '../backend.js';

/** Names, and what was captured under them. */
export type Captured = readonly (readonly [name: string, value: unknown])[];

/**
 * What was captured for operations that come later, such as a session that rotates. May be secret.
 *
 * What `startEnrollment` captures belongs to that enrollment and is forgotten with it; a proof of who
 * is there is forgotten once it was used; the rest stays as long as the backend is in use.
 */
export class Memory {
  readonly #kept = new Map<string, { readonly value: unknown; readonly by: MfaOperation | null }>();

  has(name: string): boolean {
    return this.#kept.has(name);
  }

  get(name: string): unknown {
    return this.#kept.get(name)?.value;
  }

  /** @param by The operation that captured it; `null` when every answer is looked at for it. */
  keep(captured: Captured, by: MfaOperation | null): void {
    for (const [name, value] of captured) this.#kept.set(name, { value, by });
  }

  /**
   * Forgets what this operation captured; with names, only these.
   *
   * @returns What was forgotten.
   */
  forget(by: MfaOperation, names?: readonly string[]): Captured {
    const forgotten = [...this.#kept]
      .filter(([name, kept]) => kept.by === by && (names?.includes(name) ?? true))
      .map(([name, { value }]) => [name, value] as const);
    for (const [name] of forgotten) this.#kept.delete(name);
    return forgotten;
  }
}
