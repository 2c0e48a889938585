import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { queryClient } from '../../api/query.ts';
import type { components } from '../../api/schema.gen.ts';

export type SpotDraw = components['schemas']['SpotDraw'];
export type SpotLine = components['schemas']['SpotLine'];
export type SpotCall = NonNullable<SpotLine['call']>;
export type SpotAnswer = SpotCall['answer'];

export const spotQuery = (division: string, id: string, seed: string | undefined) =>
  queryOptions({
    queryKey: ['spot', division, id, seed ?? ''],
    queryFn: () => {
      const query = { division, ...(seed === undefined ? {} : { seed }) };
      return answer(api.GET('/api/pay/batches/{id}/spot', { params: { path: { id }, query } }));
    },
  });

/** What is written down after a call. */
export interface Told {
  readonly answer: SpotAnswer;
  readonly toldFen: number | undefined;
  readonly calledOn: string;
  readonly remark: string;
}

export async function noteCall(
  division: string,
  { batch, seed }: SpotDraw,
  line: SpotLine,
  told: Told,
): Promise<void> {
  const { toldFen, remark, ...rest } = told;
  const params = { path: { id: batch.id }, query: { division } };
  const more = {
    ...(toldFen === undefined ? {} : { toldFen }),
    ...(remark.trim() === '' ? {} : { remark: remark.trim() }),
  };
  const body = { lineId: line.id, seed, ...rest, ...more };
  await answer(api.POST('/api/pay/batches/{id}/spot/calls', { params, body }));
  await queryClient.invalidateQueries();
}
