import { stat, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { refuse } from '../../../kernel/refusal.ts';
import {
  answerOf,
  answerText,
  type FileSource,
  type ImportAnswer,
  type ImportResult,
  importOrRollBack,
  importWorkbook,
  isAnythingTaken,
  markedFile,
  type Outcome,
  openFileSource,
} from '../../../modules/imports/index.ts';
import { requireWritable } from '../../../platform/files/writable.ts';
import { KINDS } from '../../kinds.ts';
import type { CliCommand, CliSession, CommandResult, Reason } from '../command.ts';

interface Options {
  readonly files?: string;
  readonly dryRun?: boolean;
  readonly strict?: boolean;
  readonly errors?: string;
}

async function sourceOf(path: string | undefined): Promise<FileSource | undefined> {
  if (path === undefined) return undefined;
  return openFileSource(path).catch(() =>
    refuse('files_not_found', `打不开 ${path}：应是一个文件夹或 zip。`),
  );
}

async function runImport({ runtime, write }: CliSession, file: string, options: Options): Promise<Outcome> {
  const files = await sourceOf(options.files);
  const isTrial = options.dryRun === true;
  const isWanted = ({ errors }: ImportResult) => !isTrial && !(options.strict && errors.length > 0);
  const input = { file, fileName: basename(file), kinds: KINDS, dataDir: runtime.dataDir, files, isTrial };
  try {
    return await importOrRollBack(
      (keep) => write(async (tx, ctx) => keep(await importWorkbook(tx, ctx, input))),
      isWanted,
    );
  } finally {
    await files?.close();
  }
}

function headingOf({ isWritten, result }: Outcome, options: Options): string {
  if (isWritten) return `已导入，回执 ${result.number}：`;
  return options.dryRun ? '试算，没有写入：' : '有退回的行，按 --strict 一行也没有写入：';
}

async function importFile(session: CliSession, path: string, options: Options): Promise<CommandResult> {
  const file = resolve(path);
  const info = await stat(file).catch(() => undefined);
  if (!info?.isFile()) refuse('file_not_found', `没有这个文件：${path}`);
  if (options.errors !== undefined) await requireWritable(options.errors);
  const outcome = await runImport(session, file, options);
  if (options.errors !== undefined) await writeFile(options.errors, await markedFile(file, outcome.result));
  const json = answerOf(outcome.result);
  const text = answerText(json, headingOf(outcome, options));
  return { json, text, refusals: refusalsOf(json, options) };
}

/** Why the command ends with 1: a refused row under `--strict`, or no row taken at all. */
function refusalsOf(answer: ImportAnswer, options: Options): readonly Reason[] {
  const rows = new Set(answer.errors.map(({ sheet, row }) => `${row} ${sheet}`)).size;
  if (options.strict && rows > 0)
    return [{ code: 'rows_refused', message: `退回 ${rows} 行，按 --strict 一行也没有写入。` }];
  if (!isAnythingTaken(answer))
    return [{ code: 'nothing_taken', message: `没有收下任何一行，退回 ${rows} 行。` }];
  return [];
}

export const importCommand: CliCommand = {
  name: 'import',
  register(program, cli) {
    program
      .command('import <file>')
      .description('导入一份台账表')
      .option('--files <dir>', '「档案」里文件所在的文件夹或 zip')
      .option('--dry-run', '只试算，不写入')
      .option('--strict', '有一行退回就一行也不写入')
      .option('--errors <file>', '把标红的原表写到这里')
      .action((file: string, options: Options) =>
        cli.withData((session) => importFile(session, file, options)),
      );
  },
};
