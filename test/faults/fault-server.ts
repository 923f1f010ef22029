import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MfaOperation } from '../../src/backend/backend.js';
import { perform, type Account, type Asked, type Reply } from './account.js';
import { readAsked, readJson, sendReply, UNKNOWN } from './contract-http.js';
import type { Fault } from './fault.js';

/** When the server did what was asked: not at all, or before it answered. */
export type Moment = 'before' | 'after';

/** What goes wrong for one visitor. */
export interface Trouble {
  readonly operation: MfaOperation;
  readonly fault: Fault;
  readonly moment: Moment;
  /** The number of requests of the operation that are answered well before it. Default none. */
  readonly skips?: number;
  /** Ends the session with the answer. */
  readonly endsSession?: boolean;
  /** The fault of every request after it. */
  readonly afterwards?: Fault;
}

/** One visitor of the server, who sees nothing of the others. */
export class Visitor {
  /** The operations of the requests that came in, oldest first. */
  readonly requests: MfaOperation[] = [];
  /** The changes that were made. */
  readonly done = new Set<MfaOperation>();
  /** The pages that were asked for, which no request of the library may lead to. */
  readonly strayed: string[] = [];
  /** Resolves when the request that is answered by the fault has come in, and is done if it ever is. */
  readonly arrived: Promise<void>;
  trouble: Trouble | undefined;
  #arrive: () => void = () => undefined;
  #hasBegun = false;

  constructor(
    readonly account: Account,
    trouble?: Trouble,
  ) {
    this.trouble = trouble;
    this.arrived = new Promise((resolve) => (this.#arrive = resolve));
  }

  /** The request is there, and what it asks is done if it ever is. */
  noteArrival(): void {
    this.#arrive();
  }

  /** The fault of a request, if it has one. */
  faultOf(operation: MfaOperation): Fault | undefined {
    const { trouble } = this;
    const times = this.requests.filter((one) => one === operation).length;
    if (trouble?.operation === operation && times > (trouble.skips ?? 0)) {
      this.#hasBegun = true;
      return trouble.fault;
    }
    return this.#hasBegun ? trouble?.afterwards : undefined;
  }

  /** Does what a request asks. */
  perform(asked: Asked): Reply {
    const reply = perform(this.account, asked);
    if (reply.status < 300) this.done.add(asked.operation);
    return reply;
  }
}

/** What the pages of the visitors are served from. Returns whether it answered. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * A server that speaks the contract of the project (demo/server/openapi.json) and misbehaves on purpose. It
 * keeps a record of its own for each visitor, whose requests are below `/v/<name>/api`.
 *
 * It listens at several origins: a browser opens six connections to each, and an endless response holds one.
 */
export class FaultServer {
  readonly origins: readonly string[];
  /** An origin that must never be asked. */
  readonly elsewhere: string;
  /** What was asked of {@link elsewhere}. */
  readonly stolen: string[];
  readonly #visitors = new Map<string, Visitor>();
  readonly #servers: readonly Server[];

  private constructor(
    servers: readonly Server[],
    origins: readonly string[],
    elsewhere: string,
    stolen: string[],
  ) {
    this.#servers = servers;
    this.origins = origins;
    this.elsewhere = elsewhere;
    this.stolen = stolen;
  }

  /** @param count The number of origins. */
  static async start(count: number, pages: PageHandler = () => false): Promise<FaultServer> {
    const stolen: string[] = [];
    const thief = createServer((request, response) => {
      stolen.push(request.url ?? '');
      response.end('{}');
    });
    const handle = (request: IncomingMessage, response: ServerResponse): void => {
      // A browser sends a request again by itself if a connection that was used before is reset.
      response.shouldKeepAlive = false;
      if (!pages(request, response)) void server.#answer(request, response);
    };
    const servers = Array.from({ length: count }, () => createServer(handle));
    const [elsewhere = '', ...origins] = await Promise.all([thief, ...servers].map(listen));
    const server = new FaultServer([thief, ...servers], origins, elsewhere, stolen);
    return server;
  }

  /** Adds a visitor. */
  admit(name: string, visitor: Visitor): Visitor {
    this.#visitors.set(name, visitor);
    return visitor;
  }

  /** Ends every connection. */
  async close(): Promise<void> {
    await Promise.all(
      this.#servers.map(async (server) => {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }),
    );
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://server.invalid');
    const [, , name = '', kind, ...path] = pathname.split('/');
    const visitor = this.#visitors.get(name);
    const body = await readJson(request);
    if (kind !== 'api' || !visitor) {
      visitor?.strayed.push(pathname);
      sendReply(response, UNKNOWN);
      return;
    }
    const asked = readAsked(request.method ?? '', path, body);
    if (asked) this.#answerVisitor(visitor, `/v/${name}`, asked, response);
    else sendReply(response, UNKNOWN);
  }

  #answerVisitor(visitor: Visitor, root: string, asked: Asked, response: ServerResponse): void {
    visitor.requests.push(asked.operation);
    const fault = visitor.faultOf(asked.operation);
    if (!fault) {
      sendReply(response, visitor.perform(asked));
      return;
    }
    const { moment, endsSession, operation } = visitor.trouble ?? {};
    const isDone = moment === 'after' && operation === asked.operation;
    const good = isDone ? visitor.perform(asked) : perform(structuredClone(visitor.account), asked);
    if (endsSession) visitor.account.session = 'over';
    visitor.noteArrival();
    fault.answer({ response, good, elsewhere: this.elsewhere, signInPage: `${root}/inloggen` });
  }
}

async function listen(server: Server): Promise<string> {
  // A connection that ends on purpose is no error.
  server.on('clientError', (_error, socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
