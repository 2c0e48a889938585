import { m } from '../packages/server/src/apps/ledger-testing.ts';
import { addPaper } from '../packages/server/src/modules/archive/index.ts';
import { acceptChange, rejectChange, reportEvent } from '../packages/server/src/modules/registry/index.ts';
import { decidePackage, enterPackage, readPackage } from '../packages/server/src/modules/standards/index.ts';
import { closeBooks, recover } from './after.ts';
import { payMonth, takeMonth } from './pay.ts';
import type { Happening, PlannedDay } from './plan.ts';
import type { Township } from './township.ts';

/** A county's own rate for children of martyrs, from August, told of in October. */
const raiseText = ({ year, fen }: Of<'raise'>) => `{ package: raise-${year}, title: 虚构的提标,
  sources: [{ id: raise-${year}, title: 虚构的通知 }], tables: [{ code: martyrChild.base, unit: fen_per_month, axes: [],
  combine: replace, values: [{ region: "621221", from: ${year}-08, to: ${year + 1}-07, knownOn: ${year}-10-15,
  source: raise-${year}, status: published, fund: central, cells: { "-": ${fen} } }] }] }`;

type Of<W extends Happening['what']> = Extract<Happening, { what: W }>;

async function enrol(town: Township, { who, right, grade }: Of<'enrol'>): Promise<void> {
  const disabled = right === '残疾军人' ? { grade, disability_cause: '因公' } : {};
  const account = `62284800${String(10_000_000 + who)}`;
  const cells = { category: right, from_month: m('2010-01'), bank_name: '农商行', account, ...disabled };
  town.ids.set(who, await town.enrol(`练${who}`, cells));
}

async function report(town: Township, day: string, who: number, type: 'death' | 'move', on: string) {
  const event = { type, day: on, source: '村里电话' };
  const { changeId } = await town.write((tx) => reportEvent(tx, town.on(day), town, idOf(town, who), event));
  town.waiting.set(who, changeId);
}

/** A second person confirms with a paper, or says that it was a mistake. */
async function decide(town: Township, day: string, { who, isFalse }: Of<'decide'>): Promise<void> {
  const changeId = town.waiting.get(who) ?? '';
  const ctx = town.on(day, '赵某');
  await town.write(async (tx) => {
    if (isFalse) return rejectChange(tx, ctx, town.countyId, changeId, '误报');
    const paper = { title: '证明', signedOn: day, paperClass: '佐证材料', originalAt: '1 盒 1 件' };
    const { id: paperId } = await addPaper(tx, ctx, town, paper);
    return acceptChange(tx, ctx, town.countyId, changeId, { paperId });
  });
}

async function raise(town: Township, day: string, told: Of<'raise'>): Promise<void> {
  await town.write(async (tx) => {
    const body = readPackage(raiseText(told));
    const { id } = await enterPackage(tx, town.on(day), town, { body, origin: 'typed' });
    await decidePackage(tx, town.on(day, '赵某'), town, id, { state: 'adopted' });
  });
}

async function happen(town: Township, day: string, one: Happening): Promise<void> {
  switch (one.what) {
    case 'enrol':
      return enrol(town, one);
    case 'death':
      return report(town, day, one.who, 'death', one.diedOn);
    case 'move':
      return report(town, day, one.who, 'move', day);
    case 'decide': {
      await decide(town, day, one);
      if (one.isDeath && !one.isFalse) town.knownDead.set(idOf(town, one.who), day);
      return;
    }
    case 'regrade':
      return town.correct(idOf(town, one.who), { grade: one.grade });
    case 'raise':
      return raise(town, day, one);
    case 'pay':
      return payMonth(town, day, one);
    case 'result':
      return takeMonth(town, day, one.month, one.returnedIn);
    case 'recover':
      return recover(town, day, one);
    case 'close':
      return closeBooks(town, day, one.month);
  }
}

/** Everything that happens on a day, in its order. */
export async function liveDay(town: Township, { day, happenings }: PlannedDay): Promise<void> {
  for (const one of happenings) await happen(town, day, one);
}

const idOf = (town: Township, who: number): string => town.ids.get(who) ?? '';
