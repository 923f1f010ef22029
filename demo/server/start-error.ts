/** A reason why the server cannot start. Its message is printed without a stack trace. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
