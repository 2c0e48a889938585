import type { CliCommand } from './command.ts';
import { backupCommand } from './commands/backup.ts';
import { checkCommand } from './commands/check.ts';
import { compareCommand } from './commands/compare.ts';
import { dueCommand } from './commands/due.ts';
import { exportCommand } from './commands/export.ts';
import { figuresCommand, traceCommand } from './commands/figures.ts';
import { holdCommand } from './commands/hold.ts';
import { importCommand } from './commands/import.ts';
import { jobsCommand } from './commands/jobs.ts';
import { lawCommand } from './commands/law.ts';
import { payCommand } from './commands/pay.ts';
import { reportCommand } from './commands/report.ts';
import { restoreCommand } from './commands/restore.ts';
import { sampleCommand } from './commands/sample.ts';
import { serveCommand } from './commands/serve.ts';
import { settingCommand } from './commands/setting.ts';
import { templateCommand } from './commands/template.ts';
import { userCommand } from './commands/user.ts';
import { verifyCommand } from './commands/verify.ts';

/** Every command of the command line, in the order of the help. */
export const COMMANDS: readonly CliCommand[] = [
  serveCommand,
  templateCommand,
  importCommand,
  exportCommand,
  figuresCommand,
  traceCommand,
  dueCommand,
  checkCommand,
  compareCommand,
  lawCommand,
  payCommand,
  holdCommand,
  jobsCommand,
  reportCommand,
  userCommand,
  settingCommand,
  sampleCommand,
  backupCommand,
  restoreCommand,
  verifyCommand,
];
