// A plugin of Stryker: leaves texts for developers as they are. Other words in them change nothing that a program
// or a user can notice.
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

const isText = ({ node }) => node.type === 'StringLiteral' || node.type === 'TemplateLiteral';

/** Whether this is the message of `new MfaError(kind, message)`. */
function isErrorMessage({ parent, listKey, key }) {
  if (parent?.type !== 'NewExpression' || listKey !== 'arguments') return false;
  const { name } = parent.callee;
  return name === 'MfaError' ? key === 1 : /Error$/.test(name) && key === 0;
}

/** Whether this says why a function `refuse` throws. */
const isReason = ({ parent, listKey }) =>
  parent?.type === 'CallExpression' && listKey === 'arguments' && parent.callee.name === 'refuse';

const isConsoleText = ({ parent, listKey }) =>
  parent?.type === 'CallExpression' &&
  listKey === 'arguments' &&
  parent.callee.object?.name === 'console';

const ignorer = {
  shouldIgnore: (path) =>
    isText(path) && [isErrorMessage, isReason, isConsoleText].some((isFor) => isFor(path))
      ? 'A text for developers.'
      : undefined,
};

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'texts-for-developers', ignorer),
];
