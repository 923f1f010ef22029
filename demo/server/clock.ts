/** The source of every time in the server. Tests pass one that they can advance. */
export type Clock = () => Date;

/** The clock of the machine. */
export const systemClock: Clock = () => new Date();

/** The moment `seconds` after `moment`, or before it if `seconds` is negative. */
export function addSeconds(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * 1000);
}
