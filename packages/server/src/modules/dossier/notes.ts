import { fen, monthText, yuanDisplay } from '@shuangyong/values';
import type { Ctx } from '../../kernel/context.ts';
import type { ZippedFile } from '../../platform/files/zip-out.ts';
import type { Place } from '../../platform/http/index.ts';
import type { DossierAsked } from './dossier.ts';

interface Noted {
  readonly place: Pick<Place, 'name' | 'code'>;
  readonly asked: DossierAsked;
  readonly ctx: Pick<Ctx, 'actor' | 'today'>;
  readonly batches: readonly { readonly fen: number; readonly state: string }[];
  readonly lines: number;
  readonly drawn: number;
}

/** What a reader needs to know who has never seen the product. */
export function notesText({ place, asked, ctx, batches, lines, drawn }: Noted): string {
  const total = batches.reduce((sum, batch) => (batch.state === 'cancelled' ? sum : sum + batch.fen), 0);
  const text = [
    `${place.name}（${place.code}）审计包，发放月 ${monthText(asked.from)} 至 ${monthText(asked.to)}`,
    `制作：${ctx.actor.name}，${ctx.today}。事由：${asked.reason}`,
    `批次 ${batches.length} 个，明细 ${lines} 笔，没有作废的批次合计 ${yuanDisplay(fen(total))} 元。`,
    asked.full ? '身份证号和账号是完整的，请妥善保管，用完收回。' : '身份证号和账号是遮住的。',
    '',
    '怎么看',
    '1-发放明细：批次、每一笔、导入的发放记录。每个批次：合计＝已到账＋退回＋在途＋未送银行＋作废。',
    '2-为什么是这个数：记账明细按流水号与发放明细对上，同一流水号各行之和减去扣回就是本次；',
    '  「依据号」到「依据」表里查：事实、标准、文号、算式。依据原文一行一条，散列就是原文的 sha256。',
    '3-手续：谁制作、复核、批准，银行文件的散列，每笔的经过，例外的答复，追回。',
    '4-自查结论：查了什么、查了多少、命中的怎么定的。没有命中的也列出查了多少。拿哪些名册比过、发后给谁打过电话。',
    '5-日志：这几个月在本单位办了什么。封存号是全县日志里的号，中间缺的是别的单位的和查看记录。',
    '6-抽样名单：可以照着打电话、入户。重做抽样：把「种子:流水号」（英文冒号）逐笔算 sha256，从小到大取前几笔。',
    `  种子 ${asked.seed}，抽 ${drawn} 笔。`,
    '7-材料目录：每份材料证明什么、在「材料」里哪个文件、原件在哪里。',
    '校验.txt：每个文件的 sha256。Linux 上 sha256sum -c 校验.txt；Windows 上 certutil -hashfile 文件名 SHA256 逐个对。',
  ];
  // Notepad of older machines needs both signs to end a line, and the mark to know the letters.
  return `\uFEFF${text.join('\r\n')}\r\n`;
}

/** Checksums as `sha256sum -c` reads them. */
export const sumsText = (files: readonly ZippedFile[]): string =>
  files.map(({ sha256, name }) => `${sha256}  ${name}\n`).join('');
