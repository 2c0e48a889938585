import { createHash, X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { said } from './support/batch.ts';
import { openProfile, openWindow, type Window } from './support/screen.ts';
import { type Served, startServed } from './support/served.ts';
import { ask, enter, furnish } from './support/town.ts';

/** Another address than the one a server listens at by itself: only with a certificate. */
const HOST = '127.0.0.2';

let folder: string;
let served: Served;
let trusted: string;
const profiles: BrowserContext[] = [];
let clerk: Window;
let reviewer: Window;
let approver: Window;

/** Somebody's own browser, with the office's certificate taken in. */
async function ownBrowser(name: string): Promise<Window> {
  const profile = await openProfile(join(folder, name), trusted);
  profiles.push(profile);
  return openWindow(profile, { host: HOST });
}

beforeAll(async () => {
  process.env.SHUANGYONG_TODAY = '2018-01-10';
  folder = await mkdtemp(join(tmpdir(), 'shuangyong-https-'));
  served = await startServed(['--make-cert', '--host', HOST]);
  const cert = new X509Certificate(await readFile(join(served.dataDir, 'tls/cert.pem')));
  const key = cert.publicKey.export({ type: 'spki', format: 'der' });
  trusted = createHash('sha256').update(key).digest('base64');
  expect(cert.checkIP(HOST)).toBe(HOST);
  clerk = await ownBrowser('clerk');
  await furnish(served, await ownBrowser('first'));
}, 240_000);
afterAll(async () => {
  expect([clerk, reviewer, approver].flatMap((window) => window?.faults ?? [])).toEqual([]);
  for (const profile of profiles) await profile.close();
  await served?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('a browser that was not shown the certificate does not go in', async () => {
  const stranger = await openProfile(join(folder, 'stranger'));
  const page = await stranger.newPage();
  await expect(page.goto(served.origin)).rejects.toThrow('ERR_CERT_AUTHORITY_INVALID');
  await stranger.close();
});

test('three people sign in from three browsers; what they are known by goes over https only', async () => {
  await enter(clerk, served.origin, '王某');
  reviewer = await ownBrowser('reviewer');
  await enter(reviewer, served.origin, '赵某');
  approver = await ownBrowser('approver');
  await enter(approver, served.origin, '刘某');
  for (const window of [clerk, reviewer, approver]) {
    expect(window.page.url()).toMatch(/^https:\/\/127\.0\.0\.2:/);
    const cookies = await window.page.context().cookies();
    expect(cookies.length).toBeGreaterThan(0);
    for (const { secure, httpOnly, sameSite } of cookies)
      expect([secure, httpOnly, sameSite]).toEqual([true, true, 'Strict']);
  }
  const shared = new Set(
    (await Promise.all([clerk, reviewer, approver].map(({ page }) => page.context().cookies()))).flatMap(
      (cookies) => cookies.map(({ value }) => value),
    ),
  );
  expect(shared.size).toBe(3);
});

test('a batch goes its whole way, each step in the browser of whose hand it is', async () => {
  const { page, click } = clerk;
  await page.goto(`${served.origin}/pay?year=2018`);
  await click('生成 2018 年 1 月抚恤补助');
  await page.getByText('校验码').waitFor({ timeout: 60_000 });
  const address = page.url();
  await click('提交');
  await said(clerk).getByText('已提交，等复核').waitFor();
  await page.getByText('制作人不能复核自己的批次').or(page.getByText('您没有这个角色')).first().waitFor();

  await reviewer.page.goto(address);
  await reviewer.click('复核通过');
  await said(reviewer).getByText('复核通过，等批准').waitFor();
  await approver.page.goto(address);
  await approver.click(/^批准$/);
  await said(approver).getByText('已批准').waitFor();

  await reviewer.page.goto(address);
  await reviewer.click('导出银行文件');
  await said(reviewer).getByText('银行文件已导出').waitFor();
  const id = new URL(address).pathname.split('/').pop() ?? '';
  const { lines } = await ask<{ lines: readonly { id: string; state: string }[] }>(
    reviewer,
    'GET',
    `/pay/batches/${id}/lines?limit=500`,
  );
  const sent = lines.filter(({ state }) => state === 'in_file');
  const file = join(folder, 'result.csv');
  await writeFile(file, ['流水号,结果', ...sent.map((line) => `${line.id},已到账`)].join('\n'));
  await reviewer.click('收银行结果');
  await reviewer.choose('选文件', file);
  await reviewer.click('收下这份结果');
  await said(reviewer).getByText('银行结果已收下').waitFor();
  await reviewer.click('办结');
  await said(reviewer).getByText('已办结').waitFor();
  const { state, paid } = await ask<{ state: string; paid: { lines: number } }>(
    clerk,
    'GET',
    `/pay/batches/${id}`,
  );
  expect([state, paid.lines]).toEqual(['closed', sent.length]);
});
