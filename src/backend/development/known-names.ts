import type { MfaOperation } from '../backend.js';
import type { BackendDefinition } from '../definition/definition.js';
import { GIVEN } from './given-variables.js';
import type { Typed } from './walk-schema.js';

/** What the page gives with attributes of the tag. */
const OF_THE_TAG = ['issuer', 'account'];

const TOKENS = /^\/operations\/[^/]+\/tokens$/;
/** A place in one of several requests. */
const STEP = /^(?<list>\/before|\/operations\/(?<operation>[^/]+)\/steps)\/(?<index>\d+)\//;

interface Captured {
  readonly pointer: string;
  readonly names: readonly string[];
}

/** The variables of a definition, and which of them there are at a place in it. */
export class KnownNames {
  readonly declared: readonly string[];
  readonly captures: readonly Captured[];
  /** What goes to the page, which is no variable. */
  readonly tokens: readonly Captured[];

  constructor(definition: BackendDefinition, typed: readonly Typed[]) {
    this.declared = Object.keys(definition.variables ?? {});
    const all = typed
      .filter(({ type }) => type === 'Captures')
      .map(({ pointer, value }) => ({ pointer, names: Object.keys(value as object) }));
    this.captures = all.filter(({ pointer }) => !TOKENS.test(pointer));
    this.tokens = all.filter(({ pointer }) => TOKENS.test(pointer));
  }

  /** All that there may be at a place. */
  at(pointer: string): readonly string[] {
    return [...new Set([...OF_THE_TAG, ...this.madeAt(pointer), ...givenAt(pointer)])];
  }

  /** What the definition itself captured or declared by then. */
  madeAt(pointer: string): readonly string[] {
    const captured = this.captures.filter((capture) => isThereAt(capture.pointer, pointer));
    return [...this.declared, ...captured.flatMap(({ names }) => names)];
  }

  /** Whether something captures it, be it elsewhere. */
  isCaptured(name: string): boolean {
    return this.captures.some(({ names }) => names.includes(name));
  }
}

/** What is given at a place; outside the operations: whatever any of them is given. */
export function givenAt(pointer: string): readonly string[] {
  const [, parent, operation] = pointer.split('/');
  return parent === 'operations' && operation !== undefined
    ? GIVEN[operation as MfaOperation]
    : Object.values(GIVEN).flat();
}

/**
 * Whether what is captured at the one place may be there at the other. What a step captures is for the
 * steps after it and the rest of its operation; with `startEnrollment` for other operations as well.
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
