#!/usr/bin/env node
import { Command } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { createKey, createTenant, revokeKey } from './lib/command/administration.ts';
import { failureSentence } from './lib/command/failure-sentence.ts';
import { backup, move, restore } from './lib/command/moving.ts';
import { serve } from './lib/command/serve.ts';
import { readConfig, variables } from './lib/config.ts';

const program = new Command('numberdesk')
  .description('The backend of Numberdesk.')
  .version(packageJson.version)
  .addHelpText('after', () => {
    const rows = Object.entries(variables).map(
      ([name, { unless, means }]) => `  ${name} = ${unless}\n      ${means}`,
    );
    return `\nEnvironment:\n${rows.join('\n')}`;
  });

program
  .command('serve')
  .description('Listens, until SIGINT or SIGTERM.')
  .action(() => serve(readConfig(process.env)));

const tenant = program.command('tenant').description('The resellers that share this server.');

tenant
  .command('create')
  .description('Makes a tenant and prints its id.')
  .requiredOption('--name <name>', 'whose it is')
  .action(async ({ name }: { name: string }) => {
    print(await createTenant(readConfig(process.env), name));
  });

const key = program.command('key').description('Secret keys; a tenant may have several at once.');

key
  .command('create')
  .description('Makes a secret key and prints it, this once.')
  .requiredOption('--tenant <id>', "the tenant's id")
  .action(async (options: { tenant: string }) => {
    const created = await createKey(readConfig(process.env), options.tenant);
    print(created.key);
    tell(`Keep it like a password: it is not shown again. Its id is ${created.id}.`);
  });

key
  .command('revoke')
  .description('Ends a secret key at once.')
  .requiredOption('--tenant <id>', "the tenant's id")
  .requiredOption('--key <key>', "the key's id, or the key itself")
  .action(async (options: { tenant: string; key: string }) => {
    await revokeKey(readConfig(process.env), options.tenant, options.key);
    tell('The key is revoked.');
  });

program
  .command('backup')
  .description('Writes all data into a file: accounts, orders, sessions, keys in hashed form, everything.')
  .requiredOption('--to <file>', 'a new file, which only its owner may read')
  .action(async ({ to }: { to: string }) => {
    tell(`Written to ${to}: ${await backup(readConfig(process.env), to)}. Keep it like the database itself.`);
  });

program
  .command('restore')
  .description(
    'Puts a backup into a database or a folder in which there is no data yet: all of it, or nothing.',
  )
  .requiredOption('--from <file>', 'what "numberdesk backup" has written')
  .action(async ({ from }: { from: string }) => {
    tell(
      `Restored: ${await restore(readConfig(process.env), from)}. Now "numberdesk serve" goes on from there.`,
    );
  });

program
  .command('move')
  .description('Copies all data to another database in which there is none yet; the old one stays as it is.')
  .requiredOption('--to <place>', '"postgres://…", or a folder for the embedded database')
  .action(async ({ to }: { to: string }) => {
    const moved = await move(readConfig(process.env), to);
    const next = /^postgres(ql)?:/.test(to)
      ? 'set DATABASE_URL to that address'
      : 'unset DATABASE_URL, set NUMBERDESK_DATA to that folder';
    tell(`Moved: ${moved}. Now ${next} and start "numberdesk serve"; start the old one no more.`);
  });

/** What a script may go on with. */
function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** What a person reads. */
function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

try {
  await program.parseAsync();
} catch (error) {
  tell(`numberdesk: ${failureSentence(error)}`);
  process.exitCode = 1;
}
