import type { Message } from '@lit/localize-tools/lib/messages.js';
import { carryOver, hashOf, patternOf, wrongPlaceholders, type Pattern } from './pattern.js';
import type { Unit } from './read-xliff.js';
import type { WrittenUnit } from './write-xliff.js';

/** A message of the code. */
export interface SourceMessage extends Message {
  /** Begins with its screen: "Sign-in, code: heading". */
  readonly desc: string | undefined;
}

/** By message id: the hash of the English that was translated, and of its translation. */
export type Lock = Readonly<Record<string, string>>;

/** Translations of messages that are gone, by id. */
export type Removed = Readonly<
  Record<string, { readonly source: Pattern; readonly target: Pattern; readonly lock: string }>
>;

/** All that is known of a locale. */
export interface LocaleFiles {
  readonly units: ReadonlyMap<string, Unit>;
  readonly lock: Lock;
  readonly removed: Removed;
}

/** A locale after it met the messages of the code, with what a translator has to know. */
export interface UpdatedLocale {
  readonly units: readonly WrittenUnit[];
  readonly lock: Lock;
  readonly removed: Removed;
  readonly missing: readonly string[];
  /** The English has changed since the translation. */
  readonly stale: readonly string[];
  /** With what is wrong: "code.label has no {0}". */
  readonly wrong: readonly string[];
  /** Translations that were kept aside and are back. */
  readonly restored: readonly string[];
  /** Translations that went to another id with the same English: "a.b is now a.b.other". */
  readonly renamed: readonly string[];
}

/** What we write beside a translation whose English has changed (XLIFF 1.2, `state`). */
const STALE = 'needs-review-translation';

/** What a translator's editor writes beside a translation that is right as it is. */
const RIGHT: readonly (string | undefined)[] = ['translated', 'final', 'signed-off'];

const lockOf = (source: Pattern, target: Pattern): string => `${hashOf(source)} ${hashOf(target)}`;

/** Whether the translator says that the translation goes with the English beside it in the file. */
function isTranslatedAnew({ target, state, attributes }: Unit, lock: string | undefined): boolean {
  const wasEdited = target !== undefined && lock?.split(' ')[1] !== hashOf(target);
  const isApproved = attributes.some(([name, value]) => name === 'approved' && value === 'yes');
  return wasEdited || RIGHT.includes(state) || isApproved;
}

/** The English of a message as it was when it was translated, if that is known to be this. */
const isAbout = (lock: string, source: Pattern): boolean => lock.split(' ')[0] === hashOf(source);

const NEW_UNIT: Unit = { source: [], attributes: [], elements: [], stories: [] };

/**
 * Brings a locale up to date with the messages of the code. Nothing a translator made is lost: what is
 * no longer in the code is kept aside, and comes back with its message.
 *
 * @param stories By message id, the stories that show it; those in the file are kept without it.
 */
export function updateLocale(
  messages: readonly SourceMessage[],
  before: LocaleFiles,
  stories?: Readonly<Record<string, readonly string[]>>,
): UpdatedLocale {
  const ids = new Set(messages.map(({ name }) => name));
  const gone = new Map([...before.units].filter(([id, { target }]) => target && !ids.has(id)));
  const lock: Record<string, string> = {};
  const removed = new Map(Object.entries(before.removed).filter(([id]) => !ids.has(id)));
  const found = { missing: [], stale: [], wrong: [], restored: [], renamed: [] } as Record<
    'missing' | 'stale' | 'wrong' | 'restored' | 'renamed',
    string[]
  >;

  /** The unit of another id with the same English, of which that is the only one. */
  function takeRenamed(id: string, english: Pattern): [Unit, string | undefined] | undefined {
    if (before.units.has(id)) return undefined;
    const same = [...gone].filter(([, { source }]) => patternOf(source) === english);
    const [only] = same;
    if (!only || same.length > 1) return undefined;
    const [oldId, unit] = only;
    gone.delete(oldId);
    found.renamed.push(`${oldId} is now ${id}`);
    return [unit, before.lock[oldId]];
  }

  function takeRemoved(id: string): [Unit, string | undefined] | undefined {
    const kept = before.removed[id];
    if (!kept) return undefined;
    found.restored.push(id);
    return [{ ...NEW_UNIT, source: [kept.source], target: kept.target }, kept.lock];
  }

  function update({ name: id, contents: source, desc = '' }: SourceMessage): WrittenUnit {
    const english = patternOf(source);
    const own = before.units.get(id);
    const taken: [Unit, string | undefined] | undefined = own?.target
      ? [own, before.lock[id]]
      : (takeRemoved(id) ?? takeRenamed(id, english));
    const [unit, oldLock] = taken ?? [own ?? NEW_UNIT, undefined];
    const written = {
      ...unit,
      id,
      source,
      description: desc,
      stories: stories ? (stories[id] ?? []) : unit.stories,
    };
    if (unit.target === undefined) {
      found.missing.push(id);
      return { ...written, state: undefined };
    }
    const target = carryOver(unit.target, unit.source, source);
    const translated = patternOf(unit.source);
    const known =
      oldLock === undefined || isTranslatedAnew(unit, oldLock)
        ? lockOf(translated, unit.target)
        : oldLock;
    lock[id] = `${known.split(' ')[0] ?? ''} ${hashOf(target)}`;
    const wrong = wrongPlaceholders(target, source);
    if (wrong) found.wrong.push(`${id} ${wrong}`);
    if (isAbout(known, english)) {
      return { ...written, target, state: unit.state === STALE ? undefined : unit.state };
    }
    found.stale.push(id);
    const attributes = unit.attributes.filter(([name]) => name !== 'approved');
    return { ...written, target, attributes, state: STALE };
  }

  const units = messages.toSorted(byScreen).map(update);
  for (const [id, { source, target = '' }] of gone) {
    const english = patternOf(source);
    removed.set(id, { source: english, target, lock: before.lock[id] ?? lockOf(english, target) });
  }
  return { units, lock: sorted(Object.entries(lock)), removed: sorted([...removed]), ...found };
}

const screenOf = ({ desc = '' }: SourceMessage): string => desc.split(':')[0] ?? '';

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Screen by screen, so that a translator sees what belongs together; never by where the code stands. */
const byScreen = (a: SourceMessage, b: SourceMessage): number =>
  compare(screenOf(a), screenOf(b)) || compare(a.name, b.name);

const sorted = <Value>(entries: readonly [string, Value][]): Record<string, Value> =>
  Object.fromEntries(entries.toSorted(([a], [b]) => compare(a, b)));
