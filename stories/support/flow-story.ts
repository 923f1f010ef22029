import type { Args, Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import { OPERATION_NAMES } from '../../src/backend/operations.js';
import { urlProperty } from '../../src/backend/url-attributes.js';
import type { MfaOperation } from '../../src/index.js';
import {
  scriptedBackend,
  type ScriptedBackend,
  type ScriptedBackendOptions,
} from '../../src/testing/index.js';
import type { ScriptControls } from '../../src/testing/scripted-backend.js';
import type { ToolbarGlobals } from '../.storybook/story-page.js';
import { setServer } from './server-scenarios.js';

export type FlowTag =
  'mfa-login' | 'mfa-enrollment' | 'mfa-challenge' | 'mfa-authenticators' | 'mfa-recovery-codes';

interface FlowParameters<Step extends string> {
  /** The step of the flow that the story ends at; test/stories asks the tag whether it is true. */
  readonly step: Step;
  /** What the server in memory says. */
  readonly backend?: ScriptedBackendOptions<MfaOperation>;
  /** The operation that gets no answer, so that the story stays under way. */
  readonly held?: MfaOperation;
  /**
   * Shows how many of something there can be. The tests play it, and look at the story that shows a few:
   * what a browser has not laid out yet (content-visibility), axe measures wrongly.
   */
  readonly shows?: 'amount';
  /** The beginning of a text that fits nowhere, and so is cut off on purpose (C24). */
  readonly cutOff?: string;
}

type Play = NonNullable<StoryObj['play']>;

/** A story about one step of a flow, `State` being the flow's union of states. */
export type FlowStory<State extends { readonly step: string }> = StoryObj & {
  parameters: FlowParameters<State['step']>;
  /** Walks to the step and waits for what the person then sees. */
  play: Play;
};

/** What a story decides, or what would lead out of it: in the documentation, without a control. */
const fixed = [
  ...['baseUrl', 'config', 'preset', 'successUrl'],
  ...OPERATION_NAMES.map(urlProperty),
];

/** What every file of flow stories begins with, apart from its title and tag. */
export const flowMeta = {
  args: { signInUrl: '#login', helpUrl: '#help' },
  afterEach: takeServerOfToolbar,
  argTypes: {
    signInUrl: { control: 'text' },
    helpUrl: { control: 'text' },
    ...Object.fromEntries(fixed.map((name) => [name, { control: false as const }])),
    activeBackend: { table: { disable: true } },
  },
} satisfies Meta;

/** What is on the page, one a mount: a change of language, theme or control reaches it where it is. */
const mounted = new WeakMap<AbortSignal, MountedPage>();

interface MountedPage {
  readonly root: HTMLElement;
  readonly backend: ScriptControls;
}

/**
 * Renders what stays where it is until the story is left, on a server in memory as the story's
 * `parameters` describe it. The toolbar's server takes its place once the story has played.
 */
export function renderOnce(
  { abortSignal, parameters, globals }: StoryContext,
  mount: (backend: ScriptedBackend<MfaOperation>) => HTMLElement,
): HTMLElement {
  const page = mounted.get(abortSignal);
  if (page) {
    setServer(page.backend, (globals as ToolbarGlobals).server);
    return page.root;
  }
  const { backend: options, held } = parameters as FlowParameters<string>;
  const backend = scriptedBackend(options);
  if (held) backend.hold(held);
  const root = mount(backend);
  mounted.set(abortSignal, { root, backend });
  return root;
}

/** After a story has played: what comes then is the toolbar's. */
export function takeServerOfToolbar({ abortSignal, globals }: StoryContext): void {
  const page = mounted.get(abortSignal);
  if (page) setServer(page.backend, (globals as ToolbarGlobals).server);
}

/** Renders a flow tag on a server in memory. */
export const renderFlow =
  (tag: FlowTag) =>
  (args: Args, context: StoryContext): HTMLElement => {
    const element = renderOnce(context, (backend) =>
      Object.assign(document.createElement(tag), { backend }),
    );
    return Object.assign(element, args);
  };

/** The server in memory behind a flow tag on the page. */
export function backendOf(page: HTMLElement, tag: FlowTag): ScriptedBackend {
  const element = page.querySelector(tag);
  if (!element?.backend) throw new Error(`There is no <${tag}> with a backend on the page.`);
  return element.backend as ScriptedBackend;
}
