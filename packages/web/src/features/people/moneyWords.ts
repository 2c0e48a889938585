import { fen, yuanDisplay } from '@shuangyong/values';
import type { components } from '../../api/schema.gen.ts';

export type MoneyEffect = NonNullable<components['schemas']['MoneyEffect']>;

const yuan = (amount: number) => `¥${yuanDisplay(fen(amount))}`;

/** `2018-02` or `2018-02 至 2018-04`, as the months stand. */
const spanWords = (months: readonly string[]) => {
  const [first = '', last = first] = [months[0], months.at(-1)];
  return first === last ? first : `${first} 至 ${last}`;
};

/** `2 × ¥882.00 = ¥1,764.00`; different amounts as their sum alone. */
function sumWords(amounts: readonly number[]): string {
  const total = amounts.reduce((sum, one) => sum + one, 0);
  const isEven = amounts.every((one) => one === amounts[0]);
  return isEven && amounts.length > 1
    ? `${amounts.length} × ${yuan(amounts[0] ?? 0)} = ${yuan(total)}`
    : yuan(total);
}

/** Months that will not be paid and were not yet. */
function stopped({ months, claims }: MoneyEffect): readonly string[] {
  const claimed = new Set(claims.map(({ month }) => month));
  const less = months.filter(({ month, fen: own }) => own < 0 && !claimed.has(month));
  if (less.length === 0) return [];
  const sum = sumWords(less.map(({ fen: own }) => -own));
  return [`${spanWords(less.map(({ month }) => month))} 不再发 ${less.length} 个月：${sum}。`];
}

function overpaid({ claims, claimFen }: MoneyEffect): readonly string[] {
  if (claimFen < 0) return [`追回减少 ${yuan(-claimFen)}。`];
  if (claimFen === 0) return [];
  const months = claims.map(({ month }) => month);
  return [
    `${spanWords(months)} 多发 ${claims.length} 个月：${sumWords(claims.map(({ fen: own }) => own))}，应追回。`,
  ];
}

/** Months paid on that went out already as if he lived: nothing of them is paid again or claimed. */
const paidAlready = ({ months, continued }: MoneyEffect): number =>
  continued.filter((month) => !months.some((one) => one.month === month)).length;

function paidOn(money: MoneyEffect): readonly string[] {
  const { afterDeath } = money;
  const already = paidAlready(money);
  const left = afterDeath.reduce((sum, one) => sum + one.fen, 0) - already * (afterDeath[0]?.monthFen ?? 0);
  const told = afterDeath.map(
    ({ kind, from, to, months, monthFen, fen: own, basis }) =>
      `丧葬补助（${kind}）：${from} 至 ${to}，${months} × ${yuan(monthFen)} = ${yuan(own)}，依据${basis}。`,
  );
  return already > 0 ? [...told, `其中 ${already} 个月已经发了，抵作丧葬补助，还要发 ${yuan(left)}。`] : told;
}

function more({ months, continued }: MoneyEffect): readonly string[] {
  const back = months.filter(({ month, fen: own }) => own > 0 && !continued.includes(month));
  if (back.length === 0) return [];
  return [`${spanWords(back.map(({ month }) => month))} 补发 ${sumWords(back.map(({ fen: own }) => own))}。`];
}

/** 相抵 or 分开办, where there is something on both sides. */
function settling({ afterDeath, claimFen, isSetOff }: MoneyEffect): readonly string[] {
  const due = afterDeath.reduce((sum, one) => sum + one.fen, 0);
  if (due === 0 || claimFen <= 0) return [];
  if (!isSetOff) return ['分开办：丧葬补助照发，多发的另行追回。'];
  const net = due - claimFen;
  return [`本县设「相抵」：净${net < 0 ? '追' : '补'} ${yuan(Math.abs(net))}。`];
}

/** What a change does to money, in the order people ask: what stops, what comes back, what is paid on, what is left. */
export function moneyWords(money: MoneyEffect | null | undefined): readonly string[] {
  if (money === undefined) return [];
  if (money === null) return ['本单位还没有由系统记账，金额不在这里算。'];
  return [...stopped(money), ...overpaid(money), ...more(money), ...paidOn(money), ...settling(money)];
}

/** After the second person agreed: what is on the list of claims from now, or will be, unless a right takes its place. */
export function claimedWords(money: MoneyEffect | null | undefined, isAtOnce = true): string {
  if (!money || money.claimFen <= 0) return '';
  const much = `多发 ${money.claims.length} 个月 ${yuan(money.claimFen)}，`;
  return isAtOnce ? `${much}已列入追回。` : `${much}生成下一批时列入追回；接着登记同类待遇的，先抵过。`;
}
