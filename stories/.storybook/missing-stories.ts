import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { flowSteps } from './flow-steps.js';

const stories = new URL('../', import.meta.url);
const elements = fileURLToPath(new URL('../../src/elements/', import.meta.url));

type StoryFile = { readonly default: Meta } & Readonly<Record<string, StoryObj>>;

/** The files as Storybook reads them: a story is an export, and what it says of itself counts. */
const readStories = (): Promise<StoryFile[]> =>
  Promise.all(
    readdirSync(stories)
      .filter((name) => name.endsWith('.stories.ts'))
      .map(async (name) => (await import(new URL(name, stories).href)) as StoryFile),
  );

/** The tags, each registered by a file of its name. */
const tagNames = (): string[] =>
  readdirSync(elements, { recursive: true, encoding: 'utf8' }).flatMap(
    (name) => /(mfa-[\w-]+)\.ts$/.exec(name)?.[1] ?? [],
  );

/** What a story says about the flow that it shows, as `flow: step`. */
function toldSteps({ default: meta, ...told }: StoryFile): string[] {
  return Object.values(told).map(({ parameters }) =>
    [meta.parameters?.flow, parameters?.step].join(': '),
  );
}

/**
 * What a person can meet and no story shows: a tag, or a step of a flow by the types in src/flow.
 *
 * @returns what is missing, each in a few words; none when all is told
 */
export async function missingStories(): Promise<string[]> {
  const files = await readStories();
  const tags = new Set(files.map(({ default: { component } }) => component));
  const steps = new Set(files.flatMap(toldSteps));
  return [
    ...tagNames().filter((tag) => !tags.has(tag)),
    ...[...flowSteps()].flatMap(([flow, names]) =>
      names.map((name) => `${flow}: ${name}`).filter((step) => !steps.has(step)),
    ),
  ];
}
