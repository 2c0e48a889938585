import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { openKysely } from '../../kernel/db.ts';
import type { Cells, KindDef } from '../../platform/contract/kind.ts';
import { changeRecord, insertRecord, voidRecord } from '../../platform/records/write.ts';
import { testContext, testDatabase, testTown } from '../../testing/index.ts';
import { careIndicators, visitKind } from '../care/index.ts';
import { activityKind, meetingKind, recordsIndicators } from '../records/index.ts';
import type { ReportPlace } from './queries.ts';
import { getReport, type Report } from './report.ts';
import { composeReport, returnReport, saveReport, sendReport, signReport } from './service.ts';
import { setHash } from './sign.ts';
import type { Draft, FigureRun, Run } from './text/index.ts';

const { pool, keys } = await testDatabase();
const db = openKysely(pool);
const clerk = testContext(keys, '王某', '2018-01-05');
const leader = testContext(keys, '刘某', '2018-01-08');
const catalogue = {
  kinds: [meetingKind, activityKind, visitKind],
  indicators: [...recordsIndicators, ...careIndicators],
};

let places = 0;
/** A township of its own for each test: four visits of 500 yuan, an estimated crowd, one meeting. */
async function township(): Promise<ReportPlace & { readonly visits: readonly string[] }> {
  places += 1;
  const code = `3415240${String(places).padStart(2, '0')}000`;
  const town = await testTown(db, code);
  const place = { ...town, code, name: '练习镇' };
  const enter = (kind: KindDef, cells: Cells) => insertRecord(db, clerk, kind, town, cells);
  const visits = [];
  for (const name of ['何守义', '马远山', '方家福', '程家明'])
    visits.push(
      await enter(visitKind, {
        ...{ visited_on: '2017-07-31', name, mode: '上门', festival: '八一' },
        ...{ gift_fen: 50_000, signed: true },
      }),
    );
  await enter(activityKind, {
    ...{ held_on: '2017-04-04', activity_type: '祭扫', title: '重走红军路', audience: '干部群众' },
    ...{ attendance: 213, is_estimate: true },
  });
  await enter(meetingKind, {
    ...{ held_on: '2017-02-15', meeting_type: '领导小组', topic: '部署全年', invited: 15, attended: 14 },
  });
  return { ...place, visits };
}

const read = (place: ReportPlace): Promise<Report> => getReport(db, place, 2017, catalogue);
const compose = (place: ReportPlace) => composeReport(db, clerk, place, 2017, 'wording', 0, catalogue);
const save = (place: ReportPlace, version: number, draft: Draft) =>
  saveReport(db, clerk, place, 2017, version, draft, catalogue);
const sign = (place: ReportPlace, fingerprint?: string) =>
  signReport(db, leader, place, 2017, catalogue, { fingerprint });
const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

const sentences = (draft: Draft) => draft.blocks.flatMap((block) => block.sentences);
const textOf = (draft: Draft) =>
  sentences(draft)
    .map(({ runs }) => runs.map((run) => run.text).join(''))
    .join('');
const runOf = (draft: Draft, code: string) =>
  sentences(draft)
    .flatMap(({ runs }) => runs)
    .find((run): run is FigureRun => run.kind === 'figure' && run.code === code);

/** The draft with a sentence of the office's own at the end of the third part. */
function withOwn(draft: Draft, ...runs: Run[]): Draft {
  const own = { id: 'own', place: '', runs };
  return {
    ...draft,
    blocks: draft.blocks.map((block) =>
      block.section === '三' ? { ...block, sentences: [...block.sentences, own] } : block,
    ),
  };
}

/** A draft changed wherever a figure stands. */
function withFigures(draft: Draft, change: (run: FigureRun) => FigureRun): Draft {
  const runs = (of: readonly Run[]) => of.map((run) => (run.kind === 'figure' ? change(run) : run));
  return {
    ...draft,
    blocks: draft.blocks.map((block) => ({
      ...block,
      sentences: block.sentences.map((one) => ({ ...one, runs: runs(one.runs) })),
    })),
  };
}

async function sent(): Promise<Awaited<ReturnType<typeof township>>> {
  const place = await township();
  await compose(place);
  await sendReport(db, clerk, place, 2017, 1);
  return place;
}

describe('the first draft', () => {
  test('is composed from the records, and a sentence whose figure is null is left out', async () => {
    const place = await township();
    await compose(place);
    const { draft, state, version } = await read(place);
    expect([state, version]).toEqual(['draft', 1]);
    expect(textOf(draft)).toContain('走访慰问4户，每户慰问金500元，共2000元');
    expect(textOf(draft)).toContain('组织祭扫纪念活动1场，参加200余人次。');
    expect(textOf(draft)).toContain('召开双拥工作领导小组会议1次');
    // 宣传 has no row at all: its figures are null, and nothing stands in their place.
    expect(draft.blocks.find(({ section }) => section === '二')?.sentences).toEqual([]);
    expect(textOf(draft)).not.toContain('双拥专栏');
  });

  test('is not written over what somebody saved meanwhile', async () => {
    const place = await township();
    await compose(place);
    expect(await refused(compose(place))).toBe('changed_meanwhile');
  });

  test('uses last year’s text only where there is one, and says that it was not read yet', async () => {
    const place = await township();
    const fromLast = () => composeReport(db, clerk, place, 2018, 'lastYear', 0, catalogue);
    expect(await refused(fromLast())).toBe('no_last_year');
    await compose(place);
    await fromLast();
    const { draft, checks, hasLastYear } = await getReport(db, place, 2018, catalogue);
    expect(hasLastYear).toBe(true);
    expect(textOf(draft)).toContain('2018年是中国人民解放军建军91周年');
    expect(checks.filter(({ code }) => code === 'reused_unread')).toHaveLength(sentences(draft).length);
  });
});

describe('saving', () => {
  test('keeps the office’s words and writes every figure anew from the records', async () => {
    const place = await township();
    await compose(place);
    const { draft } = await read(place);
    const forged = withFigures(draft, (run) => ({ ...run, text: '999', marks: [] }));
    await save(place, 1, withOwn(forged, { kind: 'text', text: '老兵们很高兴。' }));
    const after = (await read(place)).draft;
    expect(textOf(after)).toContain('老兵们很高兴。');
    expect(textOf(after)).not.toContain('999');
    expect(runOf(after, 'D01')).toMatchObject({ text: '4户', marks: ['未佐证'] });
    expect(runOf(after, 'C03.attendance')).toMatchObject({ text: '200余人次', marks: ['估', '未佐证'] });
  });

  test('follows the wording that was chosen', async () => {
    const place = await township();
    await compose(place);
    const { draft } = await read(place);
    const chosen = withFigures(draft, (run) =>
      run.code === 'D01' ? { ...run, form: 'chinese' } : run.code === 'D03' ? { ...run, form: 'wan' } : run,
    );
    await save(place, 1, chosen);
    expect(textOf((await read(place)).draft)).toContain('走访慰问四户，每户慰问金500元，共0.2万元');
  });

  test('is refused on a version that is not the newest, and for another year', async () => {
    const place = await township();
    await compose(place);
    const { draft } = await read(place);
    await save(place, 1, draft);
    expect(await refused(save(place, 1, draft))).toBe('changed_meanwhile');
    expect(await refused(save(place, 2, { ...draft, year: 2016 }))).toBe('other_year');
  });

  test('names whoever saves as the one who vouches for a number, and hides no numeral behind a name', async () => {
    const place = await township();
    await compose(place);
    const { draft } = await read(place);
    const typed: Run = { kind: 'typed', text: '两百件', reason: '村报', who: '刘某' };
    const own = withOwn(draft, typed, { kind: 'text', text: '，三百余封信。' });
    await save(place, 1, { ...own, names: ['三百余封'] });
    const after = await read(place);
    const vouched = sentences(after.draft).flatMap(({ runs }) => runs.filter((run) => run.kind === 'typed'));
    expect(vouched).toEqual([{ ...typed, who: '王某' }]);
    expect(after.checks.filter(({ code }) => code === 'unsourced').map(({ text }) => text)).toEqual([
      '三百余封',
    ]);
  });
});

describe('a number without a source', () => {
  test('keeps the draft from being sent, until somebody vouches for it', async () => {
    const place = await township();
    await compose(place);
    const { draft } = await read(place);
    await save(place, 1, withOwn(draft, { kind: 'text', text: '寄出慰问信三百余封。' }));
    expect(await refused(sendReport(db, clerk, place, 2017, 2))).toBe('unsourced');
    const vouched: Run = { kind: 'typed', text: '三百余封', reason: '原始材料在纸上', who: '' };
    await save(place, 2, withOwn(draft, { kind: 'text', text: '寄出慰问信' }, vouched));
    await sendReport(db, clerk, place, 2017, 3);
    expect((await read(place)).state).toBe('sent');
  });

  test('keeps it from being signed as well, when nothing was sent first', async () => {
    const place = await township();
    await compose(place);
    await save(place, 1, withOwn((await read(place)).draft, { kind: 'text', text: '植树20余棵。' }));
    const fresh = signReport(db, leader, place, 2017, catalogue, { fresh: true });
    expect(await refused(fresh)).toBe('unsourced');
  });
});

describe('sent to be signed', () => {
  test('it is closed to changes, and open again once given back, with the reason', async () => {
    const place = await sent();
    const { draft, version } = await read(place);
    expect(await refused(save(place, version, draft))).toBe('sent');
    expect(await refused(sendReport(db, clerk, place, 2017, version))).toBe('sent');
    await returnReport(db, leader, place, 2017, '第三部分再核一下');
    const back = await read(place);
    expect([back.state, back.returned?.by, back.returned?.reason]).toEqual([
      'draft',
      '刘某',
      '第三部分再核一下',
    ]);
    expect([back.saved?.savedBy, back.saved?.sentBy]).toEqual(['王某', '王某']);
    await save(place, back.version, back.draft);
    await sendReport(db, clerk, place, 2017, back.version + 1);
    expect((await read(place)).returned).toBeUndefined();
    expect(await refused(returnReport(db, leader, place, 2016, '没有'))).toBe('not_sent');
  });

  test('a draft that was not sent is not signed', async () => {
    const place = await township();
    await compose(place);
    expect(await refused(sign(place))).toBe('not_sent');
  });

  test('what is signed is what was read: a record changed meanwhile refuses the signature', async () => {
    const place = await sent();
    const { fingerprint } = await read(place);
    await voidRecord(
      db,
      clerk,
      visitKind,
      { countyId: place.countyId, id: place.visits[0] ?? '' },
      1,
      '重复录入',
    );
    expect(await refused(sign(place, fingerprint))).toBe('changed_meanwhile');
    await sign(place, (await read(place)).fingerprint);
    expect(textOf((await read(place)).draft)).toContain('走访慰问3户');
  });
});

describe('signed', () => {
  let place: Awaited<ReturnType<typeof township>>;
  let signingId: string;
  beforeAll(async () => {
    place = await sent();
    signingId = await sign(place, (await read(place)).fingerprint);
  });

  test('values and the records behind them are frozen, each set under its own hash', async () => {
    const { rows } = await sql<{
      code: string;
      value: unknown;
      hash: Buffer;
    }>`select code, value, set_hash as hash
      from signing_figure where signing_id = ${signingId} and code in ('D01', 'D03') order by code`.execute(
      db,
    );
    expect(rows.map(({ code, value }) => [code, value])).toEqual([
      ['D01', 4],
      ['D03', '2000.00'],
    ]);
    const items = (
      await sql<{
        kind: string;
        id: string;
        version: number;
        contribution: string;
      }>`select record_kind as kind,
        record_id as id, version, contribution from signing_item where signing_id = ${signingId} and code = 'D01'`.execute(
        db,
      )
    ).rows;
    expect(items.map(({ id }) => id).sort()).toEqual([...place.visits].sort());
    expect(rows[0]?.hash.equals(setHash(items))).toBe(true);
  });

  test('the hash of the text is that of what the database keeps', async () => {
    const { rows } = await sql<{
      same: boolean;
    }>`select body_hash = sha256(convert_to(body::text, 'UTF8')) as same
      from signing where id = ${signingId}`.execute(db);
    expect(rows).toEqual([{ same: true }]);
  });

  test('nothing of it can be changed, and it is not signed a second time', async () => {
    expect(await refused(sign(place))).toBe('signed');
    const { draft, version } = await read(place);
    expect(await refused(save(place, version, draft))).toBe('signed');
    expect(await refused(composeReport(db, clerk, place, 2017, 'wording', version, catalogue))).toBe(
      'signed',
    );
    await expect(
      sql`update signing set signed_by = '某人' where id = ${signingId}`.execute(db),
    ).rejects.toThrow(/permission denied/);
  });

  test('the same records differ in nothing, a rate neither', async () => {
    const { differences, figures } = await read(place);
    expect(figures.figures.get('A05')?.value).toEqual({ num: 14, den: 15 });
    expect(differences).toEqual([]);
  });

  test('later differences stand beside it with the records that made them; text and annex stay', async () => {
    const before = await read(place);
    await insertRecord(db, clerk, visitKind, place, {
      ...{ visited_on: '2017-08-01', name: '史补录', mode: '上门', festival: '八一', gift_fen: 50_000 },
    });
    await changeRecord(
      db,
      clerk,
      visitKind,
      { countyId: place.countyId, id: place.visits[1] ?? '' },
      1,
      { gift_fen: 60_000 },
      { reason: '按签收表更正' },
    );
    const after = await read(place);
    expect([after.draft, after.signing?.annex]).toEqual([before.draft, before.signing?.annex]);
    const of = (code: string) => after.differences.find((one) => one.code === code);
    expect(of('D01')).toMatchObject({ before: '4户', after: '5户', because: '补录 1 条、更正 1 条' });
    expect(of('D03')?.sentence).toMatch(
      /^.+：原文「2000元」，现为「2600元」（三\.\d+），补录 1 条、更正 1 条。$/,
    );
    expect(of('C03.attendance')).toBeUndefined();
  });

  test('a changed value behind unchanged words is told as well', async () => {
    const crowd = await sql<{ id: string; version: number }>`select id, version from activity
      where division_id = ${place.divisionId}`.execute(db);
    const [row] = crowd.rows;
    await changeRecord(
      db,
      clerk,
      activityKind,
      { countyId: place.countyId, id: row?.id ?? '' },
      row?.version ?? 0,
      { attendance: 214 },
      { reason: '数照片' },
    );
    const told = (await read(place)).differences.find(({ code }) => code === 'C03.attendance');
    expect(told).toMatchObject({ before: '213', after: '214', because: '更正 1 条' });
  });
});
