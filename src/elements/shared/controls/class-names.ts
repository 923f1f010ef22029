/** Joins the class names that hold: `{ error: true, 'error--shown': false }` is `error`. */
export const classNames = (names: Readonly<Record<string, boolean>>): string =>
  Object.keys(names)
    .filter((name) => names[name])
    .join(' ');
