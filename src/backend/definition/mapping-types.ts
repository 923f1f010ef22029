import type { Condition, HeaderName, Path, PathOrText, PathOrVariable } from './notations.js';

/**
 * One value from a response: a path (`"$.id"`), text with variables (`"{enrollmentId}"`), a constant, or
 * one of the forms with `$`. A value that is missing or `null` is omitted.
 */
export type Value =
  | PathOrText
  | number
  | boolean
  | {
      /** The first of these that has a value. */
      readonly $first: readonly Value[];
    }
  | {
      /** Uses the value only if this condition holds. With a list, any of them counts. */
      readonly $when: Condition | readonly Condition[];
      /** The value if the condition holds. */
      readonly $value: Value;
    }
  | {
      /** A header of the response. */
      readonly $header: HeaderName;
    }
  | {
      /** A time in seconds since 1970. */
      readonly $seconds: Path;
    }
  | {
      /** A time in milliseconds since 1970. */
      readonly $milliseconds: Path;
    }
  | {
      /**
       * The number of values that the path selects, or the length of the list at it. 0 only where `$each` would
       * be an empty list; otherwise there is no value.
       */
      readonly $count: Path;
    };

/**
 * A list of values: the path of a list, a variable that holds one, a list of single values (missing ones
 * are omitted), or one of the forms with `$`.
 */
export type Listed<Item = Value> =
  | PathOrVariable
  | readonly Item[]
  | {
      /**
       * The path of a list, or a path with `[*]` or a filter that selects the items. If nothing is selected, the
       * list is empty only if what the items would be in is there: a list, or an object that is not the response
       * itself. Otherwise there is no value. Where the server leaves an empty list out, state `success` and
       * `{ "$first": [{ "$each": … }, []] }`.
       */
      readonly $each: Path;
      /** The value of each item; its paths start at the item. If absent, the items are used as they are. */
      readonly $as?: Item;
    }
  | {
      /** The path of a text to split. */
      readonly $split: Path;
      /** The separator. */
      readonly $by: string;
    }
  | {
      /** The first of these that has a value. */
      readonly $first: readonly Listed<Item>[];
    };

/** An object, field by field; or a path or variable that holds an object with these fields. */
export type Mapped<Fields extends Conditional> =
  | Fields
  | PathOrVariable
  | {
      /** The first of these that has a value. */
      readonly $first: readonly Mapped<Fields>[];
    };

/** An object that may be absent as a whole. */
export interface Conditional {
  /** Uses the object only if this condition holds. With a list, any of them counts. */
  readonly $when?: Condition | readonly Condition[];
}
