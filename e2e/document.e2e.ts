import { beforeAll, describe, expect, it } from 'vitest';
import {
  type AnnexEntry,
  checkDraft,
  composeDraft,
  defaultCheckRules,
  defaultWording,
  toDocument,
  withNotes,
} from '../packages/server/src/modules/reporting/text/index.ts';
import { sampleFigures, sampleNotes } from '../packages/server/src/modules/reporting/text/sample-figures.ts';
import { type OfficialDocument, renderDocument } from '../packages/server/src/platform/document/index.ts';
import { linesOf, type PrintedPage, printedPages, textOf } from './support/office.ts';

const MM = 72 / 25.4;

function summary(): OfficialDocument {
  const figures = withNotes(sampleFigures(), sampleNotes, '2017-12-31');
  const draft = composeDraft({
    ...{
      year: 2017,
      office: '双河镇',
      figures,
      missingSheets: sampleNotes.missingSheets,
      wording: defaultWording(),
    },
  });
  const entries = [...figures.values()].map(
    (figure): AnnexEntry => ({
      figure,
      definition: '本年内符合条件的记录数，一户只算一次',
      source: '双拥台账.xlsx「活动」第 3 行等 4 行',
    }),
  );
  // Enough further rows for the table to run over several pages.
  const more = Array.from({ length: 60 }, (_, i) => {
    const first = entries[i % 4];
    if (!first) throw new Error('the sample has figures');
    return { ...first, figure: { ...first.figure, code: `Z${i}` } };
  });
  return toDocument(draft, {
    ...{
      state: 'draft',
      annex: { note: '各数截至 2017-12-31。', entries: [...entries, ...more] },
      problems: checkDraft(draft, { figures, rules: defaultCheckRules() }),
    },
    signature: { office: '双河镇人民政府', day: '2018年1月5日' },
    corrections: ['抚恤补助发放人数：360人 → 361人，补录1人（四.1）。'],
  });
}

describe('the raster of an official page, printed by LibreOffice', () => {
  let pages: PrintedPage[] = [];
  beforeAll(async () => {
    const characters = '军'.repeat(26 + 28 * 80);
    const paper: OfficialDocument = {
      ...{ title: '版式', state: 'final', annexes: [] },
      paragraphs: [{ level: 'body', runs: [{ kind: 'text', text: characters }] }],
    };
    pages = await printedPages(await renderDocument(paper));
  });

  it('is A4', () => {
    const sizes = pages.map((page) => [Math.round(page.width / MM), Math.round(page.height / MM)]);
    expect(new Set(sizes.map(String))).toEqual(new Set(['210,297']));
  });

  it('has 22 lines a page and 28 characters a line', () => {
    const second = pages[1];
    const body = second ? linesOf(second).slice(0, -1) : [];
    expect(body).toHaveLength(22);
    expect(new Set(body.map((line) => line.text.length))).toEqual(new Set([28]));
    // 2 + 20 lines on the first page, 22 on the two that follow, the rest on the fourth.
    expect(pages).toHaveLength(4);
  });

  it('sets the first line in by two characters', () => {
    const lines = pages[0] ? linesOf(pages[0]) : [];
    const [first, second] = lines.filter((line) => line.text.startsWith('军'));
    expect(first?.text).toHaveLength(26);
    expect((first?.xMin ?? 0) - (second?.xMin ?? 0)).toBeCloseTo(32, 0);
  });

  it('keeps the text inside its margins', () => {
    const body = pages[1] ? linesOf(pages[1]).slice(0, -1) : [];
    expect(Math.min(...body.map((line) => line.xMin))).toBeGreaterThanOrEqual(28 * MM - 1);
    expect(Math.max(...body.map((line) => line.xMax))).toBeLessThanOrEqual((210 - 26) * MM + 1);
    expect(body[0]?.yMin).toBeGreaterThanOrEqual(37 * MM - 1);
  });

  it('numbers odd pages on the right and even pages on the left, 7 mm under the text', () => {
    const feet = pages.map((page) => linesOf(page).at(-1));
    expect(feet.map((foot) => foot?.text.replace(/\s/g, ''))).toEqual(['—1—', '—2—', '—3—', '—4—']);
    feet.forEach((foot, i) => {
      const odd = i % 2 === 0;
      if (odd) expect(foot?.xMax).toBeCloseTo((210 - 26) * MM - 14, -1);
      else expect(foot?.xMin).toBeCloseTo(28 * MM + 14, -1);
      expect((foot?.yMin ?? 0) / MM).toBeGreaterThan(297 - 35 + 5);
      expect((foot?.yMin ?? 0) / MM).toBeLessThan(297 - 35 + 9);
    });
  });
});

describe('the annual summary, printed by LibreOffice', () => {
  let pages: PrintedPage[] = [];
  beforeAll(async () => {
    pages = await printedPages(await renderDocument(summary()));
  });

  it('carries the figures of the reference township', () => {
    const text = textOf(pages).replace(/\s/g, '');
    for (const words of [
      '建军90周年',
      '6期',
      '2处',
      '15幅',
      '1条',
      '200余人次',
      '500余人次',
      '50余人次',
      '4户',
    ])
      expect(text).toContain(words);
    for (const words of ['500元', '360人', '981875元', '28人', '199752元', '48人', '60人', '23件'])
      expect(text).toContain(words);
  });

  it('is stamped on every page while a draft, and ends with its open problems', () => {
    for (const page of pages) expect(textOf([page])).toContain('草稿');
    expect(textOf(pages.slice(-1))).toContain('「祭扫人次」是估计数');
  });

  it('prints 更正说明 before the annex, each on a page of its own', () => {
    const correction = pages.findIndex((page) => textOf([page]).includes('更正说明'));
    const annex = pages.findIndex((page) => /^草稿附件(?!：)/.test(textOf([page])));
    expect(correction).toBeGreaterThan(0);
    expect(annex).toBe(correction + 1);
  });

  it('repeats the head of the annex on each of its pages', () => {
    const annexPages = pages.filter((page) => textOf([page]).includes('口径（定义）'));
    expect(annexPages.length).toBeGreaterThan(2);
    for (const page of annexPages) expect(textOf([page]).match(/序号/g)).toHaveLength(1);
  });
});
