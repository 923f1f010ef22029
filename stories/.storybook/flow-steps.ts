import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const folder = fileURLToPath(new URL('../../src/flow/', import.meta.url));

/**
 * Reads the steps of every flow from the types in src/flow. The union of states of a flow is in the flow's
 * file, or in `state.ts` of its folder.
 *
 * @returns The steps by the name of the flow.
 */
export function flowSteps(): Map<string, readonly string[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^[\w-]+(\/state)?\.ts$/.test(name))
    .map((name) => folder + name);
  const program = ts.createProgram(files, { strict: true, noLib: true, types: [] });
  const checker = program.getTypeChecker();
  const flows = new Map<string, readonly string[]>();
  for (const file of files) {
    const flow = flowOf(file);
    const states = program.getSourceFile(file)?.statements.find(isStateOf(flow));
    if (states) flows.set(flow, stepsOf(states, checker));
  }
  return flows;
}

/** `enrollment/state.ts` belongs to the flow `enrollment`, and `login.ts` to `login`. */
const flowOf = (file: string): string => basename(file.replace(/\/state\.ts$/, ''), '.ts');

/** The union of states of `recovery-codes` is `RecoveryCodesState`. */
const isStateOf =
  (flow: string) =>
  (node: ts.Statement): node is ts.TypeAliasDeclaration =>
    ts.isTypeAliasDeclaration(node) &&
    node.name.text.toLowerCase() === `${flow.replaceAll('-', '')}state`;

function stepsOf(states: ts.TypeAliasDeclaration, checker: ts.TypeChecker): string[] {
  const step = checker.getPropertyOfType(checker.getTypeAtLocation(states), 'step');
  const type = step && checker.getTypeOfSymbol(step);
  const members = type?.isUnion() ? type.types : type ? [type] : [];
  return members.flatMap((member) => (member.isStringLiteral() ? [member.value] : []));
}
