import type { CSSResultGroup } from 'lit';
import { tokens } from '../../../styles/tokens.styles.js';
import { UpgradedElement } from './upgraded-element.js';

/**
 * An element with the design tokens. A page sets them anywhere above the element; each has a default that
 * follows the page. The defaults are those of src/styles/tokens.ts.
 *
 * @cssproperty [--mfa-color-text=light-dark(#18212f, #e8ecf4)] - Text and headings
 * @cssproperty [--mfa-color-muted=light-dark(#546073, #a7b1c2)] - Explanations, dates, icons of buttons
 * @cssproperty [--mfa-color-accent=light-dark(#2353c4, #a3c0ff)] - The primary button, links, the numbers of steps
 * @cssproperty [--mfa-color-accent-strong=light-dark(#1a419f, #c4d7ff)] - The same under the pointer
 * @cssproperty [--mfa-color-accent-soft=light-dark(#eef3fe, #202c47)] - Behind the number of a step, an app's icon and selected digits
 * @cssproperty [--mfa-color-on-accent=light-dark(#ffffff, #0d1a38)] - Text on the accent
 * @cssproperty [--mfa-color-border=light-dark(#7d889c, #78849a)] - The border of fields and buttons
 * @cssproperty [--mfa-color-line=light-dark(#dfe3ea, #313a4a)] - Lines that only divide
 * @cssproperty [--mfa-color-surface=light-dark(#ffffff, #161b25)] - Behind fields, buttons, rows and the dialog; best the colour of the page
 * @cssproperty [--mfa-color-surface-soft=light-dark(#f3f5f9, #1f2633)] - Behind notices, codes and disabled controls
 * @cssproperty [--mfa-color-danger=light-dark(#b3261e, #ffb3ac)] - Errors, and the button that removes something
 * @cssproperty [--mfa-color-danger-soft=light-dark(#fdf1f0, #3a2022)] - Behind an error notice
 * @cssproperty [--mfa-color-on-danger=light-dark(#ffffff, #410e0b)] - Text on the danger colour
 * @cssproperty [--mfa-color-success=light-dark(#166a3d, #86d8a8)] - Success
 * @cssproperty [--mfa-color-success-soft=light-dark(#ecf7f0, #1a3025)] - Behind a success notice
 * @cssproperty [--mfa-color-focus=light-dark(#2353c4, #a3c0ff)] - The focus ring, and the caret between digits
 * @cssproperty [--mfa-font-family=inherit] - The typeface
 * @cssproperty [--mfa-font-size=inherit] - The size of text, in rem or px; everything but space grows with it
 * @cssproperty [--mfa-line-height=1.5] - A number; less than 1.5 counts as 1.5 (WCAG 1.4.12)
 * @cssproperty [--mfa-heading-font-family=inherit] - The typeface of headings
 * @cssproperty [--mfa-heading-size=max(1.125em, min(1.5em, 10vw))] - The size of a step's heading
 * @cssproperty [--mfa-heading-weight=650] - The weight of headings
 * @cssproperty [--mfa-code-font-family=ui-monospace, SFMono-Regular, Menlo, Consolas, monospace] - The typeface of keys and recovery codes; best a monospaced one
 * @cssproperty [--mfa-inline-size=40em] - The greatest width of a flow
 * @cssproperty [--mfa-space=4px] - The unit of space: 3px is dense, 5px is wide
 * @cssproperty [--mfa-control-size=max(44px, 2.75em)] - The least height and width of a button, and height of a field; less than 24px counts as 24px (WCAG 2.5.8)
 * @cssproperty [--mfa-radius=10px] - Corners of fields, notices and frames
 * @cssproperty [--mfa-button-radius=var(--mfa-radius, 10px)] - Corners of buttons
 * @cssproperty [--mfa-focus-width=3px] - The width of the focus ring; 2px or more (WCAG 2.4.13)
 * @cssproperty [--mfa-focus-offset=2px] - The space between the focused element and its ring
 * @cssproperty [--mfa-motion-duration=120ms] - How long a change of colour takes; new content takes twice that. With reduced motion nothing moves
 * @cssproperty [--mfa-motion-easing=ease-out] - The easing of such a change
 */
export class ThemedElement extends UpgradedElement {
  static override styles: CSSResultGroup = [tokens];
}
