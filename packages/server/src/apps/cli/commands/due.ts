import { missingName } from '@shuangyong/policy/tell';
import { fen, type Month, monthText, yuanDisplay } from '@shuangyong/values';
import type { Db } from '../../../kernel/db.ts';
import { NotFound, refuse } from '../../../kernel/refusal.ts';
import {
  type DuePerson,
  dueOf,
  dueText,
  everybody,
  findConscripts,
  findOnRoll,
  type RollPerson,
} from '../../../modules/benefits/index.ts';
import { townshipsUnder } from '../../../modules/divisions/index.ts';
import { registrationsOf } from '../../../modules/registry/index.ts';
import { lawOf } from '../../../modules/standards/index.ts';
import type { Place } from '../../../platform/http/index.ts';
import { cliMonth } from '../arguments.ts';
import type { CliCommand, CliSession, CommandResult } from '../command.ts';

interface Question {
  readonly division: string;
  readonly from: Month;
  readonly to: Month;
  readonly person?: string;
  readonly jsonl?: boolean;
  readonly trace?: boolean;
}

const MOST_MONTHS = 50 * 12;
/** Text is handed over in pieces of about this size. */
const PIECE = 1 << 16;

async function* chosen(tx: Db, place: Place, person: string | undefined): AsyncGenerator<RollPerson> {
  const towns = place.level === 'township' ? [place.divisionId] : await idsUnder(tx, place);
  const roll = { countyId: place.countyId, divisionIds: towns };
  if (person === undefined) return yield* everybody(tx, roll);
  if (!/^[0-9a-f-]{36}$/.test(person)) throw new NotFound();
  const ids = await registrationsOf(tx, place.countyId, person);
  const found = await findOnRoll(tx, roll, ids);
  const families = await findConscripts(tx, roll, ids);
  if (!found && families.length === 0) throw new NotFound();
  if (found) yield found;
  yield* families;
}

/** Townships of one county; a city or province with several counties here is refused: each has a law of its own. */
async function idsUnder(tx: Db, place: Place): Promise<readonly string[]> {
  const towns = await townshipsUnder(tx, place.code);
  const counties = new Set(towns.map(({ countyId }) => countyId));
  if (counties.size > 1)
    refuse(
      'several_counties',
      `${place.name}在这里有 ${counties.size} 个县的台账，请写县或乡镇的代码，一个县一个县地算。`,
    );
  return towns.map(({ id }) => id);
}

/** One line a person: who, how much in the span, and what is unknown. */
function textOf({ name, idTail, rights, totalFen }: DuePerson): string {
  const parts = rights.map(({ category, months }) => {
    const unknown = months.filter(({ outcome }) => outcome === 'unknown');
    const missing = unknown.flatMap((month) => month.missing ?? []).map((one) => missingName(one).name);
    const lacks = [...new Set(missing)].join('、');
    return unknown.length > 0 ? `${category}（${unknown.length} 个月不知道，缺 ${lacks}）` : category;
  });
  return `${name}　${idTail ?? '----'}　${yuanDisplay(fen(totalFen))}　${parts.join('、')}`;
}

type Told = typeof dueText;

/** In words for people: the same answer as the document, without its months. */
const words: Told = (person, law, keys, span) => {
  const due = dueOf(person, law, keys, span);
  return { text: textOf(due), fen: fen(due.totalFen) };
};

interface Form {
  readonly head: (hash: string) => string;
  readonly tell: Told;
  readonly between: string;
  readonly foot: (count: number, total: number) => string;
}

const FORMS: Readonly<Record<'json' | 'jsonl' | 'text', Form>> = {
  json: {
    head: (hash) => `{"lawHash":${JSON.stringify(hash)},"persons":[\n`,
    tell: dueText,
    between: ',\n',
    foot: () => '\n]}\n',
  },
  jsonl: { head: () => '', tell: dueText, between: '\n', foot: (count) => (count > 0 ? '\n' : '') },
  text: {
    head: (hash) => `标准版本 ${hash.slice(0, 12)}\n`,
    tell: words,
    between: '\n',
    foot: (count, total) => `\n共 ${count} 人，应发 ${yuanDisplay(fen(total))} 元\n`,
  },
};

async function runDue(session: CliSession, question: Question, isJson: boolean): Promise<CommandResult> {
  const { from, to, person, jsonl = false, trace = person !== undefined } = question;
  if (to < from || to - from >= MOST_MONTHS)
    refuse('months_invalid', `月份不对：从 ${monthText(from)} 到 ${monthText(to)}，最多 50 年。`);
  const form = FORMS[jsonl ? 'jsonl' : isJson ? 'json' : 'text'];
  await session.read(async (tx, ctx) => {
    const place = await session.place(tx, question.division);
    const law = await lawOf(tx, place);
    let held = form.head(law.hash);
    let count = 0;
    let total = 0;
    for await (const one of chosen(tx, place, person)) {
      const { text, fen: due } = form.tell(one, law, ctx.keys, { from, to }, trace);
      held += count > 0 ? form.between + text : text;
      count += 1;
      total += due;
      if (held.length < PIECE) continue;
      await session.stream(held);
      held = '';
    }
    await session.stream(held + form.foot(count, total));
  });
  return { json: undefined, text: '', streamed: true };
}

export const dueCommand: CliCommand = {
  name: 'due',
  register(program, cli) {
    program
      .command('due')
      .description('按当月的标准，每人每月应发多少，为什么')
      .requiredOption('--division <code>', '行政区划代码')
      .requiredOption('--from <month>', '从哪个月，如 2017-01', cliMonth)
      .requiredOption('--to <month>', '到哪个月', cliMonth)
      .option('--person <id>', '只算这一个人，并写明怎样算出')
      .option('--jsonl', '一人一行')
      .option('--trace', '每月写明怎样算出')
      .action((question: Question) =>
        cli.withData((session) =>
          runDue(session, question, program.opts<{ json?: boolean }>().json === true),
        ),
      );
  },
};
