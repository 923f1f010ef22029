let lines: string[] = [];

/** What was logged since the last call of `forgetLog`. */
export const logged = (): readonly string[] => [...lines];

export function forgetLog(): void {
  lines = [];
}

/** Keeps every line of the console, and every error that nothing catches. */
export function keepLog(): void {
  for (const level of ['error', 'warn', 'info', 'log', 'debug'] as const) {
    console[level] = (...values: unknown[]) => void lines.push(`${level}: ${values.join(' ')}`);
  }
  window.addEventListener('error', ({ message }) => lines.push(`uncaught: ${message}`));
  window.addEventListener('unhandledrejection', ({ reason }) =>
    lines.push(`uncaught: ${String(reason)}`),
  );
}
