import { fen, yuanDisplay } from '@shuangyong/values';
import { refuse } from '../../../kernel/refusal.ts';
import type { CliSession } from '../command.ts';

const STATES: Readonly<Record<string, string>> = {
  ...{ opened: '制作中', submitted: '待复核', reviewed: '待批准', approved: '已批准', sent_back: '退回修改' },
  ...{ exported: '已送银行', closed: '已办结', cancelled: '已作废' },
};

interface Told {
  readonly number: string;
  readonly state: string;
  readonly lines: number;
  readonly totalFen: number;
  readonly held: number;
  readonly hash: string;
}

/** A batch in one line. */
export function batchText({ number, state, lines, totalFen, held, hash }: Told): string {
  const hold = held > 0 ? `，缓发 ${held} 笔` : '';
  return `${number} ${STATES[state] ?? state}：${lines} 笔 ${yuanDisplay(fen(totalFen))}${hold}，散列 ${hash}`;
}

/** Every hand on money is somebody with a name and a pass code. */
export function requireHand({ isUser }: CliSession): void {
  if (!isUser) refuse('pass_code_missing', '办理发放要有 --as 和本人口令（环境变量 SHUANGYONG_PASSCODE）。');
}

/** `1,500.00 元`. */
export const yuanWords = (amount: number): string => `${yuanDisplay(fen(amount))} 元`;
