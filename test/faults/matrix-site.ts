import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { pageScript } from '../tools/page-script.js';
import type { Visitor, PageHandler } from './fault-server.js';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

/** The page that every cell is played in. The script of the test comes first: it watches what the library does. */
const PAGE = `<!doctype html>
<html lang="nl">
  <head>
    <meta charset="utf-8" />
    <title>Site</title>
    <script src="/play-cell.js"></script>
    <script type="module" src="/lib/mfa-elements.js"></script>
  </head>
  <body></body>
</html>`;

/** Where the page is. */
export const PAGE_PATH = '/pagina';

/** What a test is told of a visitor whose faults are over. */
export type Mended = (name: string) => void;

/**
 * Serves the page of the matrix, the built library beside it, and what a cell needs from the server besides the
 * contract: to wait until a request has arrived, and to end the fault.
 */
export function matrixSite(
  visitors: Pick<ReadonlyMap<string, Visitor>, 'get'>,
  mended: Mended,
): PageHandler {
  const script = pageScript(new URL('./in-page/play-cell.ts', import.meta.url));
  const send = (response: ServerResponse, type: string, body: string): true => {
    response.writeHead(200, { 'Content-Type': type });
    response.end(body);
    return true;
  };
  return (request, response) => {
    const [, folder = '', name = ''] = (request.url ?? '').split('/');
    switch (folder) {
      case 'pagina':
        return send(response, 'text/html; charset=utf-8', PAGE);
      case 'play-cell.js':
        return send(response, 'text/javascript; charset=utf-8', script);
      case 'lib':
        if (!existsSync(DIST + name)) return false;
        return send(response, 'text/javascript; charset=utf-8', readFileSync(DIST + name, 'utf8'));
      case 'arrived':
        void visitors.get(name)?.arrived.then(() => response.end());
        return true;
      case 'mend':
        mended(name);
        response.end();
        return true;
      case 'favicon.ico':
        response.writeHead(204).end();
        return true;
      default:
        return false;
    }
  };
}
