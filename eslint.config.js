import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import { glossaryRule } from './test/tools/glossary-rule.mjs';

/** The layers of src/, lowest first: a layer imports only from layers below it (ARCHITECTURE.md). */
const layers = ['otp', 'backend', 'flow', 'localization', 'elements'];

const forbid = (folders, message) => [
  'error',
  {
    patterns: folders.map((folder) => ({
      group: [`**/${folder}/**`],
      message,
    })),
  },
];

const layerRules = layers.map((layer, height) => ({
  files: [`src/${layer}/**/*.ts`],
  rules: {
    'no-restricted-imports': forbid(
      [...layers.slice(height + 1), 'development', 'testing', 'check', 'demo', 'test'],
      `${layer} may import only from the layers below it: ${layers.slice(0, height).join(', ') || 'none'}`,
    ),
  },
}));

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'storybook-static/',
      'coverage/',
      '.data/',
      'demo/manual/built/',
      'src/localization/generated/',
      'custom-elements.json',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      // The project service is made for editors, and takes a third longer to lint all files.
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // Chai reads `expect(x).to.be.true`; the promises of node:test's describe and it need no await.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['describe', 'it', 'test', 'suite'] },
            // Open WC's extension types chai's assertions as promises.
            { from: 'package', package: '@types/chai', name: 'Equal' },
          ],
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/script-tag/**'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice']],
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      'lit/no-template-map': 'off',
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
          message: 'Trusted Types block markup from strings (ARCHITECTURE.md, decision 3).',
        },
        {
          selector:
            ':not(MemberExpression, UnaryExpression, VariableDeclarator[id.type="ObjectPattern"], AssignmentPattern) > Identifier[name="document"]',
          message:
            'In the script-tag build, `document` is another object (src/script-tag/page-document.ts): use its members, or `getRootNode()` of a node.',
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    // browser-fetcher.ts runs in Node, where the check acts as a browser.
    ignores: ['src/backend/http/exchange.ts', 'src/check/browser-fetcher.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        {
          name: 'fetch',
          message: 'src/backend/http/exchange.ts is the only caller of fetch.',
        },
      ],
    },
  },
  {
    // Presets use the terms of their products.
    files: ['src/**/*.ts'],
    ignores: ['src/backend/presets/**'],
    plugins: { project: { rules: { glossary: glossaryRule } } },
    rules: { 'project/glossary': 'error' },
  },
  ...layerRules,
  {
    files: ['src/styles/**/*.ts'],
    rules: {
      'no-restricted-imports': forbid(
        [...layers, 'testing', 'check'],
        'every layer shares the styles, so they import none of them',
      ),
    },
  },
  {
    files: ['demo/**/*.{ts,mjs}'],
    rules: {
      'no-restricted-imports': forbid(['test'], 'demo must not import from test/'),
    },
  },
  {
    files: ['demo/server/**/*.ts'],
    rules: {
      'no-restricted-imports': forbid(
        ['src', 'test'],
        'demo/server must not import from src/, and demo must not import from test/',
      ),
    },
  },
  {
    files: ['**/*.{js,mjs}', 'vite.config.ts', 'test/**/*.ts', 'demo/**/*.ts'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'URL',
          'fetch',
          'document',
          'window',
          'location',
          'setTimeout',
          'clearTimeout',
          'performance',
          'Buffer',
          'Event',
          'EventTarget',
          'navigator',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
);
