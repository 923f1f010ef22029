import type { Locale } from '../../../locales/languages.js';
import { ManualError } from '../manual-error.js';
import { type Chapter, CHAPTERS, type Step, stepsOf } from '../plan.js';
import { FONT_WEIGHTS } from '../capture/picture-font.js';
import type { Capture } from '../capture/capture.js';
import type { ManualTexts, StepTexts } from '../texts/manual-texts.js';
import { Filler } from './fill.js';
import { html, Markup } from './html.js';
import { renderPhone } from './phone-drawing.js';
import { renderPicture } from './picture.js';

export interface Contents {
  readonly locale: Locale;
  readonly texts: ManualTexts;
  readonly capture: Capture;
  readonly issuer: string;
  readonly account: string;
  readonly made: Date;
}

const fontFaces = FONT_WEIGHTS.map(
  (weight) =>
    `@font-face { font-family: 'Open Sans'; font-weight: ${weight}; src: url('open-sans-${weight}.woff2'); }`,
).join('\n');

/** Prints a text at the foot of every page but the first. */
const footer = (text: string) =>
  `@page { @bottom-left { content: ${JSON.stringify(text)}; } } @page :first { @bottom-left { content: none; } }`;

/** Renders the manual as a page that loads only the files beside it. */
export function renderManual(contents: Contents): string {
  const { locale, texts, capture, made } = contents;
  const filler = new Filler(capture.controls);
  const timeZone = 'Europe/Amsterdam';
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(made);
  const { begin, trouble, chapters } = texts;
  const parts = CHAPTERS.map((chapter, index) => ({
    id: chapter,
    number: index + 1,
    title: chapters[chapter].title,
  }));
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${texts.title} – ProfiPortaal</title>
        <style>
          ${new Markup(fontFaces)}
          ${new Markup(footer(`ProfiPortaal · ${texts.title}`))}
        </style>
        <link rel="stylesheet" href="manual.css" />
      </head>
      <body>
        <header class="cover">
          <p class="brand"><img src="logo.svg" alt="" width="40" height="40" /> ProfiPortaal</p>
          <div>
            <h1>${texts.title}</h1>
            <p class="subtitle">${texts.subtitle}</p>
            <p class="made">${texts.made.replace('{date}', date)}</p>
          </div>
        </header>
        <nav class="contents" aria-labelledby="contents">
          <h2 id="contents">${texts.contents}</h2>
          <ol>
            <li class="unnumbered"><a href="#begin">${begin.title}</a></li>
            ${parts.map(
              ({ id, number, title }) =>
                html`<li>
                  <a href="#${id}"><span class="chapter-number">${number}</span> ${title}</a>
                </li>`,
            )}
            <li class="unnumbered"><a href="#trouble">${trouble.title}</a></li>
          </ol>
        </nav>
        <main>
          <section class="chapter" aria-labelledby="begin">
            <h2 id="begin">${begin.title}</h2>
            ${begin.text.map((text) => html`<p class="lead">${filler.fill(text)}</p>`)}
            <div class="preparation">
              <div>
                <h3>${begin.need}</h3>
                <ul>
                  ${begin.needs.map((need) => html`<li>${filler.fill(need)}</li>`)}
                </ul>
              </div>
              <div>
                <h3>${begin.appTitle}</h3>
                <p>${begin.app}</p>
                <ul>
                  <li>${filler.link('google')}</li>
                  <li>${filler.link('microsoft')}</li>
                </ul>
              </div>
            </div>
            <p class="help">${filler.fill(begin.help)}</p>
          </section>
          ${parts.map(({ id, number }) => renderChapter(contents, filler, id, number))}
          <section class="chapter" aria-labelledby="trouble">
            <h2 id="trouble">${trouble.title}</h2>
            <dl class="trouble">
              ${trouble.cases.map(
                ({ problem, answer }) =>
                  html`<div>
                    <dt>${problem}</dt>
                    <dd>${filler.fill(answer)}</dd>
                  </div>`,
              )}
            </dl>
            <p class="colophon">${texts.colophon}</p>
          </section>
        </main>
      </body>
    </html> `.text;
}

function renderChapter(contents: Contents, filler: Filler, chapter: Chapter, number: number) {
  const { title, lead, steps, end } = contents.texts.chapters[chapter];
  const stepTexts = steps as Readonly<Record<string, StepTexts>>;
  return html`<section class="chapter" aria-labelledby="${chapter}">
    <h2 id="${chapter}"><span class="chapter-number">${number}</span> ${title}</h2>
    <p class="lead">${filler.fill(lead)}</p>
    ${stepsOf(chapter).map((step, index) => {
      const own = stepTexts[step.slice(chapter.length + 1)];
      if (!own) throw new ManualError(`Step ${step} has no texts.`);
      return renderStep(contents, filler, step, index + 1, own);
    })}
    ${end === undefined ? undefined : html`<p class="end">${filler.fill(end)}</p>`}
  </section>`;
}

function renderStep(
  { texts, capture, issuer, account }: Contents,
  filler: Filler,
  step: Step,
  number: number,
  { title, text, picture: description }: StepTexts,
): Markup {
  const picture = capture.pictures.get(step);
  const { code } = capture;
  if (!picture && step !== 'first.read') throw new ManualError(`Step ${step} has no picture.`);
  return html`<section class="step">
    <div class="step-text">
      <h3>
        <span class="step-number">${texts.step.replace('{number}', String(number))}</span> ${title}
      </h3>
      ${text.map((paragraph) => html`<p>${filler.fill(paragraph)}</p>`)}
    </div>
    ${picture ? renderPicture(picture, description) : renderPhone({ issuer, account, code }, description)}
  </section>`;
}
