/** Returns numbers from 0 up to 1. */
export type Random = () => number;

const NAMES = ['a', 'b', 'c', 'é_1', '', "it's", '"', '\\', 'a b', '0', '😀', '\n'];
/** Names that careless code would look up on a prototype (C30). */
const HOSTILE_NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'length'];
const SCALARS = [null, true, false, 0, 1, -1, 1.5, 1e21, '', 'a', '1', "it's", '\u2028'];

/** Returns one of the choices. */
export function pick<T>(random: Random, choices: readonly T[]): T {
  const choice = choices[Math.floor(random() * choices.length)];
  if (choice === undefined) throw new Error('There is nothing to choose from.');
  return choice;
}

/** Returns a list of `least` to `most` items. */
export function some<T>(random: Random, least: number, most: number, make: () => T): T[] {
  return Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, make);
}

function pickName(random: Random, hostile: boolean): string {
  return pick(random, hostile && random() < 0.3 ? HOSTILE_NAMES : NAMES);
}

/** Returns JSON, likely or not. Objects are parsed from text, so that `__proto__` is an own key. */
export function randomJson(random: Random, { hostile = false, depth = 4 } = {}): unknown {
  const inside = { hostile, depth: depth - 1 };
  const shape = depth === 0 ? 2 : random() * 3;
  if (shape < 1) return some(random, 0, 4, () => randomJson(random, inside));
  if (shape >= 2) return pick(random, SCALARS);
  const members = some(random, 0, 5, () => {
    const value = JSON.stringify(randomJson(random, inside));
    return `${JSON.stringify(pickName(random, hostile))}:${value}`;
  });
  return JSON.parse(`{${members.join()}}`) as unknown;
}

/** Returns a path in the subset of RFC 9535 that a definition may use. */
export function randomPath(random: Random, { hostile = false } = {}): string {
  return `$${randomSegments(random, 4, hostile, 2)}`;
}

function randomSegments(random: Random, most: number, hostile: boolean, filters: number): string {
  return some(random, 0, most, () => {
    const blank = randomBlank(random);
    const kind = random();
    if (kind < 0.25) return `${blank}.${pick(random, ['a', 'b', 'c', 'é_1'])}`;
    if (kind < 0.35) return `${blank}.*`;
    if (kind < 0.6) return `${blank}[${spaced(random, String(Math.floor(random() * 7) - 3))}]`;
    if (kind < 0.75) return `${blank}[${spaced(random, quote(random, pickName(random, hostile)))}]`;
    if (kind < 0.85 || filters === 0) return `${blank}[${spaced(random, '*')}]`;
    const tests = some(random, 1, 2, () => randomTest(random, hostile, filters - 1));
    return `${blank}[${spaced(random, `?${tests.join('&&')}`)}]`;
  }).join('');
}

function randomTest(random: Random, hostile: boolean, filters: number): string {
  const kind = random();
  if (kind < 0.5) {
    const not = kind < 0.25 ? '!' : '';
    return spaced(random, `${not}@${randomSegments(random, 2, hostile, filters)}`);
  }
  const name = random() < 0.3 ? '' : `[${quote(random, pickName(random, hostile))}]`;
  const scalar = pick(random, SCALARS);
  const literal = typeof scalar === 'string' ? quote(random, scalar) : JSON.stringify(scalar);
  const sign = spaced(random, kind < 0.75 ? '==' : '!=');
  return spaced(random, `@${name}${sign}${literal}`);
}

/** Returns a string literal in one of the notations of RFC 9535. */
function quote(random: Random, text: string): string {
  const escaped = JSON.stringify(text);
  if (random() < 0.3) {
    const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
    return `'${units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')}'`;
  }
  if (random() < 0.5) return escaped;
  return `'${escaped.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

function spaced(random: Random, text: string): string {
  return randomBlank(random) + text + randomBlank(random);
}

function randomBlank(random: Random): string {
  return random() < 0.9 ? '' : pick(random, [' ', '\t', '\r\n', '  ']);
}

const PIECES = [
  ...[
    '$',
    '@',
    '.',
    '..',
    '*',
    '[',
    ']',
    '?',
    '!',
    '(',
    ')',
    '&&',
    '||',
    '==',
    '!=',
    '<',
    ',',
    ':',
  ],
  ...["'", '"', '\\', '\\u', 'D83D', '\uD800', '\u0000', ' ', '-', '0', '1', '9007199254740992'],
  ...[
    'a',
    '.a',
    "['a']",
    '[0]',
    '[*]',
    '[?@.a]',
    '@.b',
    'length(',
    'true',
    '__proto__',
    '.constructor',
  ],
];

/** Returns a text that is a path only by chance. */
export function randomGarbage(random: Random): string {
  return (random() < 0.8 ? '$' : '') + some(random, 0, 12, () => pick(random, PIECES)).join('');
}

/** Returns the text with a few pieces inserted, removed or repeated. */
export function mutated(random: Random, text: string): string {
  let result = text;
  for (const piece of some(random, 1, 3, () => pick(random, PIECES))) {
    const [from = 0, to = 0] = [random(), random()]
      .map((part) => Math.floor(part * (result.length + 1)))
      .sort((a, b) => a - b);
    const middle = pick(random, [piece, '', result.slice(from, to).repeat(2)]);
    result = result.slice(0, from) + middle + result.slice(random() < 0.5 ? from : to);
  }
  return result;
}
