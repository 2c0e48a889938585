import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Window } from './support/screen.ts';
import { openTown, type Town } from './support/town.ts';

let town: Town;
let clerk: Window;

const TODAY = '2018-08-20';
const MONTHS = ['2017-12', '2018-08'] as const;

beforeAll(async () => {
  town = await openTown(TODAY);
  clerk = await town.signIn('王某');
}, 240_000);
afterAll(async () => {
  expect(clerk?.faults ?? []).toEqual([]);
  await town?.stop();
});

interface Sides {
  readonly people: number;
  readonly rights: number;
  readonly dueFen: number;
  /** «id month: browser ≠ server», none if all is well. */
  readonly differ: readonly string[];
}

/** Runs in the page: the engine that the page itself loaded, held against the server's answer, person by person. */
const COMPARE = `async (months) => {
  const get = async (path) => (await fetch(path)).json();
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.js'));
  const modules = await Promise.all(loaded.map((url) => import(url)));
  // Built, the engine is a namespace among what its file exports.
  const engine = modules.flatMap((one) => Object.values(one)).find((one) => one?.entitle && one.compileLaw);
  const made = engine.compileLaw((await get('/api/standards/law')).files);
  const { rows } = await get('/api/people?tab=all&asOf=2018-08-20&limit=500');
  const answer = ({ outcome, fen, lines, reason, missing, derived }) =>
    JSON.stringify([outcome, fen, lines, reason ?? '', missing ?? [], derived === true]);
  const told = ({ outcome, fen, lines }) =>
    answer({ ...outcome, outcome: outcome.kind, fen, lines, reason: outcome.why });
  const sides = { people: 0, rights: 0, dueFen: 0, differ: [] };
  for (const { id } of rows) {
    const facts = await get('/api/people/' + id + '/facts');
    if (!facts.plain?.rights.length) continue;
    sides.people += 1;
    for (const month of months) {
      const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
      const here = engine.months(engine.entitle(engine.personFacts(facts.plain), made.law, at, at)).map(told);
      const { person, lawHash } = await get('/api/people/' + id + '/due?from=' + month + '&to=' + month);
      const there = person.rights.flatMap((right) => right.months.map(answer));
      sides.rights += there.length;
      sides.dueFen += person.totalFen;
      if (lawHash !== made.law.hash || here.join() !== there.join())
        sides.differ.push(id + ' ' + month + ': ' + here.join() + ' ≠ ' + there.join());
    }
  }
  return sides;
}`;

test('the browser’s engine and the server answer alike for everybody of the sample, in both months', async () => {
  const { page } = clerk;
  await town.open(clerk, '/people?year=2018');
  await page.getByRole('grid', { name: '人员' }).locator('tbody tr').nth(2).click();
  await page.getByRole('button', { name: /为什么/ }).waitFor();
  // What stands in the head is reckoned by the engine: by then the page has it.
  await page.locator('.people-head b', { hasText: '¥' }).waitFor();
  const sides = (await page.evaluate(`(${COMPARE})(${JSON.stringify(MONTHS)})`)) as Sides;
  expect(sides.differ).toEqual([]);
  expect(sides.people).toBeGreaterThanOrEqual(360);
  expect(sides.rights).toBeGreaterThanOrEqual(720);
  expect(sides.dueFen).toBeGreaterThan(0);
});

test('月额 stands in the list as the server answers, and opens the reason', async () => {
  const { page } = clerk;
  await town.open(clerk, '/people?year=2017&category=参战退役人员');
  const grid = page.getByRole('grid', { name: '人员' });
  await grid.getByRole('link', { name: '555.00' }).first().waitFor();
  // Whoever is dead or stopped by then has nothing.
  const amounts = await grid.locator('tbody tr td.r').allTextContents();
  expect(new Set(amounts)).toEqual(new Set(['555.00']));
  await grid.getByRole('link', { name: '555.00' }).first().click();
  await page.getByRole('heading', { name: '为什么是这个数' }).waitFor();
  await page.getByText('550.00 元/月').waitFor();
});

test('the sheet for the person himself holds document, sum and doubt on one page', async () => {
  const { page } = clerk;
  await page.evaluate('window.print = () => {}');
  await page.getByRole('button', { name: '印给本人' }).click();
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('.why-sheet');
  const text = (await sheet.textContent()) ?? '';
  for (const words of ['民发〔2017〕154号', '本月应发：555.00 元', '国家基本标准 550.00', '是推算的：'])
    expect(text).toContain(words);
  expect(text).not.toMatch(/\d{17}/);
  const head = await sheet.getByRole('heading', { level: 1 }).boundingBox();
  const first = await sheet.locator('p').first().boundingBox();
  const whole = await sheet.boundingBox();
  // The text follows the heading, and all of it stands on one sheet of A4.
  expect((first?.y ?? Infinity) - (head?.y ?? 0)).toBeLessThan(120);
  expect(whole?.height ?? Infinity).toBeLessThan(1123);
  await page.emulateMedia({ media: 'screen' });
});
