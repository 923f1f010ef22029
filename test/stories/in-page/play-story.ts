import type { BuiltDocs, BuiltStory } from '../built-storybook.js';
import { holdTime } from './fake-clock.js';

/** The part of Storybook's preview that is used here. */
interface Preview {
  ready(): Promise<unknown>;
  extract(): Promise<Record<string, ExtractedStory>>;
}

interface ExtractedStory extends Pick<BuiltStory, 'id' | 'title' | 'name'> {
  readonly component: string;
  readonly parameters: Omit<BuiltStory, 'locale' | 'tag'>;
  readonly storyGlobals?: Pick<BuiltStory, 'locale'>;
}

interface Failure {
  readonly message?: string;
  readonly description?: string;
}

/** The results of axe and the play function, once a story has finished. */
interface Finished {
  readonly status: string;
  readonly reporters: readonly {
    readonly type: string;
    readonly result?: { readonly violations: readonly { id: string; nodes: { html: string }[] }[] };
  }[];
}

interface Channel {
  once(event: 'storyFinished', heard: (finished: Finished) => void): void;
  once(event: string, heard: (failure?: Failure) => void): void;
  emit(event: string, value: object): void;
}

declare global {
  interface Window {
    __STORYBOOK_PREVIEW__: Preview;
    __STORYBOOK_ADDONS_CHANNEL__: Channel;
  }
}

/** The end of a played story. */
export interface StoryEnd {
  readonly failure?: string | undefined;
  readonly violations: readonly string[];
}

const FAILURES = ['storyThrewException', 'storyErrored', 'storyMissing'];

const reasonOf = (failure: Failure | undefined, event: string): string =>
  failure?.message ?? failure?.description ?? event;

/** Waits until stories can be shown. */
export const untilReady = async (): Promise<void> => {
  await window.__STORYBOOK_PREVIEW__.ready();
};

/** Reads the stories, with the parameters that the tests need, and the pages of documentation. */
export async function readIndex(): Promise<{ stories: BuiltStory[]; docs: BuiltDocs[] }> {
  const response = await fetch('index.json');
  const { entries } = (await response.json()) as {
    entries: Record<string, BuiltDocs & { readonly type: string }>;
  };
  const extracted = await window.__STORYBOOK_PREVIEW__.extract();
  const stories = Object.values(extracted).map(
    ({ id, title, name, component, parameters, storyGlobals }) => {
      const { flow, step, consoleError, shows, cutOff } = parameters;
      const locale = storyGlobals?.locale;
      return { id, title, name, tag: component, flow, step, consoleError, shows, cutOff, locale };
    },
  );
  const docs = Object.values(entries)
    .filter(({ type }) => type === 'docs')
    .map(({ id, title, name }) => ({ id, title, name }));
  return { stories, docs };
}

/** Shows a story and plays it. */
export function play(storyId: string): Promise<StoryEnd> {
  const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
  holdTime(false);
  return new Promise((resolve) => {
    for (const event of ['playFunctionThrewException', ...FAILURES]) {
      channel.once(event, (failure) =>
        resolve({ failure: reasonOf(failure, event), violations: [] }),
      );
    }
    channel.once('storyFinished', ({ status, reporters }) => {
      holdTime(true);
      const found = reporters.find(({ type }) => type === 'a11y')?.result;
      const violations = found?.violations.map(
        ({ id, nodes }) => `axe: ${id}: ${nodes.map(({ html }) => html).join(' ')}`,
      ) ?? ['axe did not run'];
      // Violations that axe found also set the status to error.
      const hasFailed = status === 'error' && violations.length === 0;
      resolve({ failure: hasFailed ? 'the story failed' : undefined, violations });
    });
    channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
  });
}

/**
 * Shows a page of documentation, and waits until it and its stories are rendered.
 *
 * @returns The reason if it failed.
 */
export function showDocs(storyId: string): Promise<string | undefined> {
  const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
  return new Promise((resolve) => {
    channel.once('docsRendered', () => resolve(undefined));
    for (const event of FAILURES) {
      channel.once(event, (failure) => resolve(reasonOf(failure, event)));
    }
    channel.emit('setCurrentStory', { storyId, viewMode: 'docs' });
  });
}
