import { fen, yuanDisplay } from '@shuangyong/values';
import { refuse } from '../../../kernel/refusal.ts';
import { BATCH_STATE_WORDS, type BatchState } from '../../../modules/disbursement/index.ts';
import type { CliSession } from '../command.ts';

interface Told {
  readonly number: string;
  readonly state: BatchState;
  readonly lines: number;
  readonly totalFen: number;
  readonly held: number;
  readonly hash: string;
}

/** A batch in one line. */
export function batchText({ number, state, lines, totalFen, held, hash }: Told): string {
  const hold = held > 0 ? `，缓发 ${held} 笔` : '';
  return `${number} ${BATCH_STATE_WORDS[state]}：${lines} 笔 ${yuanDisplay(fen(totalFen))}${hold}，散列 ${hash}`;
}

/** Every hand on money is somebody with a name and a pass code. */
export function requireHand({ isUser }: CliSession): void {
  if (!isUser) refuse('pass_code_missing', '办理发放要有 --as 和本人口令（环境变量 SHUANGYONG_PASSCODE）。');
}

/** `1,500.00 元`. */
export const yuanWords = (amount: number): string => `${yuanDisplay(fen(amount))} 元`;
