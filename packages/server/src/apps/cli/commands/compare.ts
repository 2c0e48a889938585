import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { NotFound, refuse } from '../../../kernel/refusal.ts';
import {
  compareRoster,
  ROSTER_KINDS,
  type RosterKind,
  rosterPlaceOf,
  type ShownHit,
  showRoster,
} from '../../../modules/checks/index.ts';
import { MOST_BYTES, type RosterToCompare, rosterToCompare } from '../../../modules/imports/index.ts';
import type { CliCommand, CliSession, CommandResult } from '../command.ts';

interface Options {
  readonly division: string;
  readonly kind: RosterKind;
}

function rosterKind(text: string): RosterKind {
  const kind = ROSTER_KINDS.find((one) => one === text);
  if (kind === undefined) throw new InvalidArgumentError(`应是 ${ROSTER_KINDS.join('、')}`);
  return kind;
}

async function bytesOf(path: string): Promise<Buffer> {
  const info = await stat(path).catch(() => undefined);
  if (!info?.isFile()) refuse('file_not_found', `没有这个文件：${path}`);
  if (info.size > MOST_BYTES) refuse('too_large', '文件超过 50 MB。请分成几个文件再比。');
  return readFile(path);
}

type Compared = Awaited<ReturnType<typeof showRoster>>;

/** The machine's form of a hit; whom it is about by id and last digits, never by number. */
function wire({
  personId,
  name,
  idMasked,
  likeness,
  sheet,
  row,
  onDay,
  state,
  paidThrough,
  since,
}: ShownHit) {
  const person = { id: personId, name, idTail: idMasked?.slice(-4) ?? null };
  return { likeness, person, sheet, row, onDay, state, paidThrough, paidSince: since };
}

function answerOf({ roster, hits }: Compared, issues: RosterToCompare['issues']) {
  const { id, kind, sha256, rows, refused, absent } = roster;
  const count = (likeness: ShownHit['likeness']) => hits.filter((one) => one.likeness === likeness).length;
  const counts = { rows, refused, same: count('same'), like: count('like'), absent };
  return {
    roster: { id, kind, file: { name: roster.fileName, sha256 }, ...counts },
    hits: hits.map(wire),
    issues,
  };
}

function lineOf({ likeness, name, idMasked, row, onDay, state, paidThrough, since }: ShownHit): string {
  const mark = likeness === 'same' ? '完全一致' : '像是同一人';
  const paid = since === null ? '' : `　那天以后发了 ${since.months} 个月`;
  const day = onDay ?? '没写日期';
  return `${mark}　${name} ${idMasked?.slice(-4) ?? '----'}　第 ${row} 行　${day}　${state}　已发至 ${paidThrough ?? '没发过'}${paid}`;
}

function textOf({ roster: { kind, rows, refused, absent }, hits }: Compared): string {
  const same = hits.filter(({ likeness }) => likeness === 'same').length;
  const counts = `完全一致 ${same} 人，像是同一人 ${hits.length - same} 人，不在册 ${absent} 行`;
  const bad = refused === 0 ? '' : `，有格子读不出 ${refused} 行`;
  return [`${kind}名册 ${rows} 行：${counts}${bad}`, ...hits.map(lineOf)].join('\n');
}

async function runCompare(session: CliSession, file: string, options: Options): Promise<CommandResult> {
  const path = resolve(file);
  const bytes = await bytesOf(path);
  return session.write(async (tx, ctx) => {
    const at = await session.place(tx, options.division);
    if (!ctx.may('people.write', at.code)) throw new NotFound();
    const place = await rosterPlaceOf(tx, at);
    const { asked, issues } = await rosterToCompare({ name: basename(path), bytes }, options.kind, ctx.today);
    const id = await compareRoster(tx, ctx, place, asked);
    const compared = await showRoster(tx, ctx, place, id);
    return { json: answerOf(compared, issues), text: textOf(compared) };
  });
}

export const compareCommand: CliCommand = {
  name: 'compare',
  register(program, cli) {
    program
      .command('compare <file>')
      .description('拿外单位的名册和在册人员比对；只比，不停任何人')
      .requiredOption('--division <code>', '行政区划代码')
      .requiredOption('--kind <kind>', `哪一种名册：${ROSTER_KINDS.join('、')}`, rosterKind)
      .action((file: string, options: Options) =>
        cli.withData((session) => runCompare(session, file, options)),
      );
  },
};
