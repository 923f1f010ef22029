/** A URL, or nothing where the text is none. (`URL.parse`, for browsers older than 2024.) */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
