import type { AccessibilityTree } from './accessibility-tree.mjs';

/** A story, with what its parameters say about where it ends. */
export interface BuiltStory {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly tag: string;
  readonly flow?: string;
  readonly step?: string;
  /** Part of the one error that the story leaves in the console. */
  readonly consoleError?: string;
}

/** How a story ended. */
export interface Visit {
  /** What is wrong with it. */
  readonly complaints: readonly string[];
  /** What a screen reader meets at its end; left out when the story failed. */
  readonly tree?: AccessibilityTree;
}

export interface BuiltStorybook {
  readonly stories: readonly BuiltStory[];
  /** Opens one story; `picture` is a file for a screenshot. */
  visit(story: BuiltStory, picture?: string): Promise<Visit>;
  close(): Promise<void>;
}

export function openStorybook(): Promise<BuiltStorybook>;
