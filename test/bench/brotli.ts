import { brotliCompressSync, constants } from 'node:zlib';

/** Compresses as a server does once for a file that does not change: quality 11. */
export const brotli = (content: Uint8Array): Buffer =>
  brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
