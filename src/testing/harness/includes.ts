/** Whether a text has this in it, or something like it. */
export const includes = (text: string, expected: string | RegExp): boolean =>
  typeof expected === 'string' ? text.includes(expected) : expected.test(text);
