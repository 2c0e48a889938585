export interface FileAnswer {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array | ReadableStream<Uint8Array>;
  /** Shown in the page (a paper) instead of saved to disk. */
  readonly inline?: boolean;
}

/**
 * A file as a response. Whatever somebody uploaded may not run as a page of ours: types are not guessed, scripts
 * are off, and only pictures and PDF are ever shown in place.
 */
export function fileAnswer({ name, mediaType, bytes, inline = false }: FileAnswer): Response {
  const isShown = inline && /^(image\/(png|jpeg|webp|gif)|application\/pdf)$/.test(mediaType);
  const disposition = isShown ? 'inline' : 'attachment';
  return new Response(bytes as ConstructorParameters<typeof Response>[0], {
    headers: {
      'content-type': mediaType,
      'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escapeMark)}`,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
      'cache-control': 'private, no-store',
    },
  });
}

const escapeMark = (mark: string) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
