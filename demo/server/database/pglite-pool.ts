import type { PGlite } from '@electric-sql/pglite';
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';

/**
 * PGlite in the shape of a pg.Pool, so that Kysely's own PostgreSQL dialect drives it.
 *
 * PGlite is one connection: `connect` queues, or statements of one request would land inside the
 * transaction of another. Asking for a second connection inside a transaction would therefore wait
 * for ever: inside one, only the transaction itself is used.
 */
export function pglitePool(pglite: PGlite): PostgresPool {
  let tail = Promise.resolve();
  return {
    async connect() {
      const previous = tail;
      let release = (): void => undefined;
      tail = new Promise<void>((resolve) => {
        release = resolve;
      });
      await previous;
      return { query: query as PostgresPoolClient['query'], release };
    },
    end: () => pglite.close(),
  };

  async function query<R>(
    text: string,
    values: readonly unknown[],
  ): Promise<PostgresQueryResult<R>> {
    const { command, rowCount = 0, rows } = await pglite.query<R>(text, [...values]);
    return { command: (command ?? 'SELECT') as PostgresQueryResult<R>['command'], rowCount, rows };
  }
}
