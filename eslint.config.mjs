import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const clock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time is given: take `now`.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time is given: take `now`.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Chance is given.',
  },
];
const wholeZod = {
  name: 'zod',
  importNames: ['z'],
  message: "It brings every locale: `import * as z from 'zod/mini'`.",
};

export default defineConfig([
  globalIgnores([
    '**/dist/',
    '**/coverage/',
    'docs/api/',
    '.toolchain/',
    '.wireit/',
    '**/test-results/',
    '.numberdesk/',
  ]),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-imports': ['error', { paths: [wholeZod] }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
    },
  },
  {
    files: ['packages/*/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...clock],
      'max-lines': ['error', { max: 300, skipComments: true }],
      'max-lines-per-function': ['error', { max: 80, skipComments: true }],
    },
  },
  {
    // What ships to a browser: no request but the client's, nothing kept, nothing leaked.
    files: ['packages/elements/src/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended']],
    rules: {
      'no-restricted-globals': ['error', 'fetch', 'localStorage', 'sessionStorage', 'event'],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'zod', message: "`import * as z from 'zod/mini'`." },
            {
              name: 'lit/directives/style-map.js',
              message: 'It writes a style attribute, which a strict policy blocks.',
            },
            {
              name: 'lit/directives/unsafe-html.js',
              message: 'It writes markup, which Trusted Types block.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.test.ts', '**/test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-globals': 'off',
    },
  },
  { files: ['**/*.config.ts'], rules: { 'no-restricted-exports': 'off' } },
]);
