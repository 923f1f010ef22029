import type { Frame } from './record-screen.js';

/** Something that happens in a page. */
export interface Moment {
  readonly name: string;
  /** In milliseconds since the navigation. */
  readonly at: number;
}

/** A frame, with what it is the first to show. */
export interface NamedFrame extends Frame {
  readonly shows: readonly string[];
}

/** What a person saw of one page. */
export interface Strip {
  readonly title: string;
  readonly frames: readonly NamedFrame[];
  readonly moments: readonly Moment[];
}

/** The least time between two frames without a name, in milliseconds: a spinner draws sixty a second. */
const PAUSE = 200;

/**
 * Names frames by the moments: each moment is at the first frame since, or at the last one. Of the others, those
 * that look new are kept, at most one each {@link PAUSE}.
 */
export function framesWithMoments(
  frames: readonly Frame[],
  moments: readonly Moment[],
): readonly NamedFrame[] {
  const firstSince = ({ at }: Moment) => frames.find((frame) => frame.at >= at) ?? frames.at(-1);
  const kept: NamedFrame[] = [];
  for (const frame of frames) {
    const shows = moments.filter((moment) => firstSince(moment) === frame).map(({ name }) => name);
    const before = kept.at(-1);
    const isNew =
      !before || (frame.at - before.at >= PAUSE && !before.picture.equals(frame.picture));
    if (isNew || shows.length > 0) kept.push({ ...frame, shows });
  }
  return kept;
}

const figure = ({ at, picture, shows }: NamedFrame): string => `<figure>
<img src="data:image/png;base64,${picture.toString('base64')}" alt="">
<figcaption>${Math.round(at)} ms <b>${shows.join(', ')}</b></figcaption>
</figure>`;

const section = ({ title, frames }: Strip): string =>
  `<h2>${title}</h2><div>${frames.map(figure).join('')}</div>`;

/** Writes a page with all strips. */
export const filmstripPage = (strips: readonly Strip[]): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Filmstrip</title>
<style>
  body { font: 1rem system-ui; margin: 1rem }
  div { display: flex; gap: 1rem; overflow-x: auto }
  figure { margin: 0 }
  img { width: 16rem; border: 1px solid gray }
</style>
${strips.map(section).join('\n')}
</html>
`;
