import type { CliCommand } from './command.ts';
import { backupCommand, restoreCommand, verifyCommand } from './commands/backup.ts';
import { figuresCommand, traceCommand } from './commands/figures.ts';
import { importCommand } from './commands/import.ts';
import { reportCommand } from './commands/report.ts';
import { sampleCommand } from './commands/sample.ts';
import { serveCommand } from './commands/serve.ts';
import { templateCommand } from './commands/template.ts';
import { userCommand } from './commands/user.ts';

/** Every command of the command line, in the order of the help. */
export const COMMANDS: readonly CliCommand[] = [
  serveCommand,
  templateCommand,
  importCommand,
  figuresCommand,
  traceCommand,
  reportCommand,
  userCommand,
  sampleCommand,
  backupCommand,
  restoreCommand,
  verifyCommand,
];
