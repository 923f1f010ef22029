import { svg } from 'lit';

/** Hidden from screen readers, because each button with an icon has an accessible name. */
const icon = (paths: ReturnType<typeof svg>) =>
  svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${paths}</svg>`;

export const phoneIcon = icon(svg`<rect x="7" y="2.75" width="10" height="18.5" rx="2.25" />
  <path d="M10.75 18h2.5" />`);

export const pencilIcon = icon(
  svg`<path d="M4.5 19.5l.9-4.1L16.1 4.7a1.6 1.6 0 0 1 2.3 0l.9.9a1.6 1.6 0 0 1 0 2.3L8.6 18.6l-4.1.9zM14.2 6.6l3.2 3.2" />`,
);

export const binIcon = icon(
  svg`<path d="M4.5 6.5h15M9.5 6.5V4.25h5V6.5M6.5 6.5l.75 13.25h9.5L17.5 6.5M10 10.25v6M14 10.25v6" />`,
);
