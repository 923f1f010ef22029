/** The chapters of the manual and their steps, in reading order. Every step has a picture. */
export const PLAN = {
  first: ['signIn', 'scan', 'read', 'verify', 'keepCodes'],
  next: ['password', 'code'],
  move: ['signIn', 'menu', 'bin', 'confirm', 'prove', 'again'],
  lost: ['choose', 'recoveryCode'],
  codes: ['generate', 'keep'],
  phone: ['open', 'verify'],
} as const;

export type Chapter = keyof typeof PLAN;

/** The steps of a chapter. */
export type StepOf<C extends Chapter> = (typeof PLAN)[C][number];

/** A step of any chapter, such as `first.scan`. */
export type Step = { [C in Chapter]: `${C}.${StepOf<C>}` }[Chapter];

export const CHAPTERS = Object.keys(PLAN) as Chapter[];

export const stepsOf = (chapter: Chapter): Step[] =>
  PLAN[chapter].map((step) => `${chapter}.${step}` as Step);
