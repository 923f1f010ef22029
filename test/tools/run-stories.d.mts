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

export interface BuiltStorybook {
  readonly stories: readonly BuiltStory[];
  /** Opens one story. Returns what is wrong with it; `picture` is a file for a screenshot. */
  visit(story: BuiltStory, picture?: string): Promise<string[]>;
  close(): Promise<void>;
}

export function openStorybook(): Promise<BuiltStorybook>;
