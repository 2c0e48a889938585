import type { ImportResult } from './import.ts';

/** Thrown to roll an import back once its result is known: a trial, or `--strict` with a refusal. */
export class RolledBack extends Error {
  readonly result: ImportResult;
  constructor(result: ImportResult) {
    super('the import was rolled back as asked');
    this.result = result;
  }
}

export interface Outcome {
  readonly result: ImportResult;
  readonly isWritten: boolean;
}

/** Runs the command that imports; `isWanted` decides on the result whether it is kept. */
export async function importOrRollBack(
  command: (keep: (result: ImportResult) => ImportResult) => Promise<ImportResult>,
  isWanted: (result: ImportResult) => boolean,
): Promise<Outcome> {
  const keep = (result: ImportResult) => {
    if (!isWanted(result)) throw new RolledBack(result);
    return result;
  };
  try {
    return { result: await command(keep), isWritten: true };
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
    return { result: error.result, isWritten: false };
  }
}
