import { basename } from 'node:path';
import type { Day } from '@shuangyong/values';
import type { Ctx } from '../../../kernel/context.ts';
import type { Db } from '../../../kernel/db.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { addPaper } from '../../../modules/archive/index.ts';
import { type StoredFile, storeFile } from '../../../platform/files/store.ts';
import type { Place } from '../../../platform/http/index.ts';
import { getSetting } from '../../../platform/settings/index.ts';
import { SETTINGS, setValue } from '../../settings.ts';
import { bytesAt, cliDay } from '../arguments.ts';
import type { CliCommand, CliSession, CommandResult } from '../command.ts';

interface Asked {
  readonly division: string;
  readonly code: string;
  readonly value: string;
  readonly basis: string;
  readonly from?: Day;
  readonly paper?: string;
}

const words = (value: unknown) => (typeof value === 'boolean' ? (value ? '是' : '否') : String(value));

/** What was typed as the kind of value the setting holds; what is none of that kind is refused with the setting. */
function typed(code: string, text: string): unknown {
  const like = SETTINGS.find((def) => def.code === code)?.otherwise;
  if (typeof like === 'boolean') return text === '是' ? true : text === '否' ? false : text;
  return typeof like === 'number' ? Number(text) : text;
}

async function placeFor(session: CliSession, tx: Db, ctx: Ctx, division: string): Promise<Place> {
  const place = await session.place(tx, division);
  if (!ctx.may('settings.write', place.code)) refuse('not_allowed', '参数由管理设。');
  return place;
}

interface Scan {
  readonly file: StoredFile;
  readonly name: string;
}

async function scanOf({ runtime }: CliSession, path: string | undefined): Promise<Scan | undefined> {
  if (path === undefined) return undefined;
  return { file: await storeFile(runtime.dataDir, await bytesAt(path)), name: basename(path) };
}

async function set(session: CliSession, asked: Asked): Promise<CommandResult> {
  const { division, code, value, basis, from } = asked;
  const scan = await scanOf(session, asked.paper);
  const json = await session.write(async (tx, ctx) => {
    const place = await placeFor(session, tx, ctx, division);
    const about = { title: basis, signedOn: ctx.today, paperClass: '佐证材料', fileName: scan?.name };
    const paper = scan && (await addPaper(tx, ctx, place, about, scan.file));
    const wanted = { code, value: typed(code, value), effectiveFrom: from, basis, paperId: paper?.id };
    return setValue(tx, ctx, place, wanted);
  });
  return { json, text: `已记，今天是「${words(json.value)}」。` };
}

async function shown(session: CliSession, { division }: Pick<Asked, 'division'>): Promise<CommandResult> {
  const settings = await session.read(async (tx, ctx) => {
    const place = await placeFor(session, tx, ctx, division);
    const found = [];
    for (const def of SETTINGS) {
      const { code, name } = def;
      found.push({ code, name, value: await getSetting(tx, place, def, ctx.today) });
    }
    return found;
  });
  const text = settings.map(({ code, name, value }) => `${code} ${name}：${words(value)}`).join('\n');
  return { json: { settings }, text };
}

export const settingCommand: CliCommand = {
  name: 'setting',
  register(program, cli) {
    const setting = program.command('setting').description('参数');
    setting
      .command('show')
      .description('一个单位今天的参数')
      .requiredOption('--division <code>', '哪个单位')
      .action((asked: Asked) => cli.withData((session) => shown(session, asked)));
    setting
      .command('set')
      .description('从某天起换一个值；一人办公要附同意的文件')
      .requiredOption('--division <code>', '哪个单位')
      .requiredOption('--code <code>', '哪个参数，见 setting show')
      .requiredOption('--value <value>', '新的值：是、否，或数、日期')
      .requiredOption('--basis <text>', '依据：文号，或谁定的')
      .option('--from <day>', '从哪天起，不写是今天', cliDay)
      .option('--paper <file>', '依据的文件（扫描件）')
      .action((asked: Asked) => cli.withData((session) => set(session, asked)));
  },
};
