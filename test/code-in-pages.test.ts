import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { filesBelow, root, textOf } from './source-files.ts';

const pages = ['README.md', ...['docs/guides', 'packages'].flatMap(filesBelow)].filter((path) =>
  path.endsWith('.md'),
);

/** Code that another test runs, or holds against a file. */
const isHeldElsewhere = (code: string) => /receiver\.mjs|'\.\/elements\//.test(code);

/** What stands in a page to be typed, as modules in folders from which the packages can be imported. */
const modules = new Map(
  pages.flatMap((page) => {
    const folder = page.startsWith('packages/') ? dirname(page) : 'examples/portal';
    return [...textOf(page).matchAll(/^```(?:js|ts)\n([^]*?)^```/gm)]
      .map(([, code]) => code ?? '')
      .filter((code) => !isHeldElsewhere(code))
      .map((code, index): [string, string] => {
        const name = `${page.replace(/\W+/g, '-')}-${index + 1}.ts`;
        return [join(root, folder, name), `${code}\nexport {};\n`];
      });
  }),
);
const names = join(root, 'examples/portal/names.d.ts');

/** What the compiler says of it: elements that are looked up count as found. */
function problems(): string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.convertCompilerOptionsFromJson(
    {
      ...config.compilerOptions,
      strictNullChecks: false,
      exactOptionalPropertyTypes: false,
      types: ['node'],
    },
    root,
  );
  const host = ts.createCompilerHost(options);
  const onDisk = { readFile: host.readFile, fileExists: host.fileExists };
  const own = (path: string) =>
    path === names ? textOf('test/code-in-pages/names.d.ts') : modules.get(path.replaceAll('\\', '/'));
  host.fileExists = (path) => own(path) !== undefined || onDisk.fileExists(path);
  host.readFile = (path) => own(path) ?? onDisk.readFile(path);
  const { getSourceFile } = host;
  host.getSourceFile = (path, version, ...rest) => {
    const text = own(path);
    return text === undefined
      ? getSourceFile(path, version, ...rest)
      : ts.createSourceFile(path, text, version);
  };
  const program = ts.createProgram([names, ...modules.keys()], options, host);
  return [names, ...modules.keys()].flatMap((path) => {
    const file = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ messageText }) => `${path.split('/').at(-1)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  });
}

describe('the code in the pages', () => {
  it('is found', () => {
    expect(modules.size).toBeGreaterThan(15);
  });

  it('is right by the types of the packages', { timeout: 120_000 }, () => {
    expect(problems()).toEqual([]);
  });
});
