/** A clock that stands still until it is advanced. */
export class SettableClock {
  #now = new Date('2026-03-01T12:00:10Z');

  readonly read = (): Date => this.#now;

  advance({ seconds = 0, minutes = 0, hours = 0, days = 0 }): void {
    const total = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
    this.#now = new Date(this.#now.getTime() + total);
  }
}
