import { answer, api } from '../../api/client.ts';

/** A QR code as the server draws it: unit squares of one path. */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

export const fetchQr = (text: string): Promise<QrCode> =>
  answer(api.GET('/api/qr', { params: { query: { text } } }));

/** The code beside the 表号; it says only what is printed beside it. */
export function Qr({ code: { size, path } }: { code: QrCode }) {
  return (
    <svg className="pay-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label="二维码">
      <path d={path} />
    </svg>
  );
}
