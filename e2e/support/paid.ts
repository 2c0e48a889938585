import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { said } from './batch.ts';
import type { Window } from './screen.ts';
import { ask, type Town } from './town.ts';

/** 经办, 复核, 批准, each at his own window. */
export interface Hands {
  readonly clerk: Window;
  readonly reviewer: Window;
  readonly approver: Window;
}

export interface SentLine {
  readonly id: string;
  readonly state: string;
  readonly person: { readonly id: string; readonly name: string };
}

/** Lines of a batch that are with the bank. */
export async function sentLines({ clerk }: Hands, batch: string): Promise<readonly SentLine[]> {
  const path = `/pay/batches/${batch}/lines?limit=500`;
  const { lines } = await ask<{ lines: SentLine[] }>(clerk, 'GET', path);
  return lines.filter(({ state }) => state === 'in_file');
}

/** The bank says that all of them have arrived; the result is taken in on the screen of the batch that is open. */
export async function allArrived(
  { reviewer }: Hands,
  folder: string,
  lines: readonly SentLine[],
  on: string,
): Promise<void> {
  const file = join(folder, `result-${on}-${lines.length}.csv`);
  await writeFile(
    file,
    ['流水号,结果,原因,日期', ...lines.map(({ id }) => `${id},已到账,,${on}`)].join('\n'),
  );
  await reviewer.click('收银行结果');
  await reviewer.choose('选文件', file);
  await reviewer.click('收下这份结果');
  await said(reviewer).getByText('银行结果已收下').waitFor();
}

/** A month's pensions go through three hands, to the bank, and arrive; what is red is answered «pay». */
export async function payMonth(
  town: Town,
  hands: Hands,
  folder: string,
  month: string,
  on: string,
): Promise<readonly SentLine[]> {
  const { clerk, reviewer, approver } = hands;
  const commandKey = crypto.randomUUID();
  const opened = await ask<{ batch: string }>(clerk, 'POST', '/pay/batches', {
    ...{ commandKey, kind: '抚恤补助', month },
  });
  const at = `/pay/batches/${opened.batch}`;
  const shown = await ask<{ exceptions: { key: string; severity: string }[] }>(clerk, 'GET', at);
  for (const { key } of shown.exceptions.filter(({ severity }) => severity === 'red'))
    await ask(clerk, 'POST', `${at}/answer`, { key, answer: 'pay', reason: '已逐人核对' });
  const { hash } = await ask<{ hash: string }>(clerk, 'GET', at);
  await ask(clerk, 'POST', `${at}/submit`, { hash });
  await ask(reviewer, 'POST', `${at}/review`, { hash });
  await ask(approver, 'POST', `${at}/approve`, { hash });
  await ask(reviewer, 'POST', `${at}/export`, { layout: 'xlsx' });
  const sent = await sentLines(hands, opened.batch);
  await town.open(reviewer, `/pay/b/${opened.batch}`);
  await allArrived(hands, folder, sent, on);
  return sent;
}
