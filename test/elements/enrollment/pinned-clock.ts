/** Makes the clock of this device stand still in each test of a suite, where the test puts it. */
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
