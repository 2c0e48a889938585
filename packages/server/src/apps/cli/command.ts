import type { Command } from 'commander';
import type { Db } from '../../kernel/db.ts';
import type { Needs, Place, Work } from '../../platform/http/index.ts';
import type { Caller } from '../command.ts';
import type { AppRuntime } from '../runtime.ts';

/** What a command that needs the data folder is given: the runtime, and who acts. */
export interface CliSession {
  readonly runtime: AppRuntime;
  /** The local operator, or the user named by `--as`. */
  readonly caller: Caller;
  /** True when `--as` named a user who gave his pass code: approvals want that. */
  readonly isUser: boolean;
  readonly read: <T>(work: Work<T>) => Promise<T>;
  readonly write: <T>(work: Work<T>) => Promise<T>;
  /** The division of a `--division` argument; NotFound when it is not there or out of scope. */
  readonly place: (tx: Db, code: string) => Promise<Place>;
  /** Where the caller himself may do this; NotFound when nowhere. */
  readonly own: (tx: Db, needs: Needs) => Promise<Place>;
  /** Prints a piece of a document too long to be held; wait for it. The result then says `streamed`. */
  readonly stream: (text: string) => Promise<void>;
}

/** One reason, as it stands in `refusals`. */
export interface Reason {
  readonly code: string;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface CommandResult {
  /** The one document of `--json`. */
  readonly json: unknown;
  /** What is printed without `--json`. */
  readonly text: string;
  /** Reasons why it is refused: exit code 1, on standard error, and beside `json` under `refusals`. */
  readonly refusals?: readonly Reason[];
  /** Exit code 1 without a reason of its own: findings of `verify`. */
  readonly failed?: boolean;
  /** The document has been printed already, piece by piece. */
  readonly streamed?: boolean;
}

export interface Cli {
  /** Opens the data folder, waits for whoever has it, runs, seals the log and closes. */
  readonly withData: (work: (session: CliSession) => Promise<CommandResult>) => Promise<void>;
  /** For commands without a data folder, such as `template`; told where it would be. */
  readonly withoutData: (
    work: (options: { readonly dataDir: string }) => Promise<CommandResult>,
  ) => Promise<void>;
}

/** A command of the command line: one file, one name. */
export interface CliCommand {
  readonly name: string;
  readonly register: (program: Command, cli: Cli) => void;
}
