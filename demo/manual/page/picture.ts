import type { Mark, Picture } from '../capture/capture.js';
import { html, type Markup } from './html.js';

const RADIUS = 13;
/** The distance between an element and its outline, in CSS pixels. */
const GAP = 4;
/** The distance from the end of an element to the centre of its number, if the number would hide text. */
const ASIDE = GAP + 5;

function renderMark({ box, emptyEnd }: Mark, index: number): Markup {
  const { x, y, width, height } = box;
  const [cx, cy] = [x + width + (emptyEnd ? 0 : ASIDE), y + height / 2];
  const outline = html`x="${x - GAP}" y="${y - GAP}" width="${width + 2 * GAP}"
  height="${height + 2 * GAP}" rx="9"`;
  return html`<rect class="halo" ${outline} /><rect class="outline" ${outline} />
    <circle cx="${cx}" cy="${cy}" r="${RADIUS}" />
    <text x="${cx}" y="${cy}" dy="0.36em">${index + 1}</text>`;
}

/**
 * Renders a screenshot with a number at each element that the step is about, and a legend below. The
 * numbers are drawn over the screenshot as SVG, so that they print sharply.
 */
export function renderPicture(picture: Picture, description: string): Markup {
  const { file, width, height, marks } = picture;
  const legend = marks.map(
    ({ name }, index) => html`<li><span class="number">${index + 1}</span> ${name}</li>`,
  );
  const drawing = html`<svg viewBox="0 0 ${width} ${height}" aria-hidden="true">
    ${marks.map(renderMark)}
  </svg>`;
  return html`<figure class="${height > width ? 'portrait' : undefined}" style="--width: ${width}">
    <div class="shot">
      <img src="pictures/${file}" alt="${description}" width="${width}" height="${height}" />
      ${marks.length > 0 ? drawing : undefined}
    </div>
    ${
      marks.length > 0
        ? html`<figcaption>
            <ol>
              ${legend}
            </ol>
          </figcaption>`
        : undefined
    }
  </figure>`;
}
