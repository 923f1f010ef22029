import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const folder = fileURLToPath(new URL('../../src/flow/', import.meta.url));

/**
 * The steps of every flow, read from the types in src/flow: each file with a union of states is a
 * flow, or the types of a flow that is long.
 *
 * @returns the steps under the name of the flow
 */
export function flowSteps(): Map<string, readonly string[]> {
  const files = readdirSync(folder).map((name) => folder + name);
  const program = ts.createProgram(files, { strict: true, noLib: true, types: [] });
  const checker = program.getTypeChecker();
  const flows = new Map<string, readonly string[]>();
  for (const file of files) {
    const states = program.getSourceFile(file)?.statements.find(isStateUnion);
    if (states) flows.set(basename(file).replace(/(-state)?\.ts$/, ''), stepsOf(states, checker));
  }
  return flows;
}

const isStateUnion = (node: ts.Statement): node is ts.TypeAliasDeclaration =>
  ts.isTypeAliasDeclaration(node) && node.name.text.endsWith('State');

function stepsOf(states: ts.TypeAliasDeclaration, checker: ts.TypeChecker): string[] {
  const step = checker.getPropertyOfType(checker.getTypeAtLocation(states), 'step');
  const type = step && checker.getTypeOfSymbol(step);
  const members = type?.isUnion() ? type.types : type ? [type] : [];
  return members.flatMap((member) => (member.isStringLiteral() ? [member.value] : []));
}
