import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const folder = fileURLToPath(new URL('../../src/flow/', import.meta.url));

/**
 * The steps of every flow, read from the types in src/flow: each file with a union of states is a
 * flow, or `state.ts` in the folder of a flow that is long.
 *
 * @returns the steps under the name of the flow
 */
export function flowSteps(): Map<string, readonly string[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => folder + name);
  const program = ts.createProgram(files, { strict: true, noLib: true, types: [] });
  const checker = program.getTypeChecker();
  const flows = new Map<string, readonly string[]>();
  for (const file of files) {
    const states = program.getSourceFile(file)?.statements.find(isStateUnion);
    if (states) flows.set(flowOf(file), stepsOf(states, checker));
  }
  return flows;
}

/** `enrollment/state.ts` and `login.ts` are of the flows `enrollment` and `login`. */
const flowOf = (file: string): string => basename(file.replace(/\/state\.ts$/, ''), '.ts');

const isStateUnion = (node: ts.Statement): node is ts.TypeAliasDeclaration =>
  ts.isTypeAliasDeclaration(node) && node.name.text.endsWith('State');

function stepsOf(states: ts.TypeAliasDeclaration, checker: ts.TypeChecker): string[] {
  const step = checker.getPropertyOfType(checker.getTypeAtLocation(states), 'step');
  const type = step && checker.getTypeOfSymbol(step);
  const members = type?.isUnion() ? type.types : type ? [type] : [];
  return members.flatMap((member) => (member.isStringLiteral() ? [member.value] : []));
}
