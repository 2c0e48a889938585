import type { TestProject } from 'vitest/node';
import { startTestServer, type TestServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/** One database server for the whole run; every test file makes its own database on it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { close, ...server } = await startTestServer();
  project.provide('testServer', server);
  return close;
}
