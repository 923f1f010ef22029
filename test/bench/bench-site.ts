import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newAccount, perform, type Account } from '../faults/account.js';
import { readAsked, readJson, sendReply, UNKNOWN } from '../faults/contract-http.js';
import { brotli } from './brotli.js';
import type { Bundle } from './bundle.js';
import type { Report } from './in-page/watch-page.js';
import { libraryFiles } from './library-files.js';

/** A file that the server sent. */
export interface SentFile {
  readonly path: string;
  /** The bytes of its compressed body. */
  readonly bytes: number;
}

/** One load of a page. */
export interface Visit {
  readonly url: string;
  /** The scripts that were sent to it, in the order of the requests. */
  readonly sent: readonly SentFile[];
  /** What the page tells of itself when it is ready. */
  readonly report: Promise<Report>;
}

interface OpenVisit extends Visit {
  readonly html: Buffer;
  readonly account: Account;
  readonly sent: SentFile[];
  readonly resolve: (report: Report) => void;
}

/**
 * A site that uses the elements: pages, the built library and bundles, compressed in advance as on a good server,
 * and a backend that speaks the contract of the project. Nothing may be cached.
 */
export class BenchSite {
  readonly #server: Server;
  readonly #files: ReadonlyMap<string, Buffer>;
  /** The load of a page that goes on. There is one at a time. */
  #visit: OpenVisit | undefined;

  private constructor(files: ReadonlyMap<string, Buffer>) {
    this.#files = files;
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  /** @param bundles Served at `/<name>/<file>`; the built library is at `/lib/`. */
  static async start(bundles: Readonly<Record<string, Bundle>>): Promise<BenchSite> {
    const files = new Map<string, Buffer>();
    for (const [name, content] of libraryFiles()) files.set(`/lib/${name}`, brotli(content));
    for (const [folder, bundle] of Object.entries(bundles)) {
      for (const [name, content] of bundle.files) files.set(`/${folder}/${name}`, brotli(content));
    }
    const site = new BenchSite(files);
    await new Promise<void>((resolve) => site.#server.listen(0, '127.0.0.1', resolve));
    return site;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /**
   * Returns the compressed bytes of a file of the library.
   *
   * @throws {Error} If there is no such file.
   */
  bytesOf(name: string): number {
    const file = this.#files.get(`/lib/${name}`);
    if (!file) throw new Error(`The library has no file ${name}.`);
    return file.length;
  }

  /** Makes the server ready for a load of a page, and forgets the one before. */
  visit(html: string, account: Account = newAccount({ session: 'half' })): Visit {
    let resolve: OpenVisit['resolve'] = () => undefined;
    const report = new Promise<Report>((settle) => (resolve = settle));
    const visit: OpenVisit = {
      url: `${this.origin}/page`,
      html: brotli(Buffer.from(html)),
      account: structuredClone(account),
      sent: [],
      report,
      resolve,
    };
    this.#visit = visit;
    return visit;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/';
    const visit = this.#visit;
    const file = this.#files.get(path);
    if (file) {
      visit?.sent.push({ path, bytes: file.length });
      send(response, 'text/javascript; charset=utf-8', file);
    } else if (path === '/page' && visit) {
      send(response, 'text/html; charset=utf-8', visit.html);
    } else if (path === '/blank') {
      send(response, 'text/html; charset=utf-8', BLANK);
    } else if (path === '/ready') {
      visit?.resolve((await readJson(request)) as unknown as Report);
      response.writeHead(204).end();
    } else if (path.startsWith('/api/')) {
      const asked = readAsked(
        request.method ?? '',
        path.split('/').slice(2),
        await readJson(request),
      );
      sendReply(response, asked && visit ? perform(visit.account, asked) : UNKNOWN);
    } else {
      response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
    }
  }
}

/** A page of the same site, for the time before a load. */
const BLANK = brotli(Buffer.from('<!doctype html><title>Blank</title>'));

function send(response: ServerResponse, type: string, body: Buffer): void {
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Encoding': 'br',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
  });
  response.end(body);
}
