/** Gives an address one spelling, because otherwise each spelling would get its own tries (B18). */
export function normaliseEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}
