import { benchPage, SCRIPT_TAG, type BenchPage } from '../bench-page.js';

/** The numbers of tags on a page. */
export const COUNTS = [1, 10, 100] as const;

/** What is on a page many times, with the markup of one. */
const MARKUP = {
  input: '<label>Code <input></label>',
  'mfa-code-input': '<mfa-code-input label="Code"></mfa-code-input>',
  'mfa-challenge': '<mfa-challenge base-url="/api"></mfa-challenge>',
} as const;

export type Tag = keyof typeof MARKUP;

export const TAGS: readonly Tag[] = ['input', 'mfa-code-input', 'mfa-challenge'];

/** Returns a page with the same tag so many times. */
export const tagsPage = (tag: Tag, count: number): BenchPage =>
  benchPage({
    name: `${tag} × ${count}`,
    head: tag === 'input' ? '' : SCRIPT_TAG,
    body: MARKUP[tag].repeat(count),
    goal: 'tags',
    count,
  });
