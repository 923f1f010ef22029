import type { ProgramMessage } from '@lit/localize-tools/lib/messages.js';
import { carryOver, hashOf, patternOf, wrongPlaceholders, type Pattern } from './pattern.js';
import type { Unit } from './read-xliff.js';
import type { WrittenUnit } from './write-xliff.js';

/** A message of the code. Its `desc` begins with its screen: "Sign-in, code: heading". */
export type SourceMessage = Pick<ProgramMessage, 'name' | 'contents' | 'desc' | 'tag'>;

/** By message id: the hash of the English that was translated, and of its translation. */
export type Lock = Readonly<Record<string, string>>;

/** The files of a locale, as they were read. */
export interface LocaleFiles {
  readonly units: ReadonlyMap<string, Unit>;
  readonly lock: Lock;
}

/** A locale brought up to date with the code, and the messages that need a translator. */
export interface UpdatedLocale {
  readonly units: readonly WrittenUnit[];
  readonly lock: Lock;
  readonly missing: readonly string[];
  /** The English has changed since the translation. */
  readonly stale: readonly string[];
  /** Each with its fault: "code.label has no {0}". */
  readonly wrong: readonly string[];
}

/** Marks a translation whose English has changed (XLIFF 1.2, `state`). */
export const STALE = 'needs-review-translation';

/** The states by which an editor says that a translation is right as it is. */
const RIGHT: readonly (string | undefined)[] = ['translated', 'final', 'signed-off'];

const NEW_UNIT: Unit = { source: [], attributes: [], elements: [], stories: [] };

/**
 * Brings a locale up to date with the messages of the code. A message that is no longer in the code
 * leaves the files; its translation is in the history of git.
 *
 * @param stories By message id, the stories that show it. Without it, those in the file are kept.
 */
export function updateLocale(
  messages: readonly SourceMessage[],
  before: LocaleFiles,
  stories?: Readonly<Record<string, readonly string[]>>,
): UpdatedLocale {
  const lock: Record<string, string> = {};
  const [missing, stale, wrong]: [string[], string[], string[]] = [[], [], []];

  function update({
    name: id,
    contents: source,
    desc: description = '',
  }: SourceMessage): WrittenUnit {
    const unit = before.units.get(id) ?? NEW_UNIT;
    const shownBy = stories ? (stories[id] ?? []) : unit.stories;
    const found = { ...unit, id, source, description, stories: shownBy };
    if (unit.target === undefined) {
      missing.push(id);
      return { ...found, state: undefined };
    }
    const translated = translatedEnglish(unit, unit.target, before.lock[id]);
    const target = carryOver(unit.target, unit.source, source);
    const updated = { ...found, target };
    lock[id] = `${translated} ${hashOf(target)}`;
    const fault = wrongPlaceholders(target, source);
    if (fault) wrong.push(`${id} ${fault}`);
    if (translated === hashOf(patternOf(source))) {
      return { ...updated, state: unit.state === STALE ? undefined : unit.state };
    }
    stale.push(id);
    const attributes = unit.attributes.filter(([name]) => name !== 'approved');
    return { ...updated, attributes, state: STALE };
  }

  const units = messages.toSorted(byScreen).map(update);
  const sortedLock = Object.entries(lock).toSorted(([a], [b]) => compare(a, b));
  return { units, lock: Object.fromEntries(sortedLock), missing, stale, wrong };
}

/**
 * @returns The hash of the English that a translation was made of. It is the English beside it in the
 *   file if the translation is new, was edited, or is marked as right; otherwise the lock knows.
 */
function translatedEnglish(unit: Unit, target: Pattern, locked: string | undefined): string {
  const [english, translation] = locked?.split(' ') ?? [];
  const isApproved = unit.attributes.some(
    ([name, value]) => name === 'approved' && value === 'yes',
  );
  const isNew = translation !== hashOf(target) || RIGHT.includes(unit.state) || isApproved;
  return isNew || english === undefined ? hashOf(patternOf(unit.source)) : english;
}

const screenOf = ({ desc = '' }: SourceMessage): string => desc.split(':')[0] ?? '';

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Screen by screen, so that a translator sees what belongs together; moving code changes nothing. */
const byScreen = (a: SourceMessage, b: SourceMessage): number =>
  compare(screenOf(a), screenOf(b)) || compare(a.name, b.name);
