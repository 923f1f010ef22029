/** Matches the ids of the modules of the library, which the build changes. */
export const LIBRARY = /\/src\/[^?]+\.ts(\?|$)/;
