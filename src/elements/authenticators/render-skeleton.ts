import { html, type TemplateResult } from 'lit';

/** The widths of the words of a typical row, so that they break into as many lines. */
const NAME = ['long', 'long'] as const;
const LINKED_ON = ['long', 'long', 'long'] as const;
const LAST_USED = ['long', 'long', 'short', 'long', 'long', 'short'] as const;

/**
 * Renders a placeholder row of the size of a real one, so that nothing moves when the list loads.
 *
 * @param buttons The number of buttons that a row will have.
 */
export const renderSkeleton = (buttons: number): TemplateResult =>
  html`<ul class="authenticators skeleton" aria-hidden="true">
    <li class="authenticator">
      <span class="authenticator__icon"></span>
      <div class="authenticator__facts">
        <div class="authenticator__name">${NAME.map(renderPlaceholder)}</div>
        <div class="authenticator__dates">
          <div>${LINKED_ON.map(renderPlaceholder)}</div>
          <div>${LAST_USED.map(renderPlaceholder)}</div>
        </div>
      </div>
      <div class="authenticator__buttons">
        ${Array.from({ length: buttons }, () => html`<span class="button button--icon"></span>`)}
      </div>
    </li>
  </ul>`;

const renderPlaceholder = (size: 'short' | 'long'): TemplateResult =>
  html`<span class="placeholder placeholder--${size}"></span> `;
