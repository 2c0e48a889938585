import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import type { Reporter } from 'vitest/node';
import { GUARDS, type Guard } from './guards.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SERVER = `${ROOT}/packages/server/src/`;
const DATABASE = 'testing/database.ts';
const OPENED = 'return { name, ownerPool, pool, keys, drop };';

function replaced(code: string, stands: string, becomes: string): string {
  if (code.split(stands).length !== 2) throw new Error(`stands not once: ${stands}`);
  return code.replace(stands, () => becomes);
}

/** The source as it would be without the guard; nothing on the disk is touched. */
function without({ name, file, stands = '', becomes = '', statement }: Guard) {
  return {
    name: `without ${name}`,
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      const path = id.split('?')[0]?.replace(SERVER, '');
      if (file !== undefined && path === file) return replaced(code, stands, becomes);
      if (statement !== undefined && path === DATABASE)
        return replaced(code, OPENED, `await ownerPool.query(${JSON.stringify(statement)});${OPENED}`);
      return undefined;
    },
  };
}

const tests = {
  root: ROOT,
  globalSetup: [`${import.meta.dirname}/server.ts`],
  testTimeout: 90_000,
  hookTimeout: 120_000,
};

/** Tells each test with the guard that was missing, where the gate asks for it. */
const reporter: Reporter = {
  onTestRunEnd(modules) {
    const ran = modules.flatMap((module) =>
      [...module.children.allTests()].map((one) => ({
        ...{ guard: module.project.name, name: one.fullName, state: one.result().state },
      })),
    );
    if (process.env.GUARDS_REPORT) writeFileSync(process.env.GUARDS_REPORT, JSON.stringify(ran));
  },
};

/** The money's tests once for each guard, with that guard taken out. */
export default defineConfig({
  test: {
    reporters: ['default', reporter],
    projects: GUARDS.map((guard) => ({
      plugins: [without(guard)],
      test: { ...tests, name: guard.name, include: [`packages/server/src/apps/${guard.in}`] },
    })),
  },
});
