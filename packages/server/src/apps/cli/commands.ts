import type { CliCommand } from './command.ts';

/** Every command of the command line, in the order of the help. */
export const COMMANDS: readonly CliCommand[] = [];
