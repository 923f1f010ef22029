import { basename } from 'node:path';

/** Words that names in src/ avoid, each with the word of the glossary (ARCHITECTURE.md). */
const REPLACEMENTS = {
  answer: 'response, or result of an operation',
  answers: 'responses, or results of an operation',
  reauthenticate: 'step up',
  regenerate: 'generate',
  renew: 'generate',
  sentence: 'message',
  sentences: 'messages',
  told: 'reported',
  unenroll: 'unlink',
  word: 'message',
  words: 'messages',
};

/** `recoveryCodesLeft` and `recovery-codes-left` are of the words recovery, codes and left. */
const wordsOf = (name) => name.split(/(?=[A-Z])|[-_.]/).map((word) => word.toLowerCase());

/** "What it returns" says less than "Returns the label". ("Whether …" is fine: it is how the platform describes flags.) */
const VAGUE_START = /^\*(?:\s*\*)?\s*(?:What|Who|Whoever)\b/;

/**
 * ESLint: names use the words of the glossary, and docstrings start with a verb or a noun.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const glossaryRule = {
  meta: { type: 'suggestion', schema: [] },
  create(context) {
    const check = (node, name) => {
      const word = wordsOf(name).find((one) => Object.hasOwn(REPLACEMENTS, one));
      if (word === undefined) return;
      const message = `"${name}": instead of "${word}" say "${REPLACEMENTS[word]}" (ARCHITECTURE.md, Glossary).`;
      context.report({ node, message });
    };
    return {
      Program(node) {
        check(node, basename(context.filename));
        for (const { type, value, loc } of context.sourceCode.getAllComments()) {
          if (type !== 'Block' || !VAGUE_START.test(value)) continue;
          context.report({
            loc: loc ?? node.loc,
            message: 'Start a docstring with a verb or a noun: "Returns …".',
          });
        }
      },
      Identifier: (node) => check(node, node.name),
      PrivateIdentifier: (node) => check(node, node.name),
    };
  },
};
