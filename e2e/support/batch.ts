import type { Locator } from 'playwright-core';
import type { Window } from './screen.ts';

/** What a page of payments says it has done. */
export const said = ({ page }: Window): Locator => page.locator('[role=status].done');

export const rowOf = ({ page }: Window, name: string): Locator =>
  page.getByRole('row').filter({ hasText: name }).first();

/** What would come out of the printer; `look` sees it while it is laid out. */
export async function printed(
  { page }: Window,
  press: () => Promise<void>,
  look: (sheets: Locator) => Promise<void> = async () => undefined,
): Promise<string> {
  await page.evaluate('window.print = () => undefined');
  await press();
  await page.locator('.sheets .sheet').first().waitFor({ state: 'attached' });
  const text = (await page.locator('.sheets').textContent()) ?? '';
  await look(page.locator('.sheets'));
  await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
  return text;
}
