import { readFile } from 'node:fs/promises';
import { findMistakes } from '../backend/development/find-mistakes.js';
import type { Mistake } from '../backend/development/mistake.js';
import { findJsonError } from '../backend/development/json-error.js';
import { nearestNames } from '../backend/development/nearest-names.js';
import { splitRequest } from '../backend/http/request.js';
import type { MfaOperation } from '../backend/backend.js';
import type {
  BackendDefinition,
  OperationDefinition,
  VariableSource,
} from '../backend/definition/definition.js';
import { MfaError } from '../backend/mfa-error.js';
import { DEFAULT_PRESET, loadPreset, PRESET_NAMES } from '../backend/presets/index.js';
import { UsageError, type Command } from './read-command.js';

/** The JSON pointer of the sign-in in the definition that is made for it. */
const SIGN_IN = '/operations/stepUp';

/** The mistakes in a JSON file or a preset. */
export interface FileMistakes {
  readonly source: string;
  readonly mistakes: readonly Mistake[];
}

export interface LoadedDefinitions {
  readonly definition: BackendDefinition;
  /** The definition with the sign-in as its only operation, `stepUp`; `undefined` without `--sign-in`. */
  readonly signIn: BackendDefinition | undefined;
  /** The operations that leave the page, with the URL they leave it for, its variables not filled in. */
  readonly leavingOperations: ReadonlyMap<MfaOperation, string>;
}

/**
 * Reads the definition and the sign-in that a command names.
 *
 * @returns The mistakes in them, if there are any.
 * @throws UsageError for a file that cannot be read or is not JSON, and for a preset that does not exist.
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
  const leavingOperations = findLeavingOperations(definition, command.baseUrl);
  if (!signInFile) return { definition, signIn: undefined, leavingOperations };
  const signIn = asDefinition(await readJson(signInFile), definition, command);
  // The rest is that of the definition, which was checked with all of its operations.
  const wrong = findMistakes(signIn)
    .filter(({ pointer }) => pointer.startsWith(SIGN_IN))
    .map(({ pointer, message }) => ({ pointer: pointer.slice(SIGN_IN.length), message }));
  return wrong.length > 0
    ? [{ source: signInFile, mistakes: wrong }]
    : { definition, signIn, leavingOperations };
}

function findLeavingOperations(
  { operations }: BackendDefinition,
  baseUrl: string,
): ReadonlyMap<MfaOperation, string> {
  return new Map(
    (Object.entries(operations) as [MfaOperation, OperationDefinition][]).flatMap(
      ([name, { navigate, form }]) => {
        const path = navigate ?? (form && splitRequest(form)[1]);
        if (path === undefined) return [];
        return [[name, path.startsWith('/') ? baseUrl + path : path] as const];
      },
    ),
  );
}

/**
 * Makes the sign-in the `stepUp` of a definition, because that operation is given a password. It can use
 * the variables of the command line, and its response may give those that the definition reads from a page.
 */
function asDefinition(
  signIn: unknown,
  definition: BackendDefinition,
  { variables }: Command,
): BackendDefinition {
  const names = ['origin', ...variables.keys()];
  const given = Object.fromEntries(
    names.map((name) => [name, { page: 'given on the command line' }]),
  );
  const declared = Object.fromEntries(
    Object.entries(definition.variables ?? {}).map(([name, sources]) => [
      name,
      [sources].flat().map(makeOptional),
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
