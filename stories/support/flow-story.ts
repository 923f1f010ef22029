import type { Args, Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import { OPERATION_NAMES } from '../../src/backend/operations.js';
import { urlProperty } from '../../src/backend/url-property.js';
import type { MfaOperation } from '../../src/index.js';
import {
  scriptedBackend,
  type ScriptedBackend,
  type ScriptedBackendOptions,
} from '../../src/testing/index.js';
import type { ScriptControls } from '../../src/testing/scripted-backend.js';
import type { ToolbarGlobals } from '../.storybook/story-page.js';
import { setServerScenario } from './server-scenarios.js';

/** The tag names of the elements that show a flow. */
export type FlowTag = {
  [Tag in keyof HTMLElementTagNameMap]: HTMLElementTagNameMap[Tag] extends {
    activeBackend: unknown;
  }
    ? Tag
    : never;
}[keyof HTMLElementTagNameMap];

interface FlowParameters<Step extends string> {
  /** The step of the flow at which the story ends; test/stories compares it with the element's. */
  readonly step: Step;
  /** The responses of the server in memory. */
  readonly backend?: ScriptedBackendOptions<MfaOperation>;
  /** The operation that gets no response, so that the story stays pending. */
  readonly held?: MfaOperation;
  /**
   * Marks a story with a large amount of something. The tests play it, but check the looks of the story with a
   * few: axe measures content wrongly that a browser has not laid out yet (content-visibility).
   */
  readonly shows?: 'amount';
  /** The beginning of a text that is cut off on purpose, because it fits nowhere (C24). */
  readonly cutOff?: string;
}

type Play = NonNullable<StoryObj['play']>;

/** A story about one step of a flow. `State` is the flow's union of states. */
export type FlowStory<State extends { readonly step: string }> = StoryObj & {
  parameters: FlowParameters<State['step']>;
  /** Goes to the step, and waits for what the user then sees. */
  play: Play;
};

/** Properties without a control: a story sets them, or they would lead out of it. */
const fixed = [
  ...['baseUrl', 'config', 'preset', 'successUrl'],
  ...OPERATION_NAMES.map(urlProperty),
];

/** The shared metadata of all files of flow stories. */
export const flowMeta = {
  args: { signInUrl: '#login', helpUrl: '#help' },
  afterEach: applyServerScenario,
  argTypes: {
    signInUrl: { control: 'text' },
    helpUrl: { control: 'text' },
    ...Object.fromEntries(fixed.map((name) => [name, { control: false as const }])),
    activeBackend: { table: { disable: true } },
  },
} satisfies Meta;

/** The page of each mount: a change of language, theme or control is applied to it in place. */
const mounted = new WeakMap<AbortSignal, MountedPage>();

interface MountedPage {
  readonly root: HTMLElement;
  readonly backend: ScriptControls;
}

/**
 * Mounts elements once a story, on a server in memory as the story's `parameters` describe it. Once the
 * story has played, the toolbar's scenario replaces it.
 */
export function renderOnce(
  { abortSignal, parameters, globals }: StoryContext,
  mount: (backend: ScriptedBackend<MfaOperation>) => HTMLElement,
): HTMLElement {
  const page = mounted.get(abortSignal);
  if (page) {
    setServerScenario(page.backend, (globals as ToolbarGlobals).server);
    return page.root;
  }
  const { backend: options, held } = parameters as FlowParameters<string>;
  const backend = scriptedBackend(options);
  if (held) backend.hold(held);
  const root = mount(backend);
  mounted.set(abortSignal, { root, backend });
  return root;
}

/** Runs after a story has played: from then on, the toolbar decides how the server responds. */
export function applyServerScenario({ abortSignal, globals }: StoryContext): void {
  const page = mounted.get(abortSignal);
  if (page) setServerScenario(page.backend, (globals as ToolbarGlobals).server);
}

/** Renders the element of a flow on a server in memory. */
export const renderFlow =
  (tag: FlowTag) =>
  (args: Args, context: StoryContext): HTMLElement => {
    const element = renderOnce(context, (backend) =>
      Object.assign(document.createElement(tag), { backend }),
    );
    return Object.assign(element, args);
  };

/** The server in memory of a flow's element on the page. */
export function backendOf(page: HTMLElement, tag: FlowTag): ScriptedBackend {
  const element = page.querySelector(tag);
  if (!element?.backend) throw new Error(`There is no <${tag}> with a backend on the page.`);
  return element.backend as ScriptedBackend;
}
