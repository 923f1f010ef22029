/** Stops the clock of this device in each test of a suite, at a time that the test sets. */
export function pinnedClock(start: string): { now: number } {
  const clock = { now: Date.parse(start) };
  const real = Date.now.bind(Date);
  beforeEach(() => {
    clock.now = Date.parse(start);
    Date.now = () => clock.now;
  });
  afterEach(() => {
    Date.now = real;
  });
  return clock;
}
