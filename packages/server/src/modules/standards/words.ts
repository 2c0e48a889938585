import type { LawRefusal, LawRefusalCode } from '@shuangyong/policy';

const WORDS: Readonly<Record<LawRefusalCode, string>> = {
  package_twice: '标准包代号和已有的重复，请换一个',
  source_twice: '文件代号和已有的重复，请换一个',
  source_missing: '没有写依据的文件，请在 sources 里补上',
  source_after_known: '文件印发的日子晚于知悉的日子，请核对',
  code_unknown: '没有这种标准代号',
  axes_disagree: '分档的写法和这种标准不符',
  unit_disagrees: '单位和这种标准不符',
  combine_disagrees: '合并方式和这种标准不符',
  region_invalid: '地区代码不对，应为六位，省、市两级后面补 0',
  month_invalid: '月份不对，或截止早于起始',
  day_invalid: '日期不对',
  status_invalid: '状态只能是 published 或 derived',
  derivation_missing: '推算的标准要写明怎样推算',
  cell_unknown: '没有这一档',
  cell_missing: '缺一档：填上金额，或列入 absent、missing',
  cell_twice: '同一档写了两次',
  amount_invalid: '金额要是不小于零的整数，单位是分（或百分数）',
  unsorted: '同一地区的标准要按起始月份从早到晚排',
  overlap: '同一地区的月份和另一份标准重叠：改月份，或写成更窄的地区（本县），或用 supersedes 代替原来那份',
  setting_unknown: '没有这个口径',
  setting_invalid: '口径的值不对',
};

/** One refusal of the compiler in words an office understands, with its place. */
export function refusalWords({ code, where, detail }: LawRefusal): string {
  const place = where === '' ? '' : `${where}：`;
  return `${place}${WORDS[code]}${detail === '' ? '' : `（${detail}）`}`;
}
