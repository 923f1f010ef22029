import type { Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

/**
 * Replaces the code of a file of the build, and its source map: the bundler has already made a file of that, and
 * does not look at the map of the chunk again.
 *
 * @param map The source map of the new code, from the sources.
 */
export function replaceCode(
  bundle: Bundle,
  chunk: Rolldown.OutputChunk,
  code: string,
  map: object,
): void {
  chunk.code = code;
  chunk.map = map as never;
  const file = bundle[`${chunk.fileName}.map`];
  if (file?.type === 'asset') file.source = JSON.stringify(map);
}
