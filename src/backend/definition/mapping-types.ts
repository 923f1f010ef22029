import type { Condition, HeaderName, Path, PathOrText, PathOrVariable } from './notations.js';

/**
 * One value out of an answer: a path (`"$.id"`), text with variables (`"{enrollmentId}"`), a
 * constant, or one of the forms with `$`. What is not there, or is `null`, is left out.
 */
export type Value =
  | PathOrText
  | number
  | boolean
  | {
      /** The first that has a value. */
      readonly $first: readonly Value[];
    }
  | {
      /** The value is there only when this holds; of a list, when one of them does. */
      readonly $when: Condition | readonly Condition[];
      /** The value, when the condition holds. */
      readonly $value: Value;
    }
  | {
      /** A header of the answer. */
      readonly $header: HeaderName;
    }
  | {
      /** A time that is given in seconds since 1970. */
      readonly $seconds: Path;
    }
  | {
      /** A time that is given in milliseconds since 1970. */
      readonly $milliseconds: Path;
    }
  | {
      /** How many the path finds, or how long the list is that it leads to. */
      readonly $count: Path;
    };

/**
 * Several values: the path of one list of them, a variable that holds such a list, a list of your own
 * of which those that are not there are left out, or one of the forms with `$`.
 */
export type Listed<Item = Value> =
  | PathOrVariable
  | readonly Item[]
  | {
      /** The path of a list, or one with `[*]` or a filter, which finds the items itself. */
      readonly $each: Path;
      /** What is made of every item; its paths begin at the item. Absent: the items as they are. */
      readonly $as?: Item;
    }
  | {
      /** The path of a text to be cut into parts. */
      readonly $split: Path;
      /** What stands between the parts. */
      readonly $by: string;
    }
  | {
      /** The first that has a value. */
      readonly $first: readonly Listed<Item>[];
    };

/** An object, field by field. A path or a variable: there is an object with these very fields. */
export type Mapped<Fields extends Conditional> =
  | Fields
  | PathOrVariable
  | {
      /** The first that has a value. */
      readonly $first: readonly Mapped<Fields>[];
    };

/** What may be absent as a whole. */
export interface Conditional {
  /** It is there only when this holds; of a list, when one of them does. */
  readonly $when?: Condition | readonly Condition[];
}
