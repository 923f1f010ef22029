import type { PageGlobals } from '../../stories/.storybook/story-page.js';

// Each runs in the page of a story, sent there by Playwright's `evaluate`.

export function rulesTime(): void;
export function changePage(globals: PageGlobals): Promise<void>;
export function findFaults(options: {
  readonly rules: readonly string[];
  readonly isPseudo: boolean;
  readonly isForced: boolean;
}): Promise<string[]>;
export function readMessages(): Promise<{ shown: string[]; asked: string[] }>;
export function wearFonts(isWorn: boolean): Promise<string>;
