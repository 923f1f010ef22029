import { openWindow, type BrowserWindow, type Engine } from '../journey/windows/browser-window.js';
import { newAccount } from './account.js';
import { faultOf, nameOf, type Cell } from './cells.js';
import { sentByPage } from './engine.js';
import { expectedOf, type Expected } from './expected.js';
import { FaultServer, Visitor } from './fault-server.js';
import { judge } from './judge.js';
import { matrixSite, PAGE_PATH } from './matrix-site.js';
import type { CellToPlay, PlayedCell } from './observed.js';
import { placeOf } from './places.js';
import { goalsOf } from './told.js';
import type { ServerRecord } from './truth.js';

/** The result of one cell. */
export interface CellResult {
  readonly cell: Cell;
  readonly complaints: readonly string[];
  /** Absent if no rule applies. */
  readonly expected?: Expected;
  /** Absent if the cell could not be played. */
  readonly played?: PlayedCell;
}

/** Milliseconds that a cell may take at most: ample, for a busy machine. */
const PATIENCE = 20_000;

/** Rejects if a promise takes longer. */
async function within<Result>(promise: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`It took more than ${PATIENCE} ms.`)), PATIENCE);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Plays cells in windows of a browser, one cell at a time in each. */
export class MatrixRun {
  readonly #visitors = new Map<string, Visitor>();
  /** What the server knew of each visitor when the fault was over. */
  readonly #records = new Map<string, ServerRecord>();
  readonly #server: FaultServer;
  readonly #windows: readonly BrowserWindow[];

  private constructor(server: FaultServer, windows: readonly BrowserWindow[]) {
    this.#server = server;
    this.#windows = windows;
  }

  /** @param count The number of windows, each with an origin of its own. */
  static async start(engine: Engine, count: number): Promise<MatrixRun> {
    const site = matrixSite({ get: (name: string) => run.#visitors.get(name) }, (name) =>
      run.#mend(name),
    );
    const server = await FaultServer.start(count, site);
    const windows: BrowserWindow[] = [];
    for (let at = 0; at < count; at += 1) windows.push(await openWindow(engine));
    const run = new MatrixRun(server, windows);
    return run;
  }

  /** What was asked of an origin that must never be asked. */
  get stolen(): readonly string[] {
    return this.#server.stolen;
  }

  async close(): Promise<void> {
    await Promise.all(this.#windows.map((window) => window.close()));
    await this.#server.close();
  }

  /** Plays cells, and judges each. */
  async play(cells: readonly Cell[]): Promise<CellResult[]> {
    const results: CellResult[] = [];
    const waiting = cells.entries();
    await Promise.all(
      this.#windows.map(async (window, at) => {
        await this.#open(window, at);
        for (const [index, cell] of waiting) {
          const result = await this.#playCell(window, cell, `cel-${index}`);
          results[index] = result;
          if (!result.played) await this.#open(window, at);
        }
      }),
    );
    return results;
  }

  async #open(window: BrowserWindow, at: number): Promise<void> {
    await window.goTo(`${this.#server.origins[at]}${PAGE_PATH}`);
    await window.evaluate('libraryReady().then(() => true)');
  }

  async #playCell(window: BrowserWindow, cell: Cell, name: string): Promise<CellResult> {
    const place = placeOf(cell.place);
    const fault = faultOf(cell.fault);
    const visitor = new Visitor(newAccount(place.account), {
      operation: place.operation,
      fault,
      moment: cell.moment,
      ...(place.skips !== undefined && { skips: place.skips }),
      ...(cell.endsSession && { endsSession: true }),
      ...(cell.afterwards !== undefined && { afterwards: faultOf(cell.afterwards) }),
    });
    this.#visitors.set(name, this.#server.admit(name, visitor));
    const toPlay: CellToPlay = {
      visitor: name,
      element: place.element,
      attributes: place.attributes ?? {},
      acts: place.acts,
      ...(place.wants !== undefined && { wants: place.wants }),
      isEndless: fault.said === 'endless',
      goals: goalsOf(cell.place),
    };
    try {
      const expected = expectedOf(cell);
      const played = (await within(
        window.evaluate(`playCell(${JSON.stringify(toPlay)})`),
      )) as PlayedCell;
      const kept = this.#records.get(name);
      if (!kept) throw new Error('The fault was not ended.');
      const record = { ...kept, requests: sentByPage(cell.fault, kept.requests) };
      const strayed = visitor.strayed.map((path) => `A page was asked for: ${path}.`);
      const complaints = [...judge(cell, expected, played, record), ...strayed];
      return { cell, complaints, expected, played };
    } catch (error) {
      return { cell, complaints: [`${nameOf(cell)} could not be played: ${String(error)}`] };
    } finally {
      this.#visitors.delete(name);
    }
  }

  /** Ends the fault of a visitor, and keeps what the server knows until then. */
  #mend(name: string): void {
    const visitor = this.#visitors.get(name);
    if (!visitor) return;
    const { account, done, requests, trouble } = visitor;
    this.#records.set(name, {
      isDone: trouble !== undefined && done.has(trouble.operation),
      account: structuredClone(account),
      requests: [...requests],
    });
    visitor.trouble = undefined;
  }
}
