/** The time of a walk, and how it tells what it waits for. */
export interface WalkClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits so many milliseconds; rejects when the walk is called off meanwhile. */
  sleep(milliseconds: number): Promise<void>;
  /** Tells the person at the command line what goes on. */
  say(line: string): void;
}
