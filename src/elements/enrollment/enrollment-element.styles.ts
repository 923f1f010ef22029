import { css } from 'lit';

/** Shows numbered steps, with the QR code beside the steps in the app where both fit. */
export const enrollmentStyles = css`
  .steps {
    margin: 0;
    padding: 0;
    list-style: none;
    counter-reset: step;
  }

  .step {
    position: relative;
    padding-block-end: calc(var(--_space) * 8);
    padding-inline-start: calc(2em + var(--_space) * 4);
    counter-increment: step;
  }

  .step:last-child {
    padding-block-end: 0;
  }

  .step::before {
    position: absolute;
    inset-block-start: -0.125em;
    inset-inline-start: 0;
    display: grid;
    place-content: center;
    inline-size: 2em;
    block-size: 2em;
    border: 1px solid var(--_color-accent);
    border-radius: 50%;
    background: var(--_color-accent-soft);
    color: var(--_color-accent);
    font-weight: 700;
    content: counter(step);
  }

  /* The line that leads from one step to the next. */
  .step:not(:last-child)::after {
    position: absolute;
    inset-block: calc(2em + var(--_space) * 2) calc(var(--_space) * 2);
    inset-inline-start: 1em;
    inline-size: 1px;
    background: var(--_color-line);
    content: '';
  }

  .step p {
    margin-block: calc(var(--_space) * 2) calc(var(--_space) * 4);
    text-wrap: pretty;
  }

  .apps {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
    gap: calc(var(--_space) * 3);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .app {
    display: grid;
    gap: calc(var(--_space) * 1);
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 4);
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius);
  }

  .app .link {
    display: inline-block;
    min-block-size: 24px;
  }

  .app > :first-child {
    font-weight: 600;
  }

  .stores {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 4);
    font-size: 0.9375em;
  }

  .scan {
    display: grid;
    grid-template-columns: minmax(0, auto) minmax(0, 1fr);
    gap: calc(var(--_space) * 4) calc(var(--_space) * 6);
    align-items: start;
    margin-block-start: calc(var(--_space) * 3);
  }

  /* A sentence in place of the QR code would leave no room beside it. */
  .scan--failed {
    grid-template-columns: minmax(0, 1fr);
  }

  .qr {
    justify-self: start;
    max-inline-size: 100%;
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius);
    overflow: clip;
  }

  .scan p:first-child {
    margin-block-start: 0;
  }

  .open-app {
    margin-block-end: calc(var(--_space) * 4);
  }

  /* Folded content: rows with a line between them, each unfolding in its place. */
  .ways {
    border-block-end: 1px solid var(--_color-line);
  }

  .scan + .ways {
    margin-block-start: calc(var(--_space) * 4);
  }

  .disclosure {
    border-block-start: 1px solid var(--_color-line);
  }

  .summary {
    position: relative;
    display: block;
    min-block-size: var(--_target);
    padding-block: calc((var(--_target) - 1.5em) / 2);
    padding-inline-end: 1.75em;
    border-radius: calc(var(--_radius) / 2);
    color: var(--_color-text);
    font-weight: 500;
    cursor: pointer;
    list-style: none;
    -webkit-tap-highlight-color: transparent;
  }

  .summary::-webkit-details-marker {
    display: none;
  }

  .summary:hover {
    color: var(--_color-accent-strong);
  }

  /* A chevron that points down, and up while unfolded. */
  .summary::after {
    position: absolute;
    inset-block-start: calc(var(--_target) / 2 - 0.375em);
    inset-inline-end: 0.375em;
    inline-size: 0.5em;
    block-size: 0.5em;
    /* Physical sides: logical ones would point sideways in right-to-left text. */
    border-bottom: 2px solid currentColor;
    border-right: 2px solid currentColor;
    transform: rotate(45deg);
    content: '';
  }

  .disclosure[open] > .summary::after {
    transform: translateY(0.25em) rotate(225deg);
  }

  .unfolded {
    padding-block-end: calc(var(--_space) * 4);
  }

  .unfolded > :first-child {
    margin-block-start: 0;
  }

  .unfolded > :last-child {
    margin-block-end: 0;
  }

  .app-steps {
    margin: 0;
    padding-inline-start: 1.5em;
    text-wrap: pretty;
  }

  .app-steps li + li {
    margin-block-start: calc(var(--_space) * 1);
  }

  .manual-entry {
    display: grid;
    gap: calc(var(--_space) * 4);
    margin: 0 0 calc(var(--_space) * 4);
    padding: calc(var(--_space) * 4);
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius);
    background: var(--_color-surface-soft);
  }

  .manual-entry dt {
    color: var(--_color-muted);
    font-size: 0.9375em;
  }

  .manual-entry dd {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    margin: 0;
  }

  /* Each on a line of its own, so that the buttons below are too. */
  .manual-entry :is(.account, .key) {
    flex: 1 0 100%;
    min-inline-size: 0;
    /* At the side where the text of the page begins, whatever the direction of a name or of a key. */
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .account {
    overflow-wrap: anywhere;
    user-select: all;
  }

  .key {
    font-family: var(--_code-font-family);
    font-size: 1.0625em;
    letter-spacing: 0.02em;
    user-select: all;
  }

  /* A margin, not a space, so that selecting and copying gives the key itself. */
  .group {
    margin-inline-end: 0.75em;
  }

  .spelled {
    user-select: none;
  }

  .expiry--shown {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 3);
    margin-block-start: calc(var(--_space) * 5);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius);
    background: var(--_color-surface-soft);
  }

  .step .expiry-text {
    flex: 1 1 14em;
    margin: 0;
  }

  @media (max-width: 40em) {
    .scan {
      grid-template-columns: minmax(0, 1fr);
    }

    /* The steps in the apps and the entry by hand become one list. */
    .scan + .ways {
      margin-block-start: 0;
    }

    .scan + .ways > .disclosure:first-child {
      border-block-start: 0;
    }
  }

  @media (max-width: 30em) {
    .open-app {
      inline-size: 100%;
    }

    .step {
      padding-inline-start: 0;
    }

    .step > .heading {
      padding-inline-start: calc(2em + var(--_space) * 3);
      min-block-size: 2em;
    }

    .step:not(:last-child)::after {
      content: none;
    }
  }

  /* On a small screen with large text the number is above the heading, which gets the whole line. */
  @media (max-width: 18em) {
    .step::before {
      position: static;
      margin-block-end: calc(var(--_space) * 2);
    }

    .step > .heading {
      padding-inline-start: 0;
    }
  }

  /* Does not print the secret: the paper would outlive it (C12). */
  @media print {
    .scan,
    .manual-entry,
    .qr {
      display: none;
    }
  }
`;
