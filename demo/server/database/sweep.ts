import type { Kysely } from 'kysely';
import { addSeconds, type Clock } from '../clock.js';
import type { Schema } from './schema.js';

/** Counters of wrong passwords are deleted after a day, those of second factors never (NIST 3.2.2). */
const PASSWORD_COUNTERS_SECONDS = 24 * 60 * 60;

/** Deletes expired rows. Safe at any time, because none of them would still be accepted. */
export async function sweep(database: Kysely<Schema>, clock: Clock): Promise<void> {
  const now = clock();
  await database.deleteFrom('enrollments').where('expires_at', '<=', now).execute();
  await database.deleteFrom('sign_ins').where('expires_at', '<=', now).execute();
  await database.deleteFrom('sessions').where('expires_at', '<=', now).execute();
  await database.deleteFrom('remembered_devices').where('expires_at', '<=', now).execute();
  await database
    .deleteFrom('attempt_counters')
    .where('subject', 'like', 'password:%')
    .where('updated_at', '<', addSeconds(now, -PASSWORD_COUNTERS_SECONDS))
    .execute();
}
