/** What a page is watched for. */
export type Goal = 'field' | 'qr-code' | 'list' | 'tags';

/** What a page tells when its goal is there, in milliseconds since the navigation began. */
export interface Report {
  /** The first frame with the goal. */
  readonly at: number;
  /** The end of that frame: its paint has left the main thread. */
  readonly paintedAt: number;
  /** When the navigation began, in milliseconds since 1970. */
  readonly timeOrigin: number;
  /** When the last bytes of each response came, by path. */
  readonly responses: Readonly<Record<string, number>>;
}

declare global {
  interface Window {
    /** What {@link watchPage} does, set by the page before the script. */
    readonly benchGoal: Goal;
    /** The number of rows, or tags, that are waited for. */
    readonly benchCount?: number;
  }
}

/** Returns what has the focus, also in shadow trees. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

const isShown = (element: Element | null | undefined): boolean =>
  element !== null && element !== undefined && element.getClientRects().length > 0;

const GOALS: Readonly<Record<Goal, () => boolean>> = {
  field: () => {
    const field = focused();
    return (
      field instanceof HTMLInputElement && !field.disabled && !field.readOnly && isShown(field)
    );
  },
  'qr-code': () => {
    const enrollment = document.querySelector('mfa-enrollment');
    const code = enrollment?.shadowRoot?.querySelector('mfa-qr-code');
    return isShown(code?.shadowRoot?.querySelector('[part~=image]'));
  },
  list: () => {
    const list = document.querySelector('mfa-authenticators');
    const rows = list?.shadowRoot?.querySelectorAll('li') ?? [];
    return rows.length >= (window.benchCount ?? 1) && isShown(rows[0]);
  },
  tags: () => {
    const fields = document.querySelectorAll('input');
    return fields.length >= (window.benchCount ?? 1) && isShown(fields[fields.length - 1]);
  },
};

/** Runs a function after the frame whose callbacks run now. */
function afterFrame(run: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = run;
  port2.postMessage(undefined);
}

const responses = (): Record<string, number> =>
  Object.fromEntries(
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).map(
      ({ name, responseEnd }) => [new URL(name).pathname, responseEnd],
    ),
  );

/** Looks in each frame whether the goal is there, and then tells the server. The same in every page. */
function watchPage(): void {
  if (!GOALS[window.benchGoal]()) {
    requestAnimationFrame(watchPage);
    return;
  }
  const at = performance.now();
  performance.mark('bench-goal');
  afterFrame(() => {
    const paintedAt = performance.now();
    performance.mark('bench-painted');
    const { timeOrigin } = performance;
    const report: Report = { at, paintedAt, timeOrigin, responses: responses() };
    void fetch('/ready', { method: 'POST', body: JSON.stringify(report) });
  });
}

requestAnimationFrame(watchPage);
