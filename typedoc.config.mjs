import { OptionDefaults } from 'typedoc';

/** A type that only serves another's definition needs no page of its own; a link that leads nowhere is an error. */
const validation = { notExported: false, invalidLink: true };

/** @type {Partial<import('typedoc').TypeDocOptions>} */
export default {
  name: 'Numberdesk',
  entryPointStrategy: 'packages',
  entryPoints: ['packages/core', 'packages/elements', 'packages/server', 'packages/msw'],
  out: 'docs/api',
  readme: 'README.md',
  projectDocuments: ['docs/ARCHITECTURE.md', 'docs/guides/*.md', 'docs/decisions/*.md'],
  includeVersion: true,
  highlightLanguages: [...OptionDefaults.highlightLanguages, 'sql'],
  packageOptions: {
    validation,
    entryPoints: ['src/*.ts'],
    exclude: ['src/main.ts'],
    skipErrorChecking: true, // `pnpm run typecheck` looks at the same files
    disableGit: true, // a clone without a remote has no address to link to
    gitRevision: 'main',
    sourceLinkTemplate: 'https://example.invalid/numberdesk/{path}#L{line}',
    excludePrivate: true,
    excludeProtected: true,
    excludeInternal: true,
    excludeExternals: true, // else every member of LitElement and HTMLElement
    blockTags: [...OptionDefaults.blockTags, '@slot', '@csspart', '@cssprop', '@cssstate', '@fires', '@attr'],
  },
  validation,
  treatWarningsAsErrors: true,
};
