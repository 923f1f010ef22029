import { css } from 'lit';

/** Styles a dialog in the middle of the screen. */
export const dialogStyles = css`
  .dialog {
    inline-size: min(32em, calc(100vw - var(--_space) * 6));
    max-block-size: calc(100dvh - var(--_space) * 6);
    padding: clamp(var(--_space) * 3, 5vw, var(--_space) * 6);
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

  .dialog[open] {
    animation: rise calc(var(--_motion-duration) * 2) var(--_motion-easing);
  }

  @keyframes rise {
    from {
      translate: 0 1em;
    }
  }

  .dialog .lead {
    margin-block-end: calc(var(--_space) * 4);
  }
`;
