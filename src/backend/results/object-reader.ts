import { meantDate, saysNoDate } from './meant-date.js';
import { MfaError, type MfaErrorKind } from '../mfa-error.js';

/** A date and time with its zone (RFC 3339, section 5.6). */
const RFC_3339 = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;

interface Readers {
  readonly text: string;
  readonly count: number;
  readonly date: Date;
}

/**
 * Reads the fields of an untrusted object and checks their types.
 *
 * `null` counts as absent, as most servers mean it. If a field has another type, the method throws an
 * MfaError `unexpected`, which names the field and never its value.
 */
export class ObjectReader {
  readonly #fields: object;
  readonly #name: string;

  private constructor(fields: object, name: string) {
    this.#fields = fields;
    this.#name = name;
  }

  /** @param name The name of the object in error messages. */
  static from(raw: unknown, name: string): ObjectReader {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) refuse(name, 'an object');
    return new ObjectReader(raw, name);
  }

  static items(raw: unknown, name: string): readonly unknown[] {
    return Array.isArray(raw) ? (raw as readonly unknown[]) : refuse(name, 'a list');
  }

  /** A list that is not empty. */
  static someItems(raw: unknown, name: string): readonly unknown[] {
    const items = ObjectReader.items(raw, name);
    return items.length > 0 ? items : refuse(name, 'a list with items');
  }

  static text(raw: unknown, name: string): string {
    return typeof raw === 'string' && raw !== '' ? raw : refuse(name, 'a string');
  }

  /** Refuses the object with a sentence of the caller. */
  refuse(message: string, kind: MfaErrorKind = 'unexpected'): never {
    throw new MfaError(kind, message);
  }

  /** A field of any type. */
  optional(field: string): unknown {
    return this.#read(field);
  }

  /** Refuses the object if all of these fields are absent. */
  requireAny(...fields: readonly string[]): void {
    if (fields.every((field) => this.#read(field) === undefined)) {
      refuse(this.#name, `an object with ${fields.join(' or ')}`);
    }
  }

  oneOf<Choice extends string>(field: string, choices: readonly Choice[]): Choice {
    const found = choices.find((choice) => choice === this.#read(field));
    return found ?? refuse(this.#path(field), choices.join(', '));
  }

  count(field: string): number {
    return this.#count(this.#read(field) ?? refuse(this.#path(field), 'present'), field);
  }

  /** An identifier: a string, or an integer as many servers send it. */
  id(field: string): string {
    return this.optionalId(field) ?? refuse(this.#path(field), 'present');
  }

  optionalId(field: string): string | undefined {
    const value = this.#read(field);
    return Number.isSafeInteger(value) ? String(value) : this.optionalText(field);
  }

  optionalText(field: string): string | undefined {
    const value = this.#read(field);
    return value === undefined ? undefined : ObjectReader.text(value, this.#path(field));
  }

  optionalTexts(field: string): readonly string[] | undefined {
    const value = this.#read(field);
    if (value === undefined) return undefined;
    const path = this.#path(field);
    return ObjectReader.items(value, path).map((item) => ObjectReader.text(item, path));
  }

  /** The optional fields that are present, each checked for the given type. A date that no server means is absent. */
  pick<const Wanted extends Readonly<Record<string, keyof Readers>>>(
    wanted: Wanted,
  ): { readonly [Field in keyof Wanted]?: Readers[Wanted[Field]] } {
    const entries = Object.entries(wanted)
      .map(([field, type]) => [field, this.#readAs(type, field)] as const)
      .filter(([, value]) => value !== undefined);
    return Object.fromEntries(entries) as ReturnType<typeof this.pick<Wanted>>;
  }

  #readAs(type: keyof Readers, field: string): Readers[keyof Readers] | undefined {
    const value = this.#read(field);
    if (value === undefined) return undefined;
    if (type === 'text') return this.#optional(value, field);
    return type === 'count' ? this.#count(value, field) : this.#date(value, field);
  }

  #date(value: unknown, field: string): Date | undefined {
    if (value instanceof Date) return meantDate(value);
    if (saysNoDate(value)) return undefined;
    const date = typeof value === 'string' && RFC_3339.test(value) ? new Date(value) : undefined;
    if (!date || Number.isNaN(date.getTime())) refuse(this.#path(field), 'a time (RFC 3339)');
    return meantDate(date);
  }

  #optional(value: unknown, field: string): string {
    return typeof value === 'string' ? value : refuse(this.#path(field), 'a string');
  }

  #count(value: unknown, field: string): number {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
      ? value
      : refuse(this.#path(field), 'a non-negative integer');
  }

  #read(field: string): unknown {
    if (!Object.hasOwn(this.#fields, field)) return undefined;
    return (this.#fields as Record<string, unknown>)[field] ?? undefined;
  }

  #path(field: string): string {
    return `${this.#name}.${field}`;
  }
}

function refuse(what: string, expected: string): never {
  throw new MfaError('unexpected', `The result is malformed: ${what} is not ${expected}.`);
}
