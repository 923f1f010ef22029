/** A JSON value with one mistake that an author may make. */
export interface Mutation {
  readonly mutant: unknown;
  /** The old and the new key, if a key was renamed. */
  readonly renamed?: readonly [from: string, to: string];
}

type Container = Record<string, unknown> | unknown[];

interface Place {
  readonly parent: Container;
  readonly key: string;
}

const OTHER_TYPES = [null, 7, -1.5, true, '', 'tekst', '$.a', '{code}', [], {}, ['x'], { a: 1 }];
const LETTERS = 'abcdefghijklmnopqrstuvwxyz$';

/** Makes one random change of a JSON value: a key, a string or a type is another, or a part is left out. */
export function mutateJson(original: unknown, random: () => number): Mutation {
  const mutant = structuredClone(original);
  const { parent, key } = pick(placesIn(mutant), random);
  const value = (parent as Record<string, unknown>)[key];
  const changes: (() => Mutation)[] = [
    () => {
      remove(parent, key);
      return { mutant };
    },
    () => {
      (parent as Record<string, unknown>)[key] = structuredClone(pick(OTHER_TYPES, random));
      return { mutant };
    },
    () => {
      (parent as Record<string, unknown>)[key] =
        typeof value === 'string'
          ? misspell(value, random)
          : structuredClone(pick(OTHER_TYPES, random));
      return { mutant };
    },
    () => {
      if (Array.isArray(parent)) return mutateJson(original, random);
      const to = misspell(key, random);
      remove(parent, key);
      parent[to] = value;
      return { mutant, renamed: [key, to] };
    },
  ];
  return pick(changes, random)();
}

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const parent = value as Container;
  return Object.entries(parent).flatMap(([key, part]: [string, unknown]) => [
    { parent, key },
    ...placesIn(part),
  ]);
}

function remove(parent: Container, key: string): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else Reflect.deleteProperty(parent, key);
}

/** Returns another text: a letter is added, left out or replaced. */
function misspell(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length);
  const letter = pick([...LETTERS], random);
  const misspelt = pick(
    [
      text.slice(0, at) + letter + text.slice(at),
      text.slice(0, at) + text.slice(at + 1),
      text.slice(0, at) + letter + text.slice(at + 1),
    ],
    random,
  );
  return misspelt === text ? `${text}x` : misspelt;
}

function pick<T>(choices: readonly T[], random: () => number): T {
  return choices[Math.floor(random() * choices.length)] as T;
}
