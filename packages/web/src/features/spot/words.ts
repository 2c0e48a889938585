import { fen, parseYuan, yuanDisplay } from '@shuangyong/values';
import type { SpotAnswer, SpotCall, SpotLine, Told } from './data.ts';

export const ANSWERS: readonly { readonly value: SpotAnswer; readonly words: string }[] = [
  { value: 'agrees', words: '收到了，数对得上' },
  { value: 'differs', words: '收到了，数对不上' },
  { value: 'notReceived', words: '没收到' },
  { value: 'unreached', words: '没联系上' },
];

const SHORT: Readonly<Record<SpotAnswer, string>> = {
  agrees: '对得上',
  differs: '对不上',
  notReceived: '没收到',
  unreached: '没联系上',
};

/** `对不上，说收到 500.00 元（王某 2018-01-05）` */
export function callWords({ answer, toldFen, remark, by, calledOn }: SpotCall): string {
  const sum = answer === 'differs' && toldFen !== null ? `，说收到 ${yuanDisplay(fen(toldFen))} 元` : '';
  const more = remark === null ? '' : `，${remark}`;
  return `${SHORT[answer]}${sum}${more}（${by} ${calledOn}）`;
}

/** A call as it is typed, ready to be sent; or what is still wrong. */
export function toldOf(
  typed: {
    readonly answer: SpotAnswer | undefined;
    readonly yuan: string;
    readonly calledOn: string;
    readonly remark: string;
  },
  line: Pick<SpotLine, 'fen'>,
): Told | { readonly missing: string } {
  const { answer, yuan, calledOn, remark } = typed;
  if (answer === undefined) return { missing: '请选本人怎么说。' };
  if (calledOn === '') return { missing: '请写哪天打的电话。' };
  const toldFen = answer === 'differs' ? parseYuan(yuan.trim()) : undefined;
  if (answer === 'differs' && toldFen === undefined) return { missing: '请写本人说收到多少，如 505.00。' };
  if (toldFen === line.fen) return { missing: '说的数和发的一样，请选「数对得上」。' };
  return { answer, toldFen, calledOn, remark };
}
