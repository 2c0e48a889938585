// A program that opens the database of a data folder, says so, and closes it when its standard input ends.
// Tests start several of them and kill some. Arguments: data folder, purpose.
import { Refusal } from '../kernel/refusal.ts';
import { openDataFolder } from '../platform/datafolder/index.ts';
import { openDatabase } from '../platform/postgres/index.ts';

const [dataDir = '', purpose = ''] = process.argv.slice(2);
const tell = (fact: Record<string, unknown>) => process.stdout.write(`${JSON.stringify(fact)}\n`);

try {
  const folder = await openDataFolder(dataDir);
  const database = await openDatabase({
    folder,
    purpose: purpose === 'serve' ? 'serve' : 'command',
    url: undefined,
    settings: ['fsync=off'],
    say: (sentence) => tell({ said: sentence }),
  });
  tell({ origin: database.origin });
  for await (const _ of process.stdin);
  await database.close();
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  tell({ refused: error.code });
}
