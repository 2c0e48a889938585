import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type OfficialDocument, readFigures, renderDocument } from './index.ts';

const text = (words: string) => ({ kind: 'text', text: words }) as const;
const figure = (code: string, words: string, marks: string[] = []) =>
  ({ kind: 'figure', code, text: words, marks }) as const;

const paper: OfficialDocument = {
  title: '双河镇2017年度双拥工作总结',
  state: 'draft',
  paragraphs: [
    { level: 'heading1', runs: [text('一、加强领导')] },
    {
      level: 'body',
      runs: [
        text('全年召开会议'),
        figure('A01', '4次', ['估', '未佐证']),
        text('，另'),
        figure('A01', '四次'),
        text('，议定'),
        figure('A06.raised', '9项 <甲&乙>'),
      ],
    },
  ],
  signature: { office: '双河镇人民政府', day: '2018年1月5日' },
  corrections: [{ level: 'body', runs: [text('360人 → 361人')] }],
  problems: ['「三百余封」没有来源。'],
  annexes: [
    {
      title: '数据来源对照表',
      table: {
        linkColumn: 0,
        columns: [{ head: '指标', widthMm: 156, align: 'left' }],
        rows: [
          { code: 'A01', cells: ['领导小组会议'] },
          { code: 'F02', cells: ['发放金额'] },
        ],
      },
    },
  ],
};

async function partsOf(doc: OfficialDocument): Promise<Map<string, string>> {
  const files = unzipSync(await renderDocument(doc));
  return new Map(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe('an official document', () => {
  it('gives its figures back, each under a bookmark of its own', async () => {
    expect(readFigures(await renderDocument(paper))).toEqual([
      { bookmark: 'fig_A01', text: '4次' },
      { bookmark: 'fig_A01_2', text: '四次' },
      { bookmark: 'fig_A06.raised', text: '9项 <甲&乙>' },
    ]);
  });

  it('reads a figure that Word has cut into several runs', () => {
    const xml =
      '<w:p><w:bookmarkStart w:id="7" w:name="fig_F02"/><w:r><w:t>98</w:t></w:r>' +
      '<w:r><w:t xml:space="preserve">1875&#20803;</w:t></w:r><w:bookmarkEnd w:id="7"/><w:r><w:t>。</w:t></w:r></w:p>';
    const docx = zipSync({ 'word/document.xml': strToU8(xml) });
    expect(readFigures(docx)).toEqual([{ bookmark: 'fig_F02', text: '981875元' }]);
    expect(() => readFigures(zipSync({}))).toThrow('word/document.xml');
  });

  it('links figures and annex rows both ways, and never to nowhere', async () => {
    const xml = (await partsOf(paper)).get('word/document.xml') ?? '';
    const anchors = [...xml.matchAll(/w:anchor="([^"]+)"/g)].map((m) => m[1]);
    const bookmarks = new Set([...xml.matchAll(/<w:bookmarkStart[^>]*w:name="([^"]+)"/g)].map((m) => m[1]));
    expect(anchors).toEqual(['src_A01', 'src_A01', 'fig_A01']);
    expect(anchors.every((anchor) => bookmarks.has(anchor))).toBe(true);
  });

  it('is laid out by the standard: A4, margins, 22 exact lines, two characters in', async () => {
    const parts = await partsOf(paper);
    const xml = parts.get('word/document.xml') ?? '';
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    const styles = parts.get('word/styles.xml') ?? '';
    const body = /<w:style [^>]*w:styleId="OfficialBody">.*?<\/w:style>/s.exec(styles)?.[0] ?? '';
    expect(body).toContain('w:firstLineChars="200"');
    expect(body).toMatch(/w:line="579" w:lineRule="exact"/);
    expect(xml).not.toMatch(/<w:docGrid[^>]*w:type=/);
  });

  it('names only styles that it brings along, and keeps its signature with the last words', async () => {
    const parts = await partsOf(paper);
    const xml = parts.get('word/document.xml') ?? '';
    const used = new Set([...xml.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map((m) => m[1]));
    const brought = [...(parts.get('word/styles.xml') ?? '').matchAll(/w:styleId="([^"]+)"/g)].map(
      (m) => m[1],
    );
    expect([...used].filter((style) => !brought.includes(style))).toEqual([]);
    const last = xml.slice(0, xml.indexOf('双河镇人民政府')).split('<w:p>').slice(-5);
    expect(last.every((paragraph) => paragraph.includes('<w:keepNext'))).toBe(true);
  });

  it('is stamped 草稿 with its open problems while a draft, and bare when signed', async () => {
    const all = (parts: Map<string, string>) => [...parts.values()].join('');
    const draft = all(await partsOf(paper));
    const final = all(await partsOf({ ...paper, state: 'final' }));
    expect(draft).toContain('草稿');
    expect(draft).toContain('「三百余封」没有来源。');
    expect(final).not.toContain('草稿');
    expect(final).not.toContain('三百余封');
    expect(final).toContain('更正说明');
  });

  it('numbers several annexes, and repeats the head of their tables', async () => {
    const [annex] = paper.annexes;
    if (!annex) throw new Error('the sample has one annex');
    const xml = (await partsOf({ ...paper, annexes: [annex, { ...annex, title: '附表' }] })).get(
      'word/document.xml',
    );
    expect(xml).toContain('附件2');
    expect(xml).toContain('2. 附表');
    expect(xml?.match(/<w:tblHeader\/>/g)).toHaveLength(2);
  });
});
