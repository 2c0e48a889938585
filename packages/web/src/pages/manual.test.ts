import { expect, it } from 'vitest';
import { manualHtml } from './manual.ts';

it('pages stand in byte order of their names, numbered ones first', () => {
  const html = manualHtml(
    { 'm/指标.md': '# 丁', 'm/10-档案.md': '# 丙', 'm/02-首页.md': '# 甲', 'm/09-导入.md': '# 乙' },
    {},
  );
  expect([...html.matchAll(/<h1>(.)<\/h1>/g)].map(([, title]) => title)).toEqual(['甲', '乙', '丙', '丁']);
});

it('a picture comes from where the build put it', () => {
  const html = manualHtml(
    { 'm/a.md': '![首页](images/home.png)' },
    { 'x/images/home.png': '/assets/home-1a.png' },
  );
  expect(html).toContain('<img src="/assets/home-1a.png" alt="首页" loading="lazy">');
});

it('a picture nobody has taken yet leaves no broken frame', () => {
  expect(manualHtml({ 'm/a.md': '前\n\n![缺](images/none.png)\n\n后' }, {})).not.toContain('<img');
});
