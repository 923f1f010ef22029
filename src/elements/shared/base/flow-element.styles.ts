import { css } from 'lit';

/** Styles a step: heading, explanation, field, buttons and help, one below the other. */
export const flowStyles = css`
  .flow {
    max-inline-size: var(--_inline-size);
  }

  /* A new step moves into place. */
  .flow > :not(.help, .dialog) {
    animation: settle calc(var(--_motion-duration) * 2) var(--_motion-easing);
  }

  @keyframes settle {
    from {
      translate: 0 0.5em;
    }
  }

  .lead {
    margin: calc(var(--_space) * 2) 0 calc(var(--_space) * 6);
    color: var(--_color-muted);
    text-wrap: pretty;
  }

  ::slotted(form) {
    all: revert !important;
    display: block !important;
    margin: 0 !important;
    padding: 0 !important;
    border: 0 !important;
  }

  .heading + .notice {
    margin-block-start: calc(var(--_space) * 4);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 3) calc(var(--_space) * 4);
    margin-block-start: calc(var(--_space) * 5);
  }

  /* On a line of its own, above the buttons. */
  .actions > .notice {
    flex: 1 0 100%;
    margin-block-end: var(--_space);
  }

  /* A live region exists before its text. Until then it is not a flex item, so it leaves no gap. */
  .actions > .notice:empty {
    position: absolute;
  }

  .retry p {
    margin: 0;
  }

  .retry-time {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  .actions:empty {
    display: none;
  }

  .help {
    margin-block-start: calc(var(--_space) * 8);
    padding-block-start: calc(var(--_space) * 4);
    border-block-start: 1px solid var(--_color-line);
    color: var(--_color-muted);
    font-size: 0.9375em;
  }

  .help .link {
    display: inline-block;
    padding-block: calc(var(--_space) * 2);
    margin-block: calc(var(--_space) * -2);
  }

  .help[hidden] {
    display: none;
  }

  ::slotted([slot='help']) {
    margin: 0 !important;
  }

  .developer-message {
    margin-block: calc(var(--_space) * 3) 0;
    color: var(--_color-muted);
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }

  .loading {
    display: flex;
    gap: calc(var(--_space) * 3);
    min-block-size: 6em;
    color: var(--_color-muted);
  }

  /* A rotating ring, which stands still with reduced motion. */
  .loading::before {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin-block-start: 0.125em;
    border: 2px solid var(--_color-line);
    border-block-start-color: var(--_color-accent);
    border-radius: 50%;
    content: '';
  }

  @media (prefers-reduced-motion: no-preference) {
    .loading::before {
      animation: turn 1s linear infinite;
    }
  }

  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }

  @media (max-width: 30em) {
    .actions > .button {
      flex: 1 1 100%;
    }
  }
`;
