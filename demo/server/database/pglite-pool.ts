import type { PGlite } from '@electric-sql/pglite';
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';

/**
 * Adapts PGlite to the interface of pg.Pool, so that Kysely's own PostgreSQL dialect can use it.
 *
 * PGlite has one connection. `connect` therefore queues: otherwise statements of one request would run inside
 * the transaction of another. A second connection inside a transaction would wait for ever, so code inside a
 * transaction must use only that transaction.
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
