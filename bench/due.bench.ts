// 100,000 people on the roll, the twelve months of 2017, from the database to JSON lines; against reading the same
// rows by COPY, opening the same numbers and writing the same finished answers.
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { monthOf } from '@shuangyong/values';
import { to as copyTo } from 'pg-copy-streams';
import { runCommand, runQuery } from '../packages/server/src/apps/command.ts';
import { KINDS } from '../packages/server/src/apps/kinds.ts';
import { type OpenRuntime, openRuntime } from '../packages/server/src/apps/runtime.ts';
import { OPERATOR } from '../packages/server/src/apps/visitor.ts';
import { type DuePerson, dueOf, dueText, readRoll } from '../packages/server/src/modules/benefits/index.ts';
import { importWorkbook } from '../packages/server/src/modules/imports/index.ts';
import { lawOf } from '../packages/server/src/modules/standards/index.ts';
import { inFolder, seconds, tell } from './measure.ts';
import { writeRoster } from './people.ts';

const PEOPLE = 100_000;
const SPAN = { from: monthOf(2017, 1), to: monthOf(2017, 12) };
const COLUMNS = `p.id, p.name, encode(p.identity_sealed, 'base64'), p.born_on, p.died_on, p.death_cause, s.id, s.category,
  s.grade, s.disability_cause, s.enlisted_on, s.discharged_on, s.service_years, s.enlistment_era, s.residence,
  s.approved_on, s.from_month, s.stop_month, s.support_mode, s.source_sheet, s.source_row`;

async function fill(
  { runtime }: OpenRuntime,
  folder: string,
): Promise<{ countyId: number; divisionId: string }> {
  const file = join(folder, 'roll.xlsx');
  await writeRoster(file, PEOPLE);
  const input = { file, fileName: 'roll.xlsx', kinds: KINDS, dataDir: runtime.dataDir };
  await runCommand(runtime, OPERATOR.caller, (tx, ctx) => importWorkbook(tx, ctx, input));
  const town = await runtime.db
    .selectFrom('division')
    .select(['id', 'county_id'])
    .where('level', '=', 'township')
    .executeTakeFirstOrThrow();
  return { countyId: town.county_id, divisionId: town.id };
}

interface Asked {
  readonly open: OpenRuntime;
  readonly place: { countyId: number; divisionId: string; divisionIds: readonly string[] };
  readonly folder: string;
}

/** What `due --jsonl` does; answers how many people and what they are due together. */
async function ours({ open, place, folder }: Asked): Promise<{ people: number; fen: number }> {
  const out = createWriteStream(join(folder, 'ours.jsonl'));
  const result = await runQuery(open.runtime, OPERATOR.caller, async (tx, ctx) => {
    const law = await lawOf(tx, place);
    let held = '';
    let people = 0;
    let fen = 0;
    for await (const person of readRoll(tx, place)) {
      const due = dueText(person, law, ctx.keys, SPAN);
      held += `${due.text}\n`;
      people += 1;
      fen += due.fen;
      if (held.length > 1 << 16) {
        await new Promise<void>((resolve) => out.write(held, () => resolve()));
        held = '';
      }
    }
    out.write(held);
    return { people, fen };
  });
  await new Promise<void>((resolve) => out.end(() => resolve()));
  return result;
}

/** COPY of the same rows, every number opened. */
async function copyRead({ open, place }: Asked): Promise<number> {
  const client = await open.installation.ownerPool.connect();
  let rows = 0;
  let rest = '';
  const lines = new Writable({
    write(chunk: Buffer, _encoding, done) {
      const parts = (rest + chunk.toString('utf8')).split('\n');
      rest = parts.pop() ?? '';
      for (const line of parts) {
        open.runtime.keys.open(Buffer.from(line.split('\t')[2] ?? '', 'base64'));
        rows += 1;
      }
      done();
    },
  });
  try {
    const query = `copy (select ${COLUMNS} from spell s join person p on p.county_id = s.county_id and p.id = s.person_id
      where s.county_id = ${place.countyId} and s.voided_at is null order by p.id) to stdout`;
    await pipeline(client.query(copyTo(query)), lines);
    return rows;
  } finally {
    client.release();
  }
}

/** Seconds of turning the finished answers into text, timed a page at a time so that they need not all be held. */
async function stringify({ open, place }: Asked): Promise<number> {
  return runQuery(open.runtime, OPERATOR.caller, async (tx, ctx) => {
    const law = await lawOf(tx, place);
    let spent = 0;
    let page: DuePerson[] = [];
    const write = async () => {
      spent += await seconds(() => page.reduce((length, due) => length + JSON.stringify(due).length, 0));
      page = [];
    };
    for await (const person of readRoll(tx, place)) {
      page.push(dueOf(person, law, ctx.keys, SPAN));
      if (page.length === 2_000) await write();
    }
    await write();
    return spent;
  });
}

await inFolder(async (folder) => {
  const open = await openRuntime(join(folder, 'data'), 'command');
  try {
    const town = await fill(open, folder);
    await open.installation.ownerPool.query('analyze');
    const asked = { open, folder, place: { ...town, divisionIds: [town.divisionId] } };
    await ours(asked);
    let answered = { people: 0, fen: 0 };
    const own = await seconds(async () => {
      answered = await ours(asked);
    });
    let rows = 0;
    const read = await seconds(async () => {
      rows = await copyRead(asked);
    });
    const written = await stringify(asked);
    if (rows !== answered.people) throw new Error(`${rows} rows read, ${answered.people} people answered`);
    tell({
      name: 'due',
      unit: 's',
      ours: own,
      baseline: read + written,
      baselineName: 'COPY of the same rows, numbers opened, finished answers written as JSON',
      ...answered,
      copySeconds: read,
      writeSeconds: written,
    });
  } finally {
    await open.close();
  }
});
