import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { day } from '@shuangyong/values';
import type { Db } from '../kernel/db.ts';
import { createUser, findUserByName, type User } from '../modules/access/index.ts';
import { addPaper } from '../modules/archive/index.ts';
import { getDivision } from '../modules/divisions/index.ts';
import {
  DERIVED_PACKAGE,
  decidePackage,
  enterPackage,
  type LocalPackage,
  type PackageOrigin,
  readPackage,
} from '../modules/standards/index.ts';
import { storeFile } from '../platform/files/store.ts';
import type { Place } from '../platform/http/index.ts';
import { runCommand } from './command.ts';
import { placeOf } from './places.ts';
import { type AppRuntime, PROJECT_FOLDER } from './runtime.ts';
import { OPERATOR, userVisitor } from './visitor.ts';

const FILE = join(PROJECT_FOLDER, 'examples/sample/law/优待金-2017.yaml');
const ENTERS = '周练习';
const ADOPTS = '吴练习';

/** The made paper behind an adoption; it says of itself that it is none. */
const PAPER = '本文件为练习编造，不是真的文件。县里两人核对后采用所附标准；推算的标准等正式文件到后再换。\n';

interface Hands {
  readonly place: Place;
  readonly enters: User;
  readonly adopts: User;
}

async function countyHands(runtime: AppRuntime, township: string, passCode: string): Promise<Hands> {
  const division = await getDivision(runtime.db, `${township.slice(0, 6)}000000`);
  const made = async (name: string, role: string) => {
    await runCommand(runtime, OPERATOR.caller, (tx, ctx) =>
      createUser(tx, ctx, { name, roles: [role], passCode, division }),
    );
    return (await findUserByName(runtime.db, name)) as User;
  };
  return { place: placeOf(division), enters: await made(ENTERS, '经办'), adopts: await made(ADOPTS, '复核') };
}

async function paperFor(runtime: AppRuntime, { place, enters }: Hands, title: string): Promise<string> {
  const file = await storeFile(runtime.dataDir, Buffer.from(`${title}\n${PAPER}`));
  const input = { title, signedOn: day('2017-06-20'), paperClass: '抚恤优待发放', fileName: `${title}.txt` };
  const write = (tx: Db, ctx: Parameters<typeof addPaper>[1]) => addPaper(tx, ctx, place, input, file);
  return (await runCommand(runtime, userVisitor(enters).caller, write)).id;
}

async function adopted(
  runtime: AppRuntime,
  hands: Hands,
  body: LocalPackage,
  origin: PackageOrigin,
): Promise<void> {
  const paperId = await paperFor(runtime, hands, `关于采用「${body.title}」的会商纪要（练习）`);
  const { id } = await runCommand(runtime, userVisitor(hands.enters).caller, (tx, ctx) =>
    enterPackage(tx, ctx, hands.place, { body, origin, paperId }),
  );
  await runCommand(runtime, userVisitor(hands.adopts).caller, (tx, ctx) =>
    decidePackage(tx, ctx, hands.place, id, { state: 'adopted', paperId }),
  );
}

/** The practice county: two users of its own, its allowance for conscripts, the derived rates taken over by both. */
export async function adoptSampleLaw(runtime: AppRuntime, township: string, passCode: string): Promise<void> {
  const hands = await countyHands(runtime, township, passCode);
  await adopted(runtime, hands, readPackage(readFileSync(FILE, 'utf8')), 'file');
  await adopted(runtime, hands, DERIVED_PACKAGE, 'derived');
}
