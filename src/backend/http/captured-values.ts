import type { MfaOperation } from '../backend.js';

/** Names, and the values captured under them. */
export type Captured = readonly (readonly [name: string, value: unknown])[];

/**
 * The values that one operation captures for later ones, such as a session token that rotates. They may
 * be secret.
 *
 * What `startEnrollment` captures lasts until that enrollment ends, and a step-up proof is used once;
 * other values last until `forget()`.
 */
export class CapturedValues {
  readonly #values = new Map<
    string,
    { readonly value: unknown; readonly by: MfaOperation | null }
  >();

  has(name: string): boolean {
    return this.#values.has(name);
  }

  get(name: string): unknown {
    return this.#values.get(name)?.value;
  }

  /** @param by The operation that captured them; `null` if they are captured from every response. */
  set(captured: Captured, by: MfaOperation | null): void {
    for (const [name, value] of captured) this.#values.set(name, { value, by });
  }

  /**
   * Deletes the values that this operation captured; with names, only these.
   *
   * @returns The deleted values.
   */
  delete(by: MfaOperation, names?: readonly string[]): Captured {
    const deleted = [...this.#values]
      .filter(([name, entry]) => entry.by === by && (names?.includes(name) ?? true))
      .map(([name, { value }]) => [name, value] as const);
    for (const [name] of deleted) this.#values.delete(name);
    return deleted;
  }
}
