import { isId } from '../../../kernel/ids.ts';
import { NotFound, refuse } from '../../../kernel/refusal.ts';
import { addHold, placeOfPerson, releaseHold } from '../../../modules/registry/index.ts';
import type { CliCommand, CliSession, CommandResult } from '../command.ts';

interface OfPerson {
  readonly person: string;
  readonly reason: string;
}

/** Holds the next payment of a person back, or lets it go; where he is registered is found by his id. */
async function turned(
  session: CliSession,
  { person, reason }: OfPerson,
  held: boolean,
): Promise<CommandResult> {
  await session.write(async (tx, ctx) => {
    const code = isId(person) ? await placeOfPerson(tx, person) : undefined;
    if (code === undefined) throw new NotFound();
    const place = await session.place(tx, code);
    if (!ctx.may('people.write', place.code)) refuse('not_allowed', '登记和解除缓发要经办办理。');
    await (held ? addHold : releaseHold)(tx, ctx, place, { personId: person, reason });
  });
  return { json: { person, held }, text: held ? '已缓发，下一批不付。' : '已解除缓发。' };
}

export const holdCommand: CliCommand = {
  name: 'hold',
  register(program, cli) {
    const hold = program.command('hold').description('缓发：一个人的下一次发放先停，核实后解除');
    const one = (name: string, words: string, held: boolean) =>
      hold
        .command(name)
        .description(words)
        .requiredOption('--person <id>', '谁：人员编号，见 due、check')
        .requiredOption('--reason <text>', '理由')
        .action((asked: OfPerson) => cli.withData((session) => turned(session, asked, held)));
    one('add', '缓发', true);
    one('release', '解除', false);
  },
};
