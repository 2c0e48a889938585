import { type Month, monthOfDay } from '@shuangyong/values';
import type { Keys } from '../../kernel/context.ts';
import { type Draft, type Question, sourceOf } from './draft.ts';
import { type Finding, findingOf } from './finding.ts';
import { bundlesOf, type Payment, roleOf } from './payment.ts';
import type { Gift, Gifts, Named, SharedAccounts } from './queries.ts';
import { span, yuan } from './words.ts';

/** Pensions paid to somebody whom the roll does not have; 慰问金 to him is a gift. Nothing is said of 优待金. */
export function outsiderDrafts(payments: readonly Payment[], { from, to }: Question): readonly Draft[] {
  const asked = payments.filter((one) => one.from <= to && one.to >= from);
  const pensions = asked.filter(({ item }) => roleOf(item) !== 'apart');
  const gifts = asked.filter(({ item }) => item === '慰问金');
  return [
    ...bundlesOf(pensions).flatMap((bundle): Draft[] => {
      if (bundle.fen <= 0) return [];
      const { from: first, to: last, fen, payments: own } = bundle;
      const reason = `名册里没有这个人，${span(first, last)} 发了 ${yuan(fen)}。`;
      const money = { expectedFen: 0, actualFen: fen, source: sourceOf(own[0]), payments: own };
      return [{ code: 'not_on_roll', severity: 'must', from: first, to: last, reason, ...money }];
    }),
    ...gifts.map((gift): Draft => {
      const reason = `名册里没有这个人，${gift.paidOn} 发了慰问金 ${yuan(gift.fen)}。`;
      const money = { expectedFen: null, actualFen: gift.fen, source: sourceOf(gift), payments: [gift] };
      return { code: 'gift_not_on_roll', severity: 'look', from: gift.from, to: gift.to, reason, ...money };
    }),
  ];
}

export function accountFindings({ people }: SharedAccounts, keys: Keys): readonly Finding[] {
  return people.map((one) => {
    const others = people.filter(({ account, id }) => account === one.account && id !== one.id);
    const reason = `和${others.map(({ name }) => name).join('、')}用同一个银行账号。是家人代领的，请补代领手续。`;
    const { sheet, row } = one;
    const source = sheet === null || row === null ? null : { sheet, row };
    const none = { from: null, to: null, expectedFen: null, actualFen: null, payments: [] } as const;
    return findingOf(
      { code: 'shared_account', severity: 'look', reason, source, ...none },
      one,
      keys,
      one.account,
    );
  });
}

export function giftFindings({ doubtful }: Gifts, keys: Keys): readonly Finding[] {
  return doubtful.flatMap((gift) => {
    const told: Finding[] = [];
    const { day, fen, id, personId, name, identitySealed } = gift;
    const who: Named | { id: null; name: string; identitySealed: Buffer | null } =
      personId === null ? { id: null, name, identitySealed } : { id: personId, name, identitySealed };
    const tell = (code: 'gift_not_on_roll' | 'gift_unsigned', severity: 'must' | 'look', words: string) =>
      told.push(
        findingOf(giftDraft(gift, code, severity, `${day} 慰问 ${yuan(fen)}，${words}。`), who, keys, id),
      );
    if (!gift.isKnown) tell('gift_not_on_roll', 'look', '名册里没有这个人');
    if (!gift.isSigned) tell('gift_unsigned', 'look', '没有签收');
    return told;
  });
}

function giftDraft(
  { day, fen, sheet, row }: Gift,
  code: Draft['code'],
  severity: Draft['severity'],
  reason: string,
): Draft {
  const month: Month = monthOfDay(day);
  const source = sheet === null || row === null ? null : { sheet, row };
  return {
    code,
    severity,
    from: month,
    to: month,
    expectedFen: null,
    actualFen: fen,
    reason,
    source,
    payments: [],
  };
}
