// Who may import whom. Each row is a sentence of docs/ARCHITECTURE.md; `pnpm run lint` checks them all.

const lib = (capability) => `^packages/[^/]+/src/lib/(?:${capability})/`;
/** Files without a dot-suffix in a capability of core: pure domain rules. */
const coreRule =
  '^packages/core/src/lib/(?:access|time|numbers|documents|orders|portouts|projects|onboarding)/[^./]+\\.ts$';
const tests = '\\.test\\.ts$|/test/';

/** Capabilities from the ground up; each may import those below it only. */
const floors = [
  'internal',
  'time',
  'access',
  'numbers',
  'documents',
  'orders|portouts',
  'projects|onboarding',
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or miss a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...floors.slice(0, -1).map((floor, index) => ({
      name: `${floor}-stands-below-${floors.slice(index + 1).join('-')}`,
      comment: 'Capabilities point one way.',
      severity: 'error',
      from: { path: lib(floor), pathNot: tests },
      to: { path: lib(floors.slice(index + 1).join('|')) },
    })),
    {
      name: 'orders-and-portouts-are-apart',
      severity: 'error',
      from: { path: lib('orders'), pathNot: tests },
      to: { path: lib('portouts') },
    },
    {
      name: 'portouts-and-orders-are-apart',
      severity: 'error',
      from: { path: lib('portouts'), pathNot: tests },
      to: { path: lib('orders') },
    },
    {
      name: 'a-rule-is-pure',
      comment: 'A rule of core runs without zod, ky, an operation table or a schema; types are welcome.',
      severity: 'error',
      from: { path: coreRule },
      to: { path: 'node_modules|\\.(?:api|schema)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'a-schema-knows-schemas-and-its-own-words',
      severity: 'error',
      from: { path: '^packages/core/src/lib/([^/]+)/[^/]+\\.schema\\.ts$' },
      to: {
        path: '^packages/core/src|node_modules',
        pathNot: ['\\.schema\\.ts$', '^packages/core/src/lib/$1/[^.]+\\.ts$', 'node_modules/zod/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'an-operation-table-knows-schemas-only',
      comment: 'Beside a table of its own capability: rows that only few call stand apart.',
      severity: 'error',
      from: { path: '^packages/core/src/lib/([^/]+)/.*\\.api\\.ts$' },
      to: {
        pathNot: ['\\.schema\\.ts$', '/http/operation\\.ts$', '^packages/core/src/lib/$1/[^/]+\\.api\\.ts$'],
      },
    },
    {
      name: 'a-caller-loads-no-input-schema',
      comment: 'A row names what is sent by type alone; the schemas stand in *.inputs.ts.',
      severity: 'error',
      from: { path: '^packages/core/.*\\.api\\.ts$' },
      to: { path: '(?:-input|-query)\\.schema\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'core-stands-alone',
      severity: 'error',
      from: { path: '^packages/core/', pathNot: tests },
      to: { path: '^packages/(?!core)' },
    },
    {
      name: 'an-element-registers-nothing',
      comment: 'A class stays free of side effects: it never imports a file that defines a tag.',
      severity: 'error',
      from: { path: '^packages/elements/src/lib/', pathNot: tests },
      to: { path: '^packages/elements/src/[^/]+\\.ts$' },
    },
    {
      name: 'elements-of-two-capabilities-are-apart',
      severity: 'error',
      from: { path: '^packages/elements/src/lib/([^/]+)/[^/]+\\.element\\.ts$' },
      to: { path: '\\.element\\.ts$', pathNot: '^packages/elements/src/lib/(?:$1|internal)/' },
    },
    {
      name: 'elements-know-no-server',
      severity: 'error',
      from: { path: '^packages/elements/src/', pathNot: tests },
      to: { path: '^packages/(?!elements|core)' },
    },
    {
      name: 'handlers-write-no-sql',
      severity: 'error',
      from: { path: '^packages/server/.*\\.handlers\\.ts$' },
      to: { path: 'node_modules/(?:kysely|pg|@electric-sql)/' },
    },
    {
      name: 'stores-know-no-http',
      severity: 'error',
      from: { path: '^packages/server/.*\\.store\\.ts$' },
      to: { path: 'node_modules/hono/|\\.handlers\\.ts$' },
    },
    {
      name: 'a-store-is-given-its-transaction',
      comment: 'Only handlers and jobs open one; a store sees the type alone.',
      severity: 'error',
      from: { path: '^packages/server/.*\\.store\\.ts$' },
      to: {
        path: '^packages/server/src/lib/db/',
        dependencyTypesNot: ['type-only'],
        pathNot: '/db/(?:tenant-id|sql|json)',
      },
    },
    {
      name: 'outsiders-use-published-entry-points',
      severity: 'error',
      from: { path: '^(?:examples|bench|docs|packages/(?:msw|react))/' },
      to: { path: '^packages/([^/]+)/src/lib/', pathNot: '^packages/(?:msw|react)/src/lib/' },
    },
    {
      name: 'no-orphans-no-strangers',
      comment: 'Everything that is imported is found and is written down in a package.json.',
      severity: 'error',
      from: { pathNot: '^examples/plain-html/portal\\.js$' }, // its imports are addresses of a site
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(?:^|/)(?:dist|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default', 'node', 'browser'],
    },
  },
};
