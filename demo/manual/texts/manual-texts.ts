import type { Chapter, StepOf } from '../plan.js';

/**
 * Texts have slots, filled while the portal is walked: `{verify}` becomes what the control of that
 * name (walk/controls.ts) is called on the page, `{1}` the number of a mark in the picture.
 */
export interface StepWords {
  readonly title: string;
  readonly text: readonly string[];
  /** What the picture shows, for who does not see it; its marks are named after it. */
  readonly picture: string;
}

interface ChapterWords<C extends Chapter> {
  readonly title: string;
  readonly lead: string;
  readonly steps: Readonly<Record<StepOf<C>, StepWords>>;
  /** What to know when the last step is done. */
  readonly end?: string;
}

/** Everything the manual says in one language. */
export interface ManualWords {
  readonly title: string;
  readonly subtitle: string;
  /** `{date}`: the day the manual was made. */
  readonly made: string;
  readonly contents: string;
  /** `{number}`, as in “Step 2”. */
  readonly step: string;
  /** Printed across a QR code, so that nobody scans it. */
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
  readonly chapters: { readonly [C in Chapter]: ChapterWords<C> };
  readonly trouble: {
    readonly title: string;
    readonly cases: readonly { readonly problem: string; readonly answer: string }[];
  };
  /** At the end: whose data the pictures show. */
  readonly colophon: string;
}
