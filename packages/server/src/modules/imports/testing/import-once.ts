import { openKysely } from '../../../kernel/db.ts';
import { makeKeys } from '../../../platform/datafolder/index.ts';
import { makePool, type Target } from '../../../platform/postgres/index.ts';
import { importWorkbook } from '../index.ts';
import { TEST_KINDS, testCtx } from './book.ts';

/** A process of its own that imports one file, for tests that kill it half-way. Says `ready`, then `done`. */
const [targetText = '', file = '', dataDir = ''] = process.argv.slice(2);
const pool = makePool(JSON.parse(targetText) as Target, { max: 1 });
const keys = makeKeys({ dataKey: Buffer.alloc(32, 1), hashKey: Buffer.alloc(32, 2) });
// Small parts: it is killed while the roll is written and the file still read, too.
const input = { file, fileName: '双拥台账.xlsx', kinds: TEST_KINDS, dataDir, partRows: 300 };
process.stdout.write('ready\n');
await openKysely(pool)
  .transaction()
  .execute((tx) => importWorkbook(tx, testCtx(keys), input));
process.stdout.write('done\n');
await pool.end();
