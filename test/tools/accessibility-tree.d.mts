import type { CDPSession } from 'playwright';

export interface AccessibilityTree {
  /** What a screen reader meets, one node a line: role "name" ("description"; states). */
  readonly text: string;
  /** The names of everything but plain text. */
  readonly names: readonly { readonly role: string; readonly name: string }[];
}

export function readAccessibilityTree(
  session: CDPSession,
  selector: string,
): Promise<AccessibilityTree>;
