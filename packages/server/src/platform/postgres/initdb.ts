import { spawn } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from '../../kernel/refusal.ts';
import { asAccount, give } from './account.ts';
import type { ServerPlan } from './server.ts';
import { ended, watchOver } from './watchdog.ts';

/** Makes a cluster beside its place and moves it in when it is complete. */
export async function makeCluster(plan: ServerPlan): Promise<void> {
  const fresh = `${plan.cluster}.new`;
  const passwordFile = `${plan.cluster}.password`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  give(plan.account, fresh);
  writeFileSync(passwordFile, plan.owner.password, { mode: 0o600 });
  give(plan.account, passwordFile);
  try {
    await runInitdb(plan, fresh, passwordFile);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(fresh, plan.cluster);
}

async function runInitdb(plan: ServerPlan, cluster: string, passwordFile: string): Promise<void> {
  const child = spawn(plan.binaries.initdb, initdbArguments(plan, cluster, passwordFile), {
    ...asAccount(plan.account),
    cwd: dirname(plan.binaries.initdb),
    env: serverEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: process.platform !== 'win32',
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  child.once('error', (error) => {
    said += error.message;
  });
  // Killed half way we must not leave it writing into a folder that the next program clears away.
  const group = child.pid === undefined ? [] : [String(child.pid)];
  const watchdog = watchOver(plan.account, 'read -r _ || kill -s KILL -- "-$1"', group);
  await ended(child);
  await watchdog.dismiss();
  if (child.exitCode === 0) return;
  rmSync(cluster, { recursive: true, force: true });
  throw new Refusal('database_init', `数据库没有建立成功：${said.trim().split('\n').at(-1) ?? ''}`);
}

function initdbArguments(plan: ServerPlan, cluster: string, passwordFile: string): string[] {
  return [
    ...['-D', cluster, '-U', plan.owner.user, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
    // With LC_CTYPE=C trigram search would see no Chinese.
    ...['--encoding=UTF8', '--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...['--lc-ctype=C.UTF-8', '--wal-segsize=4', '--no-instructions'],
    ...(plan.settings?.includes('fsync=off') ? ['--no-sync'] : []),
  ];
}

/** The little that the programs of PostgreSQL need to know. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SYSTEMROOT, TEMP } = process.env;
  return { PATH, SYSTEMROOT, TEMP, LC_ALL: 'C', LC_CTYPE: 'C.UTF-8' };
}
