// Builds packages/web into packages/web/dist when anything it is made of has changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { launchFolder, root, runPinned, say } from './launch.mjs';
import { withLock } from './lock.mjs';

const web = join(root, 'packages/web');
const dist = join(web, 'dist');
const stampFile = join(dist, '.stamp');
const sources = [
  'packages/web',
  'packages/values',
  'packages/policy',
  'contract',
  'docs/manual',
  'package-lock.json',
];

/** Builds the screens unless they are up to date; ends the process if the build fails. */
export async function ensureWebBuilt() {
  if (!existsSync(join(web, 'index.html')) || isBuilt()) return;
  mkdirSync(launchFolder, { recursive: true });
  await withLock(
    join(launchFolder, 'web.lock'),
    async () => {
      if (!isBuilt()) await build();
    },
    () => say('另一个进程正在生成界面，等它完成……'),
  );
}

async function build() {
  say('正在生成界面（约需半分钟）……');
  const stamp = sourceStamp();
  const fresh = join(launchFolder, `web-${process.pid}`);
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  // Built beside and moved in, so that a server already running never serves half a build.
  const code = await runPinned([vite, 'build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'], {
    cwd: web,
    stdio: ['ignore', process.stderr.fd, process.stderr.fd],
    env: { NODE_ENV: 'production' },
  });
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    say('界面没有生成成功。');
    process.exit(1);
  }
  writeFileSync(join(fresh, '.stamp'), stamp);
  rmSync(dist, { recursive: true, force: true });
  renameSync(fresh, dist);
}

function isBuilt() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourceStamp();
}

function sourceStamp() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesUnder(join(root, source)))) {
    hash.update(`${relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (path.endsWith('package-lock.json')) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !/(^|[\\/])(node_modules|dist)[\\/]/.test(relative(root, file)))
    .sort();
}
