import type { CDPSession, Page } from 'playwright';

/** What a page keeps of the elements that were in it. Counts, not bytes. */
export interface Footprint {
  /** The elements of a class that something still holds. */
  readonly instances: number;
  /** The nodes of all kinds that something holds, in the page or not. */
  readonly nodes: number;
  /** The listeners on everything that something holds. */
  readonly listeners: number;
  /** The listeners on the window and on the document. */
  readonly onWindow: number;
  /** The timers that were set, and have neither ended nor been cleared. */
  readonly timers: number;
}

/** Counts the timers of a page. Runs in it, before its own scripts. */
export function countTimers(): void {
  const pending = new Set<unknown>();
  const { setTimeout, setInterval, clearTimeout, clearInterval } = globalThis;
  Object.assign(globalThis, {
    pendingTimers: pending,
    setTimeout: (run: () => void, delay?: number) => {
      const timer: unknown = setTimeout(() => {
        pending.delete(timer);
        run();
      }, delay);
      pending.add(timer);
      return timer;
    },
    setInterval: (run: () => void, delay?: number) => {
      const timer: unknown = setInterval(run, delay);
      pending.add(timer);
      return timer;
    },
  });
  for (const [name, clear] of Object.entries({ clearTimeout, clearInterval })) {
    Reflect.set(globalThis, name, (timer?: number) => {
      pending.delete(timer);
      clear(timer);
    });
  }
}

/** Returns a value of the page, which an expression names. */
async function objectOf(session: CDPSession, expression: string): Promise<string> {
  const { result } = await session.send('Runtime.evaluate', { expression, objectGroup: 'count' });
  if (result.objectId === undefined) throw new Error(`${expression} is no object.`);
  return result.objectId;
}

async function listenersOn(session: CDPSession, expression: string): Promise<number> {
  const objectId = await objectOf(session, expression);
  const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId });
  return listeners.length;
}

async function instancesOf(session: CDPSession, tag: string): Promise<number> {
  const prototypeObjectId = await objectOf(session, `customElements.get('${tag}').prototype`);
  const { objects } = await session.send('Runtime.queryObjects', {
    prototypeObjectId,
    objectGroup: 'count',
  });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.length; }',
  });
  return Number(result.value);
}

/** Collects what nothing needs any more, and counts the rest. */
export async function takeFootprint(page: Page, tag: string): Promise<Footprint> {
  const session = await page.context().newCDPSession(page);
  // What the first collection frees may hold something that only the next one can free.
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const footprint = {
    instances: await instancesOf(session, tag),
    nodes,
    listeners: jsEventListeners,
    onWindow: (await listenersOn(session, 'window')) + (await listenersOn(session, 'document')),
    timers: await page.evaluate(() => (Reflect.get(globalThis, 'pendingTimers') as Set<0>).size),
  };
  await session.send('Runtime.releaseObjectGroup', { objectGroup: 'count' });
  await session.detach();
  return footprint;
}
