import type { CliCommand } from './command.ts';
import { importCommand } from './commands/import.ts';
import { templateCommand } from './commands/template.ts';

/** Every command of the command line, in the order of the help. */
export const COMMANDS: readonly CliCommand[] = [templateCommand, importCommand];
