// The one way anything of this project is started: installed first, then run by the pinned Node, with stdin,
// stdout, stderr, signals and exit code passed through, and nothing left running behind.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, pinnedNode, root } from './install.mjs';

export { ensureInstalled, launchFolder, pinnedNode, root, say } from './install.mjs';

/** Installs if needed, runs `file` (TypeScript or JavaScript) and ends this process as it ended. */
export async function launch(file, args = process.argv.slice(2), options = {}) {
  await ensureInstalled();
  process.exit(await runPinned([file, ...args], options));
}

/** Runs the pinned Node with these arguments; resolves to its exit code. The packages must be installed. */
export function runPinned(args, options = {}) {
  const guard = pathToFileURL(join(root, 'bin/guard.mjs')).href;
  const child = spawn(pinnedNode, ['--disable-warning=ExperimentalWarning', `--import=${guard}`, ...args], {
    stdio: 'inherit',
    ...options,
    env: childEnvironment(options.env),
  });
  const stopWatching = forwardEnd(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      stopWatching();
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

function childEnvironment(extra) {
  const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  // Types are stripped and compiled once, not at every start. A folder that cannot be written is simply not used.
  const compiled = join(root, '.stamp', 'compiled');
  const own = { PATH: path, NODE_COMPILE_CACHE: compiled, SHUANGYONG_LAUNCHER: String(process.pid) };
  return { ...process.env, ...own, ...extra };
}

function forwardEnd(child) {
  const forward = (signal) => child.kill(signal);
  // A terminal sends ctrl-C to the whole group, the child has it already.
  const interrupt = () => {
    if (!process.stdin.isTTY) child.kill('SIGINT');
  };
  process.on('SIGTERM', forward).on('SIGHUP', forward).on('SIGINT', interrupt);
  const watch = watchNpm(() => child.kill('SIGTERM'));
  return () => {
    clearInterval(watch);
    process.off('SIGTERM', forward).off('SIGHUP', forward).off('SIGINT', interrupt);
  };
}

// npm starts us through a shell: npm ← sh ← this. If npm is killed the shell may live on, so both are watched.
// Started by hand (nohup, systemd) there is nobody to follow.
function watchNpm(onGone) {
  if (!process.env.npm_execpath) return undefined;
  const parent = process.ppid;
  const grandparent = parentOf(parent);
  const look = () => {
    if (process.ppid !== parent || parentOf(parent) !== grandparent) onGone();
  };
  return setInterval(look, 500).unref();
}

function parentOf(pid) {
  if (process.platform !== 'linux') return undefined;
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1];
  } catch {
    return undefined;
  }
}
