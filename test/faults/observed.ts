/** Something that a screen reader reads by itself: a change of a live region, or what receives the focus. */
export interface Announcement {
  readonly by: 'region' | 'focus';
  readonly text: string;
}

/** What a person meets in a page, and what the page holds. */
export interface Observed {
  /** The visible text of the element. */
  readonly text: string;
  readonly headings: readonly string[];
  /** The texts of live regions and of errors, innermost, without those that are empty. */
  readonly messages: readonly string[];
  /** What has the focus: `field`, `heading`, `nothing`, or a control by its part. */
  readonly focus: string;
  /** What is in the visible field. Absent without one. */
  readonly field?: string;
  /** Whether the QR code or its key is in the page. */
  readonly hasQr: boolean;
  /** Typed secrets that are anywhere in the page, except in the visible field. */
  readonly strayedSecrets: readonly string[];
  /** Whether a countdown shows. */
  readonly isWaiting: boolean;
  /** The visible controls that lead on: buttons and links, by their name. */
  readonly controls: readonly string[];
  /** The names of those that stand out. */
  readonly primary: readonly string[];
  readonly announcements: readonly Announcement[];
  /** Errors that nothing caught, and lines in the console. */
  readonly logged: readonly string[];
}

/** How a person went on after the fault was over. */
export interface WentOn {
  /** The act succeeded, the link to sign in is offered, or neither can be reached. */
  readonly end: 'goal' | 'sign-in' | 'stuck';
  /** What the person did, in order. */
  readonly acts: readonly string[];
  /** The number of requests that were sent by a press during a wait. */
  readonly sentInWait: number;
}

/** What the page reports of one cell. */
export interface PlayedCell {
  readonly observed: Observed;
  readonly wentOn: WentOn;
}

/** What the page has to know to play a cell. */
export interface CellToPlay {
  /** The name of the visitor at the server. */
  readonly visitor: string;
  readonly element: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly acts: readonly ({ readonly press: string } | { readonly type: string })[];
  /** The part of the control that comes before a field. */
  readonly wants?: string;
  /** Whether the request that is answered by the fault ends only because its time is over. */
  readonly isEndless: boolean;
  /** The sentences that say that an act succeeded, as patterns. */
  readonly goals: readonly string[];
}
