export { createTestDatabase, type TestDatabase, testDatabase } from './database.ts';
export { type RunningTestServer, startTestServer, type TestServer } from './server.ts';
export { type TestTown, testContext, testTown } from './town.ts';
