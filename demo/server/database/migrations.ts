import { type Kysely, type Migration, Migrator } from 'kysely';

/** The PostgreSQL schema that contains all tables, so that `--reset` deletes nothing else. */
export const SCHEMA_NAME = 'profiportaal';

/** Run in the order of their names. Never change a released migration; add another one. */
const migrations: Record<string, Migration> = {
  '0001-accounts-and-sessions': {
    async up(database: Kysely<never>) {
      await database.schema
        .createTable('accounts')
        .addColumn('id', 'uuid', (column) => column.primaryKey())
        .addColumn('email', 'text', (column) => column.notNull().unique())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('password_hash', 'text', (column) => column.notNull())
        .addColumn('created_at', 'timestamptz', (column) => column.notNull())
        .execute();
      await createOwnedTable(database, 'sign_ins')
        .addColumn('token_hash', 'text', (column) => column.notNull().unique())
        .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
        .execute();
      await createOwnedTable(database, 'sessions')
        .addColumn('token_hash', 'text', (column) => column.notNull().unique())
        .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
        .addColumn('last_seen_at', 'timestamptz', (column) => column.notNull())
        .addColumn('stepped_up_at', 'timestamptz')
        .execute();
      await database.schema
        .createTable('attempt_counters')
        .addColumn('subject', 'text', (column) => column.primaryKey())
        .addColumn('failures', 'integer', (column) => column.notNull())
        .addColumn('blocked_until', 'timestamptz')
        .addColumn('updated_at', 'timestamptz', (column) => column.notNull())
        .execute();
    },
  },
  '0002-authenticators': {
    async up(database: Kysely<never>) {
      await createOwnedTable(database, 'enrollments')
        .addColumn('sign_in_id', 'uuid', (column) =>
          column.unique().references('sign_ins.id').onDelete('cascade'),
        )
        .addColumn('session_id', 'uuid', (column) =>
          column.unique().references('sessions.id').onDelete('cascade'),
        )
        .addColumn('sealed_secret', 'text', (column) => column.notNull())
        .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
        .execute();
      await createOwnedTable(database, 'authenticators')
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('sealed_secret', 'text', (column) => column.notNull())
        .addColumn('last_step', 'integer', (column) => column.notNull())
        .addColumn('last_used_at', 'timestamptz')
        .execute();
      await database.schema
        .createTable('recovery_code_sets')
        .addColumn('account_id', 'uuid', (column) =>
          column.primaryKey().references('accounts.id').onDelete('cascade'),
        )
        .addColumn('salt', 'text', (column) => column.notNull())
        .addColumn('created_at', 'timestamptz', (column) => column.notNull())
        .execute();
      await database.schema
        .createTable('recovery_codes')
        .addColumn('id', 'uuid', (column) => column.primaryKey())
        .addColumn('account_id', 'uuid', (column) =>
          column.notNull().references('recovery_code_sets.account_id').onDelete('cascade'),
        )
        .addColumn('code_hash', 'text', (column) => column.notNull())
        .addColumn('used_at', 'timestamptz')
        .execute();
    },
  },
  '0003-remembered-devices': {
    async up(database: Kysely<never>) {
      await createOwnedTable(database, 'remembered_devices')
        .addColumn('token_hash', 'text', (column) => column.notNull().unique())
        .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
        .execute();
      await database.schema
        .alterTable('sessions')
        .addColumn('by_remembered_device', 'boolean', (column) => column.notNull().defaultTo(false))
        .execute();
    },
  },
};

function createOwnedTable(database: Kysely<never>, name: string) {
  return database.schema
    .createTable(name)
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('account_id', 'uuid', (column) =>
      column.notNull().references('accounts.id').onDelete('cascade'),
    )
    .addColumn('created_at', 'timestamptz', (column) => column.notNull());
}

/** Runs the pending migrations. Two servers that start at once wait for each other. */
export async function migrate<T>(database: Kysely<T>): Promise<void> {
  const migrator = new Migrator({
    db: database.withSchema(SCHEMA_NAME),
    migrationTableSchema: SCHEMA_NAME,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error as Error;
}
