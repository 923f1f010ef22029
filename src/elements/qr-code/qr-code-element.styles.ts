import { css } from 'lit';

/**
 * Styles the QR code black on white in every page, theme and system setting: scanners do not read an
 * inverted code (reference, section 5.1). The white around it is part of the drawing.
 */
export const qrCodeStyles = css`
  :host {
    display: inline-block !important;
    /* Above what it may grow over. */
    position: relative;
    max-inline-size: min(100%, 100vw - 16px);
    block-size: auto !important;
    max-block-size: none !important;
    line-height: 0 !important;
    writing-mode: horizontal-tb !important;
    /* Opts out of dark modes of the browser. */
    color-scheme: only light !important;
    forced-color-adjust: none !important;
    filter: none !important;
    mix-blend-mode: normal !important;
  }

  :host([hidden]) {
    display: none !important;
  }

  .box {
    /* Has the width of the element, and no part in it. */
    contain: inline-size;
    overflow-x: auto;
  }

  /* The drawing, and the space reserved for it. */
  .drawing {
    display: block;
    max-inline-size: 100%;
    block-size: auto !important;
    max-block-size: none !important;
  }

  /* The width of the element where there is room. */
  .line {
    display: block;
    max-inline-size: 100%;
  }

  [part='image'] {
    /* The page's corners do not cut into the code itself. */
    border-radius: min(var(--mfa-radius, 10px), 16px);
    filter: none !important;
    mix-blend-mode: normal !important;
    fill-opacity: 1;
    stroke: none;
    marker: none;
  }

  /* Turned back where a filter around it, or the system, inverts the page. */
  .inverted[part='image'] {
    filter: invert(1) !important;
  }

  @media (inverted-colors: inverted) {
    [part='image'] {
      filter: invert(1) !important;
    }
  }

  .failure {
    margin: 0;
    padding: 1em;
    line-height: 1.5;
    /* It is text of the page, unlike the drawing. */
    forced-color-adjust: auto;
  }

  /* The secret must not be printed (C12). */
  @media print {
    :host {
      display: none !important;
    }
  }
`;

/**
 * Returns the styles of a code that has to be this wide, in CSS px, for a phone to read it. The element
 * then takes that room from what is beside it, or grows out of its column. Only a code wider than that
 * scrolls in the element: half the window, or what the column of a small phone has.
 */
export const leastSize = (width: number): string =>
  `:host { min-inline-size: min(${width}px, max(192px, 50vw)) !important }
  .drawing { min-inline-size: ${width}px !important }`;
