import type { EntryRules } from '../../components/index.ts';

const HEADS = '有签到表的选「否」，把签到表挂在下面；没有签到、估的数选「是」。';

/** Whether a head-count rests on something: marked as an estimate, or signed for on a paper given with it. */
const checkHeads: NonNullable<EntryRules['check']> = (typed, papers) => {
  const counted = (typed.attendance ?? '').trim() !== '';
  const signed = papers.some(({ title, caption }) => `${title}${caption}`.includes('签到'));
  if (!counted || typed.is_estimate === '是' || signed) return [];
  const message =
    '人数没有签到表，也没有标估计。请把签到表挂在下面（题名写「签到表」），或把「估计」选「是」。';
  return [{ field: 'is_estimate', message }];
};

const RULES: Readonly<Record<string, EntryRules>> = {
  activity: { hints: { is_estimate: HEADS }, check: checkHeads },
  meeting: {
    hints: {
      resolution: '一次会定了几件事，就录几行；日期、类型、主题写得一样，算一次会。',
      due_on: '填了时限的，到期前在首页提醒。',
    },
  },
  fundEntry: { hints: { voucher_no: '支出请填凭证号，查账时靠它找凭证。' } },
  publicity: {
    hints: {
      placed_on: '设立、悬挂或发放的日子。',
      removed_on: '撤了再填。标牌、双拥街没有撤的，年年都算。',
    },
  },
  visit: {
    hints: {
      householder: '空着的，按姓名算一户。',
      signed: '收了慰问金、慰问品，签了字的选「是」，签收表挂在下面。',
    },
  },
  benefitRecord: { hints: { head_count: '空着按 1 人算。一行几个人的，不对到某一个人。' } },
};

/** What this ledger asks of a new row beyond its columns. */
export function entryRules(kind: string): EntryRules {
  return RULES[kind] ?? {};
}
