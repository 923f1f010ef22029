import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Clock } from '../clock.js';
import type { Schema } from '../database/schema.js';
import { normaliseEmail } from './normalise-email.js';
import { hashPassword, PASSWORD_COST } from './scrypt.js';

/** Creates an account. If the address already has one, that stays unchanged. */
export async function ensureAccount(
  database: Kysely<Schema>,
  clock: Clock,
  person: { readonly email: string; readonly name: string; readonly password: string },
  cost = PASSWORD_COST,
): Promise<void> {
  const email = normaliseEmail(person.email);
  const found = await database
    .selectFrom('accounts')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst();
  if (found) return;
  await database
    .insertInto('accounts')
    .values({
      id: randomUUID(),
      email,
      name: person.name,
      password_hash: await hashPassword(person.password, cost),
      created_at: clock(),
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .execute();
}
