import { html, type TemplateResult } from 'lit';

/** As wide as the words of a usual row, so that they break into as many lines. */
const NAME = ['long', 'long'] as const;
const LINKED_ON = ['long', 'long', 'long'] as const;
const LAST_USED = ['long', 'long', 'short', 'long', 'long', 'short'] as const;

/**
 * One row as it will be, without words: nothing moves when the apps take its place.
 *
 * @param buttons How many buttons a row will have.
 */
export const renderSkeleton = (buttons: number): TemplateResult =>
  html`<ul class="authenticators skeleton" aria-hidden="true">
    <li class="authenticator">
      <span class="authenticator__icon"></span>
      <div class="authenticator__facts">
        <div class="authenticator__name">${NAME.map(renderBone)}</div>
        <div class="authenticator__dates">
          <div>${LINKED_ON.map(renderBone)}</div>
          <div>${LAST_USED.map(renderBone)}</div>
        </div>
      </div>
      <div class="authenticator__buttons">
        ${Array.from({ length: buttons }, () => html`<span class="button button--icon"></span>`)}
      </div>
    </li>
  </ul>`;

const renderBone = (size: 'short' | 'long'): TemplateResult =>
  html`<span class="bone bone--${size}"></span> `;
