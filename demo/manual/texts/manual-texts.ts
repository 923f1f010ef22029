import type { Chapter, StepOf } from '../plan.js';

/**
 * The texts of one step. They have slots: `{verify}` becomes the name on the page of that control
 * (capture/controls.ts), `{1}` the number of a mark in the picture.
 */
export interface StepTexts {
  readonly title: string;
  readonly text: readonly string[];
  /** The text alternative of the picture. A list with the names of its marks follows it. */
  readonly picture: string;
}

interface ChapterTexts<C extends Chapter> {
  readonly title: string;
  readonly lead: string;
  readonly steps: Readonly<Record<StepOf<C>, StepTexts>>;
  /** The text after the last step. */
  readonly end?: string;
}

/** All texts of the manual in one language. */
export interface ManualTexts {
  readonly title: string;
  readonly subtitle: string;
  /** `{date}` becomes the day on which the manual was made. */
  readonly made: string;
  readonly contents: string;
  /** `{number}` becomes the number of the step, as in “Step 2”. */
  readonly step: string;
  /** Printed across a QR code, so that it cannot be scanned. */
  readonly example: string;
  readonly begin: {
    readonly title: string;
    readonly text: readonly string[];
    readonly need: string;
    readonly needs: readonly string[];
    readonly appTitle: string;
    readonly app: string;
    readonly help: string;
  };
  readonly chapters: { readonly [C in Chapter]: ChapterTexts<C> };
  readonly trouble: {
    readonly title: string;
    readonly cases: readonly { readonly problem: string; readonly answer: string }[];
  };
  /** Says at the end whose data the pictures show. */
  readonly colophon: string;
}
