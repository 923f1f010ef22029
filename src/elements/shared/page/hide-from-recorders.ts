import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

/**
 * The classes by which session recorders leave an element and its content out, as their documentation names
 * them. Those built on rrweb look for its class too, unless they have one of their own.
 */
const CLASSES = [
  'rr-block', // rrweb: github.com/rrweb-io/rrweb, guide.md, "Privacy"
  'ph-no-capture', // PostHog: posthog.com/docs/session-replay/privacy
  'sentry-block', // Sentry: docs.sentry.io/platforms/javascript/session-replay/privacy
  'dd-privacy-hidden', // Datadog: docs.datadoghq.com/session_replay/browser/privacy_options
  'fs-exclude', // Fullstory: help.fullstory.com, "How do I protect my users' privacy in Fullstory?"
  'data-hj-suppress', // Hotjar: help.hotjar.com, "How to Suppress Text, Images, Videos and User Input"
  'amp-block', // Amplitude: amplitude.com/docs/session-replay/manage-privacy-settings-for-session-replay
  'mp-block', // Mixpanel: docs.mixpanel.com/docs/session-replay/session-replay-privacy-controls
  'nr-block', // New Relic: docs.newrelic.com, "Session replay: privacy"
  'pendo-ignore', // Pendo: developers.pendo.io, "Agent 2.205.0"
  'highlight-block', // LaunchDarkly, before Highlight: "Configuration for session replay"
  'mf-excluded', // Mouseflow: "Excluding, masking and replacing content via code"
  'lo-sensitive', // Lucky Orange: "Privacy tools"
  'inspectlet-sensitive', // Inspectlet: "Excluding sensitive data"
  'ym-hide-content', // Yandex Metrica: yandex.com/support/metrica/en/code/html-markup
];

/** The same, for recorders that look for an attribute only. */
const ATTRIBUTES = {
  'data-clarity-mask': 'true', // Clarity: learn.microsoft.com/clarity/setup-and-installation/clarity-masking
  'data-private': '', // LogRocket: docs.logrocket.com/reference/dom
  'data-openreplay-hidden': '', // OpenReplay: docs.openreplay.com/en/sdk/sanitize-data
  'data-sl': 'exclude', // Smartlook: "Privacy API"
  'data-cs-mask': '', // Contentsquare: "Personal data handling"
  'heap-ignore': '', // Heap: "Ignoring sensitive data and PII"
  'data-dtrum-mask': '', // Dynatrace: "Session Replay: URL exclusion and masking"
  'data-matomo-mask': '', // Matomo: "Data masking in Heatmaps and Session Recordings"
};

/**
 * Marks what shows a secret, or has one typed into it, for the tools that record a page to play it back:
 * rrweb, and 22 products. They then record a box without content. A recorder does not look for a mark in the
 * tree around a shadow tree, so the mark has to be in the tree of the secret, on it or above it.
 *
 * What the page has marked itself stays as it is. A recorder that was told to record everything does so.
 */
export function hideFromRecorders(element: Element): void {
  // Writes only a change, because whoever observes the element sees each write.
  const missing = CLASSES.filter((name) => !element.classList.contains(name));
  if (missing.length > 0) element.classList.add(...missing);
  for (const [name, value] of Object.entries(ATTRIBUTES)) {
    if (!element.hasAttribute(name)) element.setAttribute(name, value);
  }
}

class HiddenDirective extends Directive {
  override render(): unknown {
    return noChange;
  }

  override update({ element }: ElementPart): unknown {
    hideFromRecorders(element);
    return noChange;
  }
}

/**
 * Marks an element of a template, as {@link hideFromRecorders} does, after each render: `class` may have been
 * written anew. It has to come after that: `<p class=${names} ${hiddenFromRecorders()}>`.
 */
export const hiddenFromRecorders = directive(HiddenDirective);
