import type { Part } from './part.js';
import { bytes } from './parts/bytes.js';
import { filmstrip } from './parts/filmstrip.js';
import { keys } from './parts/keys.js';
import { longTasks } from './parts/long-tasks.js';
import { many } from './parts/many.js';
import { modules } from './parts/modules.js';
import { navigation } from './parts/navigation.js';
import { qrCode } from './parts/qr-code.js';

/** The parts of the guide, in its order. */
const IN_GUIDE = {
  bytes,
  navigation,
  keys,
  'qr-code': qrCode,
  many,
  'long-tasks': longTasks,
} satisfies Readonly<Record<string, Part>>;

const PARTS: Readonly<Record<string, Part>> = { ...IN_GUIDE, filmstrip, modules };

/**
 * Returns the parts of these names; without names, those of the guide.
 *
 * @throws {Error} If there is no such part.
 */
export function chooseParts(names: readonly string[]): readonly Part[] {
  if (names.length === 0) return Object.values(IN_GUIDE);
  return names.map((name) => {
    const part = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
    if (!part) {
      throw new Error(`There is no part ${name}. The parts are ${Object.keys(PARTS).join(', ')}.`);
    }
    return part;
  });
}
