import { css } from 'lit';

/** Three numbered steps under each other; the QR code and the key side by side where there is room. */
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
    gap: calc(var(--_space) * 3);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .app {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 4);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius);
  }

  .app .link {
    display: inline-block;
    min-block-size: 24px;
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
    gap: calc(var(--_space) * 6);
    align-items: start;
  }

  .qr {
    inline-size: 14rem;
    max-inline-size: 100%;
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius);
    overflow: clip;
  }

  .by-hand p:first-child {
    margin-block-start: 0;
  }

  .key {
    font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    font-size: 1.0625em;
    letter-spacing: 0.02em;
    word-spacing: 0.25em;
    user-select: all;
    overflow-wrap: anywhere;
  }

  .copy {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 3);
  }

  .other-device {
    margin-block-start: calc(var(--_space) * 5);
  }

  .other-device summary {
    min-block-size: 24px;
    color: var(--_color-accent);
    cursor: pointer;
  }

  .kept {
    display: flex;
    gap: calc(var(--_space) * 3);
    align-items: center;
    min-block-size: var(--_target);
    margin-block-start: calc(var(--_space) * 5);
    font-weight: 600;
    cursor: pointer;
  }

  .kept input {
    flex: none;
    inline-size: 1.375em;
    block-size: 1.375em;
    margin: 0;
    accent-color: var(--_color-accent);
  }

  .reminder {
    margin: calc(var(--_space) * 1) 0 0;
    color: var(--_color-danger);
    font-weight: 500;
  }

  .reminder:empty {
    margin: 0;
  }

  @media (max-width: 40em) {
    .scan {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @media (max-width: 30em) {
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

  /* Paper outlives the secret (C12). */
  @media print {
    .scan,
    .key,
    .qr {
      display: none;
    }
  }
`;
