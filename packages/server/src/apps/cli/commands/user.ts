import { refuse } from '../../../kernel/refusal.ts';
import { createUser, ROLES } from '../../../modules/access/index.ts';
import { ensurePlace } from '../../../modules/divisions/index.ts';
import type { CliCommand, CliSession, CommandResult } from '../command.ts';

interface Options {
  readonly name: string;
  readonly role: readonly string[];
  readonly division: string;
}

async function addUser({ write }: CliSession, { name, role, division }: Options): Promise<CommandResult> {
  const passCode = process.env.SHUANGYONG_PASSCODE;
  if (!passCode) return refuse('pass_code_missing', '新用户的口令请放在环境变量 SHUANGYONG_PASSCODE 里。');
  const user = await write(async (tx, ctx) =>
    createUser(tx, ctx, { name, passCode, roles: role, division: await ensurePlace(tx, ctx, division) }),
  );
  const roles = user.roles.map((held) => ({ role: held.role, division: held.divisionCode }));
  const text = `已建立用户 ${user.name}：${roles.map((held) => held.role).join('、')}`;
  return { json: { id: user.id, name: user.name, roles }, text };
}

export const userCommand: CliCommand = {
  name: 'user',
  register(program, cli) {
    program
      .command('user')
      .description('用户')
      .command('add')
      .description('建立一个用户，口令放在 SHUANGYONG_PASSCODE')
      .requiredOption('--name <name>', '姓名')
      .requiredOption('--role <role...>', `角色：${ROLES.join('、')}`)
      .requiredOption('--division <code>', '管辖单位的区划代码')
      .action((options: Options) => cli.withData((session) => addUser(session, options)));
  },
};
