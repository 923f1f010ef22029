import type { Step } from '../plan.js';
import type { ControlName } from './controls.js';

/** A rectangle in CSS pixels, from the top left of the picture. */
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
  /** Whether a number fits at its end without hiding text. */
  readonly emptyEnd: boolean;
}

/** A screenshot of part of a page. Its file has more pixels than its size, to print well. */
export interface Picture {
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** A control that was found on a page. */
export interface FoundControl {
  /** Its visible text, or its accessible name if it has none. */
  readonly name: string;
  /** The target, if it is a link. */
  readonly href?: string;
}

/** Everything that the manual takes from the running portal. */
export interface Capture {
  readonly pictures: ReadonlyMap<Step, Picture>;
  readonly controls: ReadonlyMap<ControlName, FoundControl>;
  /** Errors and warnings of the console, such as a text without a translation. */
  readonly problems: readonly string[];
  /** The code that was typed in step `first.verify`. */
  readonly code: string;
}
