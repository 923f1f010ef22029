/** The value of a cookie: frameworks percent-encode it (RFC 6265 forbids some characters), others do not. */
export function decodeCookie(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
