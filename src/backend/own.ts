/**
 * Returns a copy without a prototype, so that reading it finds nothing but its own members.
 *
 * Why: another script's bug may let an attacker add members to `Object.prototype`. An optional key that
 * is absent would then be the attacker's, and could send a code elsewhere (C30).
 */
export const own = <Given extends object>(given: Given): Given =>
  Object.assign(Object.create(null) as Given, given);

/** Returns a copy of JSON data in which no object has a prototype; anything else in it stays as it is. */
export function ownData<Data>(data: Data): Data {
  if (Array.isArray(data)) return data.map(ownData) as Data;
  if (!isPlain(data)) return data;
  const entries = Object.entries(data).map(([name, value]) => [name, ownData(value)] as const);
  return own(Object.fromEntries(entries)) as Data;
}

/** Returns true for an object that is of no class. */
export function isPlain(data: unknown): data is object {
  if (typeof data !== 'object' || data === null) return false;
  const prototype: unknown = Object.getPrototypeOf(data);
  return prototype === null || prototype === Object.prototype;
}
