import type { Step } from '../plan.js';
import type { ControlName } from './controls.js';

/** In CSS pixels, from the top left of the picture. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An element that a picture points at. */
export interface Mark {
  readonly control: ControlName;
  /** Its name on the page, in the language of the page. */
  readonly name: string;
  readonly box: Box;
  /** Whether its end is empty, so that a number there hides no words. */
  readonly emptyEnd: boolean;
}

/** A screenshot of part of a page. Its file is larger than its size says, to print well. */
export interface Picture {
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** What was found on the page where the walk came by. */
export interface Found {
  /** The words on it, or its accessible name where it has none. */
  readonly name: string;
  /** Where a link leads. */
  readonly href?: string;
}

/** What came of a walk. */
export interface Recording {
  readonly pictures: ReadonlyMap<Step, Picture>;
  readonly found: ReadonlyMap<ControlName, Found>;
  /** What the console said: errors, and texts that have no words in the language. */
  readonly complaints: readonly string[];
  /** The code that was typed in step `first.verify`. */
  readonly code: string;
}
