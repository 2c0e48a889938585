import { expect, it } from 'vitest';
import { chaptersOf } from './manual.ts';

it('chapters stand in byte order of their names, numbered ones first', () => {
  const chapters = chaptersOf(
    { 'm/指标.md': '# 丁', 'm/10-档案.md': '# 丙', 'm/02-首页.md': '# 甲', 'm/09-导入.md': '# 乙' },
    {},
  );
  expect(chapters.map(({ title }) => title)).toEqual(['甲', '乙', '丙', '丁']);
  expect(chapters[0]?.id).toBe('02-首页');
});

it('a picture comes from where the build put it', () => {
  const [chapter] = chaptersOf(
    { 'm/a.md': '![首页](images/home.png)' },
    { 'x/images/home.png': '/assets/home-1a.png' },
  );
  expect(chapter?.html).toContain('<img src="/assets/home-1a.png" alt="首页" loading="lazy">');
});

it('a picture nobody has taken yet leaves no broken frame', () => {
  const [chapter] = chaptersOf({ 'm/a.md': '前\n\n![缺](images/none.png)\n\n后' }, {});
  expect(chapter?.html).not.toContain('<img');
});

it('a link to another chapter stays on the page, any other is kept', () => {
  const [first] = chaptersOf(
    { 'm/a.md': '[看](填表.md) [外](https://example.org)', 'm/填表.md': '# 填表' },
    {},
  );
  expect(first?.html).toContain('<a href="#填表">看</a>');
  expect(first?.html).toContain('<a href="https://example.org">外</a>');
});
