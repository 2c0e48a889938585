import { spawn } from 'node:child_process';

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  linux: ['xdg-open'],
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Opens the user's browser. A machine without one, or without a screen, is no error: the address is printed anyway. */
export function openBrowser(url: string): void {
  const opener = OPENERS[process.platform];
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!opener || !hasScreen) return;
  const [command, ...first] = opener;
  const child = spawn(command, [...first, url], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
