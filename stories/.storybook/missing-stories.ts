import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { flowSteps } from './flow-steps.js';

const stories = new URL('../', import.meta.url);
const elements = fileURLToPath(new URL('../../src/elements/', import.meta.url));

type StoryFile = { readonly default: Meta } & Readonly<Record<string, StoryObj>>;

/** Reads the files as Storybook does: every export is a story. */
const readStories = (): Promise<StoryFile[]> =>
  Promise.all(
    readdirSync(stories)
      .filter((name) => name.endsWith('.stories.ts'))
      .map(async (name) => (await import(new URL(name, stories).href)) as StoryFile),
  );

/** The tag names: each is registered by a file of that name. */
const tagNames = (): string[] =>
  readdirSync(elements, { recursive: true, encoding: 'utf8' }).flatMap(
    (name) => /(mfa-[\w-]+)\.ts$/.exec(name)?.[1] ?? [],
  );

/** The steps that stories show, as `flow: step`. */
function shownSteps({ default: meta, ...stories }: StoryFile): string[] {
  return Object.values(stories).map(({ parameters }) =>
    [meta.parameters?.flow, parameters?.step].join(': '),
  );
}

/**
 * Finds the elements, and the steps of flows, that no story shows.
 *
 * @returns The tag names, and the steps as `flow: step`.
 */
export async function missingStories(): Promise<string[]> {
  const files = await readStories();
  const tags = new Set(files.map(({ default: { component } }) => component));
  const steps = new Set(files.flatMap(shownSteps));
  return [
    ...tagNames().filter((tag) => !tags.has(tag)),
    ...[...flowSteps()].flatMap(([flow, names]) =>
      names.map((name) => `${flow}: ${name}`).filter((step) => !steps.has(step)),
    ),
  ];
}
