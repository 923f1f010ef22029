/** One address has one spelling here, or each spelling would get its own tries (B18). */
export function normaliseEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}
