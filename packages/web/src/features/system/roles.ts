import type { FieldError } from '../../api/errors.ts';
import type { components } from '../../api/schema.gen.ts';
import { LEAST_PASS_CODE } from '../../pages/start.ts';

export type User = components['schemas']['User'];

/** What each role does, in one line. */
const DOES: Readonly<Record<string, string>> = {
  经办: '录入、导入、更正、挂材料、写总结、导出',
  复核: '核对别人提的变更和发放批次',
  批准: '批准发放批次，签发总结',
  财政所: '看数、看台账和材料，不看人员',
  查阅: '只看',
  管理: '设用户、设参数、看日志、做备份；不看个人资料，不看钱',
  审计员: '看全部和日志，什么也不改',
};

export function roleDoes(role: string): string {
  return DOES[role] ?? '';
}

export const EXCLUSIONS = '不能一人兼：经办和批准，复核和批准，审计员和其他任何角色。';

const PAIRS: readonly (readonly [string, string])[] = [
  ['经办', '批准'],
  ['复核', '批准'],
];

/** Why a role cannot be given beside those held; undefined when it can. */
export function excludedBy(role: string, held: readonly string[]): string | undefined {
  if (held.includes(role)) return '已有';
  const alone = role === '审计员' ? held[0] : held.find((each) => each === '审计员');
  const paired = PAIRS.find(
    ([left, right]) => (left === role && held.includes(right)) || (right === role && held.includes(left)),
  );
  const other = alone ?? paired?.find((each) => each !== role);
  return other && `和${other}不能一人兼`;
}

/** What the office is still short of before three hands can work: 经办, 复核, 批准 held by somebody. */
export function missingHands(users: readonly User[]): readonly string[] {
  const held = new Set<string>(users.flatMap(({ roles }) => roles.map(({ role }) => role)));
  return ['经办', '复核', '批准'].filter((role) => !held.has(role));
}

/** A new pass code written twice. */
export function passCodeErrors(passCode: string, again: string): readonly FieldError[] {
  const errors: FieldError[] = [];
  if ([...passCode].length < LEAST_PASS_CODE)
    errors.push({ field: 'passCode', message: `口令至少 ${LEAST_PASS_CODE} 位。` });
  if (passCode !== again) errors.push({ field: 'again', message: '两遍口令不一样，请再写一遍。' });
  return errors;
}
