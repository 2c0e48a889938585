import { describe, expect, it } from 'vitest';
import { readFigures, renderDocument } from '../../../platform/document/index.ts';
import type { Annex } from './annex.ts';
import { defaultCheckRules } from './check-rules.ts';
import { composeDraft } from './compose.ts';
import { withNotes } from './notes.ts';
import { printedReport } from './printed.ts';
import { refreshDraft } from './refresh.ts';
import { sampleFigures, sampleNotes } from './sample-figures.ts';
import { toDocument } from './to-document.ts';
import { defaultWording } from './wording.ts';

const figures = withNotes(sampleFigures(), sampleNotes, '2017-12-31');
const annex: Annex = {
  note: '各数截至 2017-12-31。',
  entries: [...figures.values()].map((figure) => ({
    ...{ figure, definition: `${figure.name}的口径`, source: '「活动」第 3 行' },
  })),
};
const draft = composeDraft({
  ...{
    year: 2017,
    office: '双河镇',
    figures,
    missingSheets: sampleNotes.missingSheets,
    wording: defaultWording(),
  },
});

describe('the paper of a draft', () => {
  it('prints under its bookmarks exactly the figures that the report names', async () => {
    const printed = printedReport(draft, figures, defaultCheckRules());
    const read = readFigures(await renderDocument(toDocument(draft, { state: 'draft', annex })));
    expect(read.map((each) => each.text)).toEqual(printed.figures.map((each) => each.text));
    expect(read.map((each) => each.bookmark.replace(/^fig_|_\d+$/g, ''))).toEqual(
      printed.figures.map((each) => each.code),
    );
    expect(printed).toMatchObject({ typed: [], unbound: [] });
    expect(printed.figures.find((each) => each.code === 'F02')).toEqual({
      ...{ code: 'F02', value: '981875.00', text: '981875元', place: '四.1' },
    });
  });

  it('lists every printed figure first, then every other that is not null or nought, with its exact value', () => {
    const rows = toDocument(draft, { state: 'draft', annex }).annexes[0]?.table.rows ?? [];
    const codes = rows.map((row) => row.code);
    expect(codes.slice(0, 3)).toEqual(['A01', 'A05', 'A06.raised']);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toContain('E02');
    expect(codes.indexOf('E02')).toBeGreaterThan(codes.indexOf('X.missing'));
    for (const left of ['A02', 'J04.people', 'X.difficulties']) expect(codes).not.toContain(left);
    const cells = (code: string) => rows.find((row) => row.code === code)?.cells;
    expect(cells('F02')?.slice(1, 5)).toEqual(['抚恤补助发放金额\nF02', '四.1', '981875.00', '元']);
    expect(cells('E02')?.[2]).toBe('—');
    expect(cells('C03.attendance')?.[3]).toBe('213\n估');
    expect(cells('M02')?.[3]).toBe('41/48\n85.4%');
  });

  it('marks what the office vouches for, and lists it with reason and name', () => {
    const own = {
      id: 'own',
      place: '四.9',
      runs: [{ kind: 'typed', text: '两百件', reason: '村报', who: '王某' }],
    } as const;
    const withOwn = {
      ...draft,
      blocks: [{ section: '四', sentences: [{ ...own, runs: [...own.runs] }] }],
    } satisfies typeof draft;
    const paper = toDocument(withOwn, { state: 'signed', annex });
    expect(paper.paragraphs[0]?.runs).toEqual([{ kind: 'text', text: '两百件', marks: ['人工'] }]);
    expect(paper.annexes[0]?.table.rows[0]?.cells).toEqual([
      '1',
      '人工填报',
      '四.9',
      '两百件',
      '',
      '理由：村报',
      '',
      '',
      '填报人：王某',
    ]);
  });

  it('carries working marks while a draft; signed, only what somebody vouched for is marked', () => {
    const marks = (state: 'draft' | 'signed') =>
      toDocument(draft, { state, annex }).paragraphs.flatMap(({ runs }) =>
        runs.flatMap((run) => run.marks ?? []),
      );
    expect(new Set(marks('draft'))).toEqual(new Set(['估', '○']));
    expect(marks('signed')).toEqual([]);
  });

  it('leaves out a sentence whose figure has gone', () => {
    const gone = refreshDraft(
      draft,
      withNotes(sampleFigures({ F01: { value: null } }), sampleNotes, '2017-12-31'),
    );
    const words = JSON.stringify(toDocument(gone, { state: 'draft', annex }).paragraphs);
    expect(words).not.toContain('抚恤补助');
    expect(words).toContain('危房改造');
  });

  it('says of an empty section that nothing is on record, but only while a draft', () => {
    const empty = composeDraft({
      ...{ year: 2017, office: '双河镇', figures: new Map(), missingSheets: [], wording: defaultWording() },
    });
    const words = (state: 'draft' | 'signed') =>
      JSON.stringify(toDocument(empty, { state, annex: { note: '', entries: [] } }).paragraphs);
    expect(words('draft')).toContain('二、强化宣传');
    expect(words('draft')).toContain('本节还没有可写的记录');
    expect(words('signed')).not.toContain('二、强化宣传');
  });
});
