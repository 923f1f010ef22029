import type { MfaOperation } from '../backend.js';
import type { BackendDefinition } from '../definition/definition.js';
import { OPERATION_NAMES, OPERATIONS } from '../operations.js';
import type { Typed } from './walk-schema.js';

/** Variables that are attributes of the element. */
const ELEMENT_ATTRIBUTES = ['issuer', 'account'];

const TOKENS = /^\/operations\/[^/]+\/tokens$/;
/** A pointer into one of several requests. */
const STEP = /^(?<list>\/before|\/operations\/(?<operation>[^/]+)\/steps)\/(?<index>\d+)\//;

interface Captured {
  readonly pointer: string;
  readonly names: readonly string[];
}

/** The variables of a definition, and which of them are known at a place in it. */
export class KnownNames {
  readonly declared: readonly string[];
  readonly captures: readonly Captured[];
  /** Tokens for the page, which are not variables. */
  readonly tokens: readonly Captured[];

  constructor(definition: BackendDefinition, typed: readonly Typed[]) {
    this.declared = Object.keys(definition.variables ?? {});
    const all = typed
      .filter(({ type }) => type === 'Captures')
      .map(({ pointer, value }) => ({ pointer, names: Object.keys(value as object) }));
    this.captures = all.filter(({ pointer }) => !TOKENS.test(pointer));
    this.tokens = all.filter(({ pointer }) => TOKENS.test(pointer));
  }

  /** Returns all variables that can have a value at a place. */
  at(pointer: string): readonly string[] {
    return [...new Set([...ELEMENT_ATTRIBUTES, ...this.madeAt(pointer), ...givenAt(pointer)])];
  }

  /** Returns the variables that the definition has captured or declared at a place. */
  madeAt(pointer: string): readonly string[] {
    const captured = this.captures.filter((capture) => isThereAt(capture.pointer, pointer));
    return [...this.declared, ...captured.flatMap(({ names }) => names)];
  }

  /** Returns `true` if a variable is captured anywhere. */
  isCaptured(name: string): boolean {
    return this.captures.some(({ names }) => names.includes(name));
  }
}

/** The input fields of an operation, as variables. */
const inputOf = (operation: MfaOperation): readonly string[] =>
  Object.keys(OPERATIONS[operation].input ?? {});

/** The input fields of all operations. */
export const ALL_INPUT = OPERATION_NAMES.flatMap(inputOf);

/** Returns the operation inputs at a place; outside the operations, those of all operations. */
export function givenAt(pointer: string): readonly string[] {
  const [, parent, operation] = pointer.split('/');
  return parent === 'operations' && operation !== undefined
    ? inputOf(operation as MfaOperation)
    : ALL_INPUT;
}

/**
 * Returns `true` if a value captured at one place can exist at another. A value that a step captures
 * lasts for the later steps and the rest of its operation, with `startEnrollment` also for others.
 */
function isThereAt(capture: string, place: string): boolean {
  const by = STEP.exec(capture)?.groups;
  if (!by) return true;
  const at = STEP.exec(place)?.groups;
  if (at?.list === by.list) return Number(at?.index) > Number(by.index);
  const [, parent = '', operation] = place.split('/');
  const isOfAll = by.list === '/before' || by.operation === 'startEnrollment';
  return isOfAll || operation === by.operation || !['before', 'operations'].includes(parent);
}
