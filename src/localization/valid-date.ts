/** A moment that can be written down: a date that a server got wrong is one it did not give. */
export const validDate = (date: Date | undefined): Date | undefined =>
  date && !Number.isNaN(date.getTime()) ? date : undefined;
