// A program that makes a backup or restores one; tests start it to kill it. Arguments: backup DATA OUT | restore FILE DATA.
import { openDataFolder } from '../datafolder/index.ts';
import { openDatabase } from '../postgres/index.ts';
import { makeBackup } from './make.ts';
import { restore } from './restore.ts';

const [what, from = '', to = ''] = process.argv.slice(2);
const passphrase = process.env.SHUANGYONG_PASSPHRASE;

if (what === 'restore') await restore({ file: from, dataDir: to, passphrase, url: undefined });
else {
  const folder = await openDataFolder(from);
  const database = await openDatabase({ folder, purpose: 'command', url: undefined });
  await makeBackup({ folder, ownerPool: database.ownerPool }, passphrase, to);
  await database.close();
}
