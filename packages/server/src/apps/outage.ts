import { lackOfRoom } from '../platform/datafolder/index.ts';
import { outageOf } from '../platform/http/index.ts';

/** What is to be told: a database that is away because the disk is full comes back only when there is room. */
export async function causeOf(error: unknown, dataDir: string): Promise<unknown> {
  if (outageOf(error)?.code !== 'database_away') return error;
  return (await lackOfRoom(dataDir).catch(() => undefined)) ?? error;
}
