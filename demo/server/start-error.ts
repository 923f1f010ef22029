/** Why the server cannot start, as the one sentence whoever started it gets to read. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
