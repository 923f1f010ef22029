// npm run schema: writes schema.json, which is made of the types of definition.ts.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { createGenerator } from 'ts-json-schema-generator';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const target = here('schema.json');

/** Names such as `Mapped<StatusFields>` would have to be percent-encoded in every reference. */
const plainName = (name) => name.replaceAll('<', '.').replaceAll('>', '');

/** Returns a docstring without links and case numbers, which are of use in the source only. */
function plainText(description) {
  return description
    .replace(/\{@link\s+([^}\s]+)\s*\}/g, '$1')
    .replace(/ \([ABC]\d+\)/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function tidy(part) {
  if (Array.isArray(part)) return part.map(tidy);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => {
      if (key === '$ref') return [key, plainName(value)];
      if (key === 'description' && typeof value === 'string') return [key, plainText(value)];
      return [key, tidy(value)];
    }),
  );
}

/**
 * Editors show the description of a definition instead of that of the property that refers to it, which
 * is closer to the matter. So only properties are described.
 */
function describeProperties(part, definitions) {
  if (Array.isArray(part)) return part.map((one) => describeProperties(one, definitions));
  if (typeof part !== 'object' || part === null) return part;
  const described = Object.entries(part.properties ?? {}).map(([name, property]) => {
    const { description } = definitions[property.$ref?.slice('#/definitions/'.length)] ?? {};
    return [name, { ...(description && { description }), ...property }];
  });
  const withProperties = part.properties
    ? { ...part, properties: Object.fromEntries(described) }
    : part;
  return Object.fromEntries(
    Object.entries(withProperties).map(([key, value]) => [
      key,
      describeProperties(value, definitions),
    ]),
  );
}

/**
 * Generates the JSON Schema of a backend definition: draft-07, which editors support best.
 *
 * @returns {Promise<string>} the text of schema.json
 */
export async function makeSchema() {
  const { definitions, ...schema } = createGenerator({
    path: here('definition.ts'),
    tsconfig: here('../../../tsconfig.json'),
    type: 'BackendDefinition',
    encodeRefs: false,
    // The compiler checks the types; the schema can be generated while they are wrong elsewhere.
    skipTypeCheck: true,
  }).createSchema('BackendDefinition');
  const named = Object.fromEntries(
    Object.entries(definitions).map(([name, part]) => [plainName(name), tidy(part)]),
  );
  const { description } = named.BackendDefinition;
  const whole = { ...schema, description, definitions: describeProperties(named, named) };
  for (const definition of Object.values(whole.definitions)) delete definition.description;
  return format(JSON.stringify(whole), { ...(await resolveConfig(target)), filepath: target });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(target, await makeSchema());
}
