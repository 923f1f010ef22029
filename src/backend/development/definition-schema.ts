import schema from '../definition/schema.json';
import type { RootSchema } from './json-schema.js';

/** The schema of a backend definition, the same as `schema.json` of the package. */
export const DEFINITION_SCHEMA = schema as RootSchema;
