import { css } from 'lit';

const buttons = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 2);
    min-inline-size: var(--_target);
    min-block-size: var(--_target);
    margin: 0;
    /* Less on a small screen, to leave room for the text. */
    padding: calc(var(--_space) * 2) clamp(var(--_space) * 2, 4vw, var(--_space) * 5);
    border: 1px solid var(--_color-border);
    border-radius: var(--_button-radius);
    background: var(--_color-surface);
    color: var(--_color-text);
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    overflow-wrap: anywhere;
    text-decoration: none;
    vertical-align: middle;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }

  .button:hover {
    border-color: var(--_color-text);
    background: var(--_color-surface-soft);
  }

  .button--primary {
    border-color: transparent;
    background: var(--_color-accent);
    color: var(--_color-on-accent);
  }

  .button--primary:hover {
    border-color: transparent;
    background: var(--_color-accent-strong);
  }

  .button--danger {
    border-color: transparent;
    background: var(--_color-danger);
    color: var(--_color-on-danger);
  }

  .button--danger:hover {
    border-color: transparent;
    background: color-mix(in oklab, var(--_color-danger) 86%, var(--_color-text));
  }

  /* Aligns its text with the text around it. A negative margin would do so too, and widen a page without
     margins. */
  .button--link {
    padding-inline: 0;
    border-color: transparent;
    background: none;
    color: var(--_color-accent);
    font-weight: 500;
    line-height: 1.5;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.25em;
  }

  .button--link:hover {
    border-color: transparent;
    background: none;
    color: var(--_color-accent-strong);
    text-decoration-thickness: 2px;
  }

  .button--icon {
    padding: calc(var(--_space) * 2);
    border-color: transparent;
    background: none;
    color: var(--_color-muted);
  }

  .button--icon:hover {
    border-color: transparent;
    background: var(--_color-surface-soft);
    color: var(--_color-text);
  }

  .button:disabled,
  .button[aria-disabled='true'] {
    border-color: var(--_color-line);
    background: var(--_color-surface-soft);
    color: var(--_color-muted);
    cursor: default;
  }

  .button--link:disabled,
  .button--icon:disabled,
  .button--icon[aria-disabled='true'] {
    border-color: transparent;
    background: none;
  }
`;

const notices = css`
  .notice {
    margin: 0;
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius);
    background: var(--_color-surface-soft);
    color: var(--_color-text);
    overflow-wrap: anywhere;
  }

  [role='alert'] > .notice + .notice {
    margin-block-start: calc(var(--_space) * 3);
  }

  .notice--error {
    border-color: color-mix(in srgb, var(--_color-danger) 40%, transparent);
    background: var(--_color-danger-soft);
  }

  .notice--success {
    border-color: color-mix(in srgb, var(--_color-success) 40%, transparent);
    background: var(--_color-success-soft);
  }

  /* A mark shows the kind of notice without colour. */
  :is(.notice--error, .notice--success):not(:empty) {
    position: relative;
    padding-inline-start: calc(var(--_space) * 6.5 + 1.25em);
  }

  :is(.notice--error, .notice--success):not(:empty)::before {
    position: absolute;
    inset-block-start: calc(var(--_space) * 3 + 0.125em);
    inset-inline-start: calc(var(--_space) * 4);
    display: grid;
    place-content: center;
    inline-size: 1.25em;
    block-size: 1.25em;
    border: 0.125em solid;
    border-radius: 50%;
    color: var(--_color-danger);
    font-size: 1em;
    font-weight: 700;
    line-height: 1;
    content: '';
  }

  .notice--error:not(:empty)::before {
    /* Hidden from screen readers, where the browser supports alternative text. */
    content: '!';
    content: '!' / '';
  }

  .notice--success:not(:empty)::before {
    color: var(--_color-success);
  }

  .notice--success:not(:empty)::after {
    position: absolute;
    inset-block-start: calc(var(--_space) * 3 + 0.5em);
    inset-inline-start: calc(var(--_space) * 4 + 0.375em);
    inline-size: 0.5em;
    block-size: 0.3em;
    /* No logical sides: the rotated mark is the same in every writing direction. */
    border-bottom: 0.125em solid var(--_color-success);
    border-left: 0.125em solid var(--_color-success);
    transform: rotate(-45deg);
    content: '';
  }

  /* A live region exists before its text, and takes no space until then. */
  .notice:empty {
    padding: 0;
    border: 0;
  }
`;

const text = css`
  .heading {
    margin: 0;
    color: var(--_color-text);
    font-family: var(--_heading-font-family);
    font-size: var(--_heading-size);
    font-weight: var(--_heading-weight);
    line-height: 1.25;
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }

  .heading--small {
    font-size: max(1em, min(1.125em, 8vw));
  }

  /* A new step focuses its heading. It is not a control, so it shows no ring. */
  .heading:focus {
    outline: none;
  }

  .link {
    color: var(--_color-accent);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.25em;
  }

  .link:hover {
    color: var(--_color-accent-strong);
    text-decoration-thickness: 2px;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

const circumstances = css`
  /* Scrolled into view by the focus, they are not covered by a sticky header of the page (WCAG 2.4.11). */
  .button,
  .link,
  .heading {
    scroll-margin-block: 5em 2em;
  }

  :focus-visible {
    outline: var(--_focus-width) solid var(--_color-focus);
    outline-offset: var(--_focus-offset);
  }

  .button,
  .link {
    transition: var(--_motion-duration) var(--_motion-easing);
    transition-property: background-color, border-color, color;
  }

  /* A new notice moves into place. It can be read and used at once. */
  .notice:not(:empty) {
    animation: arrive calc(var(--_motion-duration) * 2) var(--_motion-easing);
  }

  @keyframes arrive {
    from {
      translate: 0 -0.25em;
    }
  }

  /* A long word rarely fits on such a line. It is hyphenated if the browser knows the language. */
  @media (max-width: 18em) {
    .heading,
    .button,
    .notice {
      hyphens: auto;
    }
  }

  /* The system sets the colours; lines and the disabled state have to be set here. */
  @media (forced-colors: active) {
    .button {
      border-color: ButtonText;
    }

    /* The primary button is the filled one here too. */
    .button--primary,
    .button--danger {
      border-color: ButtonText;
      background: ButtonText;
      color: ButtonFace;
      forced-color-adjust: none;
    }

    .button--primary:hover,
    .button--danger:hover {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }

    .button:focus-visible {
      outline-color: Highlight;
    }

    .button--link {
      border-style: none;
      color: LinkText;
    }

    .button:disabled,
    .button[aria-disabled='true'] {
      border-color: GrayText;
      background: ButtonFace;
      color: GrayText;
    }

    .notice {
      border-color: CanvasText;
    }

    .notice:empty {
      border: 0;
    }
  }
`;

/**
 * Styles buttons, notices, headings and links in a shadow tree: `button` with `--primary`, `--danger`,
 * `--link` or `--icon`; `notice` with `--error` or `--success`; `heading` with `--small`; `link`,
 * `visually-hidden`. Needs the tokens. A button is at least 44 px wide and high (WCAG 2.5.5).
 */
export const controls = [buttons, notices, text, circumstances];
