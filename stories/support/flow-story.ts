import type { Args, Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import type { MfaOperation } from '../../src/index.js';
import {
  scriptedBackend,
  type ScriptedBackend,
  type ScriptedBackendOptions,
} from '../../src/testing/index.js';

type FlowTag =
  'mfa-login' | 'mfa-enrollment' | 'mfa-challenge' | 'mfa-authenticators' | 'mfa-recovery-codes';

interface FlowParameters<Step extends string> {
  /** The step of the flow that the story ends at; test/stories asks the tag whether it is true. */
  readonly step: Step;
  /** What the server in memory says. */
  readonly backend?: ScriptedBackendOptions<MfaOperation>;
  /** The operation that gets no answer, so that the story stays under way. */
  readonly held?: MfaOperation;
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
  ...['backend', 'baseUrl', 'base-url', 'config', 'definition', 'fetcher', 'preset', 'variables'],
  ...['successUrl', 'success-url', 'login-url', 'help-url', 'help'],
  ...['status-url', 'start-url', 'confirm-url', 'cancel-url', 'verify-url', 'recovery-url'],
  ...['list-url', 'rename-url', 'unlink-url', 'step-up-url', 'recovery-codes-url', 'generate-url'],
  ...['statusUrl', 'startUrl', 'confirmUrl', 'cancelUrl', 'verifyUrl', 'recoveryUrl'],
  ...['listUrl', 'renameUrl', 'unlinkUrl', 'stepUpUrl', 'recoveryCodesUrl', 'generateUrl'],
];

/** What every file of flow stories begins with, apart from its title and tag. */
export const flowMeta = {
  args: { loginUrl: '#login', helpUrl: '#help' },
  argTypes: {
    loginUrl: { control: 'text' },
    helpUrl: { control: 'text' },
    ...Object.fromEntries(fixed.map((name) => [name, { control: false as const }])),
    activeBackend: { table: { disable: true } },
  },
} satisfies Meta;

/** One element a mount: a change of language, theme or control reaches it where it is. */
const mounted = new WeakMap<AbortSignal, HTMLElement>();

function mount(tag: FlowTag, { backend: options, held }: FlowParameters<string>): HTMLElement {
  const backend = scriptedBackend(options);
  if (held) backend.hold(held);
  return Object.assign(document.createElement(tag), { backend });
}

/** Renders a flow tag on a server in memory, as the story's `parameters` describe it. */
export const renderFlow =
  (tag: FlowTag) =>
  (args: Args, { abortSignal, parameters }: StoryContext): HTMLElement => {
    const element = mounted.get(abortSignal) ?? mount(tag, parameters as FlowParameters<string>);
    mounted.set(abortSignal, element);
    return Object.assign(element, args);
  };

/** The server in memory behind a flow tag on the page. */
export function backendOf(page: HTMLElement, tag: FlowTag): ScriptedBackend {
  const element = page.querySelector(tag);
  if (!element?.backend) throw new Error(`There is no <${tag}> with a backend on the page.`);
  return element.backend as ScriptedBackend;
}
