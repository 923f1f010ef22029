import { css } from 'lit';

/** Shows one row per app, with its buttons at the end. */
const rows = css`
  .authenticators {
    margin: calc(var(--_space) * 4) 0 0;
    padding: 0;
    list-style: none;
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius);
    background: var(--_color-surface);
  }

  .authenticator {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    align-items: center;
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
  }

  /* For lists of hundreds: after the first rows, only visible ones are laid out and painted. */
  @media screen {
    .authenticator:nth-child(n + 30) {
      content-visibility: auto;
      contain-intrinsic-block-size: auto 4.5em;
    }
  }

  .authenticator + .authenticator {
    border-block-start: 1px solid var(--_color-line);
  }

  .authenticator__icon {
    display: grid;
    flex: none;
    place-content: center;
    /* Beside the name, also if the row is high. */
    align-self: flex-start;
    inline-size: 2.5em;
    block-size: 2.5em;
    border-radius: 50%;
    background: var(--_color-accent-soft);
    color: var(--_color-accent);
  }

  .authenticator__facts {
    flex: 1 1 12em;
    min-inline-size: 0;
  }

  /* Cuts off only stacked combining marks: a name is never taller than its lines. */
  .authenticator__name {
    display: block;
    overflow: hidden;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .authenticator__dates {
    color: var(--_color-muted);
    font-size: 0.9375em;
    text-wrap: pretty;
  }

  .authenticator__buttons {
    display: flex;
    flex: none;
    gap: var(--_space);
    /* The icons, not the invisible edges of the buttons, line up with the end of the row. */
    margin-block: calc(var(--_space) * -1);
    margin-inline: auto calc(var(--_space) * -2.5);
  }

  .authenticator .actions {
    margin-block-start: calc(var(--_space) * 4);
  }

  .icon {
    inline-size: 1.375em;
    block-size: 1.375em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .empty {
    margin-block: calc(var(--_space) * 4) 0;
    color: var(--_color-muted);
  }

  :is([role='status'], [role='alert']) > .notice {
    margin-block-start: calc(var(--_space) * 4);
  }
`;

/** Gives the placeholders the height and the line breaks of the words that they stand for. */
const skeleton = css`
  .skeleton .button {
    visibility: hidden;
  }

  .placeholder {
    display: inline-block;
    max-inline-size: 100%;
    block-size: 0.75em;
    border-radius: 0.25em;
    background: var(--_color-line);
  }

  .placeholder--short {
    inline-size: 4ch;
  }

  .placeholder--long {
    inline-size: 8ch;
  }

  @media (prefers-reduced-motion: no-preference) {
    .placeholder {
      animation: wait 1.6s ease-in-out infinite alternate;
    }
  }

  @keyframes wait {
    to {
      opacity: 0.4;
    }
  }

  @media (forced-colors: active) {
    .placeholder {
      border: 1px solid GrayText;
    }
  }
`;

export const authenticatorsStyles = [rows, skeleton];
