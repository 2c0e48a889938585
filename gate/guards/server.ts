import type { TestProject } from 'vitest/node';
import { startTestServer, type TestServer } from '../../packages/server/src/testing/index.ts';

/** The database server of the run that started this one; one of its own when somebody runs it by hand. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.GUARDS_TEST_SERVER;
  if (given !== undefined) {
    project.provide('testServer', JSON.parse(given) as TestServer);
    return undefined;
  }
  const { close, ...server } = await startTestServer();
  project.provide('testServer', server);
  return close;
}
