import { readFile } from 'node:fs/promises';
import { findMistakes } from '../backend/development/find-mistakes.js';
import type { Mistake } from '../backend/development/mistake.js';
import { findJsonError } from '../backend/development/json-error.js';
import { nearestNames } from '../backend/development/nearest-names.js';
import type {
  BackendDefinition,
  OperationDefinition,
  VariableSource,
} from '../backend/definition/definition.js';
import { MfaError } from '../backend/mfa-error.js';
import { DEFAULT_PRESET, loadPreset, PRESET_NAMES } from '../backend/presets/index.js';
import type { Command } from './read-command.js';
import { UsageError } from './usage-error.js';

/** Where the sign-in stands in the definition that is made of it. */
const SIGN_IN = '/operations/stepUp';

/** A file of JSON and what is not right in it. */
export interface FileMistakes {
  /** The name of the file or preset. */
  readonly source: string;
  readonly mistakes: readonly Mistake[];
}

/** What describes the backend, and how one signs in. */
export interface LoadedDefinitions {
  readonly definition: BackendDefinition;
  /** The definition with the sign-in in the place of its step-up; absent without `--sign-in`. */
  readonly signIn: BackendDefinition | undefined;
}

/**
 * Reads the definition and the sign-in that a command names.
 *
 * @returns What is not right in them, in place of them.
 * @throws UsageError for a file that is not there or no JSON, and a preset that does not exist.
 */
export async function loadDefinitions(
  command: Command,
): Promise<LoadedDefinitions | readonly FileMistakes[]> {
  const { definitionFile, signInFile, preset = DEFAULT_PRESET, timeout } = command;
  const source = definitionFile ?? preset;
  const given = definitionFile ? await readJson(definitionFile) : await readPreset(preset);
  const mistakes = findMistakes(given);
  if (mistakes.length > 0) return [{ source, mistakes }];
  const definition = { ...(given as BackendDefinition), ...(timeout && { timeout }) };
  if (!signInFile) return { definition, signIn: undefined };
  const signIn = asDefinition(await readJson(signInFile), definition, command);
  // The rest is the definition's, which was looked at with all of its operations.
  const wrong = findMistakes(signIn)
    .filter(({ pointer }) => pointer.startsWith(SIGN_IN))
    .map(({ pointer, message }) => ({ pointer: pointer.slice(SIGN_IN.length), message }));
  return wrong.length > 0 ? [{ source: signInFile, mistakes: wrong }] : { definition, signIn };
}

/**
 * The password is given as an operation that gets one. Of the page it has what was given on the command
 * line, and it may bring what the other operations ask of the page.
 */
function asDefinition(
  signIn: unknown,
  definition: BackendDefinition,
  { variables }: Command,
): BackendDefinition {
  const names = ['origin', ...variables.keys()];
  const given = Object.fromEntries(names.map((name) => [name, { page: 'given to the walk' }]));
  const declared = Object.fromEntries(
    Object.entries(definition.variables ?? {}).map(([name, sources]) => [
      name,
      listed(sources).map(makeOptional),
    ]),
  );
  return {
    ...definition,
    variables: { ...given, ...declared },
    operations: { stepUp: signIn as OperationDefinition },
  };
}

function makeOptional(source: VariableSource): VariableSource {
  return typeof source === 'object' && 'page' in source ? { ...source, optional: true } : source;
}

async function readPreset(name: string): Promise<BackendDefinition> {
  if (!PRESET_NAMES.includes(name)) {
    const near = nearestNames(name, PRESET_NAMES).join(', ');
    throw new UsageError(`There is no preset "${name}". Did you mean: ${near}?`);
  }
  try {
    return await loadPreset(name);
  } catch (error) {
    throw new UsageError(MfaError.from(error).message);
  }
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`${file} cannot be read.`);
  });
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UsageError(`${file} is not valid JSON: look at ${findJsonError(text)}.`);
  }
}

function listed(sources: VariableSource | readonly VariableSource[]): readonly VariableSource[] {
  return [sources].flat();
}
