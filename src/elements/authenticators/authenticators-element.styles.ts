import { css } from 'lit';

/** One row an app, the bin at the end; the dialog in the middle of the screen. */
export const authenticatorsStyles = css`
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
    gap: calc(var(--_space) * 4);
    align-items: center;
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
  }

  .authenticator + .authenticator {
    border-block-start: 1px solid var(--_color-line);
  }

  .authenticator__icon {
    display: grid;
    flex: none;
    place-content: center;
    inline-size: 2.5em;
    block-size: 2.5em;
    border-radius: 50%;
    background: var(--_color-accent-soft);
    color: var(--_color-accent);
  }

  .authenticator__facts {
    flex: 1 1 auto;
    min-inline-size: 0;
  }

  .authenticator__name {
    display: block;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .authenticator__dates {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 4);
    color: var(--_color-muted);
    font-size: 0.9375em;
  }

  .authenticator > .button {
    flex: none;
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

  .empty,
  .loading {
    margin-block: calc(var(--_space) * 4) 0;
    color: var(--_color-muted);
  }

  .notice {
    margin-block-start: calc(var(--_space) * 4);
  }

  .dialog {
    inline-size: min(32rem, calc(100vw - var(--_space) * 8));
    max-block-size: calc(100dvh - var(--_space) * 8);
    padding: calc(var(--_space) * 6);
    overflow: auto;
    border: 1px solid var(--_color-line);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_color-surface);
    color: var(--_color-text);
    box-shadow: 0 24px 64px rgb(0 0 0 / 24%);
  }

  .dialog::backdrop {
    background: rgb(15 23 42 / 50%);
  }

  .dialog .lead {
    margin-block-end: calc(var(--_space) * 4);
  }
`;
