import type { CSSResultGroup } from 'lit';
import { LocalizedElement } from '../../../localization/localized-element.js';
import { tokens } from '../../../styles/tokens.styles.js';

/**
 * An element with the design tokens. A page sets them anywhere above the element; each has a default that
 * follows the page. The defaults are those of src/styles/tokens.ts.
 *
 * @cssproperty [--mfa-color-text=light-dark(#18212f, #e8ecf4)] - Text and headings
 * @cssproperty [--mfa-color-muted=light-dark(#546073, #a7b1c2)] - Text that explains, dates, icons of buttons
 * @cssproperty [--mfa-color-accent=light-dark(#2353c4, #a3c0ff)] - The button that leads on, links, the numbers of steps
 * @cssproperty [--mfa-color-accent-strong=light-dark(#1a419f, #c4d7ff)] - The same under the pointer
 * @cssproperty [--mfa-color-accent-soft=light-dark(#eef3fe, #202c47)] - Behind the number of a step, an app's icon and selected digits
 * @cssproperty [--mfa-color-on-accent=light-dark(#ffffff, #0d1a38)] - Text on the accent
 * @cssproperty [--mfa-color-border=light-dark(#7d889c, #78849a)] - The edge of fields and buttons
 * @cssproperty [--mfa-color-line=light-dark(#dfe3ea, #313a4a)] - Lines that only divide
 * @cssproperty [--mfa-color-surface=light-dark(#ffffff, #161b25)] - Behind fields, buttons, rows and the dialog; best what the page itself is
 * @cssproperty [--mfa-color-surface-soft=light-dark(#f3f5f9, #1f2633)] - Behind notices, codes and what is disabled
 * @cssproperty [--mfa-color-danger=light-dark(#b3261e, #ffb3ac)] - Errors, and the button that removes
 * @cssproperty [--mfa-color-danger-soft=light-dark(#fdf1f0, #3a2022)] - Behind a notice of an error
 * @cssproperty [--mfa-color-on-danger=light-dark(#ffffff, #410e0b)] - Text on the button that removes
 * @cssproperty [--mfa-color-success=light-dark(#166a3d, #86d8a8)] - What succeeded
 * @cssproperty [--mfa-color-success-soft=light-dark(#ecf7f0, #1a3025)] - Behind a notice of what succeeded
 * @cssproperty [--mfa-color-focus=light-dark(#2353c4, #a3c0ff)] - The ring round what has the focus, and the caret between digits
 * @cssproperty [--mfa-font-family=inherit] - The typeface
 * @cssproperty [--mfa-font-size=inherit] - The size of text, in rem or px; everything but space grows with it
 * @cssproperty [--mfa-line-height=1.5] - A number; less than 1.5 counts as 1.5 (WCAG 1.4.12)
 * @cssproperty [--mfa-heading-font-family=inherit] - The typeface of headings
 * @cssproperty [--mfa-heading-size=max(1.125em, min(1.5em, 10vw))] - The size of a step's heading
 * @cssproperty [--mfa-heading-weight=650] - The weight of headings
 * @cssproperty [--mfa-code-font-family=ui-monospace, SFMono-Regular, Menlo, Consolas, monospace] - The typeface of keys and recovery codes; each sign as wide as the next
 * @cssproperty [--mfa-inline-size=40em] - How wide a flow grows at most
 * @cssproperty [--mfa-space=4px] - The unit of room around things: 3px is dense, 5px is wide
 * @cssproperty [--mfa-control-size=max(44px, 2.75em)] - How high and wide a button is at least, and how high a field; less than 24px counts as 24px (WCAG 2.5.8)
 * @cssproperty [--mfa-radius=10px] - Corners of fields, notices and frames
 * @cssproperty [--mfa-button-radius=var(--mfa-radius, 10px)] - Corners of buttons
 * @cssproperty [--mfa-focus-width=3px] - The width of the focus ring; 2px or more (WCAG 2.4.13)
 * @cssproperty [--mfa-focus-offset=2px] - The room between what has the focus and its ring
 * @cssproperty [--mfa-motion-duration=120ms] - How long a change of colour takes, what arrives twice that; nothing moves for who asked for less motion
 * @cssproperty [--mfa-motion-easing=ease-out] - How such a change runs
 */
export class ThemedElement extends LocalizedElement {
  static override styles: CSSResultGroup = [tokens];
}
