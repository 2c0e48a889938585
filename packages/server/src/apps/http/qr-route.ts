import { create } from 'qrcode';
import { type ApiRoute, readRoute, z } from '../../platform/http/index.ts';

/** A QR code as one svg path of unit squares; level M still reads with a stamp on its edge. */
export function qrOf(text: string): { readonly size: number; readonly path: string } {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const squares = Array.from(data, (dark, at) =>
    dark ? `M${at % size} ${Math.floor(at / size)}h1v1h-1z` : '',
  );
  return { size, path: squares.join('') };
}

/** The code beside the number of a printed sheet. It says only what stands in print beside it. */
export const qrRoute: ApiRoute = readRoute(
  {
    ...{ path: '/qr', summary: 'A short text as a QR code, drawn by the page itself', needs: 'signedIn' },
    query: z.object({ text: z.string().min(1).max(100) }),
    answer: z.object({ size: z.number(), path: z.string() }),
  },
  async ({ query }) => qrOf(query.text),
);
