import { seededRandom } from './seeded-random.js';

/** Makes choices, the same for the same seed. */
export class RandomChoice {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = seededRandom(seed);
  }

  /** Returns a whole number from 0 up to a limit, without the limit. */
  below(limit: number): number {
    return Math.floor(this.#next() * limit);
  }

  /** Returns one of these. */
  of<T>(choices: readonly T[]): T {
    const index = this.below(choices.length);
    if (index >= choices.length) throw new Error('There is nothing to choose from.');
    return choices[index] as T;
  }

  /** Returns true in one of so many cases. */
  oneIn(cases: number): boolean {
    return this.below(cases) === 0;
  }
}
